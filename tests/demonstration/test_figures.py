"""The demonstration's figures: each as the papers print it, and again from the raw rows."""

import json
from collections import Counter
from datetime import date, timedelta
from functools import cache
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.checks import DbsApplication, DbsCheck
from assurance.looked_after.models.returns import Episode, Return
from assurance.people.models.people import Engagement
from reports.documents.document import text_of
from tests.demonstration.reading import document

pytestmark = pytest.mark.django_db
JANUARY, DECEMBER, JUNE = date(2015, 1, 1), date(2015, 12, 1), date(2015, 6, 30)
STAFF = ("employee", "agency", "contractor")

# What the paper of January 2016 prints of its records: (since, at) → key → number.
PRINTED = {
    ("2015-01-02", "2016-01-15"): {
        "looked_after.children": 188,
        "looked_after.placement:placed_for_adoption": 8,
        "looked_after.placement:agency_foster": 21,
        "looked_after.external_residential": 14,
        "looked_after.unit_cost:agency_foster": 48_000,
        "looked_after.unit_cost:external_residential": 166_000,
        "looked_after.local_age_band:16_to_18": 27,
        "looked_after.local_age_band:14_to_15": 19,
        "looked_after.local_age_band:under_14": 142,
        "dbs.needing_check": 351,
        "dbs.overdue": 30,
        "dbs.overdue_followup:rechecked": 14,
        "dbs.overdue_followup:in_progress": 16,
        "dbs.overdue_followup:not_started": 0,
        "dbs.due_in_month": 7,
        "dbs.without_check": 0,
        "audits.done": 83,
        "audits.shared": 79,
        "audits.recorded": 79,
    },
    ("2015-01-01", "2015-01-01"): {
        "looked_after.children": 210,
        "looked_after.placement:agency_foster": 16,
        "looked_after.external_residential": 16,
    },
    ("2015-01-01", "2015-06-30"): {
        "looked_after.children": 201,
        "dbs.needing_check": 346,
        "dbs.overdue": 24,
        "audits.done": 42,
        "audits.shared": 38,
    },
}


def figures(since, at):
    """Key and member → the number that the command prints."""
    return printed(_day(since), _day(at))


@cache
def printed(since, at):
    """The same, once of each period: nothing here changes a record."""
    said = StringIO()
    call_command("figures", at=at, since=since, format="json", stdout=said)
    return {
        f"{row['key']}:{row['member']}".rstrip(":"): row["value"]
        for row in json.loads(said.getvalue())
    }


def _day(text):
    return date.fromisoformat(text) if isinstance(text, str) else text


def open_on(day):
    """Child → the open episodes of a day, in the last return whose year the day lies in."""
    own = max(
        (one for one in Return.objects.all() if one.covers_from < day <= one.covers_to),
        key=lambda one: one.covers_to,
    )
    found = {}
    for row in Episode.objects.filter(held_return=own).select_related("child"):
        if row.decom <= day and not (row.dec and row.dec <= day):
            found.setdefault(row.child, []).append(row)
    return found


@pytest.mark.sampled(3)
@pytest.mark.parametrize("span", PRINTED, ids=" to ".join)
def test_the_command_prints_the_figures_of_the_papers(demonstration, span):
    found = figures(*span)
    assert {key: found.get(key) for key in PRINTED[span]} == PRINTED[span]


@pytest.mark.parametrize(
    ("day", "total", "agency", "residential", "adoption"),
    [(JANUARY, 210, 16, 16, 14), (JUNE, 201, 18, 15, 11), (DECEMBER, 188, 21, 14, 8)],
)
def test_looked_after_children_come_to_the_same_by_hand(
    demonstration, day, total, agency, residential, adoption
):
    placed = []
    for stays in open_on(day).values():
        latest = max(stays, key=lambda one: (one.decom, one.line))
        placed.append((latest.place, latest.place_provider))
    independent = [
        one for one in placed if one[0] in ("U4", "U5", "U6") and one[1] in ("PR4", "PR5")
    ]
    outside = [one for one in placed if one[0] in ("K2", "R1", "S1") and one[1] != "PR1"]
    assert len(placed) == total
    assert len(independent) == agency
    assert len(outside) == residential
    assert sum(place in ("A3", "A4", "A5", "A6") for place, _ in placed) == adoption


def test_the_ages_of_december_2015_come_to_the_same_by_hand(demonstration):
    bands = Counter()
    for child in open_on(DECEMBER):
        birthdays = [(y, child.born_on.month, child.born_on.day) for y in range(1990, 2016)]
        age = sum(one <= (2015, 12, 1) for one in birthdays if one[0] > child.born_on.year)
        bands["under 14" if age < 14 else "14 to 15" if age < 16 else "16 to 18"] += 1
    assert bands == {"under 14": 142, "14 to 15": 19, "16 to 18": 27}


