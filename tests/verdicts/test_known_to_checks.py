"""What records say that a paper's readers should be told, reckoned again row by row."""

from datetime import date, timedelta

import pytest

from reports.verdicts.paper import context, recorded_series
from reports.verdicts.paper.context import known_to
from reports.verdicts.paper.recorded_cadences import recorded_cadences
from tests import cast
from tests.make import audits, dbs, findings, looked_after, matters, papers, people, surveys

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
ONE = timedelta(1)
PARTS = [{"slug": "head", "kind": "head"}, {"slug": "body", "kind": "sections", "title": "Body"}]


@pytest.fixture
def council():
    return cast.make_council()


def test_a_kind_of_audit_comes_round_from_the_start_of_its_last_round(council):
    kind = audits.audit_kind(council=council, title="Supervision", interval_months=12)
    audits.audit_kind(council=council, title="Once only", interval_months=None)
    for start, closed in ((date(2013, 11, 1), date(2014, 2, 1)), (date(2014, 11, 1), None)):
        days = {"start": start, "end": start, "begun_on": start, "closed_on": closed}
        result = "All was well." if closed else ""
        audits.audit_round(council=council, kind=kind, result=result, **days)
    (one,) = recorded_cadences(council, DAY)
    assert (one.title, one.months) == ("Supervision", 12)
    assert one.done == (date(2014, 2, 1),)
    assert one.due == date(2015, 11, 1)
    assert one.waiting


def test_every_round_that_ended_open_is_known_whatever_its_kind_and_what_came_after(council):
    yearly = audits.audit_kind(council=council, title="Supervision", interval_months=12)
    once = audits.audit_kind(council=council, title="Neglect", interval_months=None)
    audits.audit_kind(council=council, title="Done", interval_months=None)
    first, later = date(2015, 3, 1), date(2015, 9, 1)
    for kind, start, said in (
        (yearly, first, {"begun_on": first}),
        (yearly, later, {}),
        (once, first, {"begun_on": None}),
        (once, later, {"cancelled_on": later, "cancelled_because": "Moved"}),
    ):
        days = {"start": start, "end": start}
        audits.audit_round(council=council, kind=kind, **days, **said)
    neglect, supervision = sorted(recorded_cadences(council, DAY), key=lambda item: item.title)
    assert (neglect.months, neglect.waiting, neglect.overdue) == (0, False, first)
    assert (supervision.months, supervision.waiting, supervision.overdue) == (12, True, later)
    [only] = recorded_cadences(council, date(2015, 2, 1))
    assert only.title == "Supervision"


def test_the_register_of_dbs_checks_is_audited_as_often_as_the_policy_says(council):
    dbs.policy(council=council, audit_months=6)
    dbs.dbs_audit(council=council, audit_date=date(2015, 9, 15))
    (one,) = recorded_cadences(council, DAY)
    assert (one.months, one.done, one.due) == (6, (date(2015, 9, 15),), date(2016, 3, 15))
    assert recorded_cadences(council, date(2015, 9, 14))[0].done == ()


def test_an_audit_whose_day_was_corrected_is_done_on_its_day_alone(council):
    dbs.policy(council=council, audit_months=6)
    first = dbs.dbs_audit(council=council, audit_date=date(2015, 9, 25))
    first.replaced_on = DAY
    first.save(update_fields=["replaced_on"])
    dbs.dbs_audit(council=council, audit_date=date(2015, 9, 15))
    (one,) = recorded_cadences(council, DAY)
    assert (one.done, one.due) == ((date(2015, 9, 15),), date(2016, 3, 15))


