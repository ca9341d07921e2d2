"""What a block's `data` may hold: captions, reasons, grids of figures, written cells, lists."""

from collections.abc import Collection, Iterator, Mapping

from assurance.runtime.typography import typographic
from reports.language import grammar
from reports.language.grammar import Problem
from reports.language.rules.exempt import CATEGORIES
from reports.language.rules.month_ends import is_named
from reports.language.shapes import (
    Entry,
    a_list,
    a_map,
    an_object,
    any_text,
    count,
    maybe,
    one_of,
    truth,
)
from reports.language.tokens import is_headline, is_row, read_token

# What the numbers of a table of cells count: small numbers of people are protected.
COUNTS = ("children", "people", "things")
HEADLINES = "headlines"
FEWEST_HEADLINES, MOST_HEADLINES = 3, 6
REQUIRED_KEYS = {
    "table": ("grid", "cells", "records"),
    "chart": ("grid",),
    "records": ("records",),
    HEADLINES: (HEADLINES,),
}
DECISIONS = (
    *("note", "agree", "approve", "endorse", "consider", "comment", "determine", "refer"),
    *("request", "receive", "recommend", "delegate", "support"),
)
ANNEX_STATES = ("exempt", "to follow")
# Where `data` has prose; a row of written cells is a list under `rows`.
_PROSE = ("caption", "finding", "reason", "interest", "notes", "label", "rows")


def problems(kind: str, data: Mapping, names: Collection[str], place: str) -> Iterator[Problem]:
    """What is wrong with the `data` of a block of that kind; `names` are the paper's dates."""
    yield from _DATA(data, place)
    target = REQUIRED_KEYS.get(kind, ())
    if target and not any(name in data for name in target):
        yield Problem(f"Its data lack {' or '.join(target)}: it would print nothing.", place)
    headlines = data.get(HEADLINES)
    if isinstance(headlines, list) and not FEWEST_HEADLINES <= len(headlines) <= MOST_HEADLINES:
        many = f"{FEWEST_HEADLINES} to {MOST_HEADLINES}"
        yield Problem(f"Headline figures are {many}, and here are {len(headlines)}.", place)
    yield from _misfits(data.get("cells"), place)
    yield from _unset("column", _lists(data.get("grid"))[0], names, place)
    yield from _unset("list", [data.get("records")], names, place)
    yield from _unset("list", [_kept_within(data.get("records"))], names, place)


def text_in(data: Mapping) -> tuple[str, ...]:
    """Every text of a block's `data` that prints, and the quotes of a grid as tokens."""
    grid, cells = data.get("grid") or {}, data.get("cells") or {}
    labels = [item.get("label", "") for part in (grid, cells) for item in part.get("columns", ())]
    rows = list(grid.get("rows", ()))
    quoted = [f"[[{row['quote']}]]" for row in rows if row.get("quote")]
    return (
        *(data.get(name, "") for name in ("caption", "finding", "reason")),
        *data.get("notes", ()),
        *labels,
        *(row.get("label", "") for row in rows),
        *quoted,
        *(cell for row in cells.get("rows", ()) for cell in row),
        *(item.get(name, "") for item in data.get(HEADLINES, ()) for name in ("label", "figure")),
    )


def saved_words(words: Mapping) -> dict:
    """The words of a block as they are saved: its heading, text and data as print has them."""
    lines = {name: typographic(words[name]) for name in ("heading", "text") if name in words}
    data = {"data": _saved(words["data"])} if "data" in words else {}
    return {**words, **lines, **data}


