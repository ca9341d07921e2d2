"""What a reader who does not see, or who follows links, has of links, tables, charts and images."""

import re

from reports.checks.reading import CAPTION
from reports.checks.rule import Fault, Mend, Severity, fault, rule

_NOTHING = re.compile(
    r"\W*(?:click\s+)?(?:here|this|this\s+(?:link|page|website)|link|more|read\s+more|"
    r"find\s+out\s+more|website|web\s?page|page|document|download)\W*",
    re.I,
)
_CLICK = re.compile(r"\b(?:click|press|tap)\s+(?:on\s+)?(?:here|this\s+link)\b", re.I)
_BARE = re.compile(r"(?:https?://|www\.)\S+", re.I)
_DESCRIBE = "Write in a sentence what it shows."
_IMAGE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<to>[^)]*)\)")
_NO_ALTERNATIVE = re.compile(
    r"\W*(?:image|picture|photo|chart|graph|figure|diagram|logo|screenshot|table)?\W*\d*\W*"
    r"|.*\.(?:png|jpe?g|gif|bmp|svg|webp|emf|wmf)",
    re.I,
)


@rule("link-says-nothing", Severity.WARNING, "issue: structure")
def links_that_say_nothing(reading, _known):
    """The words of a link say where it leads."""
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
    """A link has words, and its address does not stand in the text."""
    for line in reading.lines:
        for match in _BARE.finditer(line.text):
            text = match[0].rstrip(".,;)")
            says = f"“{text[:60]}” is an address, and not words that say where it leads."
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
            yield _grid_fault(grid, says, "Say in a line what it shows.", severity=severity)
        empty = [place for place, item in enumerate(grid.columns, 1) if not item.text.strip()]
        if grid.columns and [place for place in empty if place > 1]:
            says = f"Column {empty[-1]} of {name[0].lower() + name[1:]} has no heading."
            mend = "Write what stands in the column."
            yield _grid_fault(grid, says, mend, grid.caption, severity=severity)


def _grid_fault(grid, says, mend, sentence="", about="", severity=None):
    return Fault(grid.where, grid.at, says, sentence, about, grid.block, Mend(mend), severity)


def _link_fault(line, start, end, text):
    says = f"“{text}” does not say where the link leads."
    return fault(line, (start, end), says, "Let the words of the link name what it leads to.")
