"""A change of a template reaches the next report: one that has been started, sent or published
keeps its form, and who approves it."""

from datetime import date

import pytest

from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from reports.approvals.models.approvals import ApprovalRule
from reports.documents.document import to_json
from reports.editions.snapshot import draft
from reports.editor.carry_forward.operations import start_next
from reports.editor.forms.new_report import StartForm
from reports.papers.manuscript import read, template_in
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate
from reports.papers.operations.templates import change_report_template
from reports.papers.rules.template_changes import differences
from tests.make import drafts, papers
from tests.make.template_clerk import NEXT
from tests.page_requests import browser_of, words
from tests.report_templates.template_pages import address, move, press, slugs

pytestmark = pytest.mark.django_db


def form_of(paper):
    """All that a report's template decides: parts, numbers and words; and all that it prints."""
    paper = Paper.objects.get(pk=paper.pk)
    manuscript = read(paper)
    numbers = {slug: vars(address) for slug, address in manuscript.numbering.blocks.items()}
    return template_in(paper.template), numbers, to_json(draft(paper))


@pytest.mark.long
def test_a_draft_is_the_same_before_and_after_every_kind_of_change(clerk, written):
    before = form_of(written)
    browser, first = browser_of(clerk), written.template
    row = press(browser, first, "template-numbering", way="decimal")
    assert row.follows == first and row.origin_id == first.pk and row.version == 2
    assert (row.slug, row.title) == ("york-2016-2", first.title)
    row = press(browser, row, "template-words", paragraph="para", annex="Appendix")
    row = press(browser, row, "template-part", "introduction", title="Why")
    row = press(browser, row, "template-part", "recommendations", place="apart")
    row = press(browser, row, "template-date", "position", label="Else")
    row = move(browser, row, "recommendations", "first")
    row = press(browser, row, "remove-part", "options")
    row = press(browser, row, "template-title", title="New title")
    # All of it is one row, because no report has that one yet.
    assert ReportTemplate.objects.of(clerk.council).count() == 2 and row.version == 9
    assert form_of(written) == before
    written.refresh_from_db()
    assert written.template == first and first.spec == written.template.spec


@pytest.mark.long
def test_the_next_report_has_the_changed_form_and_every_block_of_the_last(clerk, written):
    browser = browser_of(clerk)
    row = press(browser, written.template, "template-numbering", way="decimal")
    row = press(browser, row, "remove-part", "introduction")
    names = {"position": When.at(date(2016, 6, 1)), "comparison": When.at(date(2015, 12, 1))}
    fields = {"details": NEXT, "names": {**written.names, **names}, "by": clerk, "on": drafts.ON}
    paper = start_next(before=written, **fields)
    assert paper.template == row
    assert set(paper.blocks.names()) == set(written.blocks.names())
    labels = [address.label for address in read(paper).numbering.blocks.values()]
    assert "1.1" in labels
    # What was in a part that is gone is printed, and named as without a place.
    document = draft(paper)
    assert document.sections[-1].title == "Without a part"
    offered = StartForm(council=clerk.council).fields["template"].queryset
    assert list(offered) == [row]


@pytest.mark.long
def test_a_change_after_the_next_report_makes_a_third_and_counts_all_three(clerk, written):
    browser = browser_of(clerk)
    second = press(browser, written.template, "template-title", title="Second")
    papers.paper(council=clerk.council, template=second, slug="second")
    third = press(browser, second, "template-title", title="Third")
    assert third.follows == second and third.origin == second.origin == written.template
    assert [row.title for row in ReportTemplate.objects.family_of(third)] == [
        "Third",
        "Second",
        written.template.title,
    ]
    assert "Used by 2 reports." in words(browser.get("/committee/report-templates/"))
    # Any of its addresses leads to the newest, with all that was done.
    page = words(browser.get(address("report-template", written.template)))
    assert "Third" in page and "Used by 2 reports" in page and "Second" in page


def test_who_must_approve_reports_of_a_template_must_after_its_change(clerk, written):
    rule = papers.approval_rule("legal", template=written.template)
    row = press(browser_of(clerk), written.template, "template-title", title="Second")
    later = papers.paper(council=clerk.council, template=row, slug="second")
    other = papers.paper(
        council=clerk.council, template=papers.report_template("york-2020"), slug="third"
    )
    assert list(ApprovalRule.objects.for_paper(written)) == [rule]
    assert list(ApprovalRule.objects.for_paper(later)) == [rule]
    assert list(ApprovalRule.objects.for_paper(other)) == []


def test_who_changes_an_older_form_is_led_to_the_newest(clerk, written):
    first = written.template
    newer = press(browser_of(clerk), first, "template-title", title="Second")
    fields = {"spec": first.spec, "by": clerk, "on": drafts.ON}
    with pytest.raises(EditConflict) as conflict:
        change_report_template(template=first, version=first.version, **fields)
    assert conflict.value.newer == newer
    with pytest.raises(Refused, match="needs a list of parts"):
        change_report_template(
            template=newer, version=2, **{**fields, "spec": {**first.spec, "parts": []}}
        )
    assert slugs(newer.newest) == slugs(newer)


def test_history_names_what_differs_in_words():
    before = {
        "title": "T",
        "parts": [
            {"slug": "a", "kind": "paragraphs", "title": "A", "numbered": True},
            {"slug": "b", "kind": "sections"},
        ],
        "dates": {"position": "On"},
        "numbering": {"unit": "paragraph", "items": ["roman", "letter"]},
    }
    after = {
        "title": "T",
        "parts": [
            {"slug": "b", "kind": "sections", "mandatory": True},
            {"slug": "a", "kind": "paragraphs", "title": "A"},
        ],
        "dates": {"position": "At"},
        "numbering": {"unit": "decimal", "items": ["roman", "letter"]},
        "house": {"annex": "Appendix"},
    }
    assert differences(before, after) == (
        {
            "order of the parts": "A, Sections",
            "numbering: unit": "paragraph",
            "date position": "On",
            "A: numbered": "yes",
        },
        {
            "order of the parts": "Sections, A",
            "numbering: unit": "paragraphs within sections, as 1.1",
            "date position": "At",
            "Sections: mandatory": "yes",
            "word: annex": "Appendix",
        },
    )


def test_history_has_of_a_new_template_its_parts_and_signs_as_they_print():
    before = {"title": "T", "parts": [{"slug": "a", "kind": "paragraphs", "title": "A"}]}
    after = {**before, "parts": [{"slug": "b", "kind": "sections"}, *before["parts"]]}
    assert differences(before, before) == ({}, {})
    assert differences({}, after) == ({}, {"title": "T", "order of the parts": "Sections, A"})
    looks = {**before, "numbering": {"label": "({})"}, "parts": []}
    heads = {**looks, "parts": [{"slug": "h", "kind": "head", "rows": ["agenda_item", "by"]}]}
    assert differences(before, looks)[1]["numbering: label"] == "(1)"
    assert differences(looks, heads)[1]["Head: rows"] == "agenda item, by"
