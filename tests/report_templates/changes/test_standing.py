"""Standing texts: a block of a report is kept for every new one, shown by what its live values
mean, for a time or for ever; nothing that belongs to one report alone can be kept."""

import copy
from datetime import date

import pytest

from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from reports.editor.carry_forward.operations import start_next
from reports.language import standing_blocks as language
from reports.language import template as templates
from reports.language.template import BadTemplate
from reports.papers.models.papers import Paper
from reports.papers.operations.templates import start_report_template
from reports.report_templates.blocks import standing_texts
from reports.report_templates.examples import shipped
from tests.editor.pages.test_starting import starting
from tests.make import drafts, papers
from tests.make.template_clerk import NEXT
from tests.page_requests import at, boxes, drawn, words
from tests.report_templates.template_pages import address, press

pytestmark = pytest.mark.django_db
TABLE = {
    "caption": "Audits",
    "grid": {
        "rows": [{"label": "All", "quote": "audits.done"}],
        "columns": [{"label": "Year", "when": "year"}],
    },
}


def keep(browser, paper, slug, **days):
    """Presses *Use in every new report* at a block; gives the newest template."""
    place = at(paper, "standing-block", slug)
    sent = {**drawn(browser.get(place)), **boxes(**days)}
    answer = browser.post(place, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    return paper.template.newest


def begun(browser, template, slug):
    """A report begun on the page from `template`."""
    browser.post("/reports/start/", starting(template=template.pk, slug=slug))
    return Paper.objects.get(slug=slug)


def blocks_of(paper):
    """(slug, part, kind, parent, text) of every block of a report, in order."""
    rows = paper.blocks.filter(removed_on__isnull=True).order_by("order")
    return [
        (row.slug, row.part, row.kind, row.parent.slug if row.parent else "", row.text)
        for row in rows
    ]


def test_a_sentence_with_a_live_figure_begins_every_new_report(browser, written):
    before = blocks_of(written)
    assert "Use in every new report" in words(browser.get(at(written, "block-menu", "audits")))
    shown = words(browser.get(at(written, "standing-block", "audits")))
    assert "Managers audited" in shown and "[[" not in shown
    row = keep(browser, written, "audits")
    page = words(browser.get(address("report-template", row)))
    shown = page.split('Every new report begins with"')[1].split("</ul>")[0]
    assert "Managers audited" in shown and "[[" not in shown and "audits.done" not in shown
    assert '<span class="app-part__live">' in shown
    paper = begun(browser, row, "second")
    text = "Managers audited [[audits.done @year]] files."
    assert blocks_of(paper) == [("audits", "body", "paragraph", "", text)]
    # The date that the sentence names is asked for by its label, and has no day yet.
    dates = browser.get(at(paper, "dates")).context["form"]
    names = {dates[f"name_{n}"].value(): dates[f"label_{n}"].value() for n in range(dates.rows)}
    assert names["year"] == "Year"
    written.refresh_from_db()
    assert blocks_of(written) == before and row.pk != written.template_id


def test_a_section_is_kept_with_all_in_it_and_in_its_order(browser, written):
    row = keep(browser, written, "work")
    paper = begun(browser, row, "second")
    own = [item for item in blocks_of(written) if item[1] == "body"]
    assert blocks_of(paper) == own and own[0][2] == "section"
    # Kept again it takes the place of itself; without it what was in it stands by itself.
    again = keep(browser, written, "work")
    assert len(templates.read(again.spec).part("body").blocks) == len(own)
    less = press(browser, again, "remove-standing", "work")
    rows = templates.read(less.spec).part("body").blocks
    assert [item["slug"] for item in rows] == [item[0] for item in own[1:]]
    assert not any(item.get("parent") for item in rows)


def test_a_table_of_figures_is_kept_as_it_was_built(browser, written):
    papers.block(paper=written, slug="table", kind="table", part="body", text="", data=TABLE)
    row = keep(browser, written, "table")
    assert "Audits" in words(browser.get(address("report-template", row)))
    assert begun(browser, row, "second").blocks.get(slug="table").data == TABLE


def test_a_text_for_a_time_is_given_to_reports_of_that_time(browser, written):
    row = keep(browser, written, "purpose", from_date="1 1 2016", to_date="17 1 2016")
    page = words(browser.get(address("report-template", row)))
    assert "(from 1 January 2016 until 17 January 2016)" in page
    # The meeting of the report is on 18 January 2016.
    assert blocks_of(begun(browser, row, "late")) == []
    row = press(browser, row.newest, "template-text", "purpose", **boxes(to_date="18 1 2016"))
    assert [item[0] for item in blocks_of(begun(browser, row, "last-day"))] == ["purpose"]
    place = address("template-text", row, "purpose")
    sent = {**drawn(browser.get(place)), **boxes(to_date="31 12 2015")}
    assert "on or after the start date" in words(browser.post(place, sent))
    assert browser.get(address("template-text", row, "gone")).status_code == 404


def test_the_next_report_has_what_the_template_has_gained_and_the_last_one_had_not(
    browser, clerk, written
):
    row = keep(browser, written, "purpose")
    row.spec["parts"][1]["blocks"].append({"slug": "new", "kind": "paragraph", "text": "New."})
    row.save()
    fields = {"details": NEXT, "names": written.names, "by": clerk, "on": drafts.ON}
    paper = start_next(before=written, **fields)
    assert paper.template == row
    own = [item[0] for item in blocks_of(written)]
    assert sorted(item[0] for item in blocks_of(paper)) == sorted([*own, "new"])
    # What the last report took out again is not brought back.
    paper.blocks.filter(slug="new").delete()
    later = {**NEXT, "slug": "later"}
    after = start_next(before=paper, **{**fields, "details": later})
    assert "new" not in [item[0] for item in blocks_of(after)]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": "See [[para:audits]]."}, "It cites a place of this report"),
        ({"text": "There were [[stated 24 | register]]."}, "typed for this report"),
        ({"text": ""}, "There is nothing in it yet"),
        ({"kind": "annex", "part": "annexes", "heading": "A"}, "belongs to one report"),
        ({"part": "gone"}, "no longer has this part"),
    ],
)
def test_what_belongs_to_one_report_is_refused_with_a_sentence(browser, written, fields, sentence):
    papers.block(paper=written, slug="own", **{"part": "body", **fields})
    answer = browser.get(at(written, "standing-block", "own"), follow=True)
    assert sentence in words(answer)
    assert written.template.newest == written.template


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{"slug": "a", "kind": "poem"}], "is no kind of template text"),
        ([{"slug": "A b", "kind": "paragraph"}], "is no slug"),
        ([{"slug": "a"}], "kind"),
        ([{"slug": "a", "kind": "paragraph", "text": 4}], "Words in quotation marks"),
        ([{"slug": "a", "kind": "paragraph", "data": []}], "An object in braces"),
        ([{"slug": "a", "kind": "paragraph", "colour": "red"}], "is no entry here"),
        ([{"slug": "a", "kind": "paragraph", "from_date": "soon"}], "is not a date"),
        (
            [{"slug": "a", "kind": "list", "from_date": "2016-02-01", "to_date": "2016-01-01"}],
            "must be on or after its start",
        ),
        ([{"slug": "a", "kind": "paragraph", "text": "[[audits.done @gone]]"}], "“gone”"),
        ([{"slug": "a", "kind": "paragraph", "text": "[[nonsense here there]]"}], "nonsense"),
        ([{"slug": "a", "kind": "table", "data": {}}], "it would print nothing"),
        ([{"slug": "a", "kind": "recommendation", "text": "x"}], "asks nothing"),
        ([{"slug": "a", "kind": "paragraph", "parent": "b"}], "has no such block"),
        ([{"slug": "a", "kind": "paragraph"}] * 2, "2 blocks are called"),
    ],
)
def test_a_file_with_standing_texts_that_no_report_could_have_is_refused(clerk, rows, sentence):
    spec = copy.deepcopy(shipped()["york-2016"])
    spec["parts"][1]["blocks"] = rows
    with pytest.raises(Refused, match=sentence):
        start_report_template(council=clerk.council, spec=spec, title="T", by=clerk, on=drafts.ON)


