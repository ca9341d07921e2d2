"""A self-evaluation as one document: its statements, their evidence, what was found later."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client

from assurance.governance.models.statements import Statement
from assurance.governance.rules.faults import why_not_found_later
from assurance.governance.rules.self_evaluation import outcome, outcome_words
from assurance.governance.self_evaluation import lines_of, summary
from assurance.reviews.models.findings import Finding
from reports.papers.assembly import records
from tests import cast
from tests.make import audits, findings, matters

ADDRESS = "/matters/self-evaluation/"
FOUND = date(2015, 1, 5)
needs_rows = pytest.mark.django_db


@pytest.mark.parametrize("kind", [None, *(code for code, _words in Finding.KINDS)])
def test_only_a_strength_confirms_and_what_asks_for_an_action_differs(kind):
    said = {"strength": "confirmed", None: "not_yet"}
    said |= dict.fromkeys(("area", "recommendation", "priority"), "differed")
    assert outcome(kind) == said.get(kind, "spoken_of")


@pytest.mark.parametrize(
    ("published", "ended", "is_refused"),
    [
        (FOUND, FOUND, True),
        (FOUND + timedelta(1), FOUND, False),
        (None, FOUND, True),
        (None, FOUND + timedelta(1), False),
    ],
)
def test_what_was_found_later_is_of_a_review_published_after_the_statement(
    published, ended, is_refused
):
    review = SimpleNamespace(title="Inspection", published_on=published, ended_on=ended)
    sentence = why_not_found_later(FOUND, SimpleNamespace(review=review))
    assert ("before the statement" in (sentence or "")) is is_refused


@needs_rows
def test_the_outcome_names_the_review_that_found_it():
    found = findings.finding(kind="strength", review=findings.review(title="Inspection of 2016"))
    assert outcome_words(found) == "Confirmed by Inspection of 2016"
    assert outcome_words(None) == ""


@needs_rows
def test_each_statement_stands_with_its_evidence_and_what_inspectors_found(signed_in):
    assert "No statement has been recorded yet." in signed_in.get(ADDRESS).content.decode()
    of = findings.review(title="Inspection of 2016")
    strength = findings.finding(review=of, kind="strength", text="Children are seen alone.")
    before = findings.finding(text="Visits are recorded.")
    row = matters.statement(title="We know our children", later_finding=strength)
    row.findings.set([before])
    row.documents.set([matters.document(title="Vision for 2016")])
    matters.statement(title="Plans are good", later_finding=findings.finding(review=of))
    matters.statement(title="Leaders are seen")
    page = signed_in.get(ADDRESS).content.decode()
    assert "3 statements: 1 confirmed, 1 to be developed, 1 not inspected yet. 2 without" in page
    for words in (
        *("We know our children", "Vision for 2016", "Visits are recorded."),
        *("Confirmed", "Children are seen alone.", "To be developed", "None is linked."),
    ):
        assert words in page
    assert f'href="/reviews/findings/{before.pk}/"' in page
    assert page.index("We know our children") < page.index("Plans are good")


@needs_rows
def test_a_version_is_chosen_and_the_latest_is_shown_first(signed_in):
    for title, edition in (("Old", "2014"), ("New", "2016 & on")):
        matters.statement(title=f"{title} statement", edition=edition)
    Statement.objects.filter(edition="2014").update(stated_on=date(2014, 1, 6))
    page = signed_in.get(ADDRESS).content.decode()
    assert "New statement" in page and "Old statement" not in page
    assert 'href="?edition=2014"' in page
    page = signed_in.get(f"{ADDRESS}?edition=2014").content.decode()
    assert "Old statement" in page and 'href="?edition=2016%20%26%20on"' in page
    page = signed_in.get(f"{ADDRESS}?edition=unknown").content.decode()
    assert "New statement" in page


@needs_rows
def test_a_figure_stands_with_its_value_on_the_day_of_the_statement():
    council = cast.make_council()
    audits.case_audit(audited_on=date(2014, 12, 1))
    audits.case_audit(audited_on=FOUND, shared_on=date(2015, 1, 6))
    audits.case_audit(audited_on=date(2015, 1, 6))
    keys = "audits.awaiting_sharing\naudits.done\nno.such_figure\ndbs.overdue"
    row = matters.statement(figures=keys)
    [line] = lines_of(council, [row])
    assert line.figures[:2] == (
        "Case-file audits waiting to be shared: 2",
        "Case-file audits done",
    )
    assert len(line.figures) == 3
    assert "None" not in " ".join(line.figures)


@needs_rows
def test_what_was_withdrawn_is_no_evidence_and_no_outcome():
    of = findings.review()
    gone = {"withdrawn_on": FOUND, "withdrawn_by": cast.officer(), "withdrawn_because": "Twice"}
    found, document = findings.finding(review=of), matters.document()
    row = matters.statement(later_finding=found)
    row.findings.set([found])
    row.documents.set([document])
    type(of).objects.update(**gone)
    type(document).objects.update(**gone)
    rows = Statement.objects.of_edition("1")
    [line] = lines_of(row.council, rows)
    assert (line.findings, line.documents, line.later, line.outcome) == ((), (), None, "not_yet")
    assert not line.has_evidence
    assert summary([line]) == "1 statement: 1 not inspected yet. 1 without evidence."
    assert summary([]) == "0 statements."


@needs_rows
def test_withdrawn_evidence_is_not_counted_and_what_stands_beside_it_is():
    gone = {"withdrawn_on": FOUND, "withdrawn_by": cast.officer(), "withdrawn_because": "Twice"}
    review = findings.review(title="Peer review")
    kept = findings.finding(review=findings.review(title="Inspection"))
    row = matters.statement(figures="dbs.position")
    row.findings.set([kept, findings.finding(**gone), findings.finding(review=review)])
    row.documents.set([matters.document(title="A"), matters.document(title="B", **gone)])
    assert row.evidence_words == "1 figure, 2 findings, 1 document"
    type(review).objects.filter(pk=review.pk).update(**gone)
    assert Statement.objects.get().evidence_words == "1 figure, 1 finding, 1 document"
    type(row).objects.update(figures="")
    type(kept).objects.update(**gone)
    row.documents.clear()
    assert Statement.objects.get().evidence_words == ""


@needs_rows
def test_who_keeps_no_reviews_reads_a_finding_without_its_page():
    row = matters.statement()
    found = findings.finding(text="Visits are recorded.")
    row.findings.set([found])
    client = Client()
    client.force_login(cast.officer(subject="matters"))
    page = client.get(ADDRESS).content.decode()
    assert "Visits are recorded." in page and f"/reviews/findings/{found.pk}/" not in page


@needs_rows
def test_a_version_is_listed_in_a_report_by_its_name():
    one = matters.statement(title="One", edition="2014")
    matters.statement(title="Two", edition="2016")
    of = {"what": "statements", "columns": ["title", "outcome"], "filter": {"edition": "2014"}}
    assert [row[0] for row in records.listed(one.council, of, date(2016, 1, 18)).rows] == ["One"]


@needs_rows
def test_the_page_asks_as_often_however_many_statements_there_are(
    signed_in, django_assert_max_num_queries
):
    def more(number):
        for _ in range(number):
            place = Statement.objects.count()
            row = matters.statement(title=f"Statement {place}", slug=f"statement-{place}")
            row.findings.set([findings.finding()])

    more(2)
    signed_in.get(ADDRESS)
    more(10)
    with django_assert_max_num_queries(20):
        signed_in.get(ADDRESS)
