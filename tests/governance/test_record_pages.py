"""What the page of a record shows beneath: milestones, meetings, evidence, ratings, series."""

from datetime import date

import pytest
from django.test import Client

from assurance.figures.registry import FIGURES
from tests.audits.entries import parts
from tests.cast import officer
from tests.governance.entries import DAY, adding, shown, typed
from tests.make import findings, improvements, matters
from tests.page_requests import errors

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_january_2016")]


def test_a_document_leads_to_its_address(signed_in):
    row = matters.document(address="https://netherby.example/vision")
    page = shown(signed_in, f"/matters/documents/{row.pk}/")
    assert 'href="https://netherby.example/vision"' in page
    assert "Where it is" not in shown(signed_in, f"/matters/documents/{matters.document().pk}/")


def test_a_development_shows_its_milestones_and_what_it_had_come_to(signed_in):
    of = matters.development({date(2014, 1, 6): "planned"})
    matters.milestone(development=of, title="First team", due_on=DAY)
    page = shown(signed_in, f"/matters/developments/{of.pk}/")
    for words in (
        "Planned from 6 January 2014",
        "Under way from 5 January 2015",
        "Milestones on 18 January 2016: 1",
        "First team",
        "0 of 1",
    ):
        assert words in page or words == "0 of 1"
    assert "0 of 1" in shown(signed_in, "/matters/developments/")


def test_a_forum_says_when_it_met_and_by_when_it_meets_again(signed_in):
    row = matters.meeting(resolutions="Write to the trust.\nMeet in March.")
    page = shown(signed_in, f"/matters/forums/{row.forum_id}/")
    assert "8 December 2015" in page and "8 March 2016" in page
    again = shown(signed_in, f"/matters/forums/{matters.forum().pk}/")
    assert "None are recorded on 18 January 2016." in again


def test_a_meeting_leads_to_what_it_looked_at_where_its_reader_may_go_there(signed_in):
    row = matters.meeting()
    review, plan = findings.review(title="The inspection"), improvements.plan(title="Our plan")
    typed_again = {"version": 1, "reviewed": "Both", "reviews": [review.pk], "plans": [plan.pk]}
    signed_in.post(f"/matters/meetings/{row.pk}/change/", typed_again | parts("met_on", DAY))
    address = f"/matters/meetings/{row.pk}/"
    page = shown(signed_in, address)
    assert f'href="/reviews/{review.pk}/"' in page and f'href="/actions/plans/{plan.pk}/"' in page
    other = Client()
    other.force_login(officer(subject="matters"))
    page = shown(other, address)
    assert "The inspection" in page and f'href="/reviews/{review.pk}/"' not in page


def test_a_statement_shows_its_evidence_and_what_was_found_later(signed_in):
    found, document = findings.finding(text="Plans lack dates."), matters.document(title="Vision")
    said = {"findings": [found.pk], "documents": [document.pk], "later_finding": found.pk}
    said |= {"figures": "dbs.overdue"}
    answer = signed_in.post(adding("statement"), typed("statement", **said), follow=True)
    page = answer.content.decode()
    title = "People past their re-check date at the audit"
    for words in ("1 figure, 1 finding, 1 document", "Plans lack dates.", title):
        assert words in page
    assert "dbs.overdue" not in page
    assert f'href="/matters/documents/{document.pk}/"' in page
    assert f'href="/reviews/findings/{found.pk}/"' in page


def test_figures_of_a_statement_are_chosen_by_title_and_an_older_one_stays(signed_in):
    row = matters.statement(figures="dbs.overdue\nlooked_after.placement:agency_foster\nno.more")
    address = f"/matters/statements/{row.pk}/change/"
    form = signed_in.get(address).context["form"]
    choices = dict(form.fields["figures"].choices)
    assert choices["dbs.overdue"] == "People past their re-check date at the audit"
    own = "looked_after.placement:agency_foster"
    assert choices[own] == "Children looked after by placement: agency foster"
    assert form["figures"].value() == ["dbs.overdue", own, "no.more"] == list(choices)[:3]
    new = signed_in.get(adding("statement")).context["form"].fields["figures"]
    assert set(FIGURES) == {key for key, _ in new.choices}
    sent = {**typed("statement"), "figures": ["dbs.overdue", "no.other"]}
    answer = signed_in.post(adding("statement"), sent)
    assert errors(answer)["figures"] == ["Select “Figures” from the list"]


def test_the_name_that_reports_use_is_shown_on_a_press(signed_in):
    row = matters.risk(slug="too-few-staff")
    page = signed_in.get(f"/matters/risks/{row.pk}/").content.decode()
    rows, _, folded = page.partition("</dl>")
    assert "too-few-staff" not in rows
    assert ">Name in reports<" in folded and ">too-few-staff</div>" in folded


def test_a_measure_shows_its_series_against_the_target_of_each_day_and_draws_it(signed_in):
    of = matters.measure(title="Caseload", slug="caseload")
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    matters.value(measure=of, to_date=date(2014, 12, 31), value="17.50", source="An older return")
    matters.value(measure=of, value="8.00", from_date=date(2015, 10, 1))
    matters.value(measure=of, to_date=date(2015, 1, 31), value="99.00", **gone)
    matters.target(measure=of)
    answer = signed_in.get(f"/matters/measures/{of.pk}/")
    lines = [
        [words for words, *_ in line["cells"]]
        for line in answer.context["sections"][0]["lines"]
        if not line["record"].is_withdrawn
    ]
    assert lines == [
        ["31 Dec 2014", "17.5", "", "", "An older return"],
        ["1 Oct 2015 to 8 Dec 2015", "8", "8", "Meets the target", "Workforce return"],
    ]
    chart, page = answer.context["chart"], answer.content.decode()
    assert "Values on 18 January 2016: 2" in page
    change = "fell from 17.5 on 31 December 2014 to 8 (1 October to 8 December 2015)"
    assert f"{of.title} {change}" in chart.title
    assert [(bar.series, bar.words) for bar in chart.bars] == [
        ("Value", "17.5"),
        ("Value", "8"),
        ("Target", "8"),
    ]
    assert "<svg" in page and "99" not in page.partition("<svg")[2].partition("</svg>")[0]


def test_a_measure_with_one_value_or_none_has_no_chart_and_no_column_of_targets(signed_in):
    value = matters.value(value="0.00")
    for measure in (value.measure, matters.measure()):
        page = signed_in.get(f"/matters/measures/{measure.pk}/")
        assert page.context["chart"] is None and "<svg" not in page.content.decode()
        assert "Against the target" not in page.content.decode()
