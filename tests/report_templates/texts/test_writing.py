"""Standing texts are written, changed and moved on the template's page, also by two at once."""

import pytest

from assurance.records.history import HistoryEntry
from reports.papers.models.papers import Paper
from reports.report_templates.blocks import text_order
from reports.report_templates.blocks.standing_texts import block_of
from tests.editor.pages.test_starting import starting
from tests.make import papers
from tests.page_requests import boxes, drawn, errors, words
from tests.report_templates.template_pages import address, part_of, press

pytestmark = pytest.mark.django_db
LIVE = "We looked after [[looked_after.children]] children on [[date:position]]."
BODY = [
    *("quality-of-practice", "case-file-audits", "audit-table", "dbs-checks"),
    *("children-in-care", "number-of-children", "children-table"),
]


def texts(row, part="body"):
    """The standing texts of a part in order."""
    return [item["slug"] for item in part_of(row, part).get("blocks", ())]


def move_text(browser, row, slug, to):
    """Presses a button that moves a standing text; gives the newest row."""
    assert browser.post(address("move-text", row, slug), {"to": to}).status_code == 302
    return row.newest


def test_a_paragraph_with_a_live_figure_is_added_and_begins_the_next_report(browser, template):
    place = {"parent": "children-in-care", "text": LIVE, "heading": "How many"}
    row = press(browser, template, "add-text", "body", "paragraph", **place)
    added = texts(row)[-1]
    assert texts(row) == [*BODY, added] and added.startswith("standing-how-many")
    assert block_of(row.spec, added) == {
        "slug": added,
        "kind": "paragraph",
        "heading": "How many",
        "text": LIVE,
        "parent": "children-in-care",
    }
    page = words(browser.get(address("report-template", row)))
    assert "How many: We looked after <span" in page and "[[looked_after" not in page
    browser.post("/reports/start/", starting(template=row.pk, slug="first"))
    block = Paper.objects.get(slug="first").blocks.get(slug=added)
    assert (block.text, block.parent.slug) == (LIVE, "children-in-care")


def test_a_section_and_a_recommendation_are_added_where_they_can_stand(browser, template):
    row = press(browser, template, "add-text", "body", "section", heading="Learning")
    section = texts(row)[-1]
    row = press(browser, row, "add-text", "body", "paragraph", text="Inside.", parent=section)
    assert block_of(row.spec, texts(row)[-1])["parent"] == section
    typed = {"decision": "note", "text": "note this report", "reason": "It asked for it."}
    row = press(browser, row, "add-text", "recommendations", "recommendation", **typed)
    added = block_of(row.spec, texts(row, "recommendations")[-1])
    assert added["data"] == {"kind": "note", "reason": "It asked for it."}
    for part, kind in (
        ("body", "recommendation"),
        ("recommendations", "paragraph"),
        ("introduction", "section"),
        ("head", "paragraph"),
        ("gone", "paragraph"),
        ("recommendations", "table"),
        ("body", "annex"),
    ):
        assert browser.get(address("add-text", row, part, kind)).status_code == 404


def test_words_and_days_of_a_text_change(browser, template):
    days = boxes(from_date="1 1 2017", to_date="31 12 2017")
    row = press(browser, template, "template-text", "number-of-children", text=LIVE, **days)
    block = block_of(row.spec, "number-of-children")
    assert (block["text"], block["parent"]) == (LIVE, "children-in-care")
    assert (block["from_date"], block["to_date"]) == ("2017-01-01", "2017-12-31")
    none = boxes(from_date="", to_date="")
    row = press(browser, row, "template-text", "number-of-children", **none)
    assert "from_date" not in block_of(row.spec, "number-of-children")
    assert browser.get(address("template-text", row, "gone")).status_code == 404
    last = HistoryEntry.objects.of(row.council).order_by("pk").last()
    assert last.what == "report_templates.change"


WRONG = [
    ({"text": ""}, "text", "Write the paragraph"),
    ({"text": "See [[para:dbs-checks]]."}, "text", "cites a place of this report"),
    ({"text": "There are [[rows:audit-table]]."}, "text", "cites a place of this report"),
    ({"text": "There were [[stated 24: register]]."}, "text", "typed for this report"),
    ({"text": "Of [[nonsense.figure]]."}, "text", "nonsense.figure"),
    ({"text": "Of [[looked_after.children @gone]]."}, None, "gone"),
    ({"text": "x", **boxes(from_date="2 1 2017", to_date="1 1 2017")}, "to_date", "on or after"),
    ({"text": "x", "parent": "gone"}, "parent", "Choose “Where does it go?” from the list"),
]


