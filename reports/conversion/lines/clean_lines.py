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
PAGE_NUMBER = "A page number is no part of the paper: pages number themselves."
RUNNING = "It stands at the head or foot of page after page and is no part of the text."
PICTURE = "A picture cannot be brought in from here: put it in as an annex, or say it in words."


def lines_of(source: Source) -> tuple[list[Line], list[UnplacedText]]:
    """The lines of `source` with words in them, in order, and what was left out."""
    found, missed = [], list(source.missed)
    blank, page, hard = True, True, True
    for number, raw in enumerate(source.lines, 1):
        if "\f" in raw:
            page, blank, raw = True, True, raw.replace("\f", "")
        raw, pictures = markup.pictures(raw)
        missed += [UnplacedText(source.place(number), one, PICTURE) for one in pictures]
        ends = markup.ends_with_break(raw)
        words = markup.plain(raw).rstrip()
        words = re.sub(r"^\s{0,3}>\s?", "", words)
        if not words.strip() or _RULE.fullmatch(words):
            # A line drawn under the rows of a table parts none of them from their total.
            blank = blank or not _DRAWN.fullmatch(words)
            continue
        indent = len(words) - len(words.lstrip())
        indent += 3 * words[:indent].count("\t")
        tabbed = words.startswith("\t")
        found.append(Line(number, words.strip(), indent, blank, page, hard, tabbed))
        blank, page, hard = False, False, ends
    return _without_pages(found, missed, source)


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
    return bool(cells) and all(re.fullmatch(r":?-+:?|", one) for one in cells) and any(cells)


def _row(line):
    """How a line's cells are parted, and the cells; nothing where it is no row."""
    words = line.words
    if words.startswith("|") and words.count("|") > 1:
        inner = words[1:-1] if words.endswith("|") and not words.endswith("\\|") else words[1:]
        cells = re.split(r"(?<!\\)\|", inner)
        return ("pipes", *(one.replace("\\|", "|").strip() for one in cells))
    if (" | " in words or words.count("|") > 1) and not mark_of(words).is_any:
        # Without signs at its ends it is a row only beside others like it.
        return ("bars", *(one.strip() for one in re.split(r"(?<!\\)\|", words)))
    if "\t" in words or line.tabbed:
        mark = mark_of(words)
        if not line.tabbed and (mark.bullet or mark.typed):
            return ()
        cells = tuple(one.strip() for one in re.split(r"\t+", words))
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
    return any(one and len(one) == len(rows[place]) for one in (before, after))


def _without_pages(lines, missed, source):
    why = {}
    numbers = _page_numbers(lines)
    for place, line in enumerate(lines):
        if _PAGE.fullmatch(line.words) or place in numbers:
            why[place] = PAGE_NUMBER
    running = _running(lines, why)
    why |= dict.fromkeys(running, RUNNING)
    kept = []
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
        kept.append(replace(line, blank=True, page=True) if gap else line)
        gap = False
    return kept, missed


def _page_numbers(lines):
    """The places of bare numbers that stand alone and rise from page to page."""
    alone = [
        (place, whole(found[1]))
        for place, line in enumerate(lines)
        if (found := _BARE_NUMBER.fullmatch(line.words)) and _stands_alone(lines, place)
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
    beside = []
    for place, line in enumerate(lines):
        if place in why or len(line.words) > _LONGEST_HEAD:
            continue
        next_to = place - 1 in why or place + 1 in why
        if next_to or line.page or _page_follows(lines, place):
            beside.append((place, re.sub(r"\d+", "0", line.words)))
    counts = Counter(words for _, words in beside)
    return [place for place, words in beside if counts[words] >= _FEWEST]
