"""What an officer does with held returns in a browser."""

from dataclasses import asdict
from datetime import date

import pytest
from django.urls import reverse

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.returns import Episode
from assurance.looked_after.operations.counts import CensusCounter
from assurance.looked_after.rules.returns import Notice
from tests.looked_after.pages import errors, imported, text
from tests.make.looked_after import census, episode, held_return
from tests.publication.derived.reading import blocks, tables

pytestmark = pytest.mark.django_db


def test_a_return_shows_its_files_cover_notices_and_censuses(signed_in):
    held = imported()
    assert str(held.year_end.year) in text(signed_in.get(reverse("looked_after:return-list")))
    page = text(signed_in.get(reverse("looked_after:return-record", args=[held.pk])))
    for words in ("31 March 2017 to 31 March 2018", "episodes.csv", "HOME_POST", "(C9): 1 (line 4)",
                  "30 Jun 2017", "No retention policy removes them"):  # fmt: skip
        assert words in page


def test_the_days_of_a_return_are_one_table_in_order(signed_in):
    same = "The count of 1 May 2017 is unchanged: the numbers are the same."
    notices = [asdict(Notice("no_census", 1, same, "2017-05-01")),
               asdict(Notice("adult", 2, "Rows of a person who was 18 already: 2."))]  # fmt: skip
    held = held_return(notices=notices)
    usual = {"held_return": held, "origin": Census.COUNTED, "total": 1204}
    counted = census(date=date(2017, 6, 30), **usual)
    census(date=date(2017, 4, 30), edition=2, replaced_on=date(2018, 7, 1), **usual)
    answer = signed_in.get(reverse("looked_after:return-record", args=[held.pk]))
    assert tables(blocks(answer))["Children looked after, by date"] == [
        ("30 Apr 2017", "1,204", "Counted, version 2; replaced"),
        ("1 May 2017", "–Not counted", "The numbers are the same."),
        ("30 Jun 2017", "1,204", "Counted"),
    ]
    page = answer.content.decode()
    assert reverse("looked_after:record", args=[counted.pk]) in page
    assert "18 already: 2." in page and same not in page


def test_a_day_that_is_counted_the_same_is_kept_with_its_notice():
    counter = CensusCounter(imported(), date(2018, 6, 1))
    assert [one.day for one in counter.count_all([date(2017, 6, 30)])[1]] == ["2017-06-30"]


def test_a_return_without_notices_or_censuses_says_so(signed_in):
    page = text(signed_in.get(reverse("looked_after:return-record", args=[held_return().pk])))
    assert "Nothing." in page
    assert "None." in page


def test_one_more_day_is_counted_from_a_return(signed_in):
    address = reverse("looked_after:return-count", args=[imported().pk])
    day = {"day_day": "15", "day_month": "6", "day_year": "2017"}
    answer = signed_in.post(address, day)
    row = Census.objects.get(date=date(2017, 6, 15))
    assert answer.headers["Location"] == reverse("looked_after:record", args=[row.pk])
    assert "the numbers are the same" in errors(signed_in.post(address, day))["day"]
    early = errors(signed_in.post(address, {**day, "day_year": "2010"}))
    assert "The return does not cover 15 June 2010" in early["day"]
    assert "31 March 2017 to 31 March 2018" in text(signed_in.get(address))


def test_rows_are_removed_after_a_preview(signed_in):
    held = imported()
    address = reverse("looked_after:return-remove-rows", args=[held.pk])
    assert "be deleted: 3. Children who are in no other return, deleted with them: 2" in text(
        signed_in.get(address)
    )
    signed_in.post(address, {"version": 1})
    assert not Episode.objects.exists()
    page = text(signed_in.get(reverse("looked_after:return-record", args=[held.pk])))
    assert "Removed on" in page
    assert "Remove the rows" not in page
    assert "removed already" in text(signed_in.post(address, {"version": 2}))


def test_a_preview_counts_only_children_of_whom_no_other_return_speaks(signed_in):
    older, newer = held_return(), held_return()
    kept = episode(held_return=older).child
    episode(child=kept, held_return=newer, decom=date(2018, 1, 1))
    episode(held_return=older)
    page = text(signed_in.get(reverse("looked_after:return-remove-rows", args=[older.pk])))
    assert "be deleted: 2. Children who are in no other return, deleted with them: 1" in page


@pytest.mark.long
def test_a_return_is_withdrawn_with_its_censuses(signed_in):
    held = imported()
    address = reverse("looked_after:return-withdraw", args=[held.pk])
    assert "is withdrawn with it" in text(signed_in.get(address))
    assert errors(signed_in.post(address, {"version": 1}))
    signed_in.post(address, {"version": 1, "because": "The wrong year"})
    assert not Census.objects.in_force().exists()
    page = text(signed_in.get(reverse("looked_after:return-record", args=[held.pk])))
    assert "The wrong year" in page
