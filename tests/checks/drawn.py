"""Papers for the tests of checks, drawn in a few lines and kept in memory: no row is written.

A blank line parts blocks. `# Words` begins a section and `## Words` one in it; `> words` is a
recommendation; `! Words` an annex, and what follows stands in it; `Table: caption` before lines of
`| a | b |` is a table of words, whose last row is a total where it begins with *Total*, with or
without a typed number (`Table 2: caption`); one whose
caption ends with `(actions.total at 2016-01-18)` is a list of what that figure counts; a line of it
without bars is a note under it. Everything else is a paragraph in the written language.
`{{188|looked_after.total|2015-12-01}}` is what a live figure says, of a day or
(`2015-07-01/2015-12-31`) a period; its key may go on with what it is out of:
`looked_after.age_band of 188 children looked after`, with the places of the two figures that it is
the difference of: `looked_after.total=1,2`, or with the label of a member of a figure that records
give: `looked_after.age_band:10 to 15`.

A label in brackets at the beginning (`# [d)] Words`, `[25.] words`, `* [a)] words`,
`! [Annex B] x`) was typed: then the paper is one that was imported, and only such labels stand in
it.
"""

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from assurance.accounts.models.accounts import Council
from assurance.figures.registry import FIGURES
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.runtime.periods import When
from reports.checks.context import CheckContext
from reports.checks.reading import HEADLINES, ITEM, ListedRecords, LiveFigure
from reports.documents.entries import Entry
from reports.language import template as templates
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, Manuscript
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate, Series
from reports.prose.quantities.phrases import stems
from reports.verdicts.counts.times import is_of_events
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.paper.record_lists import with_entry
from reports.verdicts.registry import RULES
from reports.verdicts.run import FAILED, check

TEMPLATES = Path("fixtures/templates")
DATED = date(2016, 1, 18)
PERIOD = When(date(2015, 7, 1), date(2015, 12, 31))
KNOWN = CheckContext(today=DATED, of_events=is_of_events, full_weight=True)
_LIVE = re.compile(r"\{\{([^|{}]+)\|([^|{}]+)\|([^|{}]+)\}\}")
# A bar between cells, not one within a figure.
_BAR = re.compile(r"\|(?![^{}]*\}\})")
ASKED_FOR = ("wards", "body")
_LISTED = re.compile(r"\((\w+\.\w+) at (\d{4}-\d\d-\d\d)\)$")
_TYPED = re.compile(r"^((?:#+|[>!]) |)\[([^\]\n]{1,20})\] ")
_ITEM = re.compile(r"^( *)\* \[([^\]\n]{1,6})\] ", re.M)
_TABLE = re.compile(r"Table: |Table \d+(?:\.\d+)*: (?=.*\n\|)")


@cache
def template(slug="york-2016"):
    """A report template of the fixtures that asks for wards and a body only."""
    plain = json.loads((TEMPLATES / f"{slug}.json").read_text())
    for part in plain["parts"]:
        part["mandatory"] = part["slug"] in ASKED_FOR or "when_empty" in part
    return templates.read(plain)


def written(text):
    """The blocks that `text` draws."""
    blocks, section, inner, annex = [], "", "", ""
    pieces = filter(None, (one.strip("\n") for one in text.split("\n\n")))
    for place, (piece, typed) in enumerate(map(_untyped, pieces), 1):
        slug, part = f"b{place}", "annexes" if annex else "body"
        within = annex or inner or section
        if piece.startswith("## "):
            inner = slug
            blocks.append(_block(slug, part, "section", section, piece[3:]))
        elif piece.startswith("# "):
            section, inner = slug, ""
            blocks.append(_block(slug, part, "section", "", piece[2:]))
        elif piece.startswith("> "):
            data = {"kind": piece[2:].split()[0].lower(), "reason": "So that it is known."}
            blocks.append(
                _block(slug, "recommendations", "recommendation", "", "", piece[2:], data)
            )
        elif piece.startswith("! "):
            annex = slug
            blocks.append(_block(slug, "annexes", "annex", "", piece[2:]))
        elif _TABLE.match(piece):
            blocks.append(_block(slug, part, "table", within, "", "", _cells(piece)))
        else:
            blocks.append(_block(slug, part, "paragraph", within, "", piece))
        blocks[-1].data.update(typed)
    return tuple(blocks)


def manuscript(
    text, *, paper_date=DATED, meeting=None, period=PERIOD, names=(), glossary=(), **said
):
    """The manuscript that `text` draws; `said` are further fields of the paper."""
    council = Council(slug="northmoor", name=said.pop("council", "Northmoor Council"))
    committee = Body(council=council, slug="scrutiny", title="Scrutiny Committee")
    paper = Paper(
        council=council,
        series=Series(
            council=council, committee=committee, slug="update", title="Six-monthly update"
        ),
        template=ReportTemplate(council=council, slug="york-2016", title="York", spec={}),
        meeting=meeting and Meeting(committee=committee, date=meeting),
        slug="paper",
        title=said.pop("title", "Update on safeguarding"),
        period_start=period.start,
        period_end=period.end,
        paper_date=paper_date,
        parts=said.pop("parts", {"wards": {"text": "All"}}),
    )
    return Manuscript(
        paper=paper,
        template=template(),
        names=dict(names),
        blocks=written(text),
        parts=paper.parts,
        glossary=dict(glossary),
    )


