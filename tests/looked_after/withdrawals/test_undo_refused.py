"""What stands in the way of a withdrawn return: each sentence says it, and what to do."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations import censuses, returns
from assurance.looked_after.rules.positions import EnteredCensus
from assurance.records import operations
from assurance.records.record import EditConflict
from assurance.records.withdrawals.undo import withdrawn_at
from assurance.runtime.periods import this_moment
from reports.editions.models.editions import Provenance
from tests.cast import make_council, officer
from tests.looked_after.withdrawals.test_undone_returns import (
    ON,
    ONE_AFTER_THE_OTHER,
    TWO_YEARS,
    files,
    held,
    read,
    tables,
    undone,
    withdrawn,
)
from tests.make import papers
from tests.registers.test_every_record import refused

pytestmark = pytest.mark.django_db
APRIL = date(2017, 4, 30)
AGAIN = "Import its files again instead."


def why_not(record, by, **more):
    """The sentence that refuses to undo it, which changes nothing."""
    before = tables()
    said = {"version": Return.objects.get(pk=record.pk).version, "at": this_moment(), **more}
    _, sentence = refused(returns.undo_withdrawal, **{"record": record, "by": by, "on": ON, **said})
    assert tables() == before
    return sentence


@pytest.mark.long
def test_another_person_a_day_later_and_a_newer_version_are_refused():
    by = officer()
    [record] = held(TWO_YEARS[:1], by)
    assert why_not(record, by) == "This record is not withdrawn."
    gone = withdrawn(record, by)
    assert why_not(record, officer()) == (
        f"Only the person who withdrew this record can undo that. {AGAIN}"
    )
    late = withdrawn_at(gone) + timedelta(days=1, seconds=1)
    sentence = why_not(record, by, at=late)
    assert sentence.startswith("The withdrawal could be undone until ") and AGAIN in sentence
    with pytest.raises(EditConflict):
        undone(record, by, version=gone.version - 1)
    undone(record, by, at=late - timedelta(seconds=1))


@pytest.mark.long
@pytest.mark.parametrize("same_files", [True, False])
def test_a_return_that_took_its_place_is_named(same_files):
    by = officer()
    _, drawn = ONE_AFTER_THE_OTHER
    [record] = held([drawn], by)
    withdrawn(record, by)
    year, stays, marks, _ = drawn
    newer = read(files(year, stays if same_files else [(3, 5)], marks), by)
    assert why_not(record, by) == (
        f"The {newer}, read on 1 June 2018, took the place of this one. "
        "Withdraw it first, then undo this withdrawal."
    )
    withdrawn(newer, by)
    assert not undone(record, by).is_withdrawn
    told = f"The {record}, read on" if same_files else f"was counted from the {record} since"
    assert told in why_not(newer, by)


def test_a_return_withdrawn_after_it_comes_back_first():
    by = officer()
    first, second = held(ONE_AFTER_THE_OTHER, by)
    withdrawn(first, by)
    withdrawn(second, by)
    assert why_not(first, by) == (
        f"The {second}, which counts some of the same days, was withdrawn after this one. "
        "Undo that withdrawal first."
    )
    undone(second, by)
    undone(first, by)


def entered(day, by):
    """A census of a day, entered by hand."""
    cohort = Census.objects.first().cohort
    what = {"entered": EnteredCensus(5, "Team list", differs_because="Known"), "on": ON, "by": by}
    return censuses.enter_census(cohort=cohort, day=day, **what)


def test_a_census_that_was_entered_or_counted_since_is_named():
    by = officer()
    first, second = held(TWO_YEARS, by)
    withdrawn(second, by)
    row = entered(APRIL, by)
    told = "The count of 30 April 2017 was {} since. Withdraw that count first, then undo this"
    assert why_not(second, by) == f"{told.format('entered')} withdrawal."
    gone = {"version": row.version, "because": "Twice", "by": by, "on": ON}
    operations.withdraw(record=row, **gone)
    undone(second, by)
    withdrawn(first, by)
    closing = date(2017, 3, 31)
    returns.count_census(held_return=second, day=closing, by=by, on=ON)
    sentence = why_not(first, by)
    assert f"The count of 31 March 2017 was counted from the {second} since." in sentence


def corrected(census, by):
    entered_values = EnteredCensus(5, "Team list", differs_because="Known")
    doing = {"version": census.version, "because": "Found one", "by": by, "on": ON}
    censuses.correct(record=census, entered=entered_values, **doing)


def taken_away(census, by):
    doing = {"version": census.version, "because": "Wrong", "by": by, "on": ON}
    operations.withdraw(record=census, **doing)


def placed(census, by):
    doing = {"version": census.version, "source": "Map", "by": by, "on": ON}
    censuses.set_locations(record=census, locations={"inside": 1}, **doing)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (corrected, f"which came back with the withdrawal, was corrected since. {AGAIN}"),
        (taken_away, f"which came back with the withdrawal, was withdrawn since. {AGAIN}"),
        (placed, "locations were entered since with the count of 30 April 2017. Take them away"),
    ],
)
def test_what_was_done_to_a_census_that_came_back_is_said(change, told):
    by = officer()
    _, second = held(ONE_AFTER_THE_OTHER, by)
    withdrawn(second, by)
    change(Census.objects.in_force().get(date=APRIL), by)
    assert told in why_not(second, by)


def test_rows_that_went_since_and_what_is_no_longer_kept_are_said():
    by = officer()
    first, second = held(TWO_YEARS, by)
    returns.remove_rows(record=first, version=first.version, by=by, on=ON)
    before = tables()
    withdrawn(first, by)
    undone(first, by)
    assert tables() == before, "rows that had gone before are in nobody's way"
    gone = withdrawn(second, by)
    returns.remove_rows(record=gone, version=gone.version, by=by, on=ON)
    assert why_not(second, by) == (
        "The rows of this return were removed after it was withdrawn, so the withdrawal cannot be "
        f"undone. {AGAIN}"
    )
    third = withdrawn(first, by)
    third.state_before.delete()
    Return.objects.filter(pk=third.pk).update(rows_removed_on=None)
    assert "The state before this withdrawal is no longer kept" in why_not(third, by)


@pytest.mark.parametrize(("hours", "stops"), [(-1, False), (1, True)])
def test_a_report_frozen_since_without_it_stops_it(hours, stops):
    by = officer()
    [record] = held(TWO_YEARS[:1], by)
    gone = withdrawn(record, by)
    at = withdrawn_at(gone) + timedelta(hours=hours)
    edition = papers.edition(council=make_council(), frozen_at=at, published_at=None)
    day = date(2017, 3, 31)
    kept = {"definition": {}, "rows": 0, "rows_digest": "0" * 64, "source": "None"}
    when = {"start": day, "end": day}
    Provenance.objects.create(
        edition=edition, number=1, key="looked_after.children", count=None, **when, **kept
    )
    if stops:
        sentence = why_not(record, by)
        assert sentence.startswith(f"“{edition}” of") and sentence.endswith(AGAIN)
        assert "was made without this record" in sentence
    else:
        assert not undone(record, by).is_withdrawn


def test_the_page_undoes_it_by_one_press_of_who_withdrew_it(client):
    by, other = officer(), officer()
    [record] = held(TWO_YEARS[:1], by)
    gone = withdrawn(record, by)
    page, press = (
        reverse(f"looked_after:return-{name}", args=[gone.pk]) for name in ("record", "undo")
    )
    client.force_login(other)
    text = client.get(page).text
    assert press not in text and f"{by} can undo this until" in text
    assert "Only the person who withdrew" in client.post(press, {"version": 2}, follow=True).text
    client.force_login(by)
    assert f'action="{press}"' in client.get(page).text
    for wrong in ("", "x", gone.version + 1):
        client.post(press, {"version": wrong}, follow=True)
        assert Return.objects.get(pk=gone.pk).is_withdrawn
    newer = read(files(2017, [(3, 5)], {}), by)
    text = client.get(page).text
    assert f"The {newer}, read on" in text and press not in text
    withdrawn(newer, by)
    undone(newer, by)
    returns.take_back(record=newer, by=by, on=ON)
    text = client.post(press, {"version": gone.version}, follow=True).text
    assert "its counts are in force again as before" in text and press not in text
    assert not Return.objects.get(pk=gone.pk).is_withdrawn
