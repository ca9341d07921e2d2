"""Numbers of heads and row labels: a typed count is asked for a source, what names a row is not."""

from dataclasses import dataclass, field

import pytest

from assurance.figures.registry import FIGURES
from reports.papers import typed_numbers
from tests.checks.papers.brought import manuscript
from tests.checks.seeds.papers import FILES
from tests.sweeping import swept

# Requests of the seeds that ask about what is no count: an address and ages.
NEEDLESS = {
    "letter-2011": ("1 Market Hall", "young people of 16 to 18"),
    "york-2017": ("young people of 16 and 17 have",),
}


@dataclass(frozen=True)
class Block:
    """A block with a table, as the rules read it."""

    data: dict
    slug: str = "table"
    heading: str = ""
    text: str = field(default="")


def grid(heads, labels):
    """A table of figures."""
    rows = [{"label": one, "quote": "dbs.overdue"} for one in labels]
    columns = [{"label": one, "when": "", "form": "number"} for one in heads]
    return Block({"caption": "C", "grid": {"rows": rows, "columns": columns}})


def cells(heads, labels):
    """A table of written cells."""
    columns = [{"label": one} for one in ("Name", *heads)]
    return Block({"caption": "C", "cells": {"columns": columns, "rows": [[*labels, ""]]}})


@swept(
    [
        (["York (188 children)"], ["188"]),
        (["1 January (of 210)", "1 December (of 188)"], ["210", "188"]),
        (["Base: 351", "n=44"], ["351", "44"]),
        (["Of 351 staff", "44 foster carers"], ["351", "44"]),
        (["Total 188", "Target 90%", "Grant of £48,000"], ["188", "90%", "£48,000"]),
        (["Moves (44)", "Moves (50)"], ["44", "50"]),
        (["14 to 15 (of 19)"], ["19"]),
        (["2014/15", "Q1 11/12", "1 December 2015", "Quarter 3", "Apr 2015"], []),
        (["14 to 15", "16–17", "Under 1", "18 and over", "10-13", "up to 44 carers"], []),
        (["Table 2", "Section 47", "Recommendation 14", "Priority 2", "Aged 16"], []),
        (["1", "2", "3.", "59 First assessments", "4. Leadership", "Home 2"], []),
        (["1 move", "2 moves", "3 or more moves"], []),
        (["Wards with 12 vacancies", "Wards with 13 vacancies"], []),
        (["Rate per 10,000", "£000", "26 weeks", "0–25%", "£500 to £1,000", "> 30"], []),
    ]
)
def test_counts_of_heads_and_labels_are_asked_for_a_source(texts, expected):
    assert typed_numbers.unsettled(grid(texts, ["All"])) == expected
    assert typed_numbers.unsettled(grid(["Number"], texts)) == expected
    assert typed_numbers.unsettled(cells(texts, ["All"])) == expected
    rows = [[text, ""] for text in texts]
    data = cells(["Number"], ["All"]).data
    data["cells"]["rows"] = rows
    assert typed_numbers.unsettled(Block(data)) == expected


def test_each_is_written_as_a_token_at_its_place():
    for block in (grid(["Of 351"], ["Of 44 carers"]), cells(["Of 351"], ["Of 44 carers"])):
        for words in ("351", "44"):
            text, path, number = next(typed_numbers.bare_in(block))
            assert number.words == words
            place = (number.start, number.end, typed_numbers.stated(words, "register"))
            block = typed_numbers.with_text(block, path, typed_numbers.replaced(text, [place]))
        assert typed_numbers.unsettled(block) == []
        assert "Of [[stated 351: register]]" in dict(typed_numbers.texts(block)).values()


@pytest.mark.long
def test_at_most_one_request_in_ten_of_the_seeds_is_needless():
    requests, needless = 0, 0
    for name, file in FILES.items():
        made = manuscript(name, file.read_text(encoding="utf-8"))
        for block in made.blocks if "corrected" not in name else ():
            for text, _path, number in typed_numbers.bare_in(block):
                if typed_numbers.must_be_settled(number):
                    requests += 1
                    needless += any(
                        text.find(words) <= number.start < text.find(words) + len(words)
                        for words in NEEDLESS.get(name, ())
                        if words in text
                    )
    assert requests > 70 and needless > 0 and 10 * needless <= requests


@swept(FIGURES.values())
def test_a_row_named_as_its_figure_is_claims_nothing_of_it(figure):
    parts = figure.members.values()
    for label in (figure.title, figure.counts, *parts, *map(figure.title_of, parts)):
        found = [bare for _path, _text, bare in typed_numbers.passages(grid([], [label])) if bare]
        assert found == [], label


@swept(["External residential placement", "Independent fostering agency", "Independent advocacy"])
def test_a_service_that_is_external_by_its_name_is_no_claim(label):
    assert not any(bare for *_read, bare in typed_numbers.passages(grid([], [label])))
