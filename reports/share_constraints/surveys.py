"""Shares of people and records: their base is printed, one group has one, one whole is no more."""

import re
from collections.abc import Iterator
from fractions import Fraction
from math import trunc

from assurance.runtime.digits import whole
from reports.checks.numbers.passages import leads
from reports.checks.reading import SIDE_BY_SIDE, Reading, shared
from reports.checks.rule import QUANTITIES, Fault, Severity, fault, rule
from reports.prose.asides import AIMS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.content import words_of
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.quantities.aims import is_aim
from reports.prose.quantities.arithmetic import number_text, plain
from reports.prose.quantities.number_forms import half_unit
from reports.prose.quantities.phrases import PEOPLE, pairs, phrase_after, stems
from reports.quantities.derivation.bases import bases_for
from reports.quantities.model import Denial, Statement, constraint
from reports.quantities.passages import before, by_line, statements
from reports.quantities.tables import shown_tables
from reports.share_constraints.claims import claimed
from reports.share_constraints.evidence.borne_pairs import is_tallied
from reports.share_constraints.pairs import Share, shares_of

_SHARE_OF_PEOPLE = re.compile(
    r"⟦p(?P<percent>\d+)⟧\s+(?:of\s+(?:the\s+|all\s+|our\s+|these\s+|their\s+)*(?P<group>(?:those|them|"
    r"respondents|responses|returns|children|young\s+people|pupils|care\s+leavers|parents|carers|"
    r"foster\s+carers|famil\w+|staff|social\s+workers|workers|employees|people|adults|adopters|"
    r"audits|case\s+files|files|cases|assessments|visits|reviews|plans|referrals|records|checks)\b"
    r"[^⟦]{0,60})|(?P<verb>(?:said|agreed|reported|felt|told|responded|answered|thought|were|had)\b))",
    re.I,
)
_SURVEY = re.compile(
    r"\b(?:respon\w+|survey\w*|question\w*|said|told|answered|reported|feedback|asked|views)\b",
    re.I,
)
# Shares whose base stands elsewhere by custom, or that are no share of our own records.
_ELSEWHERE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{EXPECTATIONS}|government|ofsted|average|"
    r"increase\w*|decrease\w*|reduc\w+|rise|rose|fell|fall|inflation|budget|tax|"
    r"cost|spend\w*|saving\w*|funding|grant|threshold|standard|should|ought|"
    r"compar\w+|scale|not\s+less\s+than|improv\w+|than\s+(?:the|in|at|for)|"
    r"(?:try|tries|want|seek)\s+to)\b",
    re.I,
)
_COUNTED = re.compile(r"⟦c\d+⟧[^⟦(),;]{0,60}(?:\(|,\s)or\s+(?:[a-z]+\s+){0,3}$", re.I)
# What is held against others' shares is a published measure, whose base stands with it.
_MEASURE = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS})\b", re.I)
_OF_THESE = re.compile(r"\W*(?:of|among)\s+(?:these|those|them|whom)\b", re.I)
_OF_GROUP = re.compile(
    r"^\)?\s*of\s+(?:the\s+|all\s+|our\s+|these\s+|those\s+)*(?P<group>(?!them\b|those\b|these\b).*)",
    re.I,
)
# Of whom a share is may be said by what they did: `74% (42) were happy`.
_UNNAMED = re.compile(
    r"^\)?\s*(?:(?:were|was|said|say|felt|feel|told|agreed|thought|had|have|answered)\b|[.;,]|$)",
    re.I,
)
# “… and the remaining 20%”: then the shares are all of the whole.
_REST = re.compile(r"\bthe\s+(?:remaining|other|rest,?)\s+⟦p\d+⟧(?![^⟦]*⟦p)(?!\s+of\b)", re.I)
# “92% for girls and 87% for boys”: each is a share of a group of its own.
_OF_EACH = re.compile(
    r"\s+(?:for|of|among|in|by)\s+(?:[a-z]+\s+){0,2}?(?:boys|girls|males?|females?|men|women|⟦x)",
    re.I,
)
_OPENED = re.compile(r"\(\s*(?:n\s?=\s?)?$")
# So many sentences before and after may print the base of a share.
_BEFORE, _AFTER = 12, 4
_SCALES = tuple(
    frozenset(item.split())
    for item in (
        "agree agreed disagree disagreed neither unsure know",
        "outstanding good requires inadequate improvement",
        "yes no unsure sometimes",
        "boys girls male female men women",
        "red amber green",
        "satisfied dissatisfied neither",
        "better worse same",
        "happy unhappy neither",
        "positive negative neutral mixed",
        "good poor fair excellent",
        "always sometimes never often rarely",
    )
)
# “Very satisfied” and “fairly satisfied” are two steps of a scale.
_DEGREES = words_of("very fairly quite partly mostly strongly slightly somewhat not")


