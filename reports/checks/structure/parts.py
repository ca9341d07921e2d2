"""Parts of the template that are there, in order, filled, and readable by everybody."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from reports.checks.reading import CAPTION, FACT, HEADING, PARAGRAPH, RUN_IN, Reading
from reports.checks.rule import Fault, Mend, Severity, fault, rule
from reports.prose.content import content
from reports.prose.patterns import SentencePattern

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
    """Every part that the template asks for has content."""
    for part in reading.parts:
        if part.mandatory and not part.filled:
            says = f"“{part.title or part.slug}” is required by the template and is empty."
            mend = Mend("Write it, or explain why there is none.")
            yield Fault(part.where, part.title or part.slug, says, mend=mend)


@rule("parts-out-of-order", Severity.WARNING, "C22")
def parts_in_order(reading, known):
    """Parts are in the order of the committee's template."""
    if not reading.typed:
        return
    targets = [title.casefold() for title in known.part_titles]
    matches = [line for line in reading.headings() if line.text.casefold() in targets]
    places = [targets.index(line.text.casefold()) for line in matches]
    for before, line, earlier, now in zip(matches, matches[1:], places, places[1:], strict=False):
        if now < earlier:
            says = f"“{line.text}” comes after “{before.text}”, but the template has it before."
            yield fault(line, 0, says, "Move it to its place.")


@rule("section-empty", Severity.WARNING, "issue: structure")
def empty_sections(reading, _known):
    """Every heading has content under it."""
    rows = [line for line in reading.lines if line.text.strip()]
    charts = {grid.where for grid in reading.grids}
    empty = {part.where for part in reading.parts if part.mandatory and not part.filled}
    for line, after in zip_longest(rows, rows[1:]):
        if (
            line.kind != HEADING
            or line.where in charts
            or not _is_followed_by_its_like(line, after)
        ):
            continue
        if line.where in empty or any(annex.where == line.where for annex in reading.annexes):
            continue
        says = f"There is nothing under “{line.text}”."
        mend = "Write it, or take the heading out."
        # Of a paper from elsewhere a heading may have been taken for one that was none.
        if not reading.typed or _OF_A_PART.fullmatch(line.text):
            yield fault(line, 0, says, mend)


@rule("heading-level-skipped", Severity.WARNING, "issue: structure")
def levels_skipped(reading, _known):
    """A heading is one level below the heading that it is under."""
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


# What a heading, or a line that begins so, is called where councils call a part otherwise.
_CALLED = {
    "implications": re.compile(r"\bimplications?\b", re.I),
    "risks": re.compile(r"\brisks?\b", re.I),
    "contacts": re.compile(r"^\W*(?:contacts?\b|(?:report\s+)?authors?\b)", re.I),
    "council_plan": re.compile(r"\b(?:council|corporate)\s+(?:plan|priorit)", re.I),
}
_BY_PART = ("wards", "background_papers")
_READ = ("paragraphs", "sections", *_CALLED, *_BY_PART)
_LONGEST_KEY = 60


@rule("part-missing", Severity.WARNING, "error 28; C22")
def parts_missing(reading: Reading, known) -> Iterator[Fault]:
    """An imported report has the parts that the committee's template asks for.

    Only a paper that asks for something: agendas, minutes, letters have parts of their own.
    """
    asks = any(True for _recommendation in reading.recommendations())
    if not reading.typed or not asks:
        return
    titles = [line.text for line in reading.lines if line.kind in (HEADING, RUN_IN)]
    begun = [
        line.text[:_LONGEST_KEY]
        for line in reading.lines
        if line.kind in (PARAGRAPH, FACT) and ":" in line.text[:_LONGEST_KEY]
    ]
    filled = {part.kind for part in reading.parts if part.filled}
    for kind, title in known.parts_asked:
        if kind not in _READ or not title:
            continue
        if kind in _BY_PART:
            there = kind in filled
        elif kind in _CALLED:
            there = any(map(_CALLED[kind].search, (*titles, *begun)))
        else:
            there = any(content(title) & content(item) for item in titles)
        if not there:
            says = f"The committee’s template asks for “{title}”, but the report has no such part."
            mend = Mend("Write it, or write that there is none.")
            first = reading.lines[0].where
            yield Fault(first, "the report as a whole", says, about=title, mend=mend)


