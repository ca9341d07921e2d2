"""In the editor of a template a live figure is shown by what it means, and never by a value."""

import json

import pytest

from reports.report_templates.blocks.meanings import forms_of, meanings
from reports.report_templates.blocks.new_report import manuscript_of
from tests import cast
from tests.make import drafts
from tests.page_requests import browser_of, words
from tests.report_templates.template_pages import address

pytestmark = pytest.mark.django_db
ON, FIRST = "on the date ‘Children counted on’", "‘Children first counted on’"
CHILDREN = f"children looked after, {ON}"
UNNAMED = "on a date that the template does not name"


def meaning(template, raw):
    """What the chip of a token shows."""
    return meanings(manuscript_of(template, drafts.ON), [raw])[raw]["words"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("[[looked_after.children]]", CHILDREN),
        ("[[looked_after.children @position]]", CHILDREN),
        ("[[looked_after.children @comparison]]", f"children looked after, on the date {FIRST}"),
        ("[[looked_after.children | words]]", f"children looked after in words, {ON}"),
        (
            "[[compare looked_after.children @comparison @position]]",
            f"children looked after, change from {FIRST} to ‘Children counted on’",
        ),
        ("[[audits.done @audits]]", "case-file audits done, in the period ‘Audits done in’"),
        ("[[audits.done]]", "case-file audits done, in the period of the report"),
        ("[[looked_after.children @gone]]", f"children looked after, {UNNAMED}"),
        ("[[date:position]]", "date ‘Children counted on’"),
        ("[[date:position | short]]", "date ‘Children counted on’, in short"),
        ("[[date:period]]", "dates of the report"),
        ("[[dbs.retired]]", "figure not counted any more"),
    ],
)
def test_a_chip_shows_what_its_figure_or_date_means(template, raw, expected):
    assert meaning(template, raw) == expected


def test_a_retired_figure_is_a_fault_with_a_sentence(template):
    facts = meanings(manuscript_of(template, drafts.ON), ["[[dbs.retired]]"])["[[dbs.retired]]"]
    assert facts["kind"] == "fault" and facts["state"] == "not known"
    assert "not counted any more: replace it" in facts["problem"]


def test_no_value_is_on_any_page_of_the_editor(browser, clerk, template):
    drafts.records(clerk.council)
    place = address("template-text", template, "number-of-children")
    page = words(browser.get(place))
    assert "on the date ‘Children counted on’" in page
    found = browser.get(address("template-quotable", template), {"q": "children looked"}).json()
    first = found["entries"][0]
    assert first["token"] == "[[looked_after.children]]" and first["words"] == CHILDREN
    assert first["value"] == "on the date ‘Children counted on’"
    assert all("2015" not in json.dumps(row) for row in found["entries"])


def test_the_chooser_offers_figures_at_the_labels_and_no_record_or_place(browser, template):
    place = address("template-quotable", template)
    kinds = {row["kind"] for row in browser.get(place, {"q": "a"}).json()["entries"]}
    assert kinds <= {"figure", "member", "date"}
    dates = browser.get(place, {"kind": "dates"}).json()["entries"]
    assert {row["token"] for row in dates} == {
        *("[[date:period]]", "[[date:position]]", "[[date:comparison]]"),
        *("[[date:audits]]", "[[date:dbs]]"),
    }
    assert browser.get(place, {"kind": "records"}).json() == {"entries": [], "count": 0}
    assert browser.get(place, {"q": "\x00" * 400}).status_code == 200
    assert browser.get(place, {"q": "nothing at all like this"}).json()["entries"] == []


def test_other_forms_of_a_figure_are_its_meanings(browser, template):
    place = address("template-tokens", template)
    sent = {"token": "[[looked_after.children]]", "forms": "1"}
    answer = browser.post(place, sent).json()
    assert answer["tokens"][sent["token"]]["words"] == CHILDREN
    assert "forms" not in browser.post(place, {"token": sent["token"]}).json()
    tokens = [form["token"] for form in answer["forms"]]
    assert tokens[:2] == [sent["token"], "[[looked_after.children | words]]"]
    assert any(token.startswith("[[compare") for token in tokens)
    assert forms_of(manuscript_of(template, drafts.ON), "[[stated 4 | x]]") == []
    assert browser.post(place, {"token": "no token"}).status_code == 404
    assert browser.post(place, {"token": ["[[date:period]]"] * 61}).status_code == 404
    assert browser.get(place).status_code == 405


def test_without_script_tokens_stand_with_their_meaning(browser, template):
    page = words(browser.get(address("add-text", template, "body", "paragraph")))
    assert "<code>[[date:position]]</code> Children counted on" in page
    assert "<code>[[looked_after.children]]</code> Children looked after, on the date" in page


def test_who_keeps_no_templates_asks_nothing(template):
    officer = browser_of(cast.officer())
    assert officer.get(address("template-quotable", template)).status_code == 403
    assert officer.post(address("template-tokens", template)).status_code == 403
