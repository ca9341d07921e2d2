"""The data of a block: each entry wrong in turn, and every word in them that is printed."""

import pytest

from reports.language import block_data
from tests.sweeping import swept

WORDS = "Words in quotation marks are wanted here."
OBJECT = "An object in braces is wanted here."
LIST = "A list in square brackets is wanted here."
TRUTH = "Either true or false is wanted here."
COUNT = "A whole number from 1 is wanted here."
NO_FIGURE = (
    "“{}” is no figure: write key:member of=population, all but key optional, or sum key:a + key:b."
)
ROW = {"label": "All", "quote": "dbs.needing_check"}
COLUMN = {"label": "Then", "when": "then", "form": "percent"}
GRID = {"rows": [ROW], "columns": [COLUMN]}
CELLS = {"columns": [{"label": "a", "numeric": True}, {"label": "b"}], "rows": [["x", "1"]]}
RECORDS = {"what": "actions", "filter": {"plan": "one", "year": 2016}, "columns": ["title"]}


def found(data, kind="paragraph", names=("then",)):
    return [
        (problem.place, problem.sentence)
        for problem in block_data.problems(kind, data, names, "here")
    ]


@swept(
    [
        ("paragraph", {}),
        ("paragraph", {"typed": "25.", "run": 1, "role": "reasons"}),
        ("paragraph", {"items": [{"depth": 1, "typed": "i."}, {"depth": 2, "typed": "•"}]}),
        ("paragraph", {"captions": [{"typed": "Table 1", "words": "What was counted"}]}),
        ("annex", {"state": "exempt", "listed": "Annex A", "attached": "Annex A: the list"}),
        ("annex", {"state": "to follow"}),
        ("recommendation", {"kind": "note", "reason": "So that it is known."}),
        ("table", {"grid": GRID}),
        ("table", {"grid": GRID | {"total_row": True}, "caption": "Checks", "notes": ["As told."]}),
        ("table", {"grid": GRID | {"columns": [{"label": "Then"}]}}),
        ("table", {"grid": GRID | {"columns": [COLUMN | {"when": "", "form": ""}]}}),
        ("table", {"grid": GRID | {"columns": [COLUMN | {"when": "2016-02-29"}]}}),
        ("table", {"grid": GRID | {"columns": [COLUMN | {"when": "2016-01-01..2016-02-29"}]}}),
        ("table", {"grid": {"rows": [], "columns": []}}),
        ("table", {"cells": CELLS}),
        ("table", {"cells": CELLS | {"total_row": False, "rows": []}}),
        ("table", {"records": RECORDS}),
        ("records", {"records": {"what": "reviews", "group": "kind"}}),
        ("chart", {"grid": GRID, "finding": "It rose."}),
        ("paragraph", {"colour": ["any", {"thing": None}]}),
    ]
)
def test_what_a_block_may_hold_raises_nothing(kind, data):
    assert found(data, kind) == []


@swept(block_data.DECISIONS)
def test_each_decision_word_is_known(word):
    assert found({"kind": word}, "recommendation") == []


@swept(
    [
        ({"caption": 4}, "caption", WORDS),
        ({"caption": None}, "caption", WORDS),
        ({"finding": ["It rose."]}, "finding", WORDS),
        ({"reason": {}}, "reason", WORDS),
        ({"notes": "a note"}, "notes", LIST),
        ({"notes": ["a", 2]}, "notes 2", WORDS),
        ({"typed": 25}, "typed", WORDS),
        ({"role": True}, "role", WORDS),
        ({"listed": 1}, "listed", WORDS),
        ({"attached": []}, "attached", WORDS),
        ({"run": 0}, "run", COUNT),
        ({"run": -1}, "run", COUNT),
        ({"run": True}, "run", COUNT),
        ({"run": "1"}, "run", COUNT),
        ({"run": 1.0}, "run", COUNT),
        ({"items": {}}, "items", LIST),
        ({"items": ["i."]}, "items 1", OBJECT),
        ({"items": [{"typed": "i."}]}, "items 1", "“depth” is missing."),
        ({"items": [{"depth": 1}]}, "items 1", "“typed” is missing."),
        ({"items": [{"depth": 0, "typed": "i."}]}, "items 1, depth", COUNT),
        ({"items": [{"depth": 1, "typed": 1}]}, "items 1, typed", WORDS),
        ({"captions": [{"typed": "Table 1"}]}, "captions 1", "“words” is missing."),
        ({"captions": [{"typed": "Table 1", "words": 1}]}, "captions 1, words", WORDS),
        ({"state": "secret"}, "state", "“secret” is no state of an annex: use exempt, to follow."),
        ({"grid": []}, "grid", OBJECT),
        ({"grid": {"rows": []}}, "grid", "“columns” is missing."),
        ({"grid": {"columns": []}}, "grid", "“rows” is missing."),
        ({"grid": GRID | {"rows": {}}}, "grid, rows", LIST),
        ({"grid": GRID | {"rows": [ROW, {"label": "x"}]}}, "grid, rows 2", "“quote” is missing."),
        ({"grid": GRID | {"rows": [ROW | {"label": 1}]}}, "grid, rows 1, label", WORDS),
        ({"grid": GRID | {"columns": [{}]}}, "grid, columns 1", "“label” is missing."),
        ({"grid": GRID | {"columns": [COLUMN | {"when": 1}]}}, "grid, columns 1, when", WORDS),
        ({"grid": GRID | {"columns": [COLUMN | {"form": 1}]}}, "grid, columns 1, form", WORDS),
        ({"grid": GRID | {"total_row": "yes"}}, "grid, total_row", TRUTH),
        (
            {"grid": GRID | {"footer": 1}},
            "grid",
            "“footer” is no entry here: use rows, columns, total_row, turned, line.",
        ),
        ({"cells": 4}, "cells", OBJECT),
        ({"cells": CELLS | {"columns": ["a", "b"]}}, "cells, columns 1", OBJECT),
        ({"cells": CELLS | {"total_row": None}}, "cells, total_row", TRUTH),
        ({"cells": CELLS | {"rows": [["x", 1]]}}, "cells, rows 1 2", WORDS),
        ({"cells": {"rows": []}}, "cells", "“columns” is missing."),
        ({"records": []}, "records", OBJECT),
        ({"records": {}}, "records", "“what” is missing."),
        ({"records": RECORDS | {"what": 1}}, "records, what", WORDS),
        ({"records": RECORDS | {"group": 1}}, "records, group", WORDS),
        ({"records": RECORDS | {"columns": [1]}}, "records, columns 1", WORDS),
        ({"records": RECORDS | {"filter": []}}, "records, filter", OBJECT),
        (
            {"records": RECORDS | {"filter": {"plan": None}}},
            "records, filter, plan",
            "A word or a number is wanted here.",
        ),
    ]
)
def test_each_wrong_entry_is_named_first_with_its_place(data, place, sentence):
    assert found(data)[0] == (f"here, {place}", sentence)


