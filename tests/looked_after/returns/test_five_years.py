"""Five yearly returns, each of which knows better what was so before: every 31 March stays that of
its own return, and whatever a later one would count otherwise was said when it was imported.
"""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from assurance.imports import kinds, operations
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.positions import standing_on
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations import recounts
from assurance.looked_after.operations.returns import (
    remove_rows,
    take_offer,
    undo_withdrawal,
    withdraw_return,
)
from assurance.records.refusals import Refused
from assurance.runtime.periods import say_day, this_moment
from reports.editions.models.editions import Provenance
from tests.cast import make_council, officer
from tests.looked_after.measures import counts
from tests.looked_after.returns.test_importing_returns import checked, unit_of
from tests.make import papers
from tests.make.looked_after import EPISODES, HEADER, csv

pytestmark = pytest.mark.django_db
YEARS = range(2012, 2017)
CLOSINGS = {year: date(year, 3, 31) for year in YEARS}
ON = date(2016, 6, 1)


def life(number):
    """(Begun, ended or None, year whose return first knows of the beginning, and of the end)."""
    begun = date(2010, 6, 1) + timedelta(days=47 * number)
    ended = begun + timedelta(days=200 + 31 * (number % 23))
    year_of = (begun.year + (begun.month > 3), ended.year + (ended.month > 3))
    # Every fourth beginning and every third end reaches the case system a year late.
    return begun, ended, year_of[0] + (number % 4 == 0), year_of[1] + (number % 3 == 0)


def files(year):
    """The files of the return to 31 March of a year, as far as anybody knew then."""
    header, rows = [], []
    for number in range(45):
        begun, ended, begin_known, end_known = life(number)
        opens = CLOSINGS.get(year - 1, date(year - 1, 3, 31))
        if begin_known > year or (ended <= opens and end_known < year):
            continue
        is_over = end_known <= year
        last = (f"{ended:%d/%m/%Y}", "E4A") if is_over else ("", "")
        cells = (f"C{number}", f"{begun:%d/%m/%Y}", "S", "C2", "N1", "U4", "PR4", *last)
        rows.append(",".join((*cells, "", "", "", "")))
        header.append(f"C{number},{1 + number % 2},05/05/2005,WBRI,,,")
    # Something on the last day, so that the return is of the whole year.
    header.append(f"Z{year},1,05/05/2005,WBRI,,,")
    rows.append(f"Z{year},31/03/{year},S,C2,N1,U4,PR4,,,,,,")
    return {"header.csv": csv(HEADER, *header), "episodes.csv": csv(EPISODES, *rows)}


def reckoned(year, day):
    """How many children the file of a year's return has at the end of a day, line by line."""
    children = set()
    for line in files(year)["episodes.csv"].decode().splitlines()[1:]:
        cells = line.split(",")
        begun, ended = (cells[place].split("/")[::-1] for place in (1, 7))
        if begun <= f"{day:%Y/%m/%d}".split("/") and (
            ended == [""] or ended > f"{day:%Y/%m/%d}".split("/")
        ):
            children.add(cells[0])
    return len(children)


# The first return that counts the day before its year otherwise than that day's own.
PAIR = next(
    (year, year + 1)
    for year in YEARS
    if reckoned(year, CLOSINGS[year]) != reckoned(year + 1, CLOSINGS[year])
)


def in_force(day):
    """The count in force of a day."""
    return Census.objects.in_force().get(date=day)


@pytest.mark.long
@pytest.mark.parametrize("order", [list(YEARS), [2014, 2012, 2016, 2013, 2015]])
def test_each_closing_count_is_that_of_its_own_return_and_every_difference_was_told(order):
    lent = {}
    for year in order:
        run = checked(files(year))
        told = " ".join(unit_of(run)["warnings"])
        operations.import_files(run=run, kinds=kinds.KINDS, by=officer(), on=ON)
        opening, closing = date(year - 1, 3, 31), CLOSINGS[year]
        stood = {day: lent.get(day) for day in (opening, closing)}
        lent |= {closing: reckoned(year, closing)}
        lent.setdefault(opening, reckoned(year, opening))
        for day, kept in stood.items():
            counted = reckoned(year, day)
            if kept not in (None, counted):
                sentence = rf"{say_day(day)} [^.]* {kept} children, and these files count {counted}"
                assert re.search(sentence, told), (year, day)
    differing = 0
    for year, day in CLOSINGS.items():
        own = reckoned(year, day)
        assert counts("children", day) == {"": own}
        assert standing_on(make_council(), day).total == own
        assert in_force(day).source.startswith(f"Counted from the SSDA903 return to {say_day(day)}")
        if year + 1 in YEARS:
            offers = CountOffer.objects.beside(in_force(day))
            later = reckoned(year + 1, day)
            differing += later != own
            # Whatever order they came in, what a later return knows better is offered.
            if later != own:
                assert [offer.total for offer in offers] == [later]
    assert differing >= 3, "the returns know better than those before them"


def test_the_check_lists_issued_figures_that_the_new_count_would_change():
    for year in PAIR:
        run = checked(files(year))
        if year == PAIR[1]:
            [told] = [text for text in unit_of(run)["warnings"] if "published on" in text]
            own, later = (reckoned(known, CLOSINGS[PAIR[0]]) for known in PAIR)
            assert (
                f"Children looked after, {say_day(CLOSINGS[PAIR[0]])}: {own}. With the new count"
                in told
            )
            assert f"it would be {later}. The published report stays." in told
        operations.import_files(run=run, kinds=kinds.KINDS, by=officer(), on=ON)
        if year == PAIR[0]:
            edition = papers.edition(council=make_council(), published_at=None)
            census = in_force(CLOSINGS[PAIR[0]])
            Provenance.objects.create(
                edition=edition, number=1, key="looked_after.children", start=census.date,
                end=census.date, cohort=census.cohort.title, count=census.total, source="Return",
                definition={}, rows=1, rows_digest="",
            )  # fmt: skip


