"""Every number of a paper with the words that say what it is of: its own clause, its label or its
row and column, and those around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from reports.checks.numbers.passages import leads
from reports.checks.reading import Line, Reading, shared
from reports.prose.marks import Marked
from reports.prose.numbers import COUNT, MONEY, PERCENT, Number
from reports.quantities.grammar import Phrase
from reports.quantities.model import Statement
from reports.quantities.nouns import noun_of
from reports.quantities.passages import statements
from reports.quantities.repeats.periods import UNSURE, Days, days_in, days_of, told_in
from reports.quantities.repeats.roots import root, stems_in, stems_of, worded
from reports.quantities.roles import BOUND, CHANGE, TARGET
from reports.quantities.tables import TOTAL, Shown, shown_tables

# What a number is of apart from what it counts: two that differ in these are of two things.
_SCOPES = {
    name: re.compile(rf"\b(?:{words})\b", re.I)
    for name, words in {
        "aim": r"target|planned|aim|forecast|expect\w*|profile\w*|ceiling|limit|standard|goal|"
        r"estimat\w+|project(?:ed|ion\w*)|ambition|budget|provides\s+for|allows\s+for|room\s+for",
        "elsewhere": r"England|national\w*|region\w*|neighbours?|comparator|other\s+(?:councils|"
        r"authorities)",
        "then": r"(?:last|previous|prior|preceding)\s+(?:year|quarter|report|month|time|paper|"
        r"period)(?:[’']s)?|(?:years?|quarters?|months?)\s+(?:before|earlier|ago)|previously|"
        r"before\s+that|originally|(?:was|were|had|stood)\s+then|then\s+(?:was|were)|at\s+that\s+time",
        "each": r"average|mean|median|each|apiece|per\s+(?!cent)\w+|rate|ratio",
        "not": r"not|no|without|never|unable|refus\w+|declin\w+|late|overdue|un[a-z]+ed|"
        r"outstanding|miss(?:ed)?|other\s+than|excluding|except",
        "rest": r"remain\w+|others?|rest",
        "sum": r"together|combined|between\s+them|jointly",
        "change": r"net|plus|minus|difference|gap|fewer|extra|further|additional",
    }.items()
}
_ROLES = {CHANGE: "change", TARGET: "aim"}
_IN_EACH = re.compile(r"\s+(?:in|for|from|by|to)\s+each\b", re.I)
_STOP = re.compile(r"[;:.()]|,\s|,$")
_HARD = re.compile(r"[;.]|\s[–—-]\s")
_GOES_ON = re.compile(r"\b(?:and|but|while|whilst|whereas|of\s+which|of\s+whom|against|from|to)\b")
_LEAVES = re.compile(
    r",\s|:\s|\b(?:and|but|while|whilst|against|compared|whereas|of\s+(?:which|whom))\b"
)
# Behind these a clause of its own begins.
_OPENS = re.compile(r",\s|\b(?:that|which|where|when|whom)\b")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# “74 children (18%) lived far from home”.
_SHARE_BEHIND = re.compile(r"((?:\s+[a-z’-]+){1,4})\s\(⟦p\d+⟧\)(?=\s[a-z])", re.I)
# Where what is told of a known thing begins.
_TELLS = re.compile(
    r"\b(?:were|was|had|have|has|are|is|did|will|would|can|may|took|came|went|received|gave|led|met|"
    r"compare\w*|the\s+(?:number|share|proportion|percentage))\b",
    re.I,
)
_KNOWN = ("the", "all", "these", "those", "our", "its", "their", "both")
_FROM = re.compile(r"\bfrom\s+$", re.I)
_QUARTERS, _SEASONS = 4, stems_in("spring summer autumn winter")
_QUARTER = re.compile(r"\bquarters?\s$", re.I)
# So far the words of a number reach from it, in signs.
_REACH = 160
# So many numbers may stand in the brackets behind one.
_NEXT = 8
_TYPED_LABEL = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, eq=False)
class Mention:
    """A number with the stems of its own words (`near`), of those with all around (`about`), the
    `head` of what it counts, its days and its `scopes`; `group` is the sentence or table that it
    stands in. It is a `whole` of which others are told (`parts`), a `part`, spoken of as `known`,
    or in the last period of a table (`latest`); `of` are the roots of the set that a part is of."""

    number: Number
    line: Line
    near: frozenset[str]
    about: frozenset[str]
    head: str
    days: Days
    scopes: frozenset[str]
    group: tuple
    whole: bool = False
    part: bool = False
    known: bool = False
    latest: bool = False
    of: frozenset[str] = frozenset()
    parts: frozenset[Fraction] = frozenset()

    @cached_property
    def value(self) -> Fraction | int:
        """Its exact value, a whole one as an integer: it is laid beside many others."""
        value = self.number.value
        return value.numerator if value.denominator == 1 else value

    @cached_property
    def described(self) -> frozenset[str]:
        """The numbers among its words that only describe."""
        return frozenset(word for word in self.near if word.startswith("#"))

    @property
    def is_of_season(self) -> bool:
        """True for `in spring it was 31`, which names nothing that it counts."""
        return not self.head and self.near <= _SEASONS


def mentions(reading: Reading) -> tuple[Mention, ...]:
    """Every count, per cent and sum of a paper: those of its prose, then those of its tables."""
    return shared(reading, _mentions)


def _mentions(reading):
    result = [item for row in statements(reading) for item in _of_sentence(row, reading)]
    cells = (item for table in shown_tables(reading) for item in _of_table(table, reading))
    return (*result, *cells)


@dataclass(frozen=True)
class _Clause:
    """The words of one number: those before it, those behind, and from which number to which."""

    before: str
    behind: str
    stretch: tuple[int, int]


def _of_sentence(row: Statement, reading: Reading) -> Iterator[Mention]:
    sentence, text = row.sentence, row.sentence.text
    phrases = [item.phrase for item in row.quantities if _is_stated(item.phrase, sentence)]
    if not phrases:
        return
    stated = {sentence.text[phrase.start : phrase.end] for phrase in phrases}
    stated |= {
        text[item.phrase.start : item.phrase.end]
        for item in row.quantities
        if is_label(item.phrase, sentence)
    }
    lead = leads(reading).get(id(row.line))
    around = [text for text in (lead.text if lead else "", *row.line.trail[-1:]) if text]
    about = stems_in(worded(sentence.text, sentence, stated))
    about |= stems_of(lead.text) if lead else frozenset()
    days, wholes, before = told_in(sentence, reading), {item.base for item in phrases}, None
    for place, phrase in enumerate(phrases):
        clause = _clause(sentence, phrases, place)
        made = _mention(row, phrase, clause, stated, wholes)
        if before and not made.near:
            # “9.5% of 484” and “(30.4%)” are of what stood before them.
            scopes = before.scopes | made.scopes & {"each"}
            made = replace(made, near=before.near, head=before.head, scopes=scopes)
        elif not made.near:
            made = replace(made, near=stems_in(worded(text[: phrase.start], sentence, stated)))
        when = days_of(phrase, sentence, days, clause.stretch)
        # What it went from was so at another time.
        when = UNSURE if when is None and "from" in made.scopes else when
        when = when or next(filter(None, (days_in(text, reading) for text in around)), None)
        before = replace(made, about=made.near | about, days=when)
        yield before


def _is_stated(phrase: Phrase, sentence):
    """Whether a number is stated: no end of a range, and no label of its paragraph."""
    is_kind = phrase.number.kind in (COUNT, PERCENT, MONEY)
    return is_kind and not is_range(phrase, sentence) and not is_label(phrase, sentence)


def is_range(phrase: Phrase, sentence: Marked) -> bool:
    """Whether a number is an end of a range or open on one side; no more so where a clause says
    from what to what something went."""
    bounded = phrase.role == BOUND and not phrase.number.bound
    return bounded and not _FROM.search(sentence.text, max(0, phrase.start - 5), phrase.start)


def is_label(phrase: Phrase, sentence: Marked) -> bool:
    """Whether a number is the typed label of its paragraph, or names a quarter."""
    first = not phrase.start and not sentence.start
    typed = first and _TYPED_LABEL.fullmatch(phrase.number.words)
    # “In the quarter 131 went missing” names none.
    of_year = phrase.number.value <= _QUARTERS and _QUARTER.search(sentence.text[: phrase.start])
    return bool(typed or of_year)


def _clause(sentence: Marked, phrases, place) -> _Clause:
    text, phrase = sentence.text, phrases[place]
    prev = phrases[place - 1].end if place else 0
    nxt = phrases[place + 1].start if place + 1 < len(phrases) else len(text)
    behind, bracket = text[phrase.end : nxt][:_REACH], _BRACKETS.match(text, phrase.end)
    base = next((item for item in phrases if item.mark == phrase.base), None)
    skipped = base.end if base and base.start > phrase.start else bracket and bracket.end()
    if skipped and not _is_inside(text, phrase.start):
        ends = (item.start for item in phrases[place : place + _NEXT] if item.start >= skipped)
        rest = next((end for end in ends if not _is_inside(text, end)), len(text))
        behind = _BRACKETS.sub(" ", text[skipped:rest][:_REACH])
    share = None if skipped else _SHARE_BEHIND.match(text, phrase.end)
    if share:
        ends = (item.start for item in phrases[place:] if item.start > share.end())
        behind = f"{share[1]} {text[share.end() : next(ends, len(text))]}"[:_REACH]
    behind, goes_on = _STOP.split(behind)[0], nxt < len(text)
    if cuts := list(_GOES_ON.finditer(behind)) if goes_on else ():
        behind = behind[: cuts[-1].start()]
    before = text[prev : phrase.start][-_REACH:]
    if stops := list(_HARD.finditer(before)):
        before = before[stops[-1].end() :]
    if place and not stops:
        leaves = _LEAVES.search(before)
        before = before[leaves.end() :] if leaves else "" if behind.strip() else before
    opens = list(_OPENS.finditer(before))
    if opens and re.search(r"[a-z]", before[opens[-1].end() :] + behind):
        before = before[opens[-1].end() :]
    return _Clause(before[-_REACH:], behind[:_REACH], (prev, nxt))


def _is_inside(text, place):
    first = max(0, place - _REACH)
    return text.rfind("(", first, place) > text.rfind(")", first, place)


def _mention(row: Statement, phrase: Phrase, clause: _Clause, stated, wholes):
    sentence, noun = row.sentence, frozenset(map(root, phrase.noun))
    whole = phrase.mark in wholes
    known = phrase.article in _KNOWN or phrase.article.endswith(("’s", "'s"))
    part = bool(phrase.anaphor or phrase.of) or (
        phrase.base is not None and phrase.base != phrase.mark
    )
    text = f"{clause.before} {clause.behind}"
    if (whole or known) and clause.behind.strip():
        text = _TELLS.split(clause.behind)[0]
    local = worded(text, sentence, stated)
    head = phrase.noun or noun_of(worded(clause.before, sentence, stated))
    scopes = {*_scopes_of(local)}
    if phrase.role in _ROLES:
        scopes.add(_ROLES[phrase.role])
    if _FROM.search(clause.before):
        scopes.add("from")
    if _IN_EACH.match(sentence.text, phrase.end):
        scopes.add("each")
    return Mention(
        phrase.number,
        row.line,
        stems_in(local) | (frozenset() if part else noun),
        frozenset(),
        root(head[-1]) if head else "",
        None,
        frozenset(scopes),
        ("sentence", row.order),
        whole,
        part,
        known,
        of=frozenset(map(root, phrase.of)),
        parts=frozenset(
            item.value
            for item in row.quantities
            if item.phrase.base == phrase.mark != item.phrase.mark
        ),
    )


@lru_cache(1 << 12)
def _scopes_of(text):
    return frozenset(name for name, cue in _SCOPES.items() if cue.search(text))


def _of_table(table: Shown, reading: Reading) -> Iterator[Mention]:
    caption = stems_of(f"{table.grid.caption} {table.headings[0]}")
    around = (table.headings[0], table.grid.caption, *table.trail[-1:])
    periods = [days_in(text, reading) for text in (*table.headings[1:], *table.rows)]
    last = max((days[1] for days in periods if days and days != UNSURE), default=None)
    for label, cells, numbers in zip(table.rows, table.grid.rows, table.numbers, strict=True):
        for heading, line, number in zip(table.headings, cells, numbers, strict=False):
            if number is None or line is cells[0]:
                continue
            texts = (heading, label, *around)
            when = next(filter(None, (days_in(text, reading) for text in texts if text)), None)
            own = f"{'' if TOTAL.match(label) else label} {heading}"
            scopes = _scopes_of(own)
            near, kind = stems_of(own), number.kind
            if re.search(r"%|\bper\s?cent", own) and kind == COUNT:
                kind = PERCENT
            yield Mention(
                replace(number, kind=kind),
                line,
                near,
                near | caption,
                "",
                when,
                scopes,
                ("table", table.grid.where),
                latest=bool(when) and when[1] == last,
            )
