"""One thing has one value: within a paper, and against what issued papers said of the same day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import islice

from assurance.figures.keys import current_key
from reports.checks.context import CheckContext, EarlierFigure
from reports.checks.numbers.statements import Statement, section_tells, statements
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.content import content
from reports.prose.marks import MARK, Marked
from reports.prose.quantities.arithmetic import AMOUNT, WORD, Change, plain, way_of, wrong_amount
from reports.prose.quantities.phrases import same_thing, stems

_LAST_PAPER = re.compile(
    r"\b(?:last|previous)\s+(?:[a-z]+[’']s\s+)?(?:report|update|paper|considered)|\bsince\s+(?:the\s+)?last\b",
    re.I,
)
_ENDS = re.compile(r"[⟦,;:.()]|\b(?:was|were|is|are|had|has|have)\b")
_SINCE = re.compile(
    r"\b(?:since|than|from|on|with|against|unlike)\s+(?:the\s+)?(?:last|previous)\b[^⟦]*$", re.I
)
_UNCHANGED = re.compile(r"\b(?:unchanged|the\s+same\s+as|no\s+change)\b", re.I)
_OF_TIME = content(
    "time last previous report update paper number figure same year period given shown"
)
# Fewer are hardly a population.
_POPULATION = 50
_SAID_SO = re.compile(
    r"\b(?:correct(?:ed|ion|s)|revis(?:ed|ion)|restat\w+|since\s+(?:amended|updated)|was\s+(?:reported|"
    r"given|printed)\s+as|re-?count\w*)\b",
    re.I,
)


@rule("two-values", Severity.ERROR, "C08; source of error 8")
def within(reading: Reading, _known) -> Iterator[Fault]:
    """One figure of one day has one value: a frozen one beside a fresh one."""
    places, current = _places(reading), {}
    for entry in reading.figures:
        other = current.setdefault(_identity(entry), entry)
        line, place = places.get(entry.number, (None, 0))
        known = line is not None and None not in (other.count, entry.count)
        if entry.key and known and other.count != entry.count:
            says = f"{entry.title} is {entry.text} here and {other.text} elsewhere in the paper."
            yield fault(line, place, says, "Refresh the figure.")


@rule(
    "unlike-earlier-paper", Severity.WARNING, "C08; source of error 7", follows=("scope-changed",)
)
def with_earlier(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """What an issued paper said of a day is said alike, or as a correction."""
    places = _places(reading)
    for entry in reading.figures:
        for item in known.told:
            differs = item.count != entry.count and None not in (item.count, entry.count)
            if not differs or _identity(item) != _identity(entry):
                continue
            line, place = places.get(entry.number, (None, 0))
            if line is not None and not _SAID_SO.search(line.text):
                yield _unlike(line, place, entry.text, item)
                break
    yield from _typed_with_earlier(reading, known)


@rule("scope-changed", Severity.WARNING, "C07; source of error 7")
def scope(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A population that changed since the last paper is told with a word about it."""
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
            yield _scope(line, place, entry.text, earlier)
    entries = [
        (item, stems(item.words))
        for item in known.told
        if (item.count or 0) >= _POPULATION and not item.member
    ]
    for line in reading.prose():
        for statement in statements(line):
            if line.entry_at(statement.number.start) is None:
                yield from _typed_scope(reading, entries, line, statement)
    yield from _since_then(reading, known)


