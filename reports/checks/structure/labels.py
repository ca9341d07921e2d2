"""Labels as they stand before paragraphs, sections, items and annexes: in order, none twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assurance.runtime.digits import label_numbers
from reports.checks.reading import HEADING, ITEM, PARAGRAPH, RECOMMENDATION, RUN_IN
from reports.checks.rule import Fault, Mend, Severity, rule
from reports.language.labels import label as label_of
from reports.language.labels import place_of

_NUMBERED = (PARAGRAPH, RUN_IN, HEADING, RECOMMENDATION)
_NUMBERS = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3})*)[.)]*")
_LETTERS = re.compile(r"\(?([a-z]{1,4}|[A-Z]{1,4})[.)]*")
_ASKING = ("recommendations", "purpose")
_FAR = 5
TWICE, SKIPPED, BACK = "twice", "skipped", "back"


@dataclass(frozen=True)
class Step:
    """A label that does not follow the one before: `how` is twice, skipped or back."""

    how: str
    before: str
    label: str
    place: int


@rule("numbers-in-order", Severity.ERROR, "error 19")
def numbers_in_order(reading, _known):
    """Numbers of paragraphs and sections follow one another, or start again at 1.

    Paragraphs may start again; numbers that the product gives are right by themselves.
    """
    if not reading.typed:
        return
    lines = _as_typed(reading, list(_labelled(reading, _NUMBERED, _NUMBERS)))
    rows = [(_places(line.label), line.kind == HEADING) for line in lines]
    for step in _number_steps(rows):
        line, before = lines[step.place], lines[step.place - 1]
        if _begins_elsewhere(line, before, step) or _is_of_a_part(reading, line, before, step):
            continue
        sure = _is_sure(lines, step)
        yield _fault(line, before, step, sure, "number")


@rule("letters-in-order", Severity.ERROR, "error 19")
def letters_in_order(reading, _known):
    """Letters of the sections within one section follow one another.

    Annexes too.
    """
    groups = {}
    for line in _labelled(reading, (HEADING, PARAGRAPH, RUN_IN), _LETTERS):
        groups.setdefault((line.trail, line.annex, line.kind == HEADING), []).append(line)
    for lines in groups.values():
        yield from _of_one_row(lines)


@rule("items-in-order", Severity.ERROR, "C11")
def items_in_order(reading, _known):
    """Labels of the items of one list follow one another."""
    for listing in reading.lists:
        lines = [line for line in listing.items if line.label and line.kind == ITEM]
        if len(lines) > 1 and len(lines) == len(listing.items):
            yield from _of_one_row(lines)


@rule("recommendations-in-order", Severity.ERROR, "C11")
def recommendations_in_order(reading, _known):
    """Labels of the recommendations follow one another."""
    lines = [line for line in reading.recommendations() if line.label]
    lines = list({line.where: line for line in lines}.values())
    if len(lines) > 1 and not all(_NUMBERS.fullmatch(line.label) for line in lines):
        yield from _of_one_row(lines)


def row_steps(labels: list[str]) -> Iterator[Step]:
    """What does not follow in one row of labels in numbers, letters or roman numerals."""
    style = style_of(labels)
    places = [place_of(bare(label), style) if style else None for label in labels]
    last = None
    for place, now in enumerate(places):
        if now is None:
            last = None
            continue
        if last is not None and now != last + 1 and not now == 1 < last:
            how = TWICE if now == last else SKIPPED if now > last else BACK
            yield Step(how, label_of(last, style), bare(labels[place]), place)
        last = now


def style_of(labels: list[str]) -> str:
    """The one style in which every label of a row can be read; `i` alone is a roman numeral."""
    row = [bare(label) for label in labels]
    for style in ("number", "roman", "letter"):
        places = [place_of(item, style) for item in row]
        if all(places) and (style != "roman" or places[0] == 1 or max(map(len, row)) > 1):
            return style
    return ""


def bare(label: str) -> str:
    """A label without its brackets and points, in small letters."""
    return label.strip("(). ").casefold()


def _of_one_row(lines):
    for step in row_steps([line.label for line in lines]):
        yield _fault(lines[step.place], lines[step.place - 1], step, True, "label")


def _labelled(reading, kinds, pattern):
    """Lines of those kinds with a label of that pattern, each anchor once, annexes left out."""
    known = set()
    for line in reading.lines:
        if line.kind in kinds and line.where not in known and pattern.fullmatch(line.label):
            known.add(line.where)
            if not line.annex:
                yield line


def _as_typed(reading, lines):
    """The lines with what the committee is asked put back where its typed numbers go on."""
    parts = {part.slug for part in reading.parts if part.kind in _ASKING}
    queries = [line for line in lines if line.part in parts]
    rest = [line for line in lines if line.part not in parts]
    first = _places(queries[0].label) if queries else ()
    for place, line in enumerate(rest[:-1], 1):
        before, after = _places(line.label), _places(rest[place].label)
        if first and _follows(before, first) and not _follows(before, after):
            return [*rest[:place], *queries, *rest[place:]]
    return lines


def _places(label):
    """3.2 as (3, 2); the 2.0 of a section is its 2."""
    number = _NUMBERS.fullmatch(label)[1].removesuffix(".0")
    return label_numbers(number)


@dataclass
class _Runs:
    """The runs of numbers that are open, each with its last number and whether a section bears it:
    papers start again in a part and later go on. A paragraph goes on from a section, and the other
    way round, only where one comes straight after the other."""

    last: list[tuple[tuple[int, ...], bool]] = field(default_factory=list)

    def takes(self, now, heads):
        """Whether `now` goes on with a run, or opens one; runs that began after it are closed."""
        for place in range(len(self.last) - 1, -1, -1):
            before, headed = self.last[place]
            is_next = headed == heads or place == len(self.last) - 1
            if is_next and _follows(before, now):
                self.last[place:] = [(now, heads)]
                return True
        if now == (2,) and self.last[0][0] == (1,):
            # A purpose numbered 1, parts that number for themselves, a body of sections from 2.
            self.last[:] = [(now, heads)]
            return True
        if now[-1] == 1 and not (len(now) > 1 and now == self.last[-1][0]):
            self.last.append((now, heads))
            return True
        return False


def _number_steps(row):
    runs = _Runs()
    for place, (now, heads) in enumerate(row):
        if not runs.last:
            runs.last.append((now, heads))
        elif not runs.takes(now, heads):
            before = runs.last[-1][0]
            how = TWICE if now == before else SKIPPED if now > before else BACK
            yield Step(how, _dotted(before), _dotted(now), place)
            runs.last[-1] = (now, heads)


def _follows(before, now):
    """Whether the number `now` may come next after `before`: 3.2 or 4 after 3.1, 3.1 after 3."""
    if now == (*before, 1):
        return True
    for depth in range(1, len(before) + 1):
        raised = (*before[: depth - 1], before[depth - 1] + 1)
        if now in (raised, (*raised, 1), (*raised, 1, 1)):
            return True
    return False


def _begins_elsewhere(line, before, step):
    """Whether a far number begins a run in another section, as minutes in a pack of papers do."""
    far = _places(line.label)[0] - _places(before.label)[0] > _FAR
    separate = line.kind == HEADING or line.trail[:1] != before.trail[:1]
    return step.how == SKIPPED and far and separate


def _is_of_a_part(reading, line, before, step):
    """Whether the numbers left out head parts that hold nothing, and so print nothing."""
    printed = {line.where for line in reading.lines}
    current = {part.label for part in reading.parts if part.label and part.where not in printed}
    numbers = {_places(item)[0] for item in current if _NUMBERS.fullmatch(item)}
    first, last = _places(before.label)[0] + 1, _places(line.label)[0]
    return step.how == SKIPPED and first < last and numbers.issuperset(range(first, last))


def _is_sure(lines, step):
    """Whether the numbering goes on from the odd number, so that it was meant as one."""
    if step.how == TWICE:
        return True
    after = lines[step.place + 1 : step.place + 2]
    return bool(after) and _follows(_places(lines[step.place].label), _places(after[0].label))


def _fault(line, before, step, sure, noun) -> Fault:
    old, now = before.label.strip(), line.label.strip()
    says = {
        TWICE: f"The {noun} “{now}” is used twice: before “{_first_words(before)}” and before "
        f"“{_first_words(line)}”.",
        SKIPPED: f"“{now}” follows “{old}”: a {noun} between them is missing.",
        BACK: f"“{now}” follows “{old}”: the {noun}s are not in order.",
    }[step.how]
    mend = Mend("Number again from here, or put back what is missing.")
    severity = Severity.ERROR if sure else Severity.WARNING
    return Fault(line.where, line.at, says, line.text[:160], now, line.block, mend, severity)


def _first_words(line):
    terms = line.text.split()
    return " ".join(terms[:6]) + ("…" if len(terms) > 6 else "")


def _dotted(places):
    return ".".join(map(str, places))