def test_each_population_is_audited_as_often_as_the_policy_of_its_groups_says(council):
    dbs.policy(council=council, audit_months=6)
    dbs.policy(council=council, group="carer", audit_months=24)
    carers = people.cohort("carers", council=council, title="Foster carers", groups=["carer"])
    for cohort, day in ((None, date(2015, 9, 15)), (carers, date(2013, 2, 28))):
        said = {"cohort": cohort} if cohort else {}
        dbs.dbs_audit(council=council, audit_date=day, position_date=day + ONE, due={}, **said)
    every, *own = recorded_cadences(council, DAY)
    assert (every.months, every.done) == (6, (date(2013, 2, 28), date(2015, 9, 15)))
    assert every.due is None
    dues = {item.title.partition(" of ")[2]: (item.months, item.due) for item in own}
    assert dues.pop("Foster carers") == (24, date(2015, 2, 28))
    assert list(dues.values()) == [(6, date(2016, 3, 15))]


def test_a_kind_that_has_ended_comes_round_no_more_and_still_awaits_its_results(council):
    day = date(2015, 9, 1)
    ended = audits.audit_kind(council=council, title="Neglect", interval_months=6, to_date=day)
    audits.audit_round(council=council, kind=ended, start=day, end=day, begun_on=day)
    (one,) = recorded_cadences(council, DAY)
    assert (one.title, one.months, one.due, one.waiting) == ("Neglect", 0, None, True)


def test_a_survey_tells_of_growth_and_fall_what_its_waves_held_by_the_day(council):
    surveys.york(council)
    (one,) = recorded_series.surveys(council, date(2017, 12, 31))
    growing = {item.question: item.borne_out for item in one.growing}
    assert (one.title, growing[surveys.RELIABLE]) == ("U Matter", False)
    assert one.growing[0].why == "it fell from 65% (2015) to 54% (2017)"
    assert {item.borne_out for item in one.growing[1:]} == {None}
    assert one.falling[0].borne_out
    assert recorded_series.surveys(council, date(2015, 1, 1)) == ()


def test_measures_and_counts_of_children_are_series_by_the_day(council):
    measure = matters.measure(
        council=council, title="Days to adoption", area="York", better="lower"
    )
    for day, value in ((date(2014, 3, 31), 40), (date(2015, 3, 31), 50), (date(2016, 3, 31), 60)):
        matters.value(council=council, measure=measure, to_date=day, value=value)
    matters.value(council=council, measure=matters.measure(council=council, slug="b", title="Once"))
    for day, total in ((date(2015, 12, 1), 188), (date(2015, 1, 1), 210)):
        looked_after.census(council=council, date=day, total=total, parts={})
    days, children = recorded_series.recorded_series(council, DAY)
    assert (days.names, days.better) == (("Days to adoption York",), -1)
    assert days.points == ((date(2014, 3, 31), 40), (date(2015, 3, 31), 50))
    assert children.points == ((date(2015, 1, 1), 210), (date(2015, 12, 1), 188))
    assert "children in care" in children.names
    assert recorded_series.recorded_series(council, date(2014, 12, 31)) == ()


def test_a_review_counts_what_it_asked_for_and_what_nobody_answered(council):
    review = findings.review(council=council, title="Peer review")
    for number, reason in ((1, ""), (2, "Done before the letter came."), (3, "")):
        findings.finding(
            review=review,
            kind="recommendation",
            number=number,
            no_action_because=reason,
            decider="Director" if reason else None,
        )
    (one,) = context.reviews(council)
    assert (one.title, one.recommendations, one.unanswered) == ("Peer review", 3, 2)


def test_the_paper_before_is_the_last_that_was_issued(council):
    series = papers.series(council=council)
    before = papers.issued_paper(council=council, series=series, slug="before")
    now = papers.paper(
        council=council,
        series=series,
        slug="now",
        period_start=date(2017, 1, 1),
        period_end=date(2017, 6, 30),
    )
    assert known_to(now).previous_end == before.period_end
    assert known_to(before).previous_end is None


