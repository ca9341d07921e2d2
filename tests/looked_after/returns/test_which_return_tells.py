"""What two returns say of one child: the one that tells of later days, whichever was read last."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from assurance.looked_after.models.positions import ReturnsByDay, return_telling_of
from assurance.looked_after.models.returns import Child, Return, UascMark
from assurance.looked_after.operations import returns
from tests.cast import make_council, officer
from tests.make.looked_after import held_return, whole_return

pytestmark = pytest.mark.django_db
EPISODE = "7,{},S,C2,N1,U4,PR4,,,,,,"
OLDER = {
    "episodes": [EPISODE.format("31/03/2017")],
    "child": "7,1,05/05/2005,AIND,,,",
    "uasc": "7,1,05/05/2005,01/02/2023",
}
NEWER = {
    "episodes": [EPISODE.format("31/03/2018")],
    "child": "7,2,06/06/2006,WBRI,,,",
    "uasc": "7,2,06/06/2006,01/03/2024",
}


def read(said):
    """The return of one child, read."""
    whole = whole_return(*said["episodes"], children=[said["child"]], uasc=[said["uasc"]])
    return returns.read_return(
        council=make_council(), whole=whole, by=officer(), on=date(2018, 5, 1)
    )


@pytest.mark.parametrize("order", [(OLDER, NEWER), (NEWER, OLDER)])
def test_the_child_is_as_the_later_return_says_whichever_is_read_last(order):
    for said in order:
        read(said)
    child = Child.objects.get()
    assert (child.sex, child.born_on, child.ethnicity) == ("F", date(2006, 6, 6), "WBRI")
    assert child.uasc_until == date(2024, 3, 1)
    marks = UascMark.objects.order_by("held_return__covers_to").values_list("until", flat=True)
    assert [*marks] == [date(2023, 2, 1), date(2024, 3, 1)]


@pytest.mark.long
def test_what_the_later_return_does_not_say_is_filled_and_a_withdrawn_one_says_nothing():
    newer = read({**NEWER, "child": "9,2,06/06/2006,WBRI,,,"})
    Child.objects.update(sex="", born_on=None, ethnicity="")
    read(OLDER)
    assert Child.objects.get(ethnicity="AIND").born_on == date(2005, 5, 5)
    returns.withdraw_return(
        record=newer, version=newer.version, because="Of another year", by=officer(), on=date.max
    )
    Child.objects.update(sex="F")
    read({**OLDER, "child": "7,1,05/05/2004,AIND,,,"})
    assert Child.objects.get().sex == "M"


def test_returns_read_once_tell_of_each_day_as_they_do_one_by_one():
    year, gone = date(2017, 3, 31), {"rows_removed_on": date(2019, 6, 1)}
    years = [date(2017 + later, 3, 31) for later in range(4)]
    spans = [*pairwise(years)]
    for covers_from, covers_to in [*spans, (year, date(2017, 9, 30)), spans[1]]:
        held_return(covers_from=covers_from, covers_to=covers_to)
    held_return(covers_from=date(2016, 3, 31), covers_to=year, **gone)
    Return.objects.filter(covers_to=years[3]).update(
        withdrawn_on=date(2020, 6, 1), withdrawn_by=officer(), withdrawn_because="Read twice"
    )
    returns, council = ReturnsByDay(make_council()), make_council()
    edges = {day for one in Return.objects.all() for day in (one.covers_from, one.covers_to)}
    asked = {edge + timedelta(days) for edge in edges for days in (-1, 0, 1)}
    telling = {day: return_telling_of(council, day) for day in asked}
    assert {day: returns.telling_of(day) for day in asked} == telling
    assert len(set(telling.values())) == 3
    owning = Return.objects.of(council).active().owning
    owned = {day: owning(day).exists() for day in asked}
    assert {day: returns.is_owned(day) for day in asked} == owned
    assert set(owned.values()) == {True, False}