def _saved(value, name=""):
    """What is in `data` under `name`, its prose typographic: no key, date or figure is changed."""
    if isinstance(value, Mapping):
        return {key: _saved(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_saved(item, name) for item in value]
    return typographic(value) if isinstance(value, str) and name in _PROSE else value


def _quote(value, place):
    token = read_token(f"[[{value}]]")
    if not is_row(token):
        yield Problem(
            f"“{value}” is no figure: write key:member of=population, all but key optional, or "
            "sum key:a + key:b.",
            place,
        )


def _headline(value, place):
    whole = isinstance(value, str) and grammar.TOKEN.fullmatch(value)
    if not whole or not is_headline(read_token(value)):
        yield Problem(
            f"“{value}” is no headline figure: write one figure in double square brackets, as a "
            "number or a per cent.",
            place,
        )


def _form(value, place):
    if not isinstance(value, str):
        yield from any_text(value, place)
    elif wrong := value and grammar.why_not_form(value):
        yield Problem(wrong, place)


def _filter(value, place):
    if not isinstance(value, str | int):
        yield Problem("A word or a number is wanted here.", place)


def _misfits(cells, place):
    """Rows that have not a cell for each column."""
    columns, rows = _lists(cells)
    for number, row in enumerate(rows, 1):
        if isinstance(row, list) and len(row) != len(columns):
            yield Problem(f"Row {number} does not have a cell for each of its columns.", place)


def _unset(what, items, names, place):
    """Columns, or a list of records, at a named date that the paper has not set."""
    rows = [item for item in items if isinstance(item, Mapping)]
    for when in (item.get(name) for item in rows for name in ("when", "since")):
        if not isinstance(when, str) or not when or is_named(when, (*names, grammar.PERIOD)):
            continue
        if not when[0].isdigit():
            sentence = f"A {what} names the date “{when}”, which this report has not set."
            yield Problem(sentence, place)
        elif wrong := grammar.why_not_days(when):
            yield Problem(wrong, place)


def _kept_within(target):
    """The period that a list keeps to, as a date that it names."""
    return {"when": target.get("within")} if isinstance(target, Mapping) else None


def _lists(table):
    """The columns and rows of a grid or of cells, as far as they are lists."""
    matches = [
        table.get(name) if isinstance(table, Mapping) else None for name in ("columns", "rows")
    ]
    return [item if isinstance(item, list) else [] for item in matches]


_GRID = {
    "rows": Entry(a_list(an_object({"label": Entry(any_text), "quote": Entry(_quote)}))),
    "columns": Entry(
        a_list(
            an_object(
                {
                    "label": Entry(any_text),
                    "member": maybe(any_text),
                    "when": maybe(any_text),
                    "since": maybe(any_text),
                    "form": maybe(_form),
                }
            )
        )
    ),
    "total_row": maybe(truth),
    "turned": maybe(truth),
    "line": maybe(truth),
}
_CELLS = {
    "columns": Entry(a_list(an_object({"label": Entry(any_text), "numeric": maybe(truth)}))),
    "rows": Entry(a_list(a_list(any_text))),
    "total_row": maybe(truth),
    "total_column": maybe(truth),
    "parts": maybe(a_list(count)),
    "counts": maybe(one_of(COUNTS, "kind of count")),
}
_RECORDS = {
    "what": Entry(any_text),
    "filter": maybe(a_map(".*", _filter)),
    "group": maybe(any_text),
    "columns": maybe(a_list(any_text)),
    "when": maybe(any_text),
    "within": maybe(any_text),
    "order": maybe(any_text),
    "limit": maybe(count),
}
_HEADLINE = {"label": maybe(any_text), "figure": Entry(_headline)}
_ITEM = {"depth": Entry(count), "typed": Entry(any_text)}
_CAPTION = {"typed": Entry(any_text), "words": Entry(any_text)}
_STATED = {"source": Entry(any_text), "council": maybe(any_text)}
# An entry of another name is kept as it is: a later version may know it.
_DATA = an_object(
    {
        "caption": maybe(any_text),
        "finding": maybe(any_text),
        "notes": maybe(a_list(any_text)),
        "reason": maybe(any_text),
        "kind": maybe(one_of(DECISIONS, "decision word")),
        "grid": maybe(an_object(_GRID)),
        "cells": maybe(an_object(_CELLS)),
        "records": maybe(an_object(_RECORDS)),
        HEADLINES: maybe(a_list(an_object(_HEADLINE))),
        "typed": maybe(any_text),
        "run": maybe(count),
        "items": maybe(a_list(an_object(_ITEM))),
        "captions": maybe(a_list(an_object(_CAPTION))),
        "listed": maybe(any_text),
        "attached": maybe(any_text),
        "state": maybe(one_of(ANNEX_STATES, "state of an annex")),
        "category": maybe(one_of(tuple(CATEGORIES), "category")),
        "interest": maybe(any_text),
        "role": maybe(any_text),
        "stated": maybe(an_object(_STATED)),
    },
    strict=False,
)
