"""Bringing a return in: the next year, an older one read late, all or nothing, taking rows away."""

from datetime import date

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.returns import Child, Episode, Return
from assurance.looked_after.operations import returns
from assurance.people.models.people import Cohort
from assurance.records.history import CommandLine, HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make.looked_after import BOY, GIRL, LATE, OPEN, census, held_return, whole_return

ON = date(2018, 6, 1)
BY = CommandLine("test")
MARCH, DECEMBER, CLOSING = date(2017, 3, 31), date(2017, 12, 1), date(2018, 3, 31)

pytestmark = pytest.mark.django_db


def bring(*rows, council=None, **said):
    read = whole_return(
        *rows, children=said.pop("children", (BOY, GIRL)), uasc=said.pop("uasc", ())
    )
    said = {"council": council or make_council(), "by": BY, "on": ON, **said}
    return returns.read_return(whole=read, **said)


def in_force(day, council=None):
    return Census.objects.in_force().get(date=day, council=council or make_council())


def test_no_reference_of_a_child_is_kept_and_two_councils_have_two_digests():
    other = make_council("elsewhere")
    bring(OPEN, LATE)
    bring(OPEN, LATE, council=other)
    pseudonyms = set(Child.objects.values_list("pseudonym", flat=True))
    assert len(pseudonyms) == 4
    assert all(len(one) == 64 for one in pseudonyms)


def test_a_return_is_one_row_of_history_with_its_censuses_and_is_counted_from_again():
    held = bring(OPEN, LATE, as_at=[date(2017, 6, 2)])
    entry = HistoryEntry.objects.get(what="looked_after.read_return")
    assert entry.changes["rows"]["to"] == 2
    assert entry.changes["censuses"]["to"].count(" 2017") == 11
    assert Episode.objects.count() == 2, "an asked day filters no rows"
    assert (in_force(date(2017, 6, 2)).total, in_force(date(2018, 3, 31)).total) == (1, 2)
    with pytest.raises(Refused, match="the numbers are the same"):
        returns.count_census(held_return=held, day=date(2017, 6, 30), by=BY, on=ON)
    row = returns.count_census(held_return=held, day=DECEMBER, by=BY, on=ON)
    assert (row.total, row.origin, row.held_return) == (1, Census.COUNTED, held)
    with pytest.raises(Refused, match="it covers 31 March 2017 to 31 March 2018"):
        returns.count_census(held_return=held, day=date(2016, 1, 1), by=BY, on=ON)
    with pytest.raises(EditConflict):
        returns.remove_rows(record=held, version=7, by=BY, on=ON)
    with pytest.raises(Refused, match="nothing has changed"):
        bring(OPEN, LATE)
    gone = {"record": held, "version": 1, "because": "Wrong year", "by": officer(), "on": ON}
    withdrawn = returns.withdraw_return(**gone)
    assert not Census.objects.in_force().exists()
    with pytest.raises(Refused, match="This return has been withdrawn"):
        returns.count_census(held_return=withdrawn, day=DECEMBER, by=BY, on=ON)
    bring(OPEN, LATE)
    assert in_force(date(2018, 3, 31)).edition == 2


def test_rows_that_cannot_be_true_leave_nothing_behind_unless_they_are_left_out_on_purpose():
    rows = OPEN, LATE, "7,31/02/2017,S,C2,N1,U4,PR4,,,,,,"
    with pytest.raises(Refused, match="Nothing was saved"):
        bring(*rows)
    assert not any(model.objects.exists() for model in (Return, Child, Cohort))
    held = bring(*rows, leave_out_refused=True)
    [refused] = [notice for notice in held.notices if notice["kind"] == "refused"]
    assert "episodes.csv line 4" in refused["sentence"]


def test_a_child_is_of_unknown_age_without_a_header_and_unaccompanied_until_the_day_of_ceasing():
    bring(OPEN, LATE, children=(GIRL,), uasc=["7,1,05/05/2010,30/09/2017"])
    counts = in_force(date(2018, 3, 31)).counts
    assert counts.get(breakdown="age", member="not_known").children == 1
    assert counts.get(breakdown="sex", member="not_known").children == 1
    told = {
        day: in_force(day).counts.filter(breakdown="uasc", member="yes").exists()
        for day in (date(2017, 8, 31), date(2017, 9, 30))
    }
    assert list(told.values()) == [True, False]
    # Months that the return does not tell of have no movements.
    assert not in_force(MARCH).counts.filter(breakdown="starts").exists()
    april = in_force(date(2017, 4, 30)).counts
    assert april.get(breakdown="starts", member="periods").children == 0
    june = in_force(date(2017, 6, 30)).counts
    assert june.get(breakdown="starts", member="children").children == 1