_NOTHING = re.compile(
    r"\W*(?:click\s+)?(?:here|this|this\s+(?:link|page|website)|link|more|read\s+more|"
    r"find\s+out\s+more|website|web\s?page|page|document|download)\W*",
    re.I,
)
_CLICK = SentencePattern(r"\b(?:click|press|tap)\s+(?:on\s+)?(?:here|this\s+link)\b", re.I)
_BARE = SentencePattern(r"(?:https?://|www\.)\S+", re.I)
_DESCRIBE = "Write in a sentence what it shows."
_IMAGE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<to>[^)]*)\)")
_NO_ALTERNATIVE = re.compile(
    r"\W*(?:image|picture|photo|chart|graph|figure|diagram|logo|screenshot|table)?\W*\d*\W*"
    r"|.*\.(?:png|jpe?g|gif|bmp|svg|webp|emf|wmf)",
    re.I,
)


@rule("link-says-nothing", Severity.WARNING, "issue: structure")
def links_that_say_nothing(reading, _known):
    """The words of a link name where it leads."""
    for line in reading.lines:
        for cite in line.cites:
            text = line.text[cite.start : cite.end]
            if cite.address and _NOTHING.fullmatch(text):
                yield _link_fault(line, cite.start, cite.end, text)
        for match in _CLICK.finditer(line.text):
            if not any(
                item.start < match.end() and match.start() < item.end for item in line.cites
            ):
                yield _link_fault(line, match.start(), match.end(), match[0])


@rule("bare-address", Severity.ADVICE, "issue: structure")
def bare_addresses(reading, _known):
    """A link has words, and its address is not in the text."""
    for line in reading.lines:
        for match in _BARE.finditer(line.text):
            text = match[0].rstrip(".,;)")
            says = f"“{text[:60]}” is an address, not words that describe where it leads."
            mend = "Give the link words, such as the title of the page."
            yield fault(line, (match.start(), match.start() + len(text)), says, mend)


@rule("no-alternative", Severity.ERROR, "issue: structure")
def without_alternative(reading, _known):
    """Charts and images have words for those who cannot see them."""
    for grid in reading.grids:
        if grid.of_chart and _NO_ALTERNATIVE.fullmatch(grid.alternative):
            says = f"{grid.label or 'The chart'} has no words for those who cannot see it."
            yield _grid_fault(grid, says, _DESCRIBE, grid.caption, grid.label)
    for line in reading.lines:
        for match in _IMAGE.finditer(line.text):
            if _NO_ALTERNATIVE.fullmatch(match["words"]):
                says = "The image has no words for those who cannot see it."
                yield fault(line, match, says, _DESCRIBE)


@rule("table-without-words", Severity.WARNING, "issue: structure")
def tables_without_words(reading, _known):
    """A table has a caption and a word at the head of each column."""
    severity = Severity.ADVICE if reading.typed else None
    captions = {line.where for line in reading.lines if line.kind == CAPTION and line.text.strip()}
    for grid in reading.grids:
        if grid.of_chart:
            continue
        name = grid.label or "The table"
        if not grid.caption.strip() and grid.where not in captions:
            says = f"{name} has no caption."
            yield _grid_fault(grid, says, "Describe in a line what it shows.", severity=severity)
        empty = [place for place, item in enumerate(grid.columns, 1) if not item.text.strip()]
        if grid.columns and [place for place in empty if place > 1]:
            says = f"Column {empty[-1]} of {name[0].lower() + name[1:]} has no heading."
            mend = "Write what the column contains."
            yield _grid_fault(grid, says, mend, grid.caption, severity=severity)


def _grid_fault(grid, says, mend, sentence="", about="", severity=None):
    return Fault(grid.where, grid.at, says, sentence, about, grid.block, Mend(mend), severity)


def _link_fault(line, start, end, text):
    says = f"“{text}” does not describe where the link leads."
    return fault(line, (start, end), says, "Let the words of the link name what it leads to.")
