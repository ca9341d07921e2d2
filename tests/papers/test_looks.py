"""A look is kept for each sentence by its tokens in their order and the words between them."""

from datetime import date

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.runtime.periods import When
from reports.papers import looks
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.operations.papers import change_block, set_dates
from reports.papers.sentences import current, looked
from tests import cast
from tests.make import papers
from tests.make.drafts import ON

pytestmark = pytest.mark.django_db
CHILDREN, TYPED = "[[looked_after.children]]", "[[stated 44: register]]"
TEXT = (
    f"Of {CHILDREN} children {TYPED} sail. There are {TYPED} boats. "
    f"{TYPED} sail, of {CHILDREN}. They like it."
)


def waiting(paper):
    """The sentences of the paragraph that wait for a look, as they read."""
    items = looks.waiting(read(paper)).get("children", ())
    return [item.text for item in items]


@pytest.mark.parametrize("carried_from", ["", "children"])
def test_each_sentence_has_a_look_of_its_own_whatever_tokens_it_has(paper, carried_from):
    papers.source(paper=paper)
    rows = paper.blocks.filter(slug="children")
    rows.update(text=TEXT, carried_from=carried_from)
    manuscript = read(paper)
    [items] = current(manuscript, [manuscript.block("children")]).values()
    assert len({item.key for item in items}) == len(items) == 4
    if carried_from:
        assert len(waiting(paper)) == 4
    rows.update(looked_at=looked(item for item in items if item.is_typed or carried_from))
    assert waiting(paper) == []
    Census.objects.update(total=199)
    assert waiting(paper) == ["Of 199 children 44 sail.", "44 sail, of 199."]


DAY, TWO = "[[date:position]]", "[[stated 31: register]]"


def cells(head, caption="Boats"):
    """The data of a table of two typed numbers under `head`."""
    columns = [{"label": "Harbour", "numeric": False}, {"label": head, "numeric": True}]
    rows = [["North", TYPED], ["South", TWO]]
    return {"caption": caption, "cells": {"columns": columns, "rows": rows}}


@pytest.mark.parametrize(
    ("heading", "text", "data", "expected"),
    [
        ("", "", cells(f"{DAY}"), ["North | 44", "South | 31"]),
        ("", "", cells("Boats", f"Boats on {DAY}"), ["North | 44", "South | 31"]),
        ("", "", cells("Boats"), []),
        (f"Boats on {DAY}", f"There were {TYPED}.", {}, ["There were 44."]),
        ("", f"On {DAY} we had:\n\n* {TYPED} boats;\n* {TWO} sails.", {},
         ["* 44 boats;", "* 31 sails."]),
        ("", f"We counted on {DAY}. It rained. There were {TYPED}.", {}, ["There were 44."]),
        ("", f"On {DAY} we met. By [[date:year]] there were {TYPED}.", {}, []),
        ("", f"There were {TYPED}. We met on {DAY}.", {}, []),
    ],
)  # fmt: skip
def test_a_typed_number_waits_again_once_a_date_around_it_has_moved(
    paper, heading, text, data, expected
):
    clerk = cast.clerk()
    papers.source(paper=paper)
    empty = {"caption": "", "cells": {"columns": [{"label": "", "numeric": False}], "rows": [[""]]}}
    kind = "table" if data else "paragraph"
    row = papers.block(paper=paper, slug="own", kind=kind, part="body", data=data and empty)
    words = {"heading": heading, "text": text, "data": data}
    change_block(block=row, version=row.version, words=words, by=clerk, on=ON)
    paper = Paper.objects.get(pk=paper.pk)
    assert "own" not in looks.waiting(read(paper))
    names = {**paper.names, "position": When.at(date(2015, 6, 1))}
    set_dates(paper=paper, version=paper.version, names=names, by=clerk, on=ON)
    items = looks.waiting(read(Paper.objects.get(pk=paper.pk))).get("own", ())
    assert [item.text for item in items] == expected
