"""The pages of a section: a long one goes over several of four windows each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import strip_tags

from reports.editor.outline import Line

HEADED = ("section", "annex")
# Rows of text that one page of a section holds, and signs of a row: four windows of 900 pixels.
ROWS_OF_A_PAGE, SIGNS_OF_A_ROW = 96, 72
# What takes room beyond its letters.
ROWS_OF_MARKS = {"<li": 1, "<tr": 1, "<table": 5, "<svg": 10}


@dataclass(frozen=True)
class SectionPage:
    """So much of a section as one page shows, found by `slug`: that of the section, or of its own
    first block; `after` is the block beside its first that the page before ends with."""

    slug: str
    title: str
    lines: tuple[Line, ...]
    after: str = ""


def pages_of(slug: str, lines: Sequence[Line]) -> tuple[SectionPage, ...]:
    """The lines of the section `slug` page by page."""
    groups = _paged(lines)
    return tuple(
        SectionPage(
            group[0].slug if place else slug,
            _span(group),
            tuple(group),
            _beside(group[0], groups[place - 1]) if place else "",
        )
        for place, group in enumerate(groups)
    )


def _paged(lines):
    """The lines in groups that fit a page each. What stands in another block stays with it, and a
    heading with what follows it."""
    groups, rows = [[]], 0
    for several in _standing_together(lines):
        length = sum(map(_rows_of, several))
        if rows + length > ROWS_OF_A_PAGE and _has_text(groups[-1]):
            remaining = _without_last_heading(groups[-1])
            groups.append(groups[-1][remaining:])
            del groups[-2][remaining:]
            rows = sum(map(_rows_of, groups[-1]))
        groups[-1] += several
        rows += length
    return groups


def _standing_together(lines):
    """The lines in groups: each of the section's own with what stands in it."""
    groups = []
    for line in lines:
        if line.depth <= 1 or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def _rows_of(line):
    """How many rows of text a block takes about, with what parts it from the next."""
    printed = line.shown
    rows = 2 + len(strip_tags(printed)) // SIGNS_OF_A_ROW
    return rows + sum(printed.count(mark) * many for mark, many in ROWS_OF_MARKS.items())


def _has_text(lines):
    return any(line.kind not in (*HEADED, "heading") for line in lines)


def _without_last_heading(lines):
    """How many of the lines are left without the headings that end them."""
    end = len(lines)
    while lines[end - 1].kind == "heading":
        end -= 1
    return end


def _beside(first, lines):
    """The slug of the last of the lines that stands beside `first` in one block, or nothing."""
    rows = (line.slug for line in reversed(lines) if line.parent == first.parent)
    return next(rows, "")


def _span(lines):
    """From which to which block, in words: `paragraph 3 to paragraph 13`."""
    names = [line.name for line in lines if line.kind not in (*HEADED, "heading")]
    return " to ".join(dict.fromkeys((*names[:1], *names[-1:])))
