"""Parts and sections: there, filled, in order, and one level below what holds them."""

import re
from itertools import zip_longest

from reports.checks.reading import HEADING
from reports.checks.rule import Fault, Mend, Severity, fault, rule

_FIRST_LEVEL = 2
# Headings that papers have by rule; what stands under them is looked for.
_OF_A_PART = re.compile(
    r"\W*(?:(?:financial|legal|equalit(?:y|ies)|human\s+resources|hr|risk|specialist|corporate)\s+)?"
    r"implications|risks?|risk\s+management|consultation|reasons?(?:\s+for\s+.{0,30})?|options|"
    r"analysis|council\s+plan|wards?\s+affected|recommendations?",
    re.I,
)


@rule("part-empty", Severity.ERROR, "C22")
def empty_parts(reading, _known):
    """Every part that the template asks for holds something."""
    for part in reading.parts:
        if part.mandatory and not part.filled:
            says = f"“{part.title or part.slug}” is asked for by the template and holds nothing."
            mend = Mend("Write it, or say why there is none.")
            yield Fault(part.where, part.title or part.slug, says, mend=mend)


@rule("parts-out-of-order", Severity.WARNING, "C22")
def parts_in_order(reading, known):
    """Parts stand in the order of the committee's template."""
    if not reading.typed:
        return
    targets = [title.casefold() for title in known.part_titles]
    matches = [line for line in reading.headings() if line.text.casefold() in targets]
    places = [targets.index(line.text.casefold()) for line in matches]
    for before, line, earlier, now in zip(matches, matches[1:], places, places[1:], strict=False):
        if now < earlier:
            says = f"“{line.text}” stands after “{before.text}”, and the template has it before."
            yield fault(line, 0, says, "Move it to its place.")


@rule("section-empty", Severity.WARNING, "issue: structure")
def empty_sections(reading, _known):
    """Something stands under every heading."""
    rows = [line for line in reading.lines if line.text.strip()]
    charts = {grid.where for grid in reading.grids}
    for line, after in zip_longest(rows, rows[1:]):
        if (
            line.kind != HEADING
            or line.where in charts
            or not _is_followed_by_its_like(line, after)
        ):
            continue
        if any(annex.where == line.where for annex in reading.annexes):
            continue
        says = f"Nothing stands under “{line.text}”."
        mend = "Write it, or take the heading out."
        # Of a paper from elsewhere a heading may have been taken for one that was none.
        unsure = reading.typed and not _OF_A_PART.fullmatch(line.text)
        yield fault(line, 0, says, mend, severity=Severity.ADVICE if unsure else None)


@rule("heading-level-skipped", Severity.WARNING, "issue: structure")
def levels_skipped(reading, _known):
    """A heading is one level below the one that holds it."""
    before = _FIRST_LEVEL - 1
    for line in reading.headings():
        if line.level > before + 1:
            says = (
                f"“{line.text}” is a heading of level {line.level} and follows one of level "
                f"{before}."
            )
            yield fault(line, 0, says, f"Make it level {before + 1}.")
        before = line.level


def _is_followed_by_its_like(line, after):
    """Whether the next thing is a heading of its level or above, or the paper ends."""
    if after is None:
        return True
    return after.kind == HEADING and after.level <= line.level