@constraint("prose-shares-over-whole", "C02; source of error 2")
def over_whole(reading: Reading) -> Iterator[Denial]:
    """Shares of one scale in one sentence add to no more than 100, but for rounding."""
    for row in statements(reading):
        numbers = row.sentence.marks("p")
        if len(numbers) < 2 or any(item.bound for item in numbers):
            continue
        total = sum(item.value for item in numbers)
        room = sum(map(half_unit, numbers))
        rest = _REST.search(row.sentence.text) and len(numbers) > 2 and abs(total - 100) > room
        over = total > 100 + room and _is_scale(row.sentence.text)
        if (over or rest) and not _ELSEWHERE.search(row.sentence.text):
            text = " + ".join(number_text(item.value, item.places) for item in numbers)
            says = f"The shares of one whole add to {number_text(total)}% ({text})."
            mend = "Check each share against its count."
            yield Denial(row.line, numbers[-1], says, mend, is_proved=False)


def _is_scale(text):
    """Whether each share of a sentence stands by another word of one scale, or by a band of age."""
    pieces = re.split(r"⟦p\d+⟧", text)
    if all(map(_OF_EACH.match, pieces[1:])):
        return False
    bands = re.search(r"\bage[sd]?\b", text, re.I) and all("⟦x" in item for item in pieces[:-1])
    for near in (pieces[1:], pieces[:-1]):
        terms = [set(re.findall(r"[a-z]+", piece.casefold())[:6]) for piece in near]
        for scale in _SCALES:
            named = [frozenset(item & (scale | _DEGREES)) for item in terms]
            if all(item & scale for item in named) and len(set(named)) == len(named):
                return True
    return bool(bands)


@constraint("unlike-bases", "C03; source of error 4", follows=("percent-of-count",))
def unlike_bases(reading: Reading) -> Iterator[Denial]:
    """Per cents of one group have one base, or print each their own."""
    opens, index, earlier, section = leads(reading), by_line(reading), [], 0
    for line in reading.prose():
        rows, lead = index[id(line)], index.get(id(opens.get(id(line))), ())
        if rows and rows[0].section != section:
            section, earlier = rows[0].section, []
        own = [item for row in rows if "⟦p" in row.sentence.text for item in _counted(row)]
        if own and not (lead and lead[-1].counts):
            yield from _one_base([item for items in earlier[-2:] for item in items], own)
        earlier.append(own[-SIDE_BY_SIDE:])


_THEN = re.compile(
    r"\b(?:(?:up|down|rising|falling)\s+from|against|compared\s+with|than)\s+$", re.I
)
# “Answered in 10 (61.7%)”: in so many days.
_IN = re.compile(r"\b(?:in|within|after)\s+$", re.I)


def _counted(row: Statement) -> Iterator[tuple[Share, frozenset[str]]]:
    """Each `74% (42) of young people` of a sentence without its base, with the group. The group is
    empty where a survey is spoken of and those who answered are not named again."""
    surveyed = _SURVEY.search(row.line.text)
    for item in shares_of(row):
        last = max(item.count.phrase.end, item.percent.phrase.end)
        after = row.sentence.text[last:]
        group = _OF_GROUP.match(after)
        ends = sorted((item.count.phrase, item.percent.phrase), key=lambda phrase: phrase.start)
        is_near = _OPENED.fullmatch(row.sentence.text[ends[0].end : ends[1].start].strip())
        bound = item.percent.phrase.number.bound or not item.count.phrase.is_count
        # “Up from 38% (128)” had a base of its own then.
        if _THEN.search(row.sentence.text[: ends[0].start]):
            continue
        if not item.count.phrase.head and _IN.search(row.sentence.text[: item.count.phrase.start]):
            continue
        # “Of these, 17 (77%)” has the number before as its base.
        if item.base or bound or not is_near or _OF_THESE.match(row.sentence.text):
            continue
        if group and not group["group"].startswith("⟦"):
            people = PEOPLE.match(group["group"])
            named = stems(people.group() if people else phrase_after(group["group"]))
            if named:
                yield item, named
        elif surveyed and _UNNAMED.match(after):
            yield item, frozenset()


