"""The lines of a source freed of what belongs to its pages and not to its words: running heads,
page numbers, tags, pictures; tables are found here, while their lines are still apart."""

import itertools
import re
from collections import Counter
from dataclasses import replace

from assurance.runtime.digits import whole
from reports.conversion.lines import markup
from reports.conversion.lines.columns import columns_apart
from reports.conversion.lines.marks import mark_of
from reports.conversion.results import Line, Source, UnplacedText

_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|(?:=\s*){3,}|`{3,}\w*)\s*")
_DRAWN = re.compile(r"\s{3,}(?:-{8,}|={8,}|_{8,})\s*")
_PAGE = re.compile(
    r"(?:#{1,6}\s*)?(?:[-–—]\s*)?(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—])?"
    r"(?:\s+agenda item\s+\d{1,3}\w?)?",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[-–—]?\s*(\d{1,4})\s*[-–—]?")
_FEWEST, _LONGEST_HEAD, _LONG_CELL = 3, 100, 120
PAGE_NUMBER = "A page number is no part of the report: pages number themselves."
RUNNING = "It is at the head or foot of every page and is not part of the text."
PICTURE = "A picture cannot be imported from here: add it as an annex, or describe it in words."


def lines_of(source: Source) -> tuple[list[Line], list[UnplacedText]]:
    """The lines of `source` with words in them, in order, and what was left out."""
    result, missed = [], list(source.missed)
    blank, page, hard = True, True, True
    for number, raw in enumerate(source.lines, 1):
        if "\f" in raw:
            page, blank, raw = True, True, raw.replace("\f", "")
        raw, pictures = markup.pictures(raw)
        missed += [UnplacedText(source.place(number), picture, PICTURE) for picture in pictures]
        ends = markup.ends_with_break(raw)
        text = markup.plain(raw).rstrip()
        text = re.sub(r"^\s{0,3}>\s?", "", text)
        if not text.strip() or _RULE.fullmatch(text):
            # A line drawn under the rows of a table parts none of them from their total.
            blank = blank or not _DRAWN.fullmatch(text)
            continue
        indent = len(text) - len(text.lstrip())
        indent += 3 * text[:indent].count("\t")
        tabbed = text.startswith("\t")
        result.append(Line(number, text.strip(), indent, blank, page, hard, tabbed))
        blank, page, hard = False, False, ends
    return _without_pages(result, missed, source)


def tables_apart(lines: list[Line]) -> list[Line]:
    """`lines` with each run of table rows as lines that hold `cells`."""
    rows = [_row(line) for line in lines]
    made = []
    for place, line in enumerate(lines):
        cells = rows[place]
        if (cells and cells[0] == "pipes") or (cells and _has_neighbour(rows, lines, place)):
            made.append(replace(line, cells=cells[1:]))
        else:
            made.append(line)
    return columns_apart(made)


def is_rule_of_table(cells: tuple[str, ...]) -> bool:
    """Whether a row of a table is the line under its head."""
    return bool(cells) and all(re.fullmatch(r":?-+:?|", cell) for cell in cells) and any(cells)


def _row(line):
    """How a line's cells are parted, and the cells; nothing where it is no row."""
    text = line.words
    if text.startswith("|") and text.count("|") > 1:
        inner = text[1:-1] if text.endswith("|") and not text.endswith("\\|") else text[1:]
        cells = re.split(r"(?<!\\)\|", inner)
        return ("pipes", *(cell.replace("\\|", "|").strip() for cell in cells))
    if (" | " in text or text.count("|") > 1) and not mark_of(text).is_any:
        # Without signs at its ends it is a row only beside others like it.
        return ("bars", *(part.strip() for part in re.split(r"(?<!\\)\|", text)))
    if "\t" in text or line.tabbed:
        mark = mark_of(text)
        if not line.tabbed and (mark.bullet or mark.typed):
            return ()
        cells = tuple(part.strip() for part in re.split(r"\t+", text))
        if line.tabbed:
            cells = ("", *cells)
        return ("tabs", *cells) if len(cells) > 1 else ()
    return ()


def _has_neighbour(rows, lines, place):
    """Whether the row before or after stands right beside it, so that both make a table."""
    if rows[place][0] == "bars":
        return _has_bars_beside(rows, lines, place)
    before = place > 0 and rows[place - 1] and not lines[place].blank
    after = place + 1 < len(rows) and rows[place + 1] and not lines[place + 1].blank
    long = any(len(cell) > _LONG_CELL for cell in rows[place][1:])
    goes_on = place > 0 and lines[place].tabbed and len(rows[place - 1]) == len(rows[place])
    return bool(before or after or goes_on or (long and not lines[place].tabbed))


def _has_bars_beside(rows, lines, place):
    """Whether a row right before or after has as many cells."""
    before = place > 0 and not lines[place].blank and rows[place - 1]
    after = place + 1 < len(rows) and not lines[place + 1].blank and rows[place + 1]
    return any(item and len(item) == len(rows[place]) for item in (before, after))


def _without_pages(lines, missed, source):
    why = {}
    numbers = _page_numbers(lines)
    for place, line in enumerate(lines):
        if _PAGE.fullmatch(line.words) or place in numbers:
            why[place] = PAGE_NUMBER
    running = _running(lines, why)
    why |= dict.fromkeys(running, RUNNING)
    rows = []
    gap = False
    for place, line in enumerate(lines):
        if place in why:
            missed.append(
                UnplacedText(
                    source.place(line.number), markup.bare(line.words).lstrip("# "), why[place]
                )
            )
            gap = True
            continue
        rows.append(replace(line, blank=True, page=True) if gap else line)
        gap = False
    return rows, missed


def _page_numbers(lines):
    """The places of bare numbers that stand alone and rise from page to page."""
    alone = [
        (place, whole(match[1]))
        for place, line in enumerate(lines)
        if (match := _BARE_NUMBER.fullmatch(line.words)) and _stands_alone(lines, place)
    ]
    chosen = {
        place
        for (place, number), (_, following) in itertools.pairwise(alone)
        if following == number + 1
    }
    chosen |= {
        place for (_, before), (place, number) in itertools.pairwise(alone) if number == before + 1
    }
    with_break = {place for place, _ in alone if lines[place].page or _page_follows(lines, place)}
    return chosen if len(chosen) >= _FEWEST else with_break & {place for place, _ in alone}


def _stands_alone(lines, place):
    after = lines[place + 1] if place + 1 < len(lines) else None
    return lines[place].blank and (after is None or after.blank)


def _page_follows(lines, place):
    return place + 1 < len(lines) and lines[place + 1].page


def _running(lines, why):
    """The places of short lines that stand beside a page's end again and again."""
    other = []
    for place, line in enumerate(lines):
        if place in why or len(line.words) > _LONGEST_HEAD:
            continue
        next_to = place - 1 in why or place + 1 in why
        if next_to or line.page or _page_follows(lines, place):
            other.append((place, re.sub(r"\d+", "0", line.words)))
    counts = Counter(text for _, text in other)
    return [place for place, text in other if counts[text] >= _FEWEST]