@pytest.mark.parametrize(("typed", "field", "sentence"), WRONG)
def test_what_no_report_could_have_comes_back_with_a_sentence(
    browser, template, typed, field, sentence
):
    place = address("add-text", template, "body", "paragraph")
    sent = {**drawn(browser.get(place)), "heading": "Kept", **typed}
    answer = browser.post(place, sent)
    assert answer.status_code == 200 and "Kept" in words(answer)
    wrong = errors(answer)[field or "__all__"]
    assert any(sentence in text for text in wrong), wrong
    assert texts(template.newest) == BODY


def test_texts_move_among_those_beside_them_with_all_that_stands_in_them(browser, template):
    row = move_text(browser, template, "children-in-care", "up")
    assert texts(row) == [*BODY[4:], *BODY[:4]]
    row = move_text(browser, row, "children-in-care", "down")
    assert texts(row) == BODY
    row = move_text(browser, row, "dbs-checks", "up")
    assert texts(row) == [*BODY[:2], "dbs-checks", "audit-table", *BODY[4:]]
    # At an end nothing moves, whoever presses an old page.
    assert texts(move_text(browser, row, "case-file-audits", "up")) == texts(row)
    assert texts(move_text(browser, row, "children-table", "down")) == texts(row)


def test_a_text_of_a_withdrawn_template_stays_where_it_is(browser, template):
    papers.report_template("york-2020", council=template.council)
    row = press(browser, template, "withdraw-template")
    answer = browser.post(address("move-text", row, "dbs-checks"), {"to": "up"}, follow=True)
    assert "bring it back before you change it" in words(answer)
    assert texts(row.newest) == BODY


def test_buttons_stand_only_where_a_text_can_move(browser, template):
    page = browser.get(address("report-template", template))
    body = next(part for part in page.context["parts"] if part.slug == "body")
    ends = {item.slug: (item.depth, item.is_first, item.is_last) for item in body.standing}
    assert ends["quality-of-practice"] == (0, True, False)
    assert ends["audit-table"] == (1, False, False)
    assert ends["children-table"] == (1, False, True)
    assert ends["children-in-care"] == (0, False, True)


@pytest.mark.long
def test_two_people_at_once_keep_both_texts(browser, template):
    place = address("template-text", template, "number-of-children")
    mine = {**drawn(browser.get(place)), "text": "Mine."}
    adding = address("add-text", template, "body", "paragraph")
    new = {**drawn(browser.get(adding)), "text": "New."}
    row = press(browser, template, "template-text", "dbs-checks", text="Theirs.")
    assert browser.post(place, mine).status_code == 302
    assert browser.post(adding, new).status_code == 302
    spec = row.newest.spec
    assert block_of(spec, "dbs-checks")["text"] == "Theirs."
    assert block_of(spec, "number-of-children")["text"] == "Mine."
    assert "New." in str(spec)


@pytest.mark.long
def test_the_same_text_changed_by_two_shows_both_and_saves_over_once_seen(browser, template):
    place = address("template-text", template, "dbs-checks")
    mine = {**drawn(browser.get(place)), "text": "Mine."}
    press(browser, template, "template-text", "dbs-checks", text="Theirs.")
    answer = browser.post(place, mine)
    page = words(answer)
    assert answer.status_code == 409 and "Theirs." in page and "Mine." in page
    assert block_of(template.newest.spec, "dbs-checks")["text"] == "Theirs."
    again = browser.post(place, {**drawn(answer), "text": "Mine and theirs."})
    assert again.status_code == 302
    assert block_of(template.newest.spec, "dbs-checks")["text"] == "Mine and theirs."


def test_a_report_begun_keeps_its_texts(browser, template):
    papers.paper(council=template.council, template=template)
    before = dict(template.spec)
    row = press(browser, template, "template-text", "dbs-checks", text="New words.")
    row = move_text(browser, row, "children-in-care", "up")
    template.refresh_from_db()
    assert row.follows == template and template.spec == before


def test_a_text_whose_figure_was_retired_says_so(browser, template):
    part_of(template, "body")["blocks"][3]["text"] = "There were [[dbs.retired]] of them."
    template.save()
    page = words(browser.get(address("report-template", template)))
    assert page.count("A figure in it is no longer counted") == 1
    form = words(browser.get(address("template-text", template, "dbs-checks")))
    assert "This figure is not counted any more: replace it or take it out." in form


def test_order_of_texts_is_read_behind_what_they_stand_in():
    rows = [
        {"slug": "in", "kind": "paragraph", "parent": "section"},
        {"slug": "section", "kind": "section"},
        {"slug": "lost", "kind": "paragraph", "parent": "gone"},
    ]
    found = [(row["slug"], *place) for row, *place in text_order.nested(rows)]
    assert found == [
        ("section", 0, True, False),
        ("in", 1, True, True),
        ("lost", 0, False, True),
    ]
    assert text_order.kinds_for({"kind": "annexes"}) == ()
    assert text_order.part_of_block({"parts": []}, "x") is None