def _one_base(earlier, own):
    """The denial of the first share that cannot be of the base of another one of its group."""
    known = {(group, _bases(item)): item for item, group in reversed(earlier)}
    for item, group in own:
        fits = _bases(item)
        for (named, bases), other in known.items():
            alike = named == group or not (named and group)
            if fits and alike and max(bases.start, fits.start) >= min(bases.stop, fits.stop):
                first, second = (_text(each) for each in (other, item))
                says = (
                    f"{first} and {second} cannot be of one base: one fits {_range(bases)}, the "
                    f"other {_range(fits)}."
                )
                mend = "Print for each question how many answered it."
                yield Denial.of(item.percent, says, mend)
                return
        known.setdefault((group, fits), item)


def _bases(item: Share):
    return bases_for(trunc(item.count.value), item.percent.phrase.number)


def _text(item: Share):
    return f"{item.percent.phrase.number.words} ({plain(item.count.phrase.number)})"


def _range(fits):
    if not fits:
        return "no whole number"
    return str(fits[0]) if len(fits) == 1 else f"{fits[0]} to {fits[-1]}"


@rule("percent-without-base", Severity.WARNING, "C03; source of error 5", family=QUANTITIES)
def without_base(reading: Reading, known) -> Iterator[Fault]:
    """A per cent of people or records has its count or its base."""
    rows, opens, index = statements(reading), leads(reading), by_line(reading)
    for place, row in enumerate(rows):
        for match in _SHARE_OF_PEOPLE.finditer(row.sentence.text):
            number = row.sentence.thing(match["percent"])
            entry = row.line.entry_at(number.start)
            if entry is not None and (entry.base_count or 0) >= known.least_base:
                continue
            lead = index.get(id(opens.get(id(row.line))), ())
            item = next((x for x in claimed(row) if x.number is number), None)
            if (item and is_tallied(reading, item)) or number.value in shared(reading, _with_bases):
                continue
            near = (*before(rows, place, _BEFORE), row, *_following(rows, place), *lead)
            if _wants_base(row, match, near) and not _has_table(reading, row.line):
                says = (
                    f"{number.words} has no count and no total. Readers cannot weigh a share of "
                    f"fewer than {known.least_base}."
                )
                mend = f"Write how many of how many, as in “{number.words} (46 of 48)”."
                others = (other for other in near if other.line is row.line)
                compared = any(_MEASURE.search(other.sentence.text) for other in others)
                # Only of a figure is it known that its base is small.
                unsure = entry is None and not known.full_weight
                weight = Severity.ADVICE if compared or unsure else None
                yield fault(row.line, number, says, mend, severity=weight)


def _with_bases(reading) -> frozenset[Fraction]:
    """The per cents that a sentence or the row of a table gives with a count or a base."""
    result = set()
    for row in statements(reading):
        result |= {item.percent.value for item in shares_of(row)}
        result |= {each.value for each in row.sentence.marks("p") if list(pairs(row.sentence))}
    # A table that prints a share beside counts of its row gives the number that it is of.
    for table in shown_tables(reading):
        for row in table.numbers:
            if any(cell and cell.kind == COUNT for cell in row):
                result |= {cell.value for cell in row if cell and cell.kind == PERCENT}
    return frozenset(result)


def _following(rows, place):
    """The sentences of the section right after one."""
    after = rows[place + 1 : place + 1 + _AFTER]
    return [row for row in after if row.section == rows[place].section]


def _wants_base(row: Statement, result, near):
    """Whether a share of a group stands without a count or a base that a reader could find."""
    text, group = row.sentence.text, result["group"] or ""
    counted = {item.percent.phrase.mark for item in shares_of(row)}
    if _ELSEWHERE.search(text) or list(pairs(row.sentence)) or whole(result["percent"]) in counted:
        return False
    # “77 complaints (or less than 1% of cases)” gives its count.
    # “Looks for 65% of files to be good” asks for a share, and gives none.
    demanded = is_aim(text[: result.start()], text[text.index("⟧", result.start()) + 1 :])
    if demanded or _COUNTED.search(text[: result.start()]):
        return False
    if not group and not _SURVEY.search(text):
        return False
    backwards = bool(re.match(r"(?:those|them|respon)", group, re.I))
    named = stems(phrase_after(group))
    return not any(_may_be_base(item, named, backwards) for item in near)


def _may_be_base(row: Statement, group, backwards):
    """Whether a sentence states a count that may be the base of a share of `group`."""
    for mark in re.finditer(r"⟦c\d+⟧", row.sentence.text):
        counted = stems(phrase_after(row.sentence.text, mark.end()))
        other = _OPENED.search(row.sentence.text[: mark.start()][-8:])
        if backwards or other or not group or counted & group:
            return True
    return False


def _has_table(reading, line):
    """Whether a table stands right after the line or before it in its section."""
    place = reading.places.get(id(line), 0)
    around = reading.lines[max(0, place - 1) : place + 3] if reading.grids else ()
    return any(item.kind in ("caption", "cell") for item in around)
