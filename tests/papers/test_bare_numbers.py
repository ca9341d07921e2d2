"""Bare numbers of a text: which there are, where, and what stands in their stead."""

from dataclasses import dataclass, field
from fractions import Fraction

from reports.language.tokens import StatedNumber, read_token
from reports.papers import typed_numbers
from tests.sweeping import swept


@dataclass(frozen=True)
class Block:
    """A block as the rules read it."""

    slug: str = "one"
    heading: str = ""
    text: str = ""
    data: dict = field(default_factory=dict)


def bare(text):
    """The numbers of a text as typed, those that must be settled marked."""
    return [
        text[one.start : one.end].strip() + "!" * typed_numbers.must_be_settled(one)
        for one in typed_numbers.bare_numbers(text)
    ]


@swept(
    [
        ("", []),
        ("We looked after 188 children.", ["188!"]),
        ("There were [[dbs.overdue]] and [[stated 44: letter of 12 people]].", []),
        ("On 1 December 2015, in 2014, aged 16 to 17.", []),
        ("_The Survey of October 2015_ and _12_ people", ["12!"]),
        ("1. First of 12\n2. Second", ["12!"]),
        ("  12. Deeper", []),
        ("3.2 Costs\n2.1.4 Staff\n(3) Leavers", []),
        ("3.2 visits each, £000", ["3.2!"]),
        ("25% of them, £48,000 and two boys", ["25%!", "£48,000!", "two!"]),
        ("[the 14 pages](https://example.org/99) and https://example.org/15", ["14!"]),
        ("[[loose 44", ["44!"]),
        ("There were eight fewer, in three ways.", ["eight!", "three"]),
        ("Recommendation 14, section 47, the 0–19 service, 5.30pm in 2016-17.", []),
        ("Call 01632 960001/ 960002 or read plan_2 2016.pdf at 10am.", []),
    ]
)
def test_only_statements_about_the_world_are_bare(text, expected):
    assert bare(text) == expected


@swept(
    [
        ("44", "The letter", "44"),
        ("1,204", "A: [x]] of 3", "1,204"),
        ("£4k", " spaced\nout ", "£4k"),
        ("3:1", "x", "3 1"),
    ]
)
def test_a_stated_number_can_be_read_again_whatever_its_source(words, source, shown):
    token = read_token(typed_numbers.stated(words, source))
    assert isinstance(token, StatedNumber)
    assert (token.words, bool(token.source)) == (shown, True)


def test_the_sentence_and_the_place_of_a_number_are_told():
    text = "First 12. Then 12 more, “12.” Last.\n\n* an item of 12"
    found = typed_numbers.bare_numbers(text)
    assert [typed_numbers.sentence_at(text, one.start) for one in found] == [
        "First 12.",
        "Then 12 more, “12.” Last.",
        "Then 12 more, “12.” Last.",
        "* an item of 12",
    ]
    assert [typed_numbers.occurrence(text, one) for one in found] == [0, 1, 2, 3]


def test_what_a_figure_prints_is_read_back_exactly():
    shown = {"1,204": 1204, "25.2%": Fraction(126, 5), "£48k": 48000, "no": None, "3 of 4": None}
    assert {words: typed_numbers.as_shown(words) for words in shown} == shown


def test_every_text_of_a_block_is_read_and_written_at_its_path():
    cells = {"columns": [{"label": "A"}, {"label": "B"}], "rows": [["York", "12"], ["Leeds", "4"]]}
    block = Block(text="In 9 cases.", data={"reason": "For 3.", "finding": "7", "cells": cells})
    assert dict(typed_numbers.texts(block)) == {
        "text": "In 9 cases.",
        "head-0": "A",
        "head-1": "B",
        "reason": "For 3.",
        "finding": "7",
        "0-0": "York",
        "0-1": "12",
        "1-0": "Leeds",
        "1-1": "4",
    }
    assert typed_numbers.unsettled(block) == ["9", "3", "7", "12", "4"]
    for path, text in typed_numbers.texts(block):
        changed = typed_numbers.with_text(block, path, "new")
        found = dict(typed_numbers.texts(changed))
        assert found == {**dict(typed_numbers.texts(block)), path: "new"}
        assert dict(typed_numbers.texts(block))[path] == text
    said = typed_numbers.why_unsettled(["9", "3"])
    assert said.startswith("“9”, “3”: typed") and said.endswith(typed_numbers.SETTLE)


def test_each_sign_of_a_text_stands_in_one_sentence():
    text = "One is so. Two is so!\n\nThree.\n* Four\n* Five? Six"
    found = [typed_numbers.sentence_at(text, place) for place in range(len(text))]
    assert list(dict.fromkeys(found)) == [
        *("One is so.", "Two is so!", "Three.", "* Four", "* Five?", "Six")
    ]
    assert typed_numbers.sentence_at("", 0) == ""
    assert typed_numbers.sentence_at("One. Two", 5) == "Two"


def test_headings_captions_and_notes_are_asked_for_a_source_as_sentences_are():
    data = {"caption": "Table of 12 audits", "notes": ["Of 9.", "A [[note: Of 8 (stated 7: x).]]"]}
    block = Block(heading="The 14 audits", text="So.[[note: Of the 5 asked, 3.]]", data=data)
    assert typed_numbers.unsettled(block) == ["5", "3", "14", "12", "9", "8"]
    while typed_numbers.unsettled(block):
        text, path, number = next(typed_numbers.bare_in(block))
        place = (number.start, number.end, typed_numbers.stated(number.words, "the-list"))
        block = typed_numbers.with_text(block, path, typed_numbers.replaced(text, [place]))
    assert block.heading == "The [[stated 14: the-list]] audits"
    assert block.text == "So.[[note: Of the (stated 5: the-list) asked, (stated 3: the-list).]]"
    assert block.data["notes"][1] == "A [[note: Of (stated 8: the-list) (stated 7: x).]]"
    sure = Block(heading="Recommendation 14", text="Shares add up to 100%.", data={"notes": []})
    assert typed_numbers.unsettled(sure) == []
    rates = Block(heading="", text="Rates per 10,000 and of every 10,000 children.", data={})
    assert typed_numbers.unsettled(rates) == []
