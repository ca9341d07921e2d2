"""Tables, charts, lists and headline figures are made on the template's page by the same ticks and
buttons as in a report, at its dates by what they are called."""

import pytest

from reports.editor.outline import WRITTEN
from reports.papers.models.papers import Paper
from reports.report_templates.blocks.standing_texts import block_of
from reports.report_templates.blocks.text_order import kinds_for
from tests import cast
from tests.editor.builders.browsing import Builder
from tests.editor.pages.test_starting import starting
from tests.make import drafts
from tests.page_requests import browser_of, drawn, errors, words
from tests.report_templates.template_pages import address, part_of, press

pytestmark = pytest.mark.django_db
COUNTED, BEFORE = "‘Children counted on’", "‘Children first counted on’"
NUMBERS = "Children looked after"
THREE = (
    (NUMBERS, "on the date ‘Children counted on’"),
    (NUMBERS, "on the date ‘Children first counted on’"),
    ("Case-file audits done", "in the period ‘Audits done in’"),
)


def begun(browser, template, kind):
    """The page of a new text of a kind in the body of the template."""
    return Builder(browser, address("add-text", template, "body", kind))


def added(template):
    """The standing text that was added last to the body."""
    return part_of(template.newest, "body")["blocks"][-1]


def saved(builder, template):
    """What stands in the template once the builder's page was saved."""
    answer = builder.save()
    assert answer.status_code == 302, errors(answer)
    return added(template)


def with_table(browser, template, kind="table"):
    """The page of a table of the children at two dates."""
    builder = begun(browser, template, kind).fill("rows-find", NUMBERS).press("Search")
    return builder.tick(NUMBERS).tick(BEFORE, COUNTED).press("Update the dates")


def test_every_kind_of_a_report_is_offered_where_text_stands_and_nothing_elsewhere(template):
    kinds = {part["slug"]: kinds_for(part) for part in template.spec["parts"]}
    assert kinds["body"] == ("paragraph", "section", *WRITTEN)
    assert kinds["recommendations"] == ("recommendation",) and kinds["head"] == ()


@pytest.mark.long
def test_a_table_is_made_by_ticks_at_the_labels_and_begins_the_next_report(browser, template):
    drafts.records(template.council)
    builder = with_table(browser, template)
    assert builder.ticked() == [NUMBERS, BEFORE, COUNTED]
    assert "2015" not in " ".join(builder.controls.labels)
    row = saved(builder.tick(f"Change from {BEFORE} to {COUNTED}"), template)
    whens = [column["when"] for column in row["data"]["grid"]["columns"]]
    assert (row["kind"], whens) == ("table", ["comparison", "position", "position"])
    page = words(browser.get(address("report-template", template.newest)))
    assert "Children looked after, <span" in page and "[[" not in page
    browser.post("/reports/start/", starting(template=template.newest.pk, slug="first"))
    assert Paper.objects.get(slug="first").blocks.get(slug=row["slug"]).data == row["data"]


def test_a_table_is_changed_with_its_days_kept_by_a_press_that_saves_nothing(browser, template):
    place = address("template-text", template, "audit-table")
    builder = Builder(browser, place)
    before = block_of(template.spec, "audit-table")["data"]
    for name, text in zip(("day", "month", "year"), ("1", "2", "2017"), strict=True):
        builder.fill(f"from_date_{name}", text)
    builder.fill("caption", "Audits by grade").press("Update the figures")
    assert builder.values["from_date_month"] == "2"
    answer = builder.save()
    assert answer.status_code == 302, errors(answer)
    row = block_of(template.newest.spec, "audit-table")
    assert row["data"]["grid"]["rows"] == before["grid"]["rows"]
    assert (row["data"]["caption"], row["from_date"]) == ("Audits by grade", "2017-02-01")
    assert row["parent"] == block_of(template.spec, "audit-table")["parent"]


def test_a_table_that_somebody_else_changed_is_shown_beside_ones_own(browser, template):
    builder = Builder(browser, address("template-text", template, "audit-table"))
    theirs = Builder(browser, address("template-text", template, "audit-table"))
    assert theirs.fill("caption", "Theirs").save().status_code == 302
    builder.fill("caption", "Mine").press("Update the figures")
    answer = builder.save()
    assert answer.status_code == 409 and "Theirs" in words(answer)
    assert Builder.save(builder).status_code == 302
    assert block_of(template.newest.spec, "audit-table")["data"]["caption"] == "Mine"


@pytest.mark.long
def test_a_chart_makes_its_own_sentence_or_takes_one_with_figures_in_it(browser, template):
    row = saved(with_table(browser, template, "chart"), template)
    assert (row["kind"], row["data"]["finding"]) == ("chart", "")
    builder = with_table(browser, template, "chart")
    assert errors(builder.fill("finding", "There were [[nothing]].").save())["finding"]
    row = saved(builder.fill("finding", "There were [[looked_after.children]]."), template)
    assert row["kind"] == "chart" and row["data"]["finding"].startswith("There were")
    page = Builder(browser, address("template-text", template.newest, row["slug"])).page
    assert "children looked after, on the date ‘Children counted on’" in page