@pytest.mark.long
def test_a_count_is_taken_by_pressing_and_the_one_before_is_kept(client):
    for year in PAIR:
        operations.import_files(run=checked(files(year)), kinds=kinds.KINDS, by=officer(), on=ON)
    own, later = (reckoned(known, CLOSINGS[PAIR[0]]) for known in PAIR)
    census = in_force(CLOSINGS[PAIR[0]])
    offer = CountOffer.objects.beside(census).get()
    client.force_login(officer())
    address = f"/looked-after/offers/{offer.pk}/"
    for page in (f"/looked-after/{census.pk}/", f"/looked-after/returns/{offer.held_return_id}/"):
        assert address in client.get(page).content.decode()
    text = client.get(address).content.decode()
    assert f">{own}<" in text and f">{later}<" in text
    client.post(address)
    assert (in_force(census.date).total, in_force(census.date).edition) == (later, 2)
    census.refresh_from_db()
    assert census.total == own and census.replaced_on
    again = client.post(address)
    assert "not offered any more" in again.content.decode()
    assert address not in client.get(f"/looked-after/{in_force(census.date).pk}/").content.decode()


def test_every_count_that_a_return_offers_is_taken_at_one_time(client):
    for year in PAIR:
        operations.import_files(run=checked(files(year)), kinds=kinds.KINDS, by=officer(), on=ON)
    offers = list(CountOffer.objects.open())
    client.force_login(officer())
    address = f"/looked-after/returns/{offers[0].held_return_id}/offers/"
    assert all(str(offer.total) in client.get(address).content.decode() for offer in offers)
    client.post(address)
    assert {in_force(offer.date).total == offer.total for offer in offers} == {True}
    assert not CountOffer.objects.open()
    assert "not offered any more" in client.post(address).content.decode()


@pytest.fixture
def stored(db):
    """The returns of two years, and the day between them stored as the later one counts it, as
    before a day was its own return's."""
    for year in PAIR:
        operations.import_files(run=checked(files(year)), kinds=kinds.KINDS, by=officer(), on=ON)
    CountOffer.objects.all().delete()
    own, later = Return.objects.order_by("year_end")
    number = reckoned(PAIR[1], CLOSINGS[PAIR[0]])
    same_day = Census.objects.in_force().filter(date=CLOSINGS[PAIR[0]])
    same_day.update(held_return=later, total=number)
    return own


@pytest.mark.long
def test_a_wrong_count_that_was_stored_is_offered_and_never_changed_by_itself(stored):
    day = CLOSINGS[PAIR[0]]
    own, later = (reckoned(year, day) for year in PAIR)
    by = {"council": make_council(), "by": officer(), "on": ON}
    [offer] = recounts.offer_recounts(**by)
    assert (offer.date, offer.total, offer.held_return) == (day, own, stored)
    assert in_force(day).total == later
    assert [item.pk for item in recounts.offer_recounts(**by)] == [offer.pk]
    take_offer(record=offer, by=officer(), on=ON)
    assert in_force(day).total == own
    with pytest.raises(Refused, match="No stored count differs from its return"):
        recounts.offer_recounts(**by)


def test_a_count_whose_rows_have_gone_is_said_to_be_beyond_checking(stored, client):
    client.force_login(officer())
    day = CLOSINGS[PAIR[0]]
    address = reverse("looked_after:recounts")
    page = client.get(address).content.decode()
    assert say_day(day) in page and "have been removed" not in page
    assert "Offer the new counts" in page
    answer = client.post(address, follow=True).content.decode()
    assert "New counts offered: 1." in answer
    CountOffer.objects.all().delete()
    remove_rows(record=stored, version=stored.version, by=officer(), on=ON)
    page = client.get(address).content.decode()
    assert "have been removed" in page and say_day(day) in page.partition("have been removed")[2]
    assert "Offer the new counts" not in page
    answer = client.post(address)
    assert "No stored count differs from its return" in answer.content.decode()
    assert not CountOffer.objects.exists()


@pytest.mark.long
def test_a_count_that_was_lent_is_offered_only_while_the_days_own_is_in_force():
    own_year, later_year = PAIR
    day, by = CLOSINGS[own_year], officer()
    for year in (later_year, own_year):
        run = operations.import_files(run=checked(files(year)), kinds=kinds.KINDS, by=by, on=ON)
    own, later = Return.objects.order_by("year_end")
    number = {year: reckoned(year, day) for year in PAIR}

    def state():
        offers = CountOffer.objects.open().filter(date=day)
        return in_force(day).total, [(offer.total, offer.held_return) for offer in offers]

    offered = number[own_year], [(number[later_year], later)]
    assert state() == offered
    withdraw_return(record=own, version=own.version, because="Wrong files", by=by, on=ON)
    assert state() == (number[later_year], [])
    own.refresh_from_db()
    undo_withdrawal(record=own, version=own.version, at=this_moment(), by=by, on=ON)
    assert state() == offered
    operations.undo(run=run, by=by, on=ON)
    assert state() == (number[later_year], [])
