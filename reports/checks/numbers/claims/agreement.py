"""One thing has one value: within a paper, and against what issued papers said of the same day."""

import re
from collections.abc import Iterator
from datetime import date

from reports.checks.context import CheckContext, EarlierFigure
from reports.checks.numbers.arithmetic import plain
from reports.checks.numbers.claims import repetitions
from reports.checks.numbers.phrases import same_thing, stems
from reports.checks.numbers.restatements import section_tells
from reports.checks.numbers.statements import Statement, statements
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Mend, Rule, Severity, fault

FAMILY = "numbers"
# Under so many a definite count is likely to be of two different things.
_LEAST = 10
# So many values of one thing are laid side by side.
_VALUES = 60
# Fewer are hardly a population.
_POPULATION = 50
_SAID_SO = re.compile(
    r"\b(?:correct(?:ed|ion|s)|revis(?:ed|ion)|restat\w+|since\s+(?:amended|updated)|was\s+(?:reported|"
    r"given|printed)\s+as|re-?count\w*)\b",
    re.I,
)


def within(reading: Reading, _known) -> Iterator[Fault]:
    """A thing that the paper gives two counts: of one day, or `the 120` beside `over 120`."""
    told = {}
    for line in reading.prose():
        if line.annex:
            continue
        for said in statements(line):
            # What was told twice in the same words clashes with nothing that the first did not.
            alike = told.setdefault(said.named, {})
            key = said.value, bool(said.number.bound), said.on, said.definite
            other = next((one for one in alike.values() if _clash(one[1], said)), None)
            if other:
                yield _two_values(line, said, *other)
            if key not in alike and len(alike) <= _VALUES:
                alike[key] = line, said
                if len(alike) > _VALUES:
                    yield _too_many(line, said)
    yield from repetitions.faults(reading)
    yield from _figures(reading)


