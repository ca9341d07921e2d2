"""A section as somebody was asked for it, drawn in memory."""

from reports.contributions.proposals import RequestedBlock, as_it_was, proposed

CELLS = {
    "caption": "Audits by team",
    "cells": {
        "columns": [{"label": "Team"}, {"label": "Audits", "numeric": True}],
        "rows": [["North", "4"], ["South", "7"]],
    },
}
GRID = {"caption": "Children", "grid": {"columns": [], "rows": []}}
BLOCKS = (
    RequestedBlock("work", "section", "", "What was done", "", {}, "section 3"),
    RequestedBlock(
        "audits", "paragraph", "work", "", "Managers audited [[audits.done]] files.", {}, "two"
    ),
    RequestedBlock("teams", "table", "work", "", "", CELLS, "Table 1"),
    RequestedBlock("learning", "section", "work", "Learning", "", {}, "section"),
    RequestedBlock(
        "themes", "paragraph", "learning", "Themes", "First.\n\nSecond.", {}, "paragraph 4"
    ),
    RequestedBlock("children", "table", "work", "", "", GRID, "Table 2"),
)
NOW = {one.slug: as_it_was(one) for one in BLOCKS}


def made(**words):
    """The proposal of `words`, a name of a box being written with one underscore for its first
    hyphen."""
    boxes = {name.replace("_", "-", 1): text for name, text in words.items()}
    return proposed(BLOCKS, "work", boxes)


def outline(rows):
    """(key, parent) of each block of a proposal."""
    return [(one.key, one.parent) for one in rows]


def by_key(rows):
    """Key → block of a proposal."""
    return {one.key: one for one in rows}
