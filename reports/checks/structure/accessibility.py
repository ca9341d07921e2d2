"""What a reader who does not see, or who follows links, has of links, tables, charts and images."""

import re

from reports.checks.reading import CAPTION
from reports.checks.rule import Fault, Mend, Rule, Severity, fault

FAMILY = "structure"
_NOTHING = re.compile(
    r"\W*(?:click\s+)?(?:here|this|this\s+(?:link|page|website)|link|more|read\s+more|"
    r"find\s+out\s+more|website|web\s?page|page|document|download)\W*",
    re.I,
)
_CLICK = re.compile(r"\b(?:click|press|tap)\s+(?:on\s+)?(?:here|this\s+link)\b", re.I)
_BARE = re.compile(r"(?:https?://|www\.)\S+", re.I)
_IMAGE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<to>[^)]*)\)")
_NO_ALTERNATIVE = re.compile(
    r"\W*(?:image|picture|photo|chart|graph|figure|diagram|logo|screenshot|table)?\W*\d*\W*"
    r"|.*\.(?:png|jpe?g|gif|bmp|svg|webp|emf|wmf)",
    re.I,
)


def links_that_say_nothing(reading, _known):
    """Words of a link that do not say where it leads."""
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


def bare_addresses(reading, _known):
    """An address in the text where words could stand."""
    for line in reading.lines:
        for match in _BARE.finditer(line.text):
            text = match[0].rstrip(".,;)")
            says = f"“{text[:60]}” is an address, and not words that say where it leads."
            mend = Mend("Give the link words, such as the title of the page.", line.block)
            yield fault(line, match.start(), says, end=match.start() + len(text), mend=mend)


def without_alternative(reading, _known):
    """A chart or image without words for those who do not see it."""
    for grid in reading.grids:
        if grid.of_chart and _NO_ALTERNATIVE.fullmatch(grid.alternative):
            says = f"{grid.label or 'The chart'} has no words for those who cannot see it."
            mend = Mend("Write in a sentence what it shows.", grid.block)
            yield Fault(grid.where, grid.at, says, grid.caption, grid.label, grid.block, mend)
    for line in reading.lines:
        for match in _IMAGE.finditer(line.text):
            if _NO_ALTERNATIVE.fullmatch(match["words"]):
                says = "The image has no words for those who cannot see it."
                mend = Mend("Write in a sentence what it shows.", line.block)
                yield fault(line, match.start(), says, end=match.end(), mend=mend)


def tables_without_words(reading, _known):
    """A table without a caption, or without a word at the head of a column."""
    captions = {line.where for line in reading.lines if line.kind == CAPTION and line.text.strip()}
    for grid in reading.grids:
        if grid.of_chart:
            continue
        name = grid.label or "The table"
        if not grid.caption.strip() and grid.where not in captions:
            says = f"{name} has no caption."
            mend = Mend("Say in a line what it shows.", grid.block)
            severity = Severity.ADVICE if reading.typed else None
            yield Fault(grid.where, grid.at, says, "", "", grid.block, mend, severity)
        empty = [place for place, item in enumerate(grid.columns, 1) if not item.text.strip()]
        if grid.columns and [place for place in empty if place > 1]:
            says = f"Column {empty[-1]} of {name[0].lower() + name[1:]} has no heading."
            mend = Mend("Write what stands in the column.", grid.block)
            severity = Severity.ADVICE if reading.typed else None
            yield Fault(grid.where, grid.at, says, grid.caption, "", grid.block, mend, severity)


def _link_fault(line, start, end, text):
    says = f"“{text}” does not say where the link leads."
    mend = Mend("Let the words of the link name what it leads to.", line.block)
    return fault(line, start, says, end=end, mend=mend)


RULES = (
    Rule(
        "link-says-nothing",
        FAMILY,
        Severity.WARNING,
        "The words of a link say where it leads.",
        links_that_say_nothing,
        "issue: structure",
    ),
    Rule(
        "bare-address",
        FAMILY,
        Severity.ADVICE,
        "A link has words, and its address does not stand in the text.",
        bare_addresses,
        "issue: structure",
    ),
    Rule(
        "no-alternative",
        FAMILY,
        Severity.ERROR,
        "Charts and images have words for those who cannot see them.",
        without_alternative,
        "issue: structure",
    ),
    Rule(
        "table-without-words",
        FAMILY,
        Severity.WARNING,
        "A table has a caption and a word at the head of each column.",
        tables_without_words,
        "issue: structure",
    ),
)