def with_earlier(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """Another value than an issued paper gave for the same thing on the same day."""
    places = _places(reading)
    for entry in reading.figures:
        for told in known.told:
            same = (told.key, told.member, told.cohort) == (entry.key, entry.member, entry.cohort)
            if not same or (told.start, told.end) != (entry.start, entry.end):
                continue
            if None in (told.count, entry.count) or told.count == entry.count:
                continue
            line, place = places.get(entry.number, (None, 0))
            if line is not None and not _SAID_SO.search(line.text):
                yield _unlike(line, place, entry.text, told)
                break
    yield from _typed_with_earlier(reading, known)


def scope(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A population that is another, or of quite another size, than in the paper before, without a
    word about it."""
    if not known.told:
        return
    places = _places(reading)
    for entry in reading.figures:
        earlier = _last([one for one in known.told if _is_stock_of(one, entry)], entry.end)
        if earlier is None or entry.count is None or earlier.count is None:
            continue
        line, place = places.get(entry.number, (None, 0))
        changed = earlier.cohort != entry.cohort
        if line is not None and changed and not section_tells(reading, line, earlier.text):
            yield _scope(line, place, entry.text, earlier)
    told = [
        (one, stems(one.words))
        for one in known.told
        if (one.count or 0) >= _POPULATION and not one.member
    ]
    for line in reading.prose():
        for said in statements(line):
            if line.entry_at(said.number.start) is None:
                yield from _typed_scope(reading, told, line, said)


def _too_many(line: Line, said: Statement):
    number = said.number
    says = f"The paper gives more than {_VALUES} numbers of {said.words}: {number.words} and what "
    says += "follows are held against the first of them only."
    mend = Mend("Put numbers of one thing in a table.", line.block)
    return fault(line, number.start, says, end=number.end, mend=mend)


def _clash(one: Statement, other: Statement):
    if one.named != other.named or not one.named or max(one.value, other.value) < _LEAST:
        return False
    bounds = (one.number.bound, other.number.bound)
    if one.value == other.value:
        exact = one if not bounds[0] else other
        return sum(map(bool, bounds)) == 1 and exact.definite and one.on == other.on
    if any(bounds):
        return False
    if one.on or other.on:
        return one.on == other.on and len(one.named) > 1
    near = abs(one.value - other.value) * 20 <= max(one.value, other.value)
    return one.definite and other.definite and near


def _two_values(line: Line, said: Statement, where: Line, other: Statement):
    words = f"{_worded(other)} {other.words}"
    if said.value == other.value:
        says = f"The paper says “{words}” at {where.at}, and “{_worded(said)}” here."
        mend = "Say the exact number in both places, or neither."
    else:
        says = (
            f"The paper says {plain(said.number)} {said.words} here and {plain(other.number)} at "
        )
        says += f"{where.at}{_of_day(said.on)}."
        mend = "Print one value for one thing, or say what differs."
    number = said.number
    return fault(line, number.start, says, end=number.end, mend=Mend(mend, line.block))


def _worded(said: Statement):
    signs = {">": "over ", ">=": "at least ", "<": "under ", "<=": "up to ", "~": "about "}
    return f"{signs.get(said.number.bound, 'the ' if said.definite else '')}{said.number.words}"


def _of_day(day):
    return f" for {day:%-d %B %Y}" if day else ""


def _figures(reading: Reading):
    """One figure of one day in two values: a frozen one beside a fresh one."""
    places, held = _places(reading), {}
    for entry in reading.figures:
        identity = (entry.key, entry.member, entry.cohort, entry.start, entry.end)
        other = held.setdefault(identity, entry)
        line, place = places.get(entry.number, (None, 0))
        known = line is not None and None not in (other.count, entry.count)
        if entry.key and known and other.count != entry.count:
            says = f"{entry.title} is {entry.text} here and {other.text} elsewhere in the paper."
            mend = Mend("Refresh the figure.", line.block)
            yield fault(line, place, says, mend=mend, severity=Severity.ERROR)


def _places(reading: Reading):
    """Number of a figure → (the first line that quotes it, where in the line)."""
    found = {}
    for line in reading.lines:
        for live in line.live:
            found.setdefault(live.entry.number, (line, live.start))
    return found


def _typed_with_earlier(reading, known):
    dated = [one for one in known.told if one.end and _is_day(one) and one.count is not None]
    if not dated:
        return
    for line in reading.prose():
        for said in statements(line):
            if said.on is None or said.number.bound or line.entry_at(said.number.start):
                continue
            for told in dated:
                alike = told.end == said.on.isoformat() and len(said.named) > 1
                if alike and said.named == stems(told.words) and told.count != said.value:
                    if not _SAID_SO.search(line.text):
                        yield _unlike(line, said.number.start, plain(said.number), told)
                    break


def _unlike(line, place, text, told):
    says = f"The paper says {text}, and “{told.paper}” said {told.text} of the same{_when(told)}."
    mend = Mend("Print the value as it was, or say that it was corrected.", line.block)
    return fault(line, place, says, mend=mend)


def _when(told: EarlierFigure):
    try:
        return f" on {date.fromisoformat(told.end):%-d %B %Y}" if told.end and _is_day(told) else ""
    except ValueError:
        return ""


def _is_day(told: EarlierFigure):
    """Whether it was told of one day."""
    return not told.start or told.start == told.end


def _is_stock_of(told: EarlierFigure, entry):
    return (
        bool(told.key) and told.key == entry.key and told.member == entry.member and _is_day(told)
    )


def _last(rows, before):
    """The latest of what was told of a day before that one."""
    earlier = [one for one in rows if not before or one.end < before]
    return max(earlier, key=lambda one: one.end, default=None)


def _typed_scope(reading, told, line, said: Statement):
    if said.number.bound or said.value < _POPULATION or not _is_population(said.named):
        return
    alike = [one for one, named in told if _one_population(named, said.named)]
    earlier = alike[-1] if alike else None
    if earlier is None or (said.on and earlier.end == said.on.isoformat()):
        return
    apart = abs(earlier.count - said.value) * 4 > earlier.count
    known = any(one.count == said.value for one in alike)
    if apart and not known and not section_tells(reading, line, earlier.text):
        yield _scope(line, said.number.start, f"{plain(said.number)} {said.words}", earlier)


def _is_population(named):
    return len(named) > 1 or "staff" in named


def _one_population(one, other):
    """Whether two phrases name one population: alike, or one says more of the same."""
    return one == other or (min(len(one), len(other)) > 1 and same_thing(one, other))


def _scope(line, place, text, earlier):
    of = f" ({earlier.cohort})" if earlier.cohort else ""
    says = (
        f"The paper says {text}; “{earlier.paper}” had {earlier.text}{of}. Nothing here says that "
        "another population is meant, or why it changed."
    )
    mend = Mend("Say who is counted now and who was then, or why the number changed.", line.block)
    return fault(line, place, says, mend=mend)


RULES = (
    Rule(
        "two-values",
        FAMILY,
        Severity.WARNING,
        "One thing has one value throughout a paper.",
        within,
        "C08; source of error 8",
    ),
    Rule(
        "unlike-earlier-paper",
        FAMILY,
        Severity.WARNING,
        "What an issued paper said of a day is said alike, or as a correction.",
        with_earlier,
        "C08; source of error 7",
        follows=("scope-changed",),
    ),
    Rule(
        "scope-changed",
        FAMILY,
        Severity.WARNING,
        "A population that changed since the last paper is told with a word about it.",
        scope,
        "C07; source of error 7",
    ),
)