def test_the_next_years_return_speaks_for_its_year_and_offers_what_it_says_of_the_day_before():
    bring(OPEN, LATE)
    ended = OPEN.replace("PR4,,", "PR4,30/06/2018,X1")
    successor = "7,30/06/2018,P,C2,N1,K2,PR4,,,,,,"
    nine = ("9,1,01/01/2010,WBRI,,,", "9,20/03/2019,S,C2,N1,K2,PR4,,,,,,")
    newer = bring(ended, successor, nine[1], children=(BOY, nine[0]), on=date(2019, 6, 1))
    assert (newer.covers_from, newer.covers_to) == (date(2018, 3, 31), date(2019, 3, 31))
    # Child 8 is in the first return alone, so the second does not count it.
    kept = in_force(CLOSING)
    assert (kept.total, kept.edition) == (2, 1)
    assert in_force(date(2018, 6, 30)).total == 1
    assert in_force(date(2017, 12, 31)).total == 1
    [notice] = [one for one in newer.notices if one["kind"] == "census_kept"]
    assert "31 March 2018 stays as it was" in notice["sentence"]
    assert "2 children, and these files count 1" in notice["sentence"]
    offer = CountOffer.objects.open().get()
    corrected = returns.take_offer(record=offer, by=BY, on=ON)
    assert (corrected.total, corrected.edition, corrected.held_return) == (1, 2, newer)
    assert "Counted again" in corrected.corrected_because
    # The next year's return says nothing of what began in March: that stays, with its source.
    assert corrected.counts.get(breakdown="starts", member="periods").children == 1
    assert f"in the month: {kept.source}" in corrected.source
    kept.refresh_from_db()
    assert (kept.total, kept.replaced_on) == (2, ON)
    with pytest.raises(Refused, match="not offered any more"):
        returns.take_offer(record=offer, by=BY, on=ON)


def test_an_older_return_read_later_does_not_undo_what_a_newer_one_knows():
    nine = ("9,1,01/01/2010,WBRI,,,", "9,20/03/2019,S,C2,N1,K2,PR4,,,,,,")
    ended = OPEN.replace("PR4,,", "PR4,30/06/2018,E4A")
    bring(ended, nine[1], children=(BOY, nine[0]))
    late = bring(OPEN, LATE)
    rows = Episode.objects.filter(decom=date(2017, 6, 1)).order_by("held_return")
    assert [(row.dec, row.rec) for row in rows] == [(date(2018, 6, 30), "E4A"), (None, "")]
    assert in_force(date(2017, 12, 31)).total == 1
    # The opening day was only lent: the return of the day's own year takes it, and says so.
    assert (in_force(CLOSING).total, in_force(CLOSING).held_return) == (2, late)
    [notice] = [one for one in late.notices if one["kind"] == "census_replaced"]
    assert "1 child, and these files count 2" in notice["sentence"]
    assert in_force(date(2018, 6, 30)).total == 0


def test_a_header_that_lacks_a_child_does_not_forget_what_an_earlier_one_said():
    bring(OPEN, LATE)
    bring(OPEN, LATE, "7,30/03/2018,P,C2,N1,K2,PR4,,,,,,", children=(GIRL,))
    [boy] = Child.objects.filter(episodes__decom=date(2017, 6, 1)).distinct()
    assert (boy.sex, boy.born_on, boy.ethnicity) == ("M", date(2010, 5, 5), "WBRI")


def test_a_census_entered_as_counts_is_not_counted_over():
    census(date=DECEMBER, total=99)
    held = bring(OPEN, LATE, as_at=[DECEMBER])
    assert in_force(DECEMBER).total == 99
    [notice] = [one for one in held.notices if one["kind"] == "census_kept"]
    assert "99 children, and these files count 1" in notice["sentence"]
    with pytest.raises(Refused, match="one entered as totals"):
        returns.count_census(held_return=held, day=DECEMBER, by=BY, on=ON)


def test_removing_rows_keeps_every_census_and_what_a_newer_return_carries():
    first = bring(OPEN, LATE)
    nine = ("9,1,01/01/2010,WBRI,,,", "9,20/03/2019,S,C2,N1,K2,PR4,,,,,,")
    bring(OPEN, nine[1], children=(BOY, nine[0]))
    censuses = Census.objects.count()
    removed = returns.remove_rows(record=first, version=1, by=BY, on=ON)
    assert removed.rows_removed_on == ON
    assert Episode.objects.count() == 2
    assert Child.objects.count() == 2
    assert Census.objects.count() == censuses
    with pytest.raises(Refused, match="have been removed already"):
        returns.remove_rows(record=removed, version=2, by=BY, on=ON)
    with pytest.raises(Refused, match="rows of this return have been removed"):
        returns.count_census(held_return=removed, day=DECEMBER, by=BY, on=ON)


def test_an_extract_covers_no_more_than_it_knows():
    with pytest.raises(Refused, match="its first episode starts later"):
        bring(OPEN, covers_to=date(2017, 4, 30))
    held = bring(OPEN)
    assert held.covers_to == date(2017, 6, 1)
    assert not Census.objects.filter(date=date(2017, 6, 30)).exists()
    assert bring(OPEN, OPEN, covers_to=date(2017, 6, 30)).covers_to == date(2017, 6, 30)
    newer = held_return(covers_from=date(2018, 3, 31), covers_to=date(2019, 3, 31))
    older = held_return()
    assert list(Return.objects.covering(CLOSING)) == [older, newer]
