"""The papers of the demonstration council, as files: what holds of each of them."""

import json
import re

import pytest

from reports.language.tokens import (
    Compare,
    DateName,
    NoteMark,
    Quote,
    Reference,
    StatedNumber,
)
from tests.papers.paper_files import FIXTURES, paragraphs, read, said, tokens

NAMES = ("july-2015", "january-2016", "september-2017")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
ALLOWED_DIGITS = re.compile(
    rf"\b(?:[1-9]|[12]\d|3[01]) (?:to (?:[1-9]|[12]\d|3[01]) )?(?:{MONTHS})\b"
    r"|\b20\d\d\b"
    r"|\b\d+[ -](?:working days|years?|months?|weeks?)\b"
    r"|\baged \d+(?: (?:to|and) (?:\d+|over))?|\bunder 14\b"
    r"|\bRecommendation 14\b"
)


@pytest.fixture(params=NAMES)
def paper(request):
    return read(request.param)


def test_every_named_date_that_a_figure_uses_is_given_and_every_one_given_is_used(paper):
    found = tokens(paper)
    used = {token.when for token in found if isinstance(token, Quote)}
    used |= {token.name for token in found if isinstance(token, DateName)}
    used |= {day for one in found if isinstance(one, Compare) for day in (one.earlier, one.later)}
    used |= {
        column["when"]
        for block in paper["blocks"]
        for column in block["data"].get("grid", {}).get("columns", [])
    }

    # Every paper has its own period, without setting it here; a day may stand as such.
    days = {name for name in used if re.fullmatch(r"\d{4}-\d\d-\d\d", name)}
    assert used - days - {"period"} == set(paper["dates"])


def test_every_typed_number_has_a_source(paper):
    stated = [token for token in tokens(paper) if isinstance(token, StatedNumber)]

    assert all(re.fullmatch(r"\d+%?|Each", token.words) for token in stated)
    assert {token.source for token in stated} == set(paper.get("sources", {}))


def test_no_count_is_typed_bare(paper):
    for block in paper["blocks"]:
        if block["kind"] in ("table", "chart", "records"):
            continue
        words = re.sub(r"\[\[.*?\]\]", "", f"{block['heading']}\n{block['text']}")
        left = ALLOWED_DIGITS.sub("", words)
        assert not re.search(r"\d", left), (block["slug"], left)


def test_dates_are_written_as_the_house_writes_them(paper):
    words = " ".join(said(block) for block in paper["blocks"])

    assert not re.search(r"\d(?:st|nd|rd|th)\b", words)
    assert not re.search(rf"\b0\d (?:{MONTHS})", words)
    assert not re.search(rf"\b\d\d? (?:{MONTHS})(?! \d{{4}}| and| to)", words)
    assert not re.search(r"\b(?:currently|at present|bi-?annual\w*|bi-?monthly)\b", words, re.I)


def test_abbreviations_are_listed_when_used_and_used_when_listed(paper):
    glossary = json.loads((FIXTURES / "glossary.json").read_text(encoding="utf-8"))
    words = " ".join(said(block) for block in paper["blocks"])
    used = [one for one in glossary if re.search(rf"(?<!\w){re.escape(one['short'])}(?!\w)", words)]

    assert paper["abbreviations"] == used
    assert set(re.findall(r"\b[A-Z][A-Z&]+[A-Z]\b", words)) == {one["short"] for one in used}


def test_an_abbreviation_is_spelt_out_where_it_first_stands(paper):
    # A tile of headline figures has no room for it.
    blocks = (block for block in paper["blocks"] if block["kind"] != "headlines")
    words = " ".join(f"{block['heading']} {block['text']}" for block in blocks).replace("**", "")

    for one in paper["abbreviations"]:
        first = re.search(rf"(?<!\w){re.escape(one['short'])}(?!\w)", words)
        assert words[: first.start()].endswith(f"{one['long']} ("), one["short"]


def test_every_recommendation_asks_with_its_own_word_and_gives_a_reason(paper):
    asked = [block for block in paper["blocks"] if block["kind"] == "recommendation"]

    assert asked and all(block["part"] == "recommendations" for block in asked)
    assert all(block["text"].startswith(block["data"]["kind"] + " ") for block in asked)
    assert all(block["data"]["reason"].endswith(".") for block in asked)


def test_every_annex_is_cited_or_holds_the_annexes_that_are(paper):
    cited = {
        token.slug
        for token in tokens(paper)
        if isinstance(token, Reference) and token.what == "annex"
    }
    annexes = [block for block in paper["blocks"] if block["kind"] == "annex"]
    holders = {block["parent"] for block in annexes} - {""}

    assert {block["slug"] for block in annexes} - holders == cited


def test_the_papers_leave_no_notes_in_place_of_text(paper):
    assert not [token for token in tokens(paper) if isinstance(token, NoteMark)]
    assert all(block["text"] for block in paragraphs(paper))