def test_an_owed_reply_is_known_until_the_paper_names_it_or_prints_the_list(council):
    paper = papers.paper(council=council)
    day = paper.paper_date or paper.period_end
    on = {"started_on": date(2015, 3, 2), "ended_on": date(2015, 3, 6), "published_on": None}
    findings.review(council=council, title="Waiting", response_received_on=day, **on)
    findings.review(council=council, title="Later", response_received_on=day + ONE, **on)
    matters.task_group(council=council, title="Fostering", report_due_on=day - ONE)
    titles = lambda: [item.title for item in known_to(paper).unmentioned]  # noqa: E731
    audits.audit_round(council=council, report_due_on=day - ONE)
    assert titles() == ["Waiting", "Fostering"]
    assert known_to(paper).unmentioned[0].list == "Replies and follow-ups due"
    block = papers.block(paper=paper, text="We replied to nobody about waiting.")
    assert titles() == ["Fostering"]
    block.text, block.data = "", {"records": {"what": "task_groups", "columns": ["title"]}}
    block.save()
    assert titles() == ["Waiting"]
    block.removed_on = day
    block.save()
    assert titles() == ["Waiting", "Fostering"]
    paper.frozen = {"anchors": {}}
    assert titles() == []


def test_what_is_known_costs_as_many_queries_whatever_there_is(
    council, django_assert_num_queries, django_assert_max_num_queries
):
    paper = papers.paper(council=council)
    kind = audits.audit_kind(council=council, title="Kind 0", interval_months=12)
    audits.audit_round(council=council, kind=kind)
    with django_assert_max_num_queries(24) as few:
        known_to(paper)
    for number in range(1, 5):
        kind = audits.audit_kind(council=council, title=f"Kind {number}", interval_months=12)
        audits.audit_round(council=council, kind=kind)
    with django_assert_num_queries(len(few)):
        known_to(paper)


def test_the_names_of_people_are_known_to_the_checks_of_their_council_only(council):
    people.person(council=council, name="Ada Imagined")
    people.person(council=cast.make_council("eastmere"), name="Ben Imagined")
    paper = papers.paper(council=council)
    assert known_to(paper).people == {"Ada Imagined"}


def test_the_parts_of_the_committees_last_issued_paper_are_known_in_order(council):
    paper = papers.paper(council=council)
    assert known_to(paper).part_titles == ()
    issued = papers.issued_paper(council=council, series=paper.series, slug="last")
    issued.template.spec = {"parts": PARTS}
    issued.template.save()
    assert known_to(paper).part_titles == ("Body",)


def test_a_round_that_is_to_be_reported_before_it_ends_is_owed_from_that_day():
    kind = audits.audit_kind("Supervision", interval_months=None)
    own = {"kind": kind, "start": date(2015, 1, 1), "end": date(2016, 12, 31)}
    made = audits.audit_round(report_due_on=date(2015, 9, 15), interval_months=None, **own)
    assert not recorded_cadences(made.council, date(2015, 9, 15))
    [cadence] = recorded_cadences(made.council, date(2015, 9, 16))
    assert (cadence.overdue, cadence.waiting) == (date(2015, 9, 15), False)
    made.begun_on = date(2015, 2, 1)
    made.save()
    [cadence] = recorded_cadences(made.council, date(2015, 9, 16))
    assert (cadence.overdue, cadence.waiting) == (None, True)


def test_an_audit_after_the_periods_end_is_done_while_the_report_has_no_date(council):
    dbs.policy(council=council, audit_months=6)
    dbs.dbs_audit(council=council, audit_date=date(2015, 6, 15))
    dbs.dbs_audit(council=council, audit_date=date(2016, 1, 15), position_date=DAY)
    paper = papers.paper(council=council, paper_date=None)
    assert paper.period_end < date(2016, 1, 15) <= paper.present_day
    [cadence] = known_to(paper).cadences
    assert (cadence.done[-1], cadence.due) == (date(2016, 1, 15), date(2016, 7, 15))
    paper.paper_date = date(2016, 1, 14)
    [cadence] = known_to(paper).cadences
    assert cadence.due == date(2015, 12, 15)
