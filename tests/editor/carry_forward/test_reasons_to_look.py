"""Why a carried block needs a look, and what may stand as it is."""

import pytest

from reports.editor.carry_forward.rules import MOST_NAMED, reasons
from reports.prose.people_names import named_people
from tests.sweeping import swept

CLEAN = (
    "Auditors meet the worker, and [[audits.done @year]] were done, as [[para:work]] says.",
    "The **board** met [in public](https://x.example).",
    "The half-year went well, and the Children in Care Council was heard.",
    "",
)


@pytest.mark.parametrize("text", CLEAN)
def test_figures_citations_and_plain_words_need_no_look(text):
    assert reasons("Work of the board", text, {}) == ()


@swept(
    [
        ("Of [[audits.done @2015-01-01..2015-06-30]].", "A day is written into [[audits.done"),
        ("It [[compare a.b @then @2015-06-30]].", "has not moved with the paper’s dates"),
        ("We wrote [[stated 13: the list]] boards.", "It states 13, which no record holds"),
        ("On [[record:review/ofsted.published_on]].", "It quotes a record, [[record:review"),
        ("On 30 June 2015.", "It names days, months or years: “30 June 2015”."),
        ("In March.", "“March”"),
        ("They leave in 2014-16.", "“2014-16”"),
        ("It cost £48k, or 12% of 1,764.", "holds typed numbers: “£48k”, “12%”, “1,764”"),
        ("It took 2 weeks.", "“2”"),
        ("It took two years.", "in words: “two”"),
        ("More than half came.", "“half”"),
        ("This year’s survey closed.", "speaks of its own time: “This year’s”"),
        ("There are none at present.", "“at present”"),
        ("Mrs Ashgrove leads it.", "It names a person: “Mrs Ashgrove”."),
        ("[[note: It was Councillor Quillon.]]", "“Councillor Quillon”"),
    ]
)
def test_what_may_be_stale_is_named_in_words(text, said):
    assert said in " ".join(reasons("", text, {}))


def test_a_reason_stands_wherever_the_words_do():
    data = {
        "caption": "In 2011",
        "finding": "In 2012",
        "notes": ["In 2013"],
        "reason": "In 2014",
        "grid": {
            "columns": [{"label": "In 2015"}],
            "rows": [{"label": "In 2016", "quote": "a.b"}],
        },
        "cells": {"columns": [{"label": "In 2017"}], "rows": [["In 2018"]]},
    }
    (named,) = reasons("In 2010", "", {**data, "cells": {**data["cells"], "rows": []}})
    assert named.count("“") == MOST_NAMED and named.endswith("and 2 more.")
    for year in range(2011, 2019):
        assert f"In {year}" in str(data)
        assert reasons("", "", {"cells": {"columns": [], "rows": [[f"In {year}"]]}})
    assert "2018" in reasons("", "", {"cells": data["cells"]})[0]


def test_a_changed_figure_and_a_list_come_with_their_words():
    found = reasons("", "", {"records": {"what": "actions"}}, [("16", "21")])
    assert found == ("A figure has changed: 16 → 21.", "Its list is made afresh from the records.")


def test_a_grid_that_holds_a_day_is_told():
    data = {"grid": {"columns": [], "rows": [{"label": "All", "quote": "a.b @2015-01-01"}]}}
    assert "has not moved" in reasons("", "", data)[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cllr J. Ashgrove and Dr Mary O’Quill met.", ("Cllr J. Ashgrove", "Dr Mary O’Quill")),
        ("Margaret Ashgrove-Hill and Margaret Ashgrove-Hill.", ("Margaret Ashgrove-Hill",)),
        ("At Victoria Road and James Street School.", ()),
        ("The Director and the Assistant Director met Children's Services.", ()),
        ("Grace Court is open; Frank Talk is not.", ("Frank Talk",)),
        ("in the Victoria Hall", ()),
    ],
)
def test_a_person_is_told_from_a_post_and_a_street(text, names):
    assert named_people(text) == names