def reading(text, *, carried=(), levels=(), headlines=(), **said):
    """The reading of the paper that `text` draws. `carried` are the slugs of blocks that come from
    the last paper, `headlines` those that are headline figures; `levels` gives headings at an
    anchor a level that no draft could have."""
    made = manuscript(text, **said)
    read = _with_lists(_with_figures(reading_of(made, assemble(made).document)))
    levels = dict(levels)
    lines = tuple(
        replace(line, carried=line.block in carried, level=levels.get(line.where, line.level))
        for line in read.lines
    )
    lines = tuple(
        replace(line, kind=ITEM, where=f"{HEADLINES}{line.block}")
        if line.block in headlines
        else line
        for line in lines
    )
    return replace(read, lines=lines) if carried or levels or headlines else read


def found(text, *, known=KNOWN, rules=RULES, **said):
    """Everything that all rules find in it, or those that are named."""
    rows = check(reading(text, **said), known, rules)
    assert not [row.fault.says for row in rows if row.rule is FAILED]
    return rows


def of_family(family):
    """The rules of a family, in their order."""
    return tuple(rule for rule in RULES if rule.family == family)


def keys(text, **said):
    """The identifiers of the rules that find something, in order, advice left out."""
    return [one.rule.key for one in found(text, **said) if one.severity != "advice"]


def noted(text, **said):
    """The identifiers of the rules that find something, in order, advice with them."""
    return [one.rule.key for one in found(text, **said)]


def _with_figures(read):
    """`read` with what is drawn as a figure's words made live."""
    entries = []
    for line in (one for one in read.lines if "{{" in one.text):
        text, live, place = "", [], 0
        for drawn in _LIVE.finditer(line.text):
            text += line.text[place : drawn.start()]
            entries.append(_entry(len(entries) + 1, *drawn.groups()))
            live.append(LiveFigure(len(text), len(text) + len(drawn[1]), entries[-1]))
            text, place = text + drawn[1], drawn.end()
        # The lists of the reading hold the same lines, so each is changed where it is.
        object.__setattr__(line, "text", text + line.text[place:])
        object.__setattr__(line, "live", tuple(live))
    return replace(read, figures=(*read.figures, *entries))


def _with_lists(read):
    """`read`, in which tables drawn as lists are of the records that their captions name."""
    grids = tuple(
        with_entry(replace(grid, records=_listed(*named.groups(), grid.caption))) if named else grid
        for grid in read.grids
        for named in (_LISTED.search(grid.caption),)
    )
    return replace(read, grids=grids)


def _listed(key, day, caption):
    on = date.fromisoformat(day)
    return ListedRecords(stems(caption), on, key, "", on, on)


def _entry(number, text, key, when):
    first, _slash, last = when.partition("/")
    key, _of, whole = key.partition(" of ")
    key, _is, parts = key.partition("=")
    key, _member, label = key.partition(":")
    base, _space, out_of = whole.partition(" ")
    said = {"counts": "", "out_of": out_of, "source": "", "rule": "", "citation": ""}
    count = int(re.sub(r"\D", "", text) or 0)
    # Shares of measures are told from counts by their unit.
    unit = str(FIGURES[key].unit) if key == "measures.per_cent" else ""
    return Entry(
        **said,
        number=number,
        key=key,
        title=FIGURES[key].title_of(label) if key in FIGURES else key,
        text=text,
        when=when,
        cohort="",
        start=first,
        end=last or first,
        count=count,
        base_count=int(base) if base else 40 if text.endswith("%") and not unit else None,
        unit=unit,
        mark="" if re.search(r"\d", text) else "withheld",
        member="difference-1" if parts else label,
        made_of=tuple(map(int, parts.split(","))) if parts else (),
    )


def _untyped(piece):
    """(a piece without its typed labels, the data that hold them)."""
    typed = {}
    if all(line.startswith("- ") for line in piece.splitlines()):
        piece = re.sub(r"^- ", "* ", piece, flags=re.M)
    if found := _TYPED.match(piece):
        typed["typed"], piece = found[2], found[1] + piece[found.end() :]
    if items := _ITEM.findall(piece):
        typed["items"] = [{"depth": 1 + bool(deep), "typed": label} for deep, label in items]
        piece = _ITEM.sub(r"\1* ", piece)
    return piece, typed


def _block(slug, part, kind, parent, heading="", text="", data=None):
    return BlockText(slug, part, kind, parent, heading, text, dict(data or {}))


def _cells(piece):
    caption, *lines = piece[_TABLE.match(piece).end() :].splitlines()
    notes = [line for line in lines if not line.startswith("|")]
    lines = [line for line in lines if line.startswith("|")]
    rows = [[cell.strip() for cell in _BAR.split(line.strip("|"))] for line in lines]
    columns = [{"label": cell, "numeric": place > 0} for place, cell in enumerate(rows[0])]
    total = rows[-1][0].casefold().startswith("total")
    cells = {"columns": columns, "rows": rows[1:], "total_row": total}
    return {"caption": caption, "cells": cells, "notes": notes}
