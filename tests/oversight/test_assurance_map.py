"""The assurance map: one page of every source with its last result by a day, and its age."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assurance.governance.measure_values import ShownValues, words_of_value
from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.measures import MeasureValue
from reports.oversight.assurance_map.lines import assurance_map
from reports.oversight.assurance_map.sources import KINDS, NOT_RECORDED, NOT_SHOWN
from tests import cast
from tests.make import audits, dbs, findings, improvements, looked_after, matters, surveys
from tests.make.outcomes import outcome_set
from tests.make.oversight import frozen
from tests.make.papers import meeting
from tests.page_requests import words

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)


def mapped(user=None, day=DAY):
    """Kind → its sources as (title, result, day, age, whether it is old)."""
    user = user or cast.officer()
    return {
        kind.title: [
            (one.source.title, one.source.result, one.source.on, one.age, one.is_old)
            for one in kind.lines
        ]
        for kind in assurance_map(user, day)
    }


def withdrawn(row):
    """The row, withdrawn."""
    row.withdrawn_on, row.withdrawn_by, row.withdrawn_because = DAY, cast.officer(), "Twice"
    row.save()
    return row


def test_the_last_dbs_audit_is_the_last_by_its_date_and_not_by_its_position():
    same = {"due": {}, "follow_up": None}
    dbs.dbs_audit(audit_date=date(2016, 1, 5), position_date=date(2016, 1, 17), **same)
    dbs.dbs_audit(audit_date=date(2016, 1, 12), position_date=date(2016, 1, 15), **same)
    [(_, _, on, _, _)] = mapped()["DBS audits"]
    assert on == date(2016, 1, 15)


def test_without_records_every_kind_is_named_with_nothing():
    assert mapped() == {kind.title: [] for kind in KINDS}


def test_each_source_has_its_last_result_and_its_age():
    looked_after.census(date=date(2014, 12, 1), total=200)
    looked_after.census(cohort=looked_after.Census.objects.get().cohort)
    outcome_set()
    matters.value(value=12)
    told = mapped()
    assert told["Counts of looked-after children"] == [
        ("Children looked after", "188 children", date(2015, 12, 1), "1 month", False)
    ]
    assert told["Outcome sets"] == [
        ("Where care leavers live", "50 people", date(2015, 3, 31), "9 months", False)
    ]
    assert [one[1:4] for one in told["Measures"]] == [("12", date(2015, 12, 8), "1 month")]


def people_measured(number, to_date, **of_value):
    """A value of each of so many measures of people."""
    for turn in range(number):
        row = matters.measure(of_people=True)
        matters.value(measure=row, to_date=to_date, value=2 + 20 * turn, **of_value)


def test_each_measure_is_on_the_map_as_it_is_printed_alone():
    people_measured(3, date(2015, 12, 8))
    people_measured(3, date(2015, 9, 30), from_date=date(2015, 7, 1))
    people_measured(2, date(2015, 12, 31), from_date=date(2015, 1, 1))
    whole = MeasureValue.objects.get(to_date=date(2015, 12, 8), value=42).measure
    part = MeasureValue.objects.get(to_date=date(2015, 12, 8), value=22).measure
    matters.relation(measure=whole, members=[part, matters.measure(of_people=True)])
    values = MeasureValue.objects.order_by("measure__title")
    alone = [words_of_value(value) or NOT_SHOWN for value in values]
    on_map = {title: result for title, result, *_ in mapped()["Measures"]}
    assert [on_map[value.measure.title] for value in values] == alone
    assert alone.count(NOT_SHOWN) >= 3
    assert len(set(alone)) >= 3


def test_twenty_times_as_many_measures_are_read_by_as_many_queries():
    def queries():
        values = list(MeasureValue.objects.select_related("measure"))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            shown = ShownValues(cast.make_council())
            assert None in [shown.words(value) for value in values]
        return len(asked)

    period = {"from_date": date(2015, 12, 1)}
    people_measured(1, date(2015, 12, 31), **period)
    once = queries()
    people_measured(20, date(2015, 12, 31), **period)
    assert 0 < queries() == once


def test_only_what_was_there_by_the_day_is_on_it():
    outcome_set(to_date=DAY)
    assert mapped(day=DAY - timedelta(1))["Outcome sets"] == []
    ((_, _, on, age, _),) = mapped()["Outcome sets"]
    assert (on, age) == (DAY, "Less than a month")


@pytest.mark.parametrize(
    ("on", "age", "is_old"),
    [
        (date(2015, 1, 18), "12 months", False),
        (date(2014, 12, 19), "12 months", False),
        (date(2014, 12, 18), "13 months", True),
    ],
)
def test_what_is_more_than_a_year_old_is_marked(on, age, is_old):
    outcome_set(to_date=on)
    ((*_, told, marked),) = mapped()["Outcome sets"]
    assert (told, marked) == (age, is_old)


@pytest.mark.parametrize(
    ("sort", "order"),
    [("", "CAB"), ("source", "ABC"), ("-source", "CBA"), ("date", "ABC"), ("-date", "BAC"),
     ("age", "BAC"), ("-age", "ABC"), ("result", "ABC"), ("-result", "CBA")],
)  # fmt: skip
def test_the_map_is_sorted_by_every_column_and_what_has_no_date_comes_last(client, sort, order):
    client.force_login(cast.officer())
    for title, day, value in (("A", date(2015, 6, 30), 12), ("B", date(2015, 9, 30), 7)):
        matters.value(measure=matters.measure(title=title), to_date=day, value=value)
    matters.measure(title="C")
    answer = client.get(reverse("oversight:map"), {"sort": sort})
    (kind,) = (kind for kind in answer.context["kinds"] if kind.title == "Measures")
    assert "".join(line.source.title for line in kind.lines) == order
    assert ("the oldest first" in words(answer)) == (not sort)


def test_withdrawn_meetings_and_records_do_not_count():
    board = matters.forum(title="Improvement board")
    matters.meeting(forum=board, met_on=date(2015, 6, 8))
    withdrawn(matters.meeting(forum=board).meeting)
    assert [one[:3] for one in mapped()["Boards and forums"]] == [
        ("Improvement board", "Met", date(2015, 6, 8))
    ]
    withdrawn(outcome_set())
    assert mapped()["Outcome sets"] == []


def test_a_scorecard_counts_for_meetings_that_stand():
    kept = frozen()
    ((title, result, on, *_),) = mapped()["Scorecards"]
    assert (title, on) == (kept.scorecard.title, kept.meeting.date)
    assert result == "0 of 1 miss their target"
    withdrawn(kept.meeting)
    assert mapped()["Scorecards"] == []


def test_reviews_surveys_risks_audits_dbs_and_actions_are_on_it():
    findings.review(grade="Good", published_on=date(2015, 12, 1), ended_on=date(2015, 11, 1),
                    started_on=date(2015, 10, 1))  # fmt: skip
    surveys.survey()
    matters.rating()
    audits.case_audit(audited_on=date(2015, 12, 7))
    audits.audit_round(start=date(2015, 7, 1), end=date(2015, 12, 31))
    dbs.dbs_audit()
    improvements.action(starts_on=date(2015, 1, 1), due_on=date(2015, 12, 31))
    matters.statement()
    told = mapped()
    assert told["Inspections and peer reviews"][0][1:3] == ("Good", date(2015, 12, 1))
    assert told["Surveys"][0][1:4] == (NOT_RECORDED, None, "")
    assert told["Risks"][0][1].startswith("4 × 3 = 12")
    assert told["Case audits"][0][1] == "1 audit in the 12 months before"
    assert told["Audit programme"][0][1].endswith("has no result: 0 audits done")
    assert told["Audit programme"][0][2] is None
    assert told["Improvement actions"][0][1] == "1 action, 1 overdue"
    assert len(told["DBS audits"]) == len(told["Self-evaluation"]) == 1


def test_each_body_is_on_it_with_its_last_report_and_what_is_awaited():
    number = matters.measure(title="Children seen", of_people=True)
    matters.value(measure=number, value=120)
    few = matters.measure(title="Children moved", of_people=True)
    matters.value(measure=few, value=3)
    earlier = {"from_date": date(2015, 1, 1), "to_date": date(2015, 6, 30)}
    board = {"body": "Safeguarding partnership"}
    row = matters.body_report(title="First", received_on=date(2015, 7, 9), **board, **earlier)
    matters.body_report(title="Second", received_on=None, **board)
    matters.body_report([number, few], meeting=meeting(date(2016, 1, 11)))
    waiting = {"received_on": None, "body": "The hospital"}
    matters.body_report(title="Third", **waiting)
    rows = {line[0]: line[1:4] for line in mapped()["Reports of other bodies"]}
    assert rows["Safeguarding partnership"] == (
        "Not considered yet; the report to 31 December 2015 is awaited", row.to_date, "6 months"
    )  # fmt: skip
    assert rows["The theatre"] == (
        "Considered on 11 January 2016; Children moved: Not shown; Children seen: 120",
        date(2015, 12, 31),
        "Less than a month",
    )
    assert rows["The hospital"] == ("No report received", None, "")


def test_a_report_of_another_body_counts_from_the_day_it_was_received():
    matters.body_report()
    kind = "Reports of other bodies"
    assert mapped(day=date(2015, 12, 30))[kind] == []
    assert mapped(day=date(2016, 1, 3))[kind][0][1:3] == ("No report received", None)
    assert mapped(day=date(2016, 1, 4))[kind][0][1] == "Not considered yet"
    withdrawn(BodyReport.objects.get())
    assert mapped()[kind] == []


def test_so_few_people_are_not_told_of():
    matters.value(measure=matters.measure(of_people=True), value=3)
    assert mapped()["Measures"][0][1] == "Not shown"


def test_another_council_sees_its_own():
    outcome_set()
    elsewhere = cast.officer(cast.make_council("elsewhere"))
    assert mapped(elsewhere)["Outcome sets"] == []


def test_the_page_links_where_the_reader_may_go_and_takes_a_day(client):
    review = findings.review()
    outcome_set(to_date=date(2017, 3, 31))
    clerk = cast.clerk()
    client.force_login(clerk)
    page = client.get(reverse("oversight:map"), {"on_day": 1, "on_month": 1, "on_year": 2016})
    assert "by 1 January 2016" in words(page)
    assert "Where care leavers live" not in words(page)
    assert reverse("reviews:record", args=[review.pk]) not in page.content.decode()
    to_come = client.get(reverse("oversight:map"), {"on_day": 1, "on_month": 1, "on_year": 2098})
    assert "The date of the map must be today or in the past" in words(to_come)
    later = client.get(reverse("oversight:map"))
    assert "Where care leavers live" in words(later)