@pytest.mark.long
def test_what_january_2016_adds_up_comes_to_the_same_by_hand(demonstration):
    found = figures("2015-12-01", "2015-12-01")
    both = sum(found[f"looked_after.local_age_band:{band}"] for band in ("14_to_15", "16_to_18"))
    printed = document("january-2016")
    (union,) = (one for one in printed.figures if one.made_of and not one.is_difference)
    assert (union.text, union.base, both) == ("46", "188", 46)
    words = text_of(printed.sections)
    share = round(100 * both / found["looked_after.children"])
    assert f"the {both} young people aged 14 to 18 were {share}% of all" in words


def renewed_by(issued):
    """Three years on, the same day of the month; no certificate here is of 29 February."""
    return issued.replace(year=issued.year + 3)


@pytest.mark.long
@pytest.mark.parametrize(
    ("audited", "day", "needing", "overdue", "since"),
    [
        (date(2015, 6, 15), JUNE, 346, 24, (10, 8, 6)),
        (date(2016, 1, 5), date(2016, 1, 15), 351, 30, (14, 16, 0)),
    ],
)
def test_dbs_figures_come_to_the_same_by_hand(demonstration, audited, day, needing, overdue, since):
    in_scope, late, outcome, without = 0, 0, Counter(), 0
    for role in Engagement.objects.filter(group__in=STAFF).select_related("person"):
        if role.starts_on > day or (role.ends_on and role.ends_on <= day):
            continue
        issues = [one.issued_on for one in DbsCheck.objects.filter(person=role.person)]
        known = [one for one in issues if one <= audited]
        in_scope += 1
        without += not known
        if known and renewed_by(max(known)) < audited:
            late += 1
            renewed = any(audited < one <= day for one in issues)
            applied = DbsApplication.objects.filter(person=role.person, submitted_on__lte=day)
            open_then = any(one.closed_on is None or one.closed_on > day for one in applied)
            outcome["renewed" if renewed else "applied" if open_then else "nothing"] += 1
    assert (in_scope, late, without) == (needing, overdue, 0)
    assert tuple(outcome[name] for name in ("renewed", "applied", "nothing")) == since


@pytest.mark.long
def test_the_seven_of_january_come_to_the_same_by_hand(demonstration):
    first, last = date(2016, 1, 5), date(2016, 1, 31)
    due = 0
    for role in Engagement.objects.filter(group__in=STAFF, ends_on__isnull=True):
        issues = DbsCheck.objects.filter(person=role.person_id, issued_on__lte=first)
        newest = max(one.issued_on for one in issues)
        due += first <= renewed_by(newest) <= last
    assert due == 7


@pytest.mark.parametrize(
    ("first", "last", "done", "shared", "recorded"),
    [
        (date(2014, 1, 1), date(2014, 12, 31), 84, 50, 34),
        (JANUARY, JUNE, 42, 38, 38),
        (JANUARY, date(2015, 12, 31), 83, 79, 79),
    ],
)
def test_case_audits_come_to_the_same_by_hand(demonstration, first, last, done, shared, recorded):
    rows = [one for one in CaseAudit.objects.all() if first <= one.audited_on <= last]
    told = [one for one in rows if one.shared_on and one.shared_on <= last]
    written = [one for one in told if one.recorded_on and one.recorded_on <= last]
    assert (len(rows), len(told), len(written)) == (done, shared, recorded)
    assert last.year == 2014 or len(told) / len(rows) > 0.9


@pytest.mark.long
@pytest.mark.parametrize("day", [JANUARY, JUNE, DECEMBER])
def test_no_count_of_children_in_a_quoted_family_is_small(demonstration, day):
    found = figures(day, day)
    family = ("looked_after.placement", "looked_after.age_band", "looked_after.local_age_band")
    total = found["looked_after.children"]
    counts = [found[key] for key in found if key.startswith(family)]
    counts += [found["looked_after.external_residential"]]
    assert len(counts) > 20
    assert all(not 1 <= count <= 5 and not 1 <= total - count <= 5 for count in counts)


def test_movements_add_up_from_one_census_to_the_next(demonstration):
    before, after = set(open_on(JANUARY)), set(open_on(DECEMBER))
    assert (len(before), len(before - after), len(after - before), len(after)) == (210, 73, 51, 188)
    assert set(open_on(DECEMBER + timedelta(13))) == after
