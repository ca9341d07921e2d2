"""One thing has one value: within a paper, and against what issued papers said of the same day."""

import re
from collections.abc import Iterator

from assurance.figures.keys import current_key
from reports.checks.context import CheckContext, EarlierFigure
from reports.checks.numbers.claims.last_paper import is_day, scoped, since_then, unlike
from reports.checks.numbers.statements import Statement, section_tells, statements
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.quantities.arithmetic import plain
from reports.prose.quantities.phrases import same_thing, stems

# Fewer are hardly a population.
_POPULATION = 50
_SAID_SO = re.compile(
    r"\b(?:correct(?:ed|ion|s)|revis(?:ed|ion)|restat\w+|since\s+(?:amended|updated)|was\s+(?:reported|"
    r"given|printed)\s+as|re-?count\w*)\b",
    re.I,
)
# Of a part of the time that was counted then.
_OF_SHORTER = re.compile(
    r"\b(?:(?:busi|quiet|high|low|larg|small)est|best|worst|slowest)\s+(?:month|week|day|quarter|term)\b"
    r"|\b(?:an?|each|every|per)\s+(?:month|week|day|quarter|term)\b",
    re.I,
)
# The words right behind a number.
_BESIDE = re.compile(r"\b\d[\d,]*\s+((?:[a-z-]+\s*){1,3})", re.I)


@rule("two-values", Severity.ERROR, "C08; source of error 8")
def within(reading: Reading, _known) -> Iterator[Fault]:
    """One figure of one date has one value, frozen or fresh."""
    places, current = _places(reading), {}
    for entry in reading.figures:
        other = current.setdefault(_identity(entry), entry)
        line, place = places.get(entry.number, (None, 0))
        known = line is not None and None not in (other.count, entry.count)
        if entry.key and known and other.count != entry.count:
            says = f"{entry.title} is {entry.text} here and {other.text} elsewhere in the report."
            yield fault(line, place, says, "Refresh the figure.")


@rule(
    "unlike-earlier-paper", Severity.WARNING, "C08; source of error 7", follows=("scope-changed",)
)
def with_earlier(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A number of a published report is printed alike, or as a correction."""
    places = _places(reading)
    for entry in reading.figures:
        for item in known.told:
            differs = item.count != entry.count and None not in (item.count, entry.count)
            if not differs or _identity(item) != _identity(entry):
                continue
            line, place = places.get(entry.number, (None, 0))
            if line is not None and not _SAID_SO.search(line.text):
                yield unlike(line, place, entry.text, item)
                break
    yield from _typed_with_earlier(reading, known)


@rule("scope-changed", Severity.WARNING, "C07; source of error 7")
def scope(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A population that changed since the last report has a note on the change."""
    if not known.told:
        return
    places = _places(reading)
    for entry in reading.figures:
        earlier = _last([item for item in known.told if _is_stock_of(item, entry)], entry.end)
        if earlier is None or entry.count is None or earlier.count is None:
            continue
        line, place = places.get(entry.number, (None, 0))
        changed = earlier.cohort != entry.cohort
        # The number of then is no word about who was counted.
        if line is not None and changed and not section_tells(reading, line, ""):
            yield scoped(line, place, entry.text, earlier)
    entries = [
        (item, stems(item.words))
        for item in known.told
        if (item.count or 0) >= _POPULATION and not item.member
    ]
    for line in reading.prose():
        for statement in statements(line):
            if line.entry_at(statement.number.start) is None:
                yield from _typed_scope(reading, entries, line, statement)
    yield from since_then(reading, known)


def _places(reading: Reading):
    """Number of a figure → (the first line that quotes it, where in the line)."""
    index = {}
    for line in reading.lines:
        for live in line.live:
            index.setdefault(live.entry.number, (line, live.start))
    return index


def _typed_with_earlier(reading, known):
    dated = [
        entry for entry in known.told if entry.end and is_day(entry) and entry.count is not None
    ]
    if not dated:
        return
    for line in reading.prose():
        for statement in statements(line):
            if (
                statement.on is None
                or statement.number.bound
                or line.entry_at(statement.number.start)
            ):
                continue
            # “143, five fewer than the 148 of 31 March” gives both.
            sentence = line.sentence_at(statement.number.start)
            stated = {x.value for x in line.numbers if sentence.holds(x.start)}
            for item in (x for x in dated if x.count not in stated):
                alike = item.end == statement.on.isoformat() and len(statement.named) > 1
                if alike and statement.named == stems(item.words) and item.count != statement.value:
                    if not _SAID_SO.search(line.text):
                        yield unlike(line, statement.number.start, plain(statement.number), item)
                    break


def _identity(item):
    return current_key(item.key), item.member, item.cohort, item.start, item.end


def _is_stock_of(earlier_figure: EarlierFigure, entry):
    return (
        bool(earlier_figure.key)
        and _identity(earlier_figure)[:2] == _identity(entry)[:2]
        and is_day(earlier_figure)
    )


def _last(rows, before):
    """The latest of what was told of a day before that one."""
    earlier = [row for row in rows if not before or row.end < before]
    return max(earlier, key=lambda item: item.end, default=None)


def _typed_scope(reading, values, line, statement: Statement):
    if statement.number.bound or statement.value < _POPULATION or not statement.named:
        return
    sentence = line.sentence_at(statement.number.start)
    if _OF_SHORTER.search(line.text, sentence.start, sentence.end):
        return
    around = stems(line.text[statement.number.end :][:60])
    # Where the last paper counted just these, what else it counted says nothing.
    alike = [item for item, named in values if named == statement.named] or [
        item
        for item, named in values
        if (_one_population(named, statement.named) or statement.named < named <= around)
        # “172 social workers, 146 permanent”: those of then are counted beside them.
        and not _is_counted_beside(line, statement, named - statement.named)
    ]
    earlier = alike[-1] if alike else None
    if earlier is None or (statement.on and earlier.end == statement.on.isoformat()):
        return
    separate = abs(earlier.count - statement.value) * 5 > earlier.count
    known = any(item.count == statement.value for item in alike)
    if separate and not known and not section_tells(reading, line, earlier.text):
        yield scoped(
            line, statement.number.start, f"{plain(statement.number)} {statement.words}", earlier
        )


def _is_counted_beside(line: Line, statement: Statement, restricting) -> bool:
    """True if a number behind another one is of the words that restrict who was counted."""
    sentence = line.sentence_at(statement.number.start)
    behind = sentence.text.partition(statement.number.words)[2]
    beside = (stems(match[1]) for match in _BESIDE.finditer(behind))
    return bool(restricting) and any(restricting <= words for words in beside)


def _one_population(item, other):
    """Whether two phrases name one population: alike, or one says more of the same."""
    if len(other) < 2 and "staff" not in other:
        return False
    return item == other or (min(len(item), len(other)) > 1 and same_thing(item, other))