@swept(
    [
        *("dbs", "", "Dbs.overdue", "dbs.overdue @then", "dbs.overdue | percent", "para:p"),
        *("compare a.b @x @y", "stated 4: a list", "note: x", "dbs.overdue of="),
    ]
)
def test_a_row_quotes_a_figure_and_leaves_its_day_and_form_to_the_columns(quote):
    data = {"grid": GRID | {"rows": [ROW | {"quote": quote}]}}
    assert found(data) == [("here, grid, rows 1, quote", NO_FIGURE.format(quote))]


@pytest.mark.parametrize("quote", ["a.b", "a.b:c", "a.b of=all", "a.b:16_and_over of=all"])
def test_a_row_may_quote_a_member_and_a_cohort(quote):
    assert found({"grid": GRID | {"rows": [ROW | {"quote": quote}]}}) == []


@swept(
    [
        ("table", ["Its data lack grid or cells or records: it would print nothing."]),
        ("records", ["Its data lack records: it would print nothing."]),
        ("chart", ["Its data lack grid: it would print nothing."]),
        ("paragraph", []),
        ("section", []),
        ("list", []),
        ("note", []),
        ("annex", []),
        ("recommendation", []),
    ]
)
def test_a_block_without_data_lacks_what_it_would_print(kind, lacking):
    assert found({}, kind) == [("here", sentence) for sentence in lacking]


def test_a_list_is_no_table_cells_are_no_chart_and_an_empty_finding_is_none():
    assert found({"cells": CELLS}, "records") == found({}, "records")
    assert found({"cells": CELLS, "finding": "It rose."}, "chart") == found({}, "chart")[:1]
    assert found({"grid": GRID, "finding": ""}, "chart") == found({}, "chart")[1:]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([["a", "b"]], []),
        ([["a"]], [1]),
        ([[]], [1]),
        ([["a", "b", "c"]], [1]),
        ([["a", "b"], ["c"], ["d", "e"], ["f", "g", "h"]], [2, 4]),
    ],
)
def test_each_row_has_a_cell_for_each_column(rows, wrong):
    assert found({"cells": CELLS | {"rows": rows}}) == [
        ("here", f"Row {number} does not have a cell for each of its columns.") for number in wrong
    ]


NO_DAY = "“{}” is not a date, or ends before it starts: write 2015-12-31 or 2015-01-01..2015-12-31."


@swept(
    [
        ("later", "A column names the date “{}”, which this report has not set."),
        ("2015-02-29", NO_DAY),
        ("2015-13-01", NO_DAY),
        ("2015-1-1", NO_DAY),
        ("2015", NO_DAY),
        ("20150101", NO_DAY),
        ("2015-W01-1", NO_DAY),
        ("2015-01-01..", NO_DAY),
        ("2015-01-01..then", NO_DAY),
        ("1 January 2015", NO_DAY),
        ("2015-02-02..2015-02-01", NO_DAY),
        ("2015-02-02..2015-02-30", NO_DAY),
    ]
)
def test_the_day_of_a_column_is_set_or_in_the_calendar(when, sentence):
    columns = [COLUMN, COLUMN | {"when": when}]
    assert found({"grid": GRID | {"columns": columns}}) == [("here", sentence.format(when))]


def test_every_fault_of_a_block_is_told_at_once():
    data = {"caption": 1, "notes": [2], "cells": CELLS | {"rows": [["one"]]}, "run": 0}
    assert len(found(data, "table")) == 4


def test_every_printed_text_is_found_in_order():
    data = {
        "notes": ["n1", "n2"],
        "caption": "c",
        "finding": "f",
        "reason": "r",
        "grid": {"columns": [{"label": "g1"}], "rows": [{"label": "l1", "quote": "a.b of=all"}]},
        "cells": {"columns": [{"label": "k1"}], "rows": [["x", "y"], ["z"]]},
        "typed": "25.",
        "listed": "Annex A",
    }
    told = ("c", "f", "r", "n1", "n2", "g1", "k1", "l1", "[[a.b of=all]]", "x", "y", "z")
    assert block_data.text_in(data) == told


@pytest.mark.parametrize(
    "data", [{}, {"grid": None}, {"cells": None}, {"grid": {}}, {"records": RECORDS}]
)
def test_without_words_nothing_is_printed(data):
    assert not any(block_data.text_in(data))