def _since_then(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """`Has fallen by five since the last report`: held against what that report said."""
    told = [(item, content(item.words)) for item in known.told if item.count and not item.member]
    earlier = frozenset()
    for line, sentence in reading.sentences() if told else ():
        spoken = content(sentence.text)
        for item, named in told if _LAST_PAPER.search(sentence.text) else ():
            if named and len(named & (spoken | earlier)) * 2 > len(named):
                yield from islice(_against(line, sentence, item, named), 1)
        earlier = spoken


def _against(line: Line, sentence: Marked, item: EarlierFigure, named):
    """What a sentence that names the last paper says otherwise of a number of it."""
    amounts = {match[2] for match in AMOUNT.finditer(sentence.text)}
    marks = [mark for mark in MARK.finditer(sentence.text) if mark[1] == "c"]
    near = [
        (sentence.thing(mark[2]), _ENDS.split(sentence.text[mark.end() :])[0])
        for mark in marks
        if mark[2] not in amounts
        and abs(sentence.thing(mark[2]).value - item.count) * 4 <= item.count
    ]
    now = [number for number, _ in near if number.value != item.count and not number.bound]
    if len(now) < len(near):
        for number, behind in near:
            # Who is counted is told in other words than then.
            if content(behind) - named - _OF_TIME:
                yield _scope(line, number.start, f"{number.words}{behind.rstrip()}", item)
    elif number := _of_then(sentence, now):
        yield _unlike(line, number.start, number.words, item)
    elif len(now) == 1:
        yield from _unlike_change(line, sentence, now[0], item, amounts)


def _of_then(sentence: Marked, numbers):
    """The one number of a clause that names the last paper, where it is not of since then."""
    for clause in sentence.text.split(";"):
        cue = _LAST_PAPER.search(clause)
        counts = sentence.marks("c", clause) if cue else ()
        if len(counts) == 1 and counts[0] in numbers and not _SINCE.search(clause[: cue.end()]):
            return counts[0]
    return None


def _unlike_change(line, sentence, number, item, amounts):
    """A direction or an amount that the number of now and that of the last paper deny."""
    word, same = WORD.search(sentence.text), _UNCHANGED.search(sentence.text)
    then = replace(number, value=Fraction(item.count), words=item.text)
    change = Change(then, number, way_of(word) if word else 0, word.group() if word else "")
    wrong = [wrong_amount(change, sentence.thing(mark)) for mark in amounts] if word else []
    if change.is_denied or (same and not word) or any(wrong):
        says = (
            f"The paper says {number.words} now and “{(word or same).group()}”, and "
            f"“{item.paper}” had {item.text}."
        )
        yield fault(line, number, says, "Say how the number changed since then.")


def _places(reading: Reading):
    """Number of a figure → (the first line that quotes it, where in the line)."""
    index = {}
    for line in reading.lines:
        for live in line.live:
            index.setdefault(live.entry.number, (line, live.start))
    return index


def _typed_with_earlier(reading, known):
    dated = [
        entry for entry in known.told if entry.end and _is_day(entry) and entry.count is not None
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
            for item in dated:
                alike = item.end == statement.on.isoformat() and len(statement.named) > 1
                if alike and statement.named == stems(item.words) and item.count != statement.value:
                    if not _SAID_SO.search(line.text):
                        yield _unlike(line, statement.number.start, plain(statement.number), item)
                    break


def _unlike(line, place, text, values):
    says = (
        f"The paper says {text}, and “{values.paper}” said {values.text} of the "
        f"same{_when(values)}."
    )
    return fault(line, place, says, "Print the value as it was, or say that it was corrected.")


def _when(earlier_figure: EarlierFigure):
    try:
        return (
            f" on {date.fromisoformat(earlier_figure.end):%-d %B %Y}"
            if earlier_figure.end and _is_day(earlier_figure)
            else ""
        )
    except ValueError:
        return ""


def _is_day(earlier_figure: EarlierFigure):
    """Whether it was told of one day."""
    return not earlier_figure.start or earlier_figure.start == earlier_figure.end


def _identity(item):
    return current_key(item.key), item.member, item.cohort, item.start, item.end


def _is_stock_of(earlier_figure: EarlierFigure, entry):
    return (
        bool(earlier_figure.key)
        and _identity(earlier_figure)[:2] == _identity(entry)[:2]
        and _is_day(earlier_figure)
    )


def _last(rows, before):
    """The latest of what was told of a day before that one."""
    earlier = [row for row in rows if not before or row.end < before]
    return max(earlier, key=lambda item: item.end, default=None)


def _typed_scope(reading, values, line, statement: Statement):
    if statement.number.bound or statement.value < _POPULATION or not statement.named:
        return
    around = stems(line.text[statement.number.end :][:60])
    alike = [
        item
        for item, named in values
        if _one_population(named, statement.named) or statement.named < named <= around
    ]
    earlier = alike[-1] if alike else None
    if earlier is None or (statement.on and earlier.end == statement.on.isoformat()):
        return
    separate = abs(earlier.count - statement.value) * 5 > earlier.count
    known = any(item.count == statement.value for item in alike)
    if separate and not known and not section_tells(reading, line, earlier.text):
        yield _scope(
            line, statement.number.start, f"{plain(statement.number)} {statement.words}", earlier
        )


def _one_population(item, other):
    """Whether two phrases name one population: alike, or one says more of the same."""
    if len(other) < 2 and "staff" not in other:
        return False
    return item == other or (min(len(item), len(other)) > 1 and same_thing(item, other))


def _scope(line, place, text, earlier):
    of = f" ({earlier.cohort})" if earlier.cohort else ""
    says = (
        f"The paper says {text}; “{earlier.paper}” had {earlier.text}{of}. Nothing here says that "
        "another population is meant, or why it changed."
    )
    mend = "Say who is counted now and who was then, or why the number changed."
    return fault(line, place, says, mend)