def test_a_list_has_its_kind_and_the_date_of_the_report(browser, template):
    builder = begun(browser, template, "records").fill("what", "developments")
    builder.press("Choose its columns")
    assert "The date of the report</option>" in builder.page
    row = saved(builder.fill("when", "position"), template)
    assert row["kind"] == "records" and row["data"]["records"]["when"] == "position"


def test_headline_figures_are_chosen_by_name_and_label(browser, template):
    builder = begun(browser, template, "headlines")
    for place, (figure, when) in enumerate(THREE, 1):
        builder.fill(f"figure_{place}", figure).fill(f"when_{place}", when)
    row = saved(builder, template)
    assert [item["figure"] for item in row["data"]["headlines"]] == [
        "[[looked_after.children]]",
        "[[looked_after.children @comparison]]",
        "[[audits.done @audits]]",
    ]
    again = Builder(browser, address("template-text", template.newest, row["slug"]))
    chosen = [(again.values[f"figure_{n}"], again.values[f"when_{n}"]) for n in (1, 2, 3)]
    assert chosen[1:] == list(THREE[1:]) and chosen[0][0] == NUMBERS
    assert "2015" not in again.page.split("<main")[1]
    page = words(browser.get(address("report-template", template.newest)))
    assert "children looked after, on the date ‘Children first counted on’" in page


def test_a_subject_heading_and_a_table_of_words_are_written(browser, template):
    place = {"heading": "Placements", "parent": "children-in-care"}
    row = press(browser, template, "add-text", "body", "heading", **place)
    assert added(row)["kind"] == "heading" and added(row)["parent"] == "children-in-care"
    typed = {"caption": "What is done", "rows": "Step | #Number\nFirst | [[looked_after.children]]"}
    row = press(browser, row, "add-text", "body", "cells", **typed)
    assert added(row)["kind"] == "table" and "cells" in added(row)["data"]
    again = Builder(browser, address("template-text", row, added(row)["slug"]))
    assert "First | [[looked_after.children]]" in again.values["rows"]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [("[[stated 24: register]]", "typed for this report"), ("[[para:x]]", "cites a place")],
)
def test_what_belongs_to_one_report_is_refused_in_a_table_too(browser, template, cell, sentence):
    place = address("add-text", template, "body", "cells")
    typed = {"caption": "Steps", "rows": f"A | B\nC | {cell}"}
    answer = browser.post(place, {**drawn(browser.get(place)), **typed})
    assert any(sentence in text for text in errors(answer)["rows"])


def test_as_text_a_table_shows_what_can_be_written(browser, template):
    answer = browser.get(address("template-text", template, "audit-table"), {"text": "1"})
    assert "<code>[[date:position]]</code>" in words(answer)
    assert "Choose by ticks" in words(answer)


def previewed(browser, template, kind, **typed):
    """The preview of a new text of the body as it is typed."""
    return words(browser.post(address("preview-text", template, kind), {"part": "body", **typed}))


def test_what_is_typed_is_seen_with_values_by_who_may_read_drafts(browser, template):
    drafts.records(template.council)
    text = "We looked after [[looked_after.children]] children."
    page = previewed(browser, template, "paragraph", text=text)
    assert "We looked after" in page and "[[" not in page and "With the dates proposed" in page
    sent = with_table(browser, template).values
    assert "<table" in previewed(browser, template, "table", **sent)
    wrong = previewed(browser, template, "table", caption="x")
    assert "To fix:" in wrong
    assert browser.post(address("preview-text", template, "annex")).status_code == 404


@pytest.mark.parametrize("across", ["dates", "figures"])
def test_who_may_read_no_drafts_sees_meanings_and_no_value(browser, template, across):
    drafts.records(template.council)
    administrator = browser_of(cast.administrator())
    sent = {**with_table(browser, template).values, "across": across}
    page = previewed(administrator, template, "table", **sent)
    assert "date ‘Children first counted on’" in page and page.count("…</td>") == 2
    assert f'scope="{"col" if across == "dates" else "row"}"' in page and "2015" not in page
    lists = Builder(browser, address("add-text", template, "body", "records"))
    lists.fill("what", "developments").press("Choose its columns")
    assert "Each of: " in previewed(administrator, template, "records", **lists.values)
    cells = previewed(administrator, template, "cells", caption="Steps", rows="A | B\nC | D")
    assert "Steps" in cells and 'scope="row" class="govuk-table__header">C' in cells
    text = previewed(administrator, template, "paragraph", text="Of [[looked_after.children]].")
    assert "children looked after, on the date ‘Children counted on’" in text
