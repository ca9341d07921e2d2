"""The ways in which a figure can be put into a paper, each with how it reads."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assurance.figures.registry import FIGURES
from reports.language.tokens import Compare, read_token
from reports.papers.manuscript import read
from reports.quotable.insertion import figure_catalogue
from reports.quotable.insertion.figure_insertion import ways, written
from tests.make import looked_after
from tests.make.drafts import POSITION
from tests.page_requests import at, words

MOST = 20
KEY, CHILDREN = "looked_after.placement", "looked_after.children"


def offered(paper, token):
    """What each way is called → (token, words)."""
    return {one.name: (one.token, one.words) for one in ways(read(paper), read_token(token))}


def test_a_stock_can_be_a_number_words_or_a_comparison_that_is_true(paper):
    found = offered(paper, "[[looked_after.children]]")
    assert found["As a number"] == ("[[looked_after.children]]", "188")
    assert found["In words"][1] == "one hundred and eighty-eight"
    token, said = found["Compared with 1 January 2015"]
    assert (token, said) == (
        "[[compare looked_after.children @comparison @position]]",
        "fell from 210 to 188",
    )
    assert list(found) == [
        *("As a number", "In words", "Compared with 1 January 2015"),
        "As the change since 1 January 2015",
        *(
            "How many fewer than on 1 January 2015",
            "How many per cent fewer than on 1 January 2015",
        ),
    ]
    assert found["How many fewer than on 1 January 2015"][1] == "22"
    assert found["How many per cent fewer than on 1 January 2015"] == (
        f"[[difference {CHILDREN} @comparison - {CHILDREN} @position | percent]]",
        "10.5%",
    )
    token, said = found["As the change since 1 January 2015"]
    assert (token, said) == ("[[looked_after.children @2015-01-01..2015-12-01 | change]]", "−22")
    for earlier in ("@comparison", "@2015-01-01"):
        then = offered(paper, f"[[looked_after.children {earlier}]]")
        assert then["Compared with 1 December 2015"][1] == "fell from 210 to 188"
        assert "As the change since 1 December 2015" not in then
    assert "In words" not in offered(paper, "[[looked_after.children @unset]]")


def test_all_ways_are_measured_at_once_however_many_days_the_report_names(paper):
    counts = []
    for number in range(3):
        day = date(2015, 2 + number, 1)
        looked_after.census(council=paper.council, date=day, total=200 - number)
        paper.named_dates.create(name=f"more_{number}", start=day, end=day)
        manuscript = read(paper)
        with CaptureQueriesContext(connection) as queries:
            found = ways(manuscript, read_token("[[looked_after.children]]"))
        counts.append(len(queries))
        assert f"Compared with 1 {day:%B %Y}" in {way.name for way in found}
    assert max(counts) <= MOST and counts[-1] - counts[0] <= 2


def test_a_flow_has_no_other_day_and_what_it_does_not_bear_is_not_offered(paper):
    found = offered(paper, "[[audits.done @year]]")
    assert found["In words"] == ("[[audits.done @year | words]]", "two")
    assert "As none" not in found
    assert not [name for name in found if name.startswith("Compared")]
    assert offered(paper, "[[no.figure]]") == {}
    assert offered(paper, "[[audits.done @unset]]") == {}


@pytest.mark.parametrize(
    "token",
    [
        "[[a.b]]",
        "[[a.b:c of=d @e | percent base]]",
        "[[compare a.b:c of=d @e @f]]",
        "[[a.b @2015-01-01..2015-12-31]]",
    ],
)
def test_a_token_is_written_as_it_is_read(token):
    assert written(read_token(token)) == token
    assert isinstance(read_token("[[compare a.b @c @d]]"), Compare)


def test_the_ways_are_a_page_and_a_part_of_the_editor(browser, paper):
    page = browser.get(at(paper, "ways", token="[[looked_after.children]]"))
    assert "fell from 210 to 188" in words(page)
    part = browser.get(
        at(paper, "ways", token="looked_after.children", after="audits"),
        headers={"HX-Request": "true"},
    )
    assert 'data-insert="[[compare looked_after.children @comparison @position]]"' in words(part)
    assert "add/table/?after=audits&amp;figure=" in words(part)
    for wrong in ("", "para:audits", "no.figure", "[[x"):
        assert browser.get(at(paper, "ways", token=wrong)).status_code == 404


@pytest.mark.parametrize("kind", ["table", "chart"])
def test_a_table_or_chart_of_a_figure_begins_with_its_rows_and_days(browser, paper, kind):
    address = at(paper, "add-block", kind, after="audits", figure="looked_after.children")
    form = browser.get(address).context["form"]
    assert form["rows"].value() == "Children looked after | looked_after.children"
    heads = ["[[date:position]]", "[[date:comparison]] | comparison"]
    assert form["columns"].value().splitlines() == heads
    boxes = ("total_row", "line")
    said = {name: form[name].value() or "x" for name in form.fields if name not in boxes}
    assert browser.post(address, said).status_code == 302
    other = browser.get(at(paper, "add-block", kind, after="audits", figure="para:audits"))
    assert not other.context["form"]["rows"].value()


def test_a_figure_that_is_none_is_answered_with_the_one_that_was_meant(browser, paper):
    said = {"text": "[[looked_after.childern]]", "version": 1}
    page = words(browser.post(at(paper, "block", "audits"), said))
    assert "Did you mean looked_after.children" in page


def test_members_of_a_breakdown_are_added_without_knowing_a_token(browser, paper, monkeypatch):
    parts = {"placement": {"agency_foster": 30, "own_provision": 20, "not_broken_down": 138}}
    looked_after.Census.objects.filter(date=POSITION.end).delete()
    looked_after.census(council=paper.council, date=POSITION.end, parts=parts)
    token = f"[[{KEY}:agency_foster]]"
    first = browser.get(at(paper, "ways", token=token))
    assert "Add members together" in words(first) and "Added together" not in words(first)
    address = at(paper, "ways", token=token) + "&member=agency_foster"
    assert "Choose at least two of them." in words(browser.get(address))
    address += "&member=own_provision"
    page = words(browser.get(address))
    pair = f"{KEY}:agency_foster + {KEY}:own_provision"
    assert f"[[sum {pair} | percent base]]" in page and "50 of 188 (27%)" in page
    part = words(browser.get(address, headers={"HX-Request": "true"}))
    assert f'data-insert="[[sum {pair}]]"' in part
    monkeypatch.setattr(figure_catalogue, "FIGURES", {KEY: FIGURES[KEY]})
    assert "Add members together" in words(browser.get(at(paper, "offers", "paragraph")))
    plain = words(browser.get(at(paper, "ways", token="[[looked_after.children]]")))
    assert "Add members together" not in plain
