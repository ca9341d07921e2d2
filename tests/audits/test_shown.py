"""Audit results: counts that sum, a funnel that never widens, moderation, and totals apart."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.audits.forms.analysis import PeriodFilters, ShownFilters
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.scales import Grade
from assurance.audits.rules import groups as grouped
from assurance.runtime.periods import When
from tests.cast import clerk, make_council, officer
from tests.make.audits import audit_total, case_audit, grade, grade_scale
from tests.make.people import team

DAYS = st.dates(date(2014, 1, 1), date(2017, 12, 31))
ONE = timedelta(days=1)
YEAR = When(date(2015, 1, 1), date(2015, 12, 31))
PERIOD = "done_from_day=1&done_from_month=1&done_from_year=2015&done_to_day=31"
PERIOD += "&done_to_month=12&done_to_year=2015"


@given(DAYS)
def test_a_quarter_holds_its_day_and_three_whole_months(day):
    found = grouped.quarter(day)
    assert found.start <= day <= found.end
    assert found.start.day == 1 and found.start.month in (1, 4, 7, 10)
    assert (found.end + ONE).day == 1 and found.end.month == found.start.month + 2


def fill():
    """Audits of two scales and two teams over three quarters; the rows as kept."""
    four = grade_scale()
    three = grade_scale("three-point", (("met", "Met"), ("not_met", "Not met")))
    good, weak = grade("good", four), grade("inadequate", four)
    met, not_met = grade("met", three), grade("not_met", three)
    pairs = (
        *((good, None), (good, weak), (weak, good), (weak, weak)),
        *((met, None), (None, None), (met, not_met)),
    )
    teams = team("North"), team("East", service="Youth Justice")
    for place in range(42):
        day = date(2015, 2, 1) + timedelta(days=place * 6)
        first, moderated = pairs[place % len(pairs)]
        shared = day + ONE if place % 4 else None
        case_audit(
            audited_on=day,
            team=teams[place % 2],
            first_grade=first,
            moderated_grade=moderated,
            shared_on=shared,
            recorded_on=shared if place % 3 else None,
        )
    someone = officer()
    case_audit(withdrawn_on=YEAR.end, withdrawn_by=someone, withdrawn_because="Twice")
    return list(CaseAudit.objects.done_in(YEAR).select_related("team"))


def asked(data, **said):
    """The filter of a page on 18 January 2016."""
    return ShownFilters(data, council=make_council(), on=date(2016, 1, 18), **said)


@pytest.mark.django_db
def test_without_a_period_it_is_the_half_year_before_and_this_one():
    assert asked({}).when == When(date(2015, 4, 1), date(2016, 1, 18))
    since = PeriodFilters({}, council=make_council(), on=date(2016, 1, 18), since=date(2014, 3, 2))
    assert since.when.start == date(2014, 3, 2)
    last = {"done_to_day": "30", "done_to_month": "6", "done_to_year": "2014"}
    assert asked(last).when == When(date(2013, 10, 1), date(2014, 6, 30))
    first = {"done_from_day": "1", "done_from_month": "2", "done_from_year": "2017"}
    assert asked(first).when == When(date(2017, 2, 1), date(2017, 2, 1))


@pytest.mark.django_db
def test_a_period_that_ends_before_it_starts_gets_a_sentence():
    boxes = {"done_from_day": "1", "done_from_month": "2", "done_from_year": "2015"}
    boxes |= {"done_to_day": "1", "done_to_month": "1", "done_to_year": "2015"}
    form = asked(boxes)
    assert form.when == asked({}).when
    assert "on or after the start date" in str(form.errors["done_to"])


@pytest.mark.django_db
def test_the_page_shows_counts_to_whoever_may_see_them_and_no_reference(client):
    fill()
    total = audit_total(start=YEAR.start, end=YEAR.start, done=378, source="Report of the auditor")
    client.force_login(clerk())
    page = client.get(f"/audits/shown/?{PERIOD}&step=quarter").content.decode()
    for words in (
        *("42 audits", "Grades by team", "Apr to Jun 2015", "of those shared", "18 grades"),
        *("378", total.source, "not recorded one by one", "Not recorded"),
    ):
        assert words in page, words
    assert not [row.reference for row in CaseAudit.objects.all() if row.reference in page]
    assert "/audits/?" not in page


@pytest.mark.django_db
def test_a_count_leads_to_the_audits_that_it_counts(client):
    fill()
    client.force_login(officer())
    answer = client.get(f"/audits/shown/?{PERIOD}&service=Youth+Justice")
    assert answer.context["done"] == 21
    chosen = answer.context["chosen"]
    assert client.get(f"/audits/?{chosen}").context["page"].paginator.count == 21
    changed = client.get(f"/audits/?moderation=changed&{chosen}").context["page"].paginator.count
    assert changed == sum(spread.changed for spread, _ in answer.context["spreads"]) > 0


@pytest.mark.django_db
def test_the_page_asks_no_more_of_many_audits_than_of_few(client, django_assert_max_num_queries):
    client.force_login(officer())
    assert "No audit is recorded" in client.get("/audits/shown/").content.decode()
    fill()
    with django_assert_max_num_queries(16):
        client.get(f"/audits/shown/?{PERIOD}")


@pytest.mark.django_db
def test_grades_are_fetched_with_their_scales_at_once(django_assert_num_queries):
    fill()
    assert Grade.objects.count() == 6
    with django_assert_num_queries(3):
        grouped.spreads(CaseAudit.objects.done_in(YEAR).grouped(YEAR.end))
