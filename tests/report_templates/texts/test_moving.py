"""A standing text is moved anywhere in its part and to another, with all that stands in it."""

import pytest

from reports.language import standing_blocks
from reports.language import template as templates
from reports.papers.rules.block_order import IN_ITSELF, TOO_DEEP, Spot
from reports.report_templates.blocks import text_order
from tests.make import papers
from tests.page_requests import errors, words
from tests.report_templates.template_pages import address, part_of
from tests.report_templates.texts.test_writing import BODY, texts

pytestmark = pytest.mark.django_db


def moved(browser, row, slug, to):
    """Chooses a place for a text on its page; gives the newest row."""
    answer = browser.post(address("move-text", row, slug), {"to": to})
    assert answer.status_code == 302, errors(answer)
    return row.newest


def places(browser, row, slug):
    """The names of the places that the page of a text offers."""
    form = browser.get(address("move-text", row, slug)).context["form"]
    groups = [choices for _part, choices in form.fields["to"].choices if isinstance(choices, list)]
    return [name for group in groups for name, _text in group]


def test_a_text_goes_into_another_section_and_to_another_part(browser, template):
    row = moved(browser, template, "dbs-checks", "in:children-in-care")
    assert texts(row) == [*BODY[:3], "children-in-care", "dbs-checks", *BODY[5:]]
    assert text_order.part_of_block(row.spec, "dbs-checks")["slug"] == "body"
    row = moved(browser, row, "dbs-checks", "part:introduction")
    assert texts(row, "introduction")[0] == "dbs-checks"
    assert texts(row) == [*BODY[:3], *BODY[4:]]
    assert "parent" not in part_of(row, "introduction")["blocks"][0]


def test_a_section_takes_what_stands_in_it_along(browser, template):
    row = moved(browser, template, "children-in-care", "part:body")
    assert texts(row) == [*BODY[4:], *BODY[:4]]
    row = moved(browser, row, "number-of-children", "after:children-table")
    assert texts(row)[:3] == ["children-in-care", "children-table", "number-of-children"]


@pytest.mark.long
def test_every_place_that_is_offered_keeps_the_template_readable(browser, template):
    offered = places(browser, template, "dbs-checks")
    assert {"part:introduction", "in:children-in-care", "after:children-table"} <= set(offered)
    assert not {"part:head", "part:contacts", "after:dbs-checks", "in:dbs-checks"} & set(offered)
    slugs = sorted(item for part in template.spec["parts"] for item in _slugs(part))
    for name in offered:
        form = browser.get(address("move-text", template, "dbs-checks")).context["form"]
        spec = text_order.with_placed(template.spec, "dbs-checks", form.spots[name])
        assert standing_blocks.fault_of(templates.read(spec)) == "", name
        assert sorted(item for part in spec["parts"] for item in _slugs(part)) == slugs, name


def _slugs(part):
    return [row["slug"] for row in part.get("blocks", ())]


def test_the_page_shows_no_code_and_a_place_that_is_gone_is_refused(browser, template):
    place = address("move-text", template, "number-of-children")
    assert "[[" not in words(browser.get(place)).replace("[[]]", "")
    wrong = browser.post(place, {"to": "after:gone"})
    assert "no such place" in errors(wrong)["to"][0]
    assert texts(template.newest) == BODY


@pytest.mark.parametrize(
    ("slug", "spot", "sentence"),
    [
        ("dbs-checks", Spot("body", "gone"), text_order.GONE),
        ("children-in-care", Spot("body", "children-in-care"), IN_ITSELF),
        ("children-in-care", Spot("body", "deepest"), TOO_DEEP),
        ("dbs-checks", Spot("recommendations"), ""),
        ("dbs-checks", Spot("head"), "has no blocks"),
        ("dbs-checks", Spot("introduction", "children-in-care"), "same part"),
    ],
)
def test_a_spot_that_cannot_hold_it_is_refused(template, slug, spot, sentence):
    rows = part_of(template, "body")["blocks"]
    parent = ""
    for name in ("one", "two", "three", "four", "deepest"):
        rows.append({"slug": name, "kind": "section", "heading": name, "parent": parent})
        parent = name
    found = text_order.why_not_spot(template.spec, slug, spot)
    assert sentence in found and bool(found) == bool(sentence)


def test_a_text_of_a_withdrawn_template_stays(browser, template):
    papers.report_template("york-2020", council=template.council)
    browser.post(address("withdraw-template", template), {"version": template.version})
    answer = browser.post(address("move-text", template, "dbs-checks"), {"to": "part:introduction"})
    assert "bring it back before you change it" in words(answer)
    assert texts(template.newest) == BODY
