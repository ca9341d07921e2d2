"""A template is withdrawn and brought back: no new report begins from it meanwhile, reports begun
keep it, and nobody is left without one."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from reports.conversion.operations.paper_import import import_paper
from reports.editions.paper_file import exported
from reports.editor.carry_forward.operations import start_next
from reports.editor.forms.new_report import StartForm
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate
from reports.papers.operations import templates as operations
from tests.editor.pages.test_starting import starting
from tests.make import drafts, papers
from tests.make.template_clerk import NEXT
from tests.page_requests import at, drawn, errors, words
from tests.report_templates.template_pages import address, press, started

pytestmark = pytest.mark.django_db
LIST = "/committee/report-templates/"


@pytest.fixture
def other(browser, clerk):
    """Another template, so that one is left."""
    return started(browser, clerk.council, "york-2020", "Other")


def withdrawn(browser, row):
    """The template after it was withdrawn on its page."""
    return press(browser, row.newest, "withdraw-template")


def test_a_withdrawn_template_is_offered_to_no_report_and_comes_back(browser, clerk, other):
    own = started(browser, clerk.council, title="Ours")
    row = withdrawn(browser, own)
    assert row == own and row.withdrawn_on is not None
    offered = list(StartForm(council=clerk.council).fields["template"].queryset)
    assert row not in offered and other in offered
    typed = starting(template=row.pk)
    assert "template" in errors(browser.post("/reports/start/", typed))
    page = words(browser.get(address("report-template", row)))
    assert "No new report begins from it" in page and "Bring it back" in page
    listed = words(browser.get(LIST))
    assert "Withdrawn</h2>" in listed and listed.index("Withdrawn</h2>") < listed.rindex(">Ours<")
    browser.post(address("bring-template-back", row), {"version": row.version})
    assert row.newest.withdrawn_on is None
    assert "Withdrawn</h2>" not in words(browser.get(LIST))
    assert Paper.objects.count() == 0
    browser.post("/reports/start/", typed)
    assert Paper.objects.get().template == row
    kept = HistoryEntry.objects.of(clerk.council).filter(about=row.slug)
    assert [item.what for item in kept.order_by("pk")] == [
        "report_templates.add",
        "report_templates.withdraw",
        "report_templates.bring_back",
    ]


@pytest.mark.long
def test_the_only_template_stays_and_a_withdrawn_one_is_not_changed(browser, clerk, other):
    for row in ReportTemplate.objects.of(clerk.council).current():
        if row != other:
            withdrawn(browser, row)
    place = address("withdraw-template", other)
    answer = browser.post(place, drawn(browser.get(place)))
    assert "the only template from which a report can begin" in words(answer)
    assert other.newest.withdrawn_on is None
    own = started(browser, clerk.council, title="Ours")
    row = withdrawn(browser, own)
    place = address("template-title", row)
    answer = browser.post(place, {**drawn(browser.get(place)), "title": "Kept"})
    assert "bring it back before you change it" in words(answer) and "Kept" in words(answer)
    answer = browser.post(address("withdraw-template", row), {"version": row.version})
    assert "was withdrawn" in words(answer)


@pytest.mark.long
def test_reports_begun_keep_a_withdrawn_template(browser, written, other):
    before = written.template.spec
    withdrawn(browser, written.template)
    paper = Paper.objects.get(pk=written.pk)
    assert paper.template == written.template and paper.template.spec == before
    assert browser.get(at(paper, "draft")).status_code == 200
    assert browser.get(at(paper, "report-job")).status_code == 200


def test_the_series_is_named_and_its_next_report_chooses_another(browser, clerk, other):
    before = papers.issued_paper(council=clerk.council, slug="january-2016")
    papers.edition(paper=before)
    row = before.template
    page = words(browser.get(address("withdraw-template", row)))
    assert "The next report of “Assurance report” would begin from it" in page
    place = reverse("editor:next", args=[before.series.slug, before.slug])
    assert "Which template does it follow?" not in words(browser.get(place))
    withdrawn(browser, row)
    form = browser.get(place)
    assert "The template of the last report was withdrawn" in words(form)
    typed = drawn(form)
    assert "template" in errors(browser.post(place, typed))
    answer = browser.post(place, {**typed, "template": other.pk, "meeting": "unknown"})
    assert answer.status_code == 302, answer.context["form"].errors
    assert Paper.objects.get(carried_from="january-2016").template == other


def test_without_another_template_the_next_report_is_refused(browser, clerk, written, other):
    withdrawn(browser, written.template)
    names = {"position": When.at(date(2016, 6, 1))}
    fields = {"details": NEXT, "names": names, "by": clerk, "on": drafts.ON}
    with pytest.raises(Refused, match="was withdrawn: choose another"):
        start_next(before=written, **fields)
    paper = start_next(before=written, template=other, **fields)
    assert paper.template == other
    assert set(written.blocks.names()) <= set(paper.blocks.names())


def test_a_file_of_a_report_begins_none_from_a_withdrawn_template(browser, clerk, written, other):
    plain = {**exported(written), "slug": "again"}
    withdrawn(browser, written.template)
    with pytest.raises(Refused, match="was withdrawn: bring it back"):
        import_paper(council=clerk.council, plain=plain, by=clerk, on=drafts.ON)


def test_it_is_not_brought_back_beside_one_of_its_title_nor_twice(browser, clerk, other):
    row = withdrawn(browser, started(browser, clerk.council, title="Ours"))
    started(browser, clerk.council, title="OURS")
    place = address("bring-template-back", row)
    answer = browser.post(place, {"version": row.version}, follow=True)
    assert "give that one another title first" in words(answer)
    assert row.newest.withdrawn_on is not None
    answer = browser.post(address("bring-template-back", other), {"version": 1}, follow=True)
    assert "It is not withdrawn" in words(answer)
    assert browser.get(place).status_code == 405


def test_who_withdraws_what_somebody_else_just_changed_is_shown_the_newer(browser, clerk, other):
    row = started(browser, clerk.council, title="Ours")
    sent = drawn(browser.get(address("withdraw-template", row)))
    press(browser, row, "template-numbering", way="decimal")
    answer = browser.post(address("withdraw-template", row), sent)
    assert answer.status_code == 409 and row.newest.withdrawn_on is None
    papers.paper(council=clerk.council, template=row)
    later = press(browser, row.newest, "template-title", title="Later")
    row.refresh_from_db()
    fields = {"version": row.version, "by": clerk, "on": drafts.ON}
    with pytest.raises(EditConflict) as conflict:
        operations.withdraw_report_template(template=row, **fields)
    assert conflict.value.newer == later
