"""Every population on one day: counted a second time one by one, and recorded by one press."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.dbs.every_audit import count_every_audit
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.every_population import every_position, groups_without_population
from assurance.dbs.operations.positions import count_dbs_audit
from assurance.dbs.rules.statuses import (
    IN_BASE,
    OUT_OF_BASE,
    PersonRecords,
    policy_of,
    status_of,
    worst,
)
from assurance.people.models.people import Engagement
from assurance.people.rules import GROUPS
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import today
from tests.cast import clerk, make_council, officer
from tests.dbs.entries import typed
from tests.dbs.reminding import page_of
from tests.make import dbs, people

pytestmark = pytest.mark.django_db
DAY, ONE = date(2016, 1, 15), timedelta(1)
TITLES = {
    "visitors": ("Independent visitors", ["independent_visitor"]),
    "volunteers": ("Volunteers", ["volunteer"]),
    "agency": ("Agency staff", ["agency"]),
    "carers": ("Foster carers and their households", ["foster_carer", "household"]),
}
# Due long ago, the day before, on the day, soon, later; never.
ISSUED = (date(2012, 1, 1), date(2013, 1, 14), date(2013, 1, 15), date(2013, 2, 10), None)
ISSUED = (*ISSUED, date(2015, 6, 1))


def populations():
    """Four populations besides the usual one of staff."""
    usual = people.cohort(usual=True, groups=["employee"])
    others = [people.cohort(slug, title=t, groups=g) for slug, (t, g) in TITLES.items()]
    return [usual, *others]


def crowd():
    """People of six groups with checks about the day, two of them with roles in two populations."""
    dbs.policy()
    dbs.policy(group="volunteer", interval_months=12, from_date=date(2011, 1, 1))
    groups = [*(group for _, some in TITLES.values() for group in some), "employee"]
    for number, (group, issued) in enumerate(product(groups, ISSUED)):
        ends = DAY if number % 11 == 10 else None
        person = people.engagement(group=group, ends_on=ends).person
        if issued:
            dbs.dbs_check(person=person, issued_on=issued)
        if number % 7 == 3:
            dbs.application(person=person)
    people.engagement(person=person, group="volunteer")
    people.engagement(group="governor")


def reckoned(cohort, day):
    """Status → people of a population, told person by person and role by role."""
    found = {}
    policies = {row.group: row for row in cohort.council.recheck_policies.all()}
    roles = Engagement.objects.filter(group__in=cohort.groups, withdrawn_on=None)
    for pk in set(roles.values_list("person", flat=True)):
        own = list(roles.filter(person=pk))
        person = own[0].person
        held = PersonRecords(
            list(person.checks.all()), list(person.applications.all()), list(person.lookups.all())
        )
        status = worst(status_of(role, held, policy_of(role.group, policies), day) for role in own)
        found[status] = found.get(status, 0) + 1
    return found


@pytest.mark.long
def test_each_population_is_counted_as_by_itself():
    crowd()
    wanted = {cohort.title: reckoned(cohort, DAY) for cohort in populations()}
    rows = every_position(make_council(), DAY, DAY)
    assert [row.cohort.title for row in rows] == sorted(wanted)
    for row in rows:
        own = wanted[row.cohort.title]
        assert {part: n for part, n in row.parts.items() if n} == {
            str(status): n for status, n in own.items() if status in IN_BASE
        }
        assert row.left_out == sum(n for status, n in own.items() if status in OUT_OF_BASE)
        assert row.count.needing == sum(row.parts.values()) and row.has_policy
    assert sum(len(own) > 2 for own in wanted.values()) > 3, "the crowd has something to tell"


def test_the_register_is_read_once_however_many_populations_there_are(
    django_assert_max_num_queries,
):
    crowd()
    people.cohort(usual=True, groups=["employee"])
    counts, council = [], make_council()
    for _turn in range(2):
        with django_assert_max_num_queries(20) as queries:
            every_position(council, DAY, DAY)
        counts.append(len(queries))
        populations()
    assert counts[0] == counts[1] == 4


@pytest.mark.long
def test_the_same_people_are_counted_as_when_one_population_is_counted():
    crowd()
    own = populations()
    council, by = make_council(), officer()
    days = {"council": council, "audit_date": DAY - ONE, "position_date": DAY, "by": by, "on": DAY}
    alone = {}
    for cohort in own:
        audit = count_dbs_audit(cohort=cohort, **days)
        alone[cohort.pk] = (audit.needing, audit.in_words, audit.rows_digest, audit.follow_up)
        audit.counts.all().delete(), audit.due.all().delete(), audit.policies.clear()
        audit.delete()
    results = count_every_audit(**days)
    assert not results.refused and len(results.recorded) == 5
    for audit in results.recorded:
        told = (audit.needing, audit.in_words, audit.rows_digest, audit.follow_up)
        assert told == alone[audit.cohort_id]


def test_one_press_records_those_without_an_audit_and_says_why_not_of_the_others(signed_in):
    crowd()
    own = populations()
    dbs.policy()
    count_dbs_audit(
        council=make_council(), cohort=own[0], audit_date=DAY, position_date=DAY,
        by=officer(), on=DAY,
    )  # fmt: skip
    days = typed(audit_date=DAY, position_date=DAY)
    page = page_of(signed_in.get("/dbs/position/populations/", days))
    assert "Record 4 DBS audits" in page and "Groups that no population counts" in page
    before = HistoryEntry.objects.count()
    answer = signed_in.post("/dbs/position/populations/record/", days, follow=True)
    page = page_of(answer)
    assert "4 DBS audits recorded for 15 January 2016." in page
    assert "Children&#x27;s social care staff: not recorded." in page
    assert DbsAudit.objects.filter(position_date=DAY).count() == 5
    assert HistoryEntry.objects.count() == before + 4, "one row of history for each"
    assert "Record " not in page.partition("<main")[2] or "Not recorded" not in page


@pytest.mark.long
def test_the_table_sorts_by_every_column_and_keeps_its_dates(signed_in):
    crowd()
    populations()
    dbs.policy()
    address, days = "/dbs/position/populations/", typed(audit_date=DAY, position_date=DAY)
    columns = [name for name, _label in signed_in.get(address, days).context["columns"]]
    for place, name in enumerate(columns):
        lines = signed_in.get(address, days | {"sort": f"-{name}"}).context["lines"]
        shown = [line["cells"][place].replace(",", "") for line in lines]
        numbers = [int(cell) for cell in shown if cell.isdecimal()]
        assert numbers == sorted(numbers, reverse=True) and len(lines) == 5, name
    answer = signed_in.get(address, days | {"sort": "-population"})
    titles = [line["cohort"].title.casefold() for line in answer.context["lines"]]
    assert titles == sorted(titles, reverse=True)
    assert "Record 5 DBS audits" in page_of(answer) and "position_date_day=15" in page_of(answer)


def test_without_a_policy_nothing_is_recorded_and_the_page_says_so(signed_in):
    people.cohort(usual=True)
    days = typed(audit_date=DAY, position_date=DAY)
    page = page_of(signed_in.get("/dbs/position/populations/", days))
    assert "No re-check policy in force" in page and "Record " not in page.partition("<h1")[2]
    answer = signed_in.post("/dbs/position/populations/record/", days, follow=True)
    assert "No re-check policy was in force" in page_of(answer)
    assert not DbsAudit.objects.exists()


def test_a_day_to_come_is_a_forecast_and_no_audit(signed_in):
    crowd()
    populations()
    days = typed(audit_date=today() + ONE, position_date=today() + ONE)
    page = page_of(signed_in.get("/dbs/position/populations/", days))
    assert "Forecast" in page and "dbs/position/populations/record" not in page
    answer = signed_in.post("/dbs/position/populations/record/", days, follow=True)
    assert "Choose a date of the audit and a position date that have come." in page_of(answer)
    assert not DbsAudit.objects.exists()


def test_days_that_do_not_fit_are_refused_with_a_sentence(signed_in):
    days = typed(audit_date=DAY, position_date=DAY - ONE)
    page = page_of(signed_in.get("/dbs/position/populations/", days))
    assert "its position cannot be of an earlier date" in page and "<table" not in page


def test_who_sees_counts_sees_the_table_and_no_press(client, on_the_day):
    crowd()
    populations()
    client.force_login(clerk())
    page = page_of(client.get("/dbs/position/populations/", typed(position_date=DAY)))
    assert "Volunteers" in page and "dbs/position/populations/record" not in page


def test_no_population_says_what_is_missing(signed_in):
    page = page_of(signed_in.get("/dbs/position/populations/"))
    assert "An administrator adds it." in page


def test_groups_in_no_population_are_told_with_their_people():
    crowd()
    own = populations()
    council = make_council()
    assert groups_without_population(council, own) == {"governor": 1}
    assert set(groups_without_population(council, [])) <= {group for group, _ in GROUPS}