def test_parts_that_fill_themselves_hold_no_standing_text_and_lists_are_lists():
    spec = copy.deepcopy(shipped()["york-2016"])
    spec["parts"][0]["blocks"] = [{"slug": "a", "kind": "paragraph", "text": "x"}]
    assert "fills itself" in language.fault_of(templates.read(spec))
    for wrong in ("text", [1], {"a": 1}):
        spec["parts"][0]["blocks"] = wrong
        with pytest.raises(BadTemplate, match="list of objects"):
            templates.read(spec)


def test_standing_blocks_are_those_of_the_day_and_keep_no_place_that_is_gone():
    rows = [
        {"slug": "s", "kind": "section", "heading": "S", "to_date": "2016-01-01"},
        {"slug": "p", "kind": "paragraph", "text": "P", "parent": "s"},
        {"slug": "q", "kind": "paragraph", "text": "Q", "from_date": "2016-01-02"},
    ]
    spec = {"slug": "t", "title": "T", "parts": [{"slug": "b", "kind": "sections", "blocks": rows}]}
    template = templates.read(spec)
    assert language.fault_of(template) == ""
    assert language.slugs_of(template) == {"s", "p", "q"}

    def found(day, but=()):
        return [(row["slug"], row["parent"]) for row in language.blocks_for(template, day, but)]

    assert found(date(2016, 1, 1)) == [("s", ""), ("p", "s")]
    assert found(date(2016, 1, 2)) == [("p", ""), ("q", "")]
    assert found(date(2016, 1, 1), {"s"}) == [("p", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On [[date:position]] we", [("On ", False), ("Counted on", True), (" we", False)]),
        ("[[date:period]]", [("", False), ("live value", True), ("", False)]),
        ("plain", [("plain", False)]),
    ],
)
def test_a_live_value_is_shown_by_its_meaning(text, expected):
    made = standing_texts.pieces({"text": text}, {"[[date:position]]": "Counted on"})
    assert list(made) == expected


def test_a_date_is_taken_along_only_where_a_block_names_it(browser, written):
    names = {**written.names, "idle": When.at(date(2015, 5, 5))}
    papers.block(paper=written, slug="mere", part="body", text="A year is idle.")
    assert "idle" in names
    row = keep(browser, written, "mere")
    assert row.spec["dates"] == written.template.spec["dates"]
