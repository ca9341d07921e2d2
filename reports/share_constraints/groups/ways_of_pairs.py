"""Which way two values went, in whatever words a sentence has for it, and on which side of a limit
one is: `188 carers. We had begun with 176. Numbers have shrunk`, `The contract asks for 85%`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reports.checks.reading import Reading
from reports.date_constraints.times.values import timed_values
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.content import roots, words_of
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN
from reports.prose.quantities.betterment import better_way, way_of_word
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.passages import before, statements
from reports.quantities.roles import BOUND, CHANGE, RATE, TARGET

_UP = (
    r"rose|risen|rising|increas(?:ed|ing|e)|grew|grown|growing|growth|climb(?:ed|ing)|(?:gone|went|is|are|crept|edged)\s+up|upwards?|upward|higher|"
    r"greater|larger|heavier|longer|dearer|costlier|slower|"
    r"more(?!\s+(?:or|than\s+one)\b)|(?:an?|the|this|that)\s+(?:rise|gain|increase|growth)|swelled|soared|jumped|widened|expanded"
)
_DOWN = (
    r"fell|fallen|falling|decreas(?:ed|ing|e)|dropp(?:ed|ing)|declin(?:ed|ing|e)|(?:gone|went|is|are|come|came|crept|edged)\s+down|downwards?|lower|"
    r"fewer|smaller|lighter|shorter|cheaper|quicker|faster|"
    r"less(?!\s+than\s+(?:half|a)\b)|(?:a|the|this|that)\s+(?:fall|drop|loss|reduction|decrease|decline)|eased|lightened|"
    r"shrunk|shrank|narrowed|dipped|reduced|diminished"
)
_GOOD = (
    r"improv(?:ed|ing|es|ement)|better|(?:the|a)\s+right\s+(?:direction|way)|picked\s+up|recovered|"
    r"strengthened|stronger|encouraging|gained\s+ground|progress"
)
_BAD = (
    r"worsen(?:ed|ing|s)|deteriorat\w+|worse|(?:the|a)\s+wrong\s+(?:direction|way)|slipped|a\s+setback|"
    r"weakened|weaker|poorer|disappointing|lost\s+ground"
)
_WAY = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))\b", re.I
)
_NOT = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|could|whether|{EXPECTATIONS}|no|none|may|can|although|"
    r"though|despite|but|rather|both|all|each|every|any|until|want\w*|likely|partly|"
    r"what|how|why|per)\b",
    re.I,
)
_UNSURE = re.compile(
    rf"\b(?:{NEGATIONS}|{CONDITIONS}|could|no|may|although|though|despite|but|until)\b",
    re.I,
)
_TERMS = tuple(re.compile(rf"\b{x}\b", re.I) for x in ("autumn", "spring", "summer"))
_TO = re.compile(r"\bto\s+$", re.I), re.compile(r"\bfrom\s+$", re.I)
_PERIOD = r"(?:year|quarter|half-year|half|month|term|period|round|cohort|group|survey|report|time)"
_THEN = re.compile(
    rf"\b(?:had\s+been|had\s+(?:begun|started|opened)|had\s+numbered|there\s+had|it\s+was(?=[^⟦]*⟦[^⟧]*⟧[^⟦.;]*{_PERIOD}\s+(?:before|earlier))|"
    rf"(?:last|previous|preceding|prior)\s+{_PERIOD}|{_PERIOD}s?\s+(?:before|earlier|ago)|previously|before\s+that|against|compared\s+(?:with|to)|"
    r"up\s+from|down\s+from|at\s+the\s+(?:start|beginning|outset))\b",
    re.I,
)
_NOW = re.compile(r"\b(?:now|today|currently|this\s+(?:year|quarter|time)|at\s+the\s+end)\b", re.I)
_AGO = re.compile(r"^\s*(?:ago|before|earlier|previously|to\s+⟦d|running|old)\b", re.I)
# What a sentence goes on from the values before it by.
_AGAIN = words_of(
    """it this that they these those number numbers rate share figure figures total trend movement
    performance average times cost costs load position direction we result results level
    proportion spending there which"""
)
_LIMIT = re.compile(
    rf"\b(?:{AIMS}|planned|(?<!expected\s)standard|threshold|limit|ceiling|"
    r"asks?\s+for|requires?|expect\w*(?!\s+standard)\b|budget\w*|allow\w*|"
    r"set\s+aside|for\s+the\s+purpose|grant|guideline|allocat\w+)\b",
    re.I,
)
_ABOVE = re.compile(
    r"\b(?:above|over|beyond|in\s+excess\s+of|more\s+than|higher\s+than|outside|exceeded|exceeds|passed|overspent|surpass\w+)\b",
    re.I,
)
_BELOW = re.compile(
    r"\b(?:below|under|short\s+of|less\s+than|lower\s+than|inside|within|underspent|not\s+used\s+up|missed|shy\s+of)\b",
    re.I,
)
_OF_IT = re.compile(
    r"\W*(?:by\s+(?:[a-z]+\s+){0,2}⟦\w+⟧\s*)?(?:it|that|this|them|(?:the|its|our|their)\s+(?:[a-z-]+\s*){1,3}|what\s+[^⟦]{3,40}|expectations?|budget|plan|target)?\W*(?:$|[.;,])",
    re.I,
)
_AGAINST = re.compile(r"\b(?:against|compared\s+(?:with|to))\s+$", re.I)
_CLAUSE = re.compile(r"[.;:]|,\s+(?:and|but|while)\b")
_NUMBER_FIRST = re.compile(r"⟦[cpmxq]\d+⟧\s+(?:[a-z]+\s+){0,2}$", re.I)
_KINDS, _LETTERS = (COUNT, MONEY, PERCENT, SPAN), {PERCENT: "p", MONEY: "m"}
_BACK, _WIDE, _PAIR, _APART, _MEND = 2, 3, 2, 3, "Use the word that the numbers show."


def ways_of_pairs(reading: Reading) -> Iterator[Denial]:
    """`It was 47. In the year before there had been 64. There were more, then.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        near = before(rows, place, _BACK)
        passage = [*reversed([x for x in near if x.line is row.line]), row]
        pair = _pair(passage)
        if pair:
            yield from _of_limit(row, passage, *pair)
        else:
            wide = [*reversed(before(rows, place, _WIDE)), row]
            pair, passage = _pair_alike(wide), wide
        if pair:
            yield from _of_way(row, passage, *pair, reading.period)


def _pair_alike(passage: Sequence[Statement]) -> tuple[Quantity, Quantity] | None:
    """The last two per cents of some sentences, else the last two counts of one noun."""
    values = [x for row in passage for x in row.quantities if _is_value(x)]
    shares = [x for x in values if x.phrase.number.kind == PERCENT]
    if len(shares) != _PAIR:
        head = next((x.phrase.head for x in reversed(values) if x.phrase.head), "")
        shares = [x for x in values if head and x.phrase.head == head and head not in PLAIN][
            -_PAIR:
        ]
    if len(shares) != _PAIR or len({x.phrase.number.kind for x in shares}) > 1:
        return None
    first, last = shares
    near = max(first.value, last.value) <= _APART * min(first.value, last.value)
    return (first, last) if near else None


def _pair(passage: Sequence[Statement]) -> tuple[Quantity, Quantity] | None:
    """The only two values of one kind in a sentence, or in the nearest before it."""
    values: list[Quantity] = []
    for row in reversed(passage):
        values = [*_values(row), *values]
        if len(values) >= _PAIR:
            break
    kinds = {x.phrase.number.kind for x in values}
    heads = {x.phrase.head for x in values} - {""}
    near = len(values) == _PAIR and max(x.value for x in values) <= _APART * min(
        x.value for x in values
    )
    alike = len(kinds) == 1 or kinds == {COUNT, SPAN}
    return (values[0], values[1]) if near and alike and len(heads) < _PAIR else None


def _values(row: Statement) -> list[Quantity]:
    bases = {item.phrase.base for item in row.quantities}
    rows = [x for x in row.quantities if x.phrase.base is None and x.phrase.mark not in bases]
    return [item for item in rows if _is_value(item)]


def _is_value(item: Quantity) -> bool:
    """True for what was or is: no change, rate, bound or time."""
    phrase, text = item.phrase, item.sentence.text
    when = _AGO.match(phrase.clause.partition(" ")[2]) or _AGO.match(phrase.clause)
    plain = phrase.number.kind in _KINDS and phrase.role not in (BOUND, CHANGE, RATE)
    by = re.search(r"\b(?:by|of)\s+$", text[: phrase.start]) and phrase.number.kind == MONEY
    is_time = phrase.number.kind == SPAN and when
    return plain and not is_time and phrase.number.bound in ("", "~") and not by


def _of_way(
    row: Statement, passage, first: Quantity, last: Quantity, period: tuple[date, date] | None
) -> Iterator[Denial]:
    text = row.sentence.text
    own = [x.phrase.end for x in (first, last) if x.order == row.order]
    start = max(own, default=0)
    matches = list(_WAY.finditer(text, start))
    if len({x.lastgroup for x in matches}) != 1 or len(own) == 1:
        return
    if _NOT.search(re.split(r"\bbut\b", text[start:])[0] if not own else text[start:]):
        return
    between = text[start : matches[0].start()]
    if TARGET in (first.phrase.role, last.phrase.role) or _LIMIT.search(" ".join(_said(passage))):
        return
    pair = _in_time(passage, first, last) or _by_years(first, last, period)
    clause = re.split(r"[,;:]", between)[-1]
    others = [x for x in row.quantities if x.phrase.start >= start]
    if pair is None or others or not _is_again(clause, passage, matches[0], text):
        return
    was, now = pair
    wording = " ".join(dict.fromkeys(x.sentence.said() for x in (was, now)))
    way = way_of_word(matches[0], better_way(f"{wording} {row.sentence.said()}"))
    went = (now.value > was.value) - (now.value < was.value)
    if way and went and way != went:
        says = f"It went from {was.phrase.number.words} to {now.phrase.number.words}, but the "
        yield Denial(row.line, row.span, f"{says}report has “{matches[0].group()}”.", _MEND)


def _said(passage) -> list[str]:
    return [x.sentence.text for x in passage]


def _is_again(clause: str, passage, word: re.Match, text: str) -> bool:
    """True if a word of direction is of what the two values are of, by its subject or its noun."""
    named = {x.casefold() for x in re.findall(r"[A-Za-z]+", clause)}
    behind = re.match(r"\s+([a-z]+s)\b", text[word.end() :])
    earlier = roots(" ".join(x.sentence.said() for x in passage[:-1])) or roots(
        text[: word.start()]
    )
    counted = roots(behind[1]) if behind else frozenset()
    # “Costs a third more” compares other things.
    if word.group().casefold() in ("more", "less", "fewer"):
        return bool(counted & earlier)
    subject = roots(clause) | counted
    return bool(not subject or named & _AGAIN or subject & earlier)


def _in_time(passage, first: Quantity, last: Quantity) -> tuple[Quantity, Quantity] | None:
    """(what was, what is) of two values, by their dates, or by what marks one as the earlier."""
    between = first.sentence.text[first.phrase.end : last.phrase.start]
    # “Last year 66% were in time, against 60% in 2021.”
    dated = re.match(r"\s+in\s+⟦d", last.sentence.text[last.phrase.end :])
    if first.order == last.order and dated and _AGAINST.search(between) and "⟦d" not in between:
        return last, first
    kind = _LETTERS.get(first.phrase.number.kind, "cqx")
    timed = timed_values([x for x in passage if x.order in (first.order, last.order)], kind)
    numbers = [x.number for x in timed]
    if len(numbers) == _PAIR and {*map(id, numbers)} == {
        id(x.phrase.number) for x in (first, last)
    }:
        return (first, last) if numbers[0] is first.phrase.number else (last, first)
    then = [_is_then(x) for x in (first, last)]
    if then[0] != then[1]:
        return (first, last) if then[0] else (last, first)
    texts = [x.sentence.text[: x.phrase.start] for x in (first, last)]
    if first.order == last.order and _TO[1].search(texts[0]) and _TO[0].search(texts[1]):
        return first, last
    terms = [_term(x) for x in (first, last)]
    if -1 not in terms and terms[0] != terms[1]:
        return (first, last) if terms[0] < terms[1] else (last, first)
    now = [bool(_NOW.search(x.beside(";.", 60)[0])) for x in (first, last)]
    return ((first, last) if now[1] else (last, first)) if now[0] != now[1] else None


def _by_years(
    first: Quantity, last: Quantity, period: tuple[date, date] | None
) -> tuple[Quantity, Quantity] | None:
    """(what was, what is) of two values of which one names a time before the end of the period
    of the report, and the other none."""
    ago = [_names_earlier(x, period[1]) if period else False for x in (first, last)]
    return ((first, last) if ago[0] else (last, first)) if ago[0] != ago[1] else None


def _names_earlier(item: Quantity, end: date) -> bool:
    text, phrase = item.sentence.text, item.phrase
    ahead, behind = _CLAUSE.split(text[: phrase.start])[-1], _CLAUSE.split(text[phrase.end :])[0]
    return any(x.last and x.last < end for x in item.sentence.marks("d", f"{ahead} {behind}"))


def _term(item: Quantity) -> int:
    """The place of the one term of a school year that the words behind a value name, or -1."""
    behind = item.beside(";.,", 60)[1].split(" and ")[0]
    terms = [at for at, shape in enumerate(_TERMS) if shape.search(behind)]
    return terms[0] if len(terms) == 1 else -1


def _is_then(item: Quantity) -> bool:
    ahead, behind = item.beside(";", 100)
    behind = re.split(
        r",\s+and\b|\b(?:whereas|while|against|compared|up\s+from|down\s+from)\b", behind
    )[0]
    return bool(_THEN.search(ahead) or _THEN.search(behind))


def _of_limit(row: Statement, passage, first: Quantity, last: Quantity) -> Iterator[Denial]:
    """`80.0% were on time. The contract asks for 85%, and the provider is beyond that.`"""
    text = row.sentence.text
    start = max((x.phrase.end for x in (first, last) if x.order == row.order), default=0)
    matches = [x for shape in (_ABOVE, _BELOW) for x in shape.finditer(text, start)]
    if len(matches) != 1 or _UNSURE.search(text.replace("not used up", " " * 11), start):
        return
    word = matches[0]
    ends = _OF_IT.match(text, word.end()) or word.end() >= len(text.rstrip(" ."))
    if not ends or _NUMBER_FIRST.search(text[: word.start()]):
        return
    limits = [_is_limit(x) for x in (first, last)]
    if limits[0] == limits[1]:
        return
    limit, value = (first, last) if limits[0] else (last, first)
    way = 1 if word.re is _ABOVE else -1
    went = (value.value > limit.value) - (value.value < limit.value)
    if went and way != went:
        says = f"{value.phrase.number.words} is {'more' if went > 0 else 'less'} than "
        says += f"{limit.phrase.number.words}, but the report has “{word.group()}”."
        yield Denial(row.line, row.span, says, _MEND)


def _is_limit(item: Quantity) -> bool:
    ahead, behind = item.beside(";.", 70)
    behind = re.split(r",\s+(?:and|but|so|which)\b", behind)[0]
    # “79%, just below our target” is none itself.
    sides = rf"\bwhere\b|\bagainst\b|{_ABOVE.pattern}|{_BELOW.pattern}"
    behind = re.split(sides, behind, flags=re.I)[0]
    marked = _LIMIT.search(ahead) or _LIMIT.search(behind)
    granted = item.phrase.number.kind == MONEY and re.search(
        r"\b(?:had|received|given)\s+(?:[a-z]+\s+)?$", ahead, re.I
    )
    return bool(item.phrase.role == TARGET or marked or granted)
