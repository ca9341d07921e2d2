"""A per cent that sums up the sentences before it: `This means that they are 25% of all …`."""

import re
from collections.abc import Iterator

from reports.checks.numbers.passages import nearby
from reports.checks.reading import SIDE_BY_SIDE, Reading
from reports.checks.rule import Fault, Severity, fault
from reports.prose.quantities.arithmetic import both, number_text, plain, rounded, verdict
from reports.prose.quantities.phrases import phrase_after, same_thing, stems

_MEANS = re.compile(
    r"\b(?:account\w*\s+for|make\s+up|makes\s+up|represents?|equates?\s+to|is|are)\s+⟦p(\d+)⟧\s+of\s+"
    r"(?:all|the)\s+(?:our\s+)?(?P<whole>[^⟦.;:]{3,90})",
    re.I,
)
_SUMS_UP = re.compile(
    r"^\W*(?:this|these|together|that|they|so|thus|in\s+all|taken\s+together|combined|both)\b", re.I
)


def percents(reading: Reading) -> Iterator[Fault]:
    """A share of a whole that the section names, which none of the counts before it bears."""
    lines = reading.prose()
    for place, line in enumerate(lines):
        for number, sentence in enumerate(line.marked):
            match = _MEANS.search(sentence.text)
            if not match or sentence.marks("cm"):
                continue
            if not _SUMS_UP.match(sentence.text):
                continue
            before = nearby(lines, place, 8)
            parts = _parts(before, line, number)
            least = sum(part.value for part in parts)
            whole = _whole(before, line, number, stems(phrase_after(match["whole"])), least)
            if whole and parts:
                yield from _none_fits(line, sentence.thing(match[1]), parts, whole)


def _whole(before, line, number, named, least):
    """The last count of the passage that is `least` or more and is told in words of the whole."""
    if len(named) < 2:
        return None
    for item in (line, *reversed(before)):
        value = item.marked[max(0, number - SIDE_BY_SIDE) : number] if item is line else item.marked
        for sentence in value:
            for mark in re.finditer(r"⟦c(\d+)⟧", sentence.text):
                values = sentence.thing(mark[1])
                phrase = phrase_after(sentence.text, mark.end())
                if values.value >= least and same_thing(named, stems(phrase)):
                    return values
    return None


def _parts(before, line, number):
    """The counts that the sentence sums up: those of the last two sentences that have any."""
    items = [sentence for item in before[-2:] for sentence in item.marked]
    own = line.marked[max(0, number - SIDE_BY_SIDE) : number]
    entries = [sentence.marks("c") for sentence in (*items, *own)]
    entries = [numbers for numbers in entries if numbers][-2:]
    return [numbers[0] for numbers in entries if len(numbers) == 1]


def _none_fits(line, percent, parts, whole):
    sums = [sum(part.value for part in parts), *(part.value for part in parts)]
    exact = [value * 100 / whole.value for value in sums if 0 < whole.value >= value]
    if not exact or any(verdict(percent, item, item) != "wrong" for item in exact):
        return
    counted = " + ".join(plain(part) for part in parts)
    counted = f"{counted} = {number_text(sums[0])}" if len(parts) > 1 else counted
    right = rounded(exact[0], percent.places)
    says = (
        f"{counted}, and {number_text(sums[0])} of {plain(whole)} is "
        f"{both(exact[0], right, percent.places)}; the paper says {percent.words}."
    )
    mend = f"Write {number_text(right, percent.places)}%, or say what it is of."
    yield fault(line, percent, says, mend, severity=Severity.WARNING)
