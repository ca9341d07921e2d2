"""A paper's blocks fit together, or each misfit has its sentence and its place."""

from reports.language import structure
from reports.language.tokens import Quote
from tests.language.outlines import shipped
from tests.sweeping import swept

GRID = {
    "rows": [{"label": "All", "quote": "dbs.needing_check"}],
    "columns": [
        {"label": "Then", "when": "x"},
        {"label": "Share", "when": "2015-12-01", "form": "percent"},
    ],
}
CELLS = {"columns": [{"label": "a"}, {"label": "b"}], "rows": [["1", "2"]]}


def block(slug="p", kind="paragraph", part="body", **more):
    return {"slug": slug, "kind": kind, "part": part, **more}


def found(*blocks, names=(), template="york-2016"):
    rows = structure.problems(blocks, names, template and shipped(template))
    return [str(row) for row in rows]


def table(**data):
    return block("t", "table", data=data)


def with_column(**column):
    return GRID | {"columns": [{"label": "x", **column}]}


def test_blocks_that_fit_raise_nothing():
    assert not found(
        block("s", "section"),
        block("p", parent="s", text="[[dbs.overdue @position]], see [[para:p]] and [[table:t]]."),
        block("t", "table", parent="s", data={"cells": CELLS}),
        block(
            "c", "chart", parent="s", data={"grid": GRID, "finding": "It [[compare a.b @x @y]]."}
        ),
        block("r", "recommendation", "recommendations", text="note [[section:s]]"),
        block("a", "annex", "annexes"),
        block("b", "annex", "annexes", parent="a"),
        names={"position", "x", "y"},
    )


@swept(
    [
        (block(parent="gone"), "It is in “gone”, and this report has no such block."),
        (block(parent="q"), "neither a section nor an annex"),
        (block(part="options", parent="s"), "that is in another part"),
        (block("t", "section", parent="t"), "It is in “t”, which is in it."),
        (block(text="25. Typed"), "a typed number, “25.”"),
        (
            block(text="[[dbs.overdue @soon]]"),
            "names the date “soon”, which this report has not set",
        ),
        (block(text="[[compare a.b @soon @2015-01-01]]"), "names the date “soon”"),
        (block(text="[[note: [[dbs.overdue]]"), "never closed"),
        (table(cells={"columns": []}), "cells: “rows” is missing."),
        (table(cells=CELLS | {"rows": [4]}), "rows 1: A list in square"),
        (table(cells=CELLS, caption="[[odd"), "never closed"),
        (table(cells=CELLS, notes=["[[dbs.overdue | loud]]"]), "not a form"),
        (table(grid=with_column(form="loud")), "“loud” is not a form"),
        (table(grid=GRID | {"columns": [4]}), "columns 1: An object"),
        (table(grid=GRID, kind="ponder"), "“ponder” is no decision word"),
        (block(part="nowhere"), "The template “york-2016” has no part “nowhere”."),
        (block(part="wards"), "is made by the program and has no blocks"),
        (block("r", "recommendation"), "which asks nothing"),
        (block("a", "annex"), "which is not for annexes"),
        (block(text="See [[para:gone]]."), "A link here cites “gone”"),
    ]
)
def test_each_misfit_has_its_sentence(row, words):
    others = [block("s", "section"), block("q")]
    [sentence] = found(*others, row, names={"x"})
    assert words in sentence
    assert sentence.startswith(f"{row['kind']} “{row['slug']}”")


def test_a_slug_is_given_once():
    assert found(block(), block(), block()) == [
        "3 blocks are called “p”: give each a slug of its own."
    ]


def test_two_sections_may_not_hold_each_other_and_a_block_under_them_is_not_blamed():
    pair = (block("a", "section", parent="b"), block("b", "section", parent="a"))
    assert len(found(*pair)) == 2
    assert [one for one in found(*pair, block(parent="a")) if "paragraph" in one] == []


def test_without_a_template_parts_and_citations_are_not_looked_at():
    assert found(block(part="nowhere", text="[[para:gone]]"), template=None) == []


def test_tokens_of_a_block_are_those_of_its_text_its_data_and_its_notes():
    row = block(
        text="[[a.one]] [[note: see a.two]]",
        data={"notes": ["[[a.three]]"], "cells": {"rows": [["[[a.four]]"], [5]]}, "total": True},
    )
    keys = [token.key for token in structure.tokens(row) if isinstance(token, Quote)]
    assert keys == ["a.one", "a.three", "a.four"]


def test_a_citation_in_a_reason_is_looked_at_too():
    row = block("r", "recommendation", "recommendations", data={"reason": "See [[annex:x]]."})
    assert "no annex of that name" in found(row)[0]
