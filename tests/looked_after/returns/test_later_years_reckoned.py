"""The rules of later years reckoned a second time, slowly, on whatever a return may hold."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import later_years as rules
from assurance.looked_after.rules.return_rows import ChildRow, EpisodeRow
from assurance.looked_after.rules.returns import Cover
from tests.cases import random_cases
from tests.sweeping import swept

ONE = timedelta(days=1)
FIRST = date(2025, 4, 1)
PLACES, REASONS = ("K2", "U4", "T0", "T4", "P2", "R1"), ("S", "P", "T", "B")


def cover(ends):
    """The whole collection year that ends in `ends`."""
    return Cover(date(ends, 3, 31), date(ends - 1, 3, 31), date(ends, 3, 31))


def spell(line, **said):
    """A row of episodes, open, of child 7, in foster care from the first day of the year."""
    usual = {"child": "7", "decom": FIRST, "rne": "S", "ls": "C2", "cin": "N1", "place": "U4"}
    usual |= {"place_provider": "PR4", "dec": None, "rec": "", "reason_place_change": ""}
    return EpisodeRow(line, **{**usual, **said})


def child(line, name="7", **said):
    """A row of the header: a boy born in 2010."""
    return ChildRow(line, name, **{"sex": "M", "dob": date(2010, 5, 5), "ethnic": "WBRI", **said})


def a_return(episodes=(), children=(), uasc=()):
    """A return as these rules see it."""
    by_name = {one.child: one for one in children}
    return SimpleNamespace(
        episodes=tuple(episodes), children=by_name, uasc=dict.fromkeys(uasc, None)
    )


def birthdays(born, day):
    """How many birthdays somebody has had by `day`, one day after another."""
    had, one = 0, born + ONE
    while one <= day:
        leap_born = (born.month, born.day) == (2, 29)
        is_leap = one.year % 4 == 0 and (one.year % 100 or one.year % 400 == 0)
        kept = (3, 1) if leap_born and not is_leap else (born.month, born.day)
        had += (one.month, one.day) == kept
        one += ONE
    return had


@swept(
    [
        (date(2015, 3, 31), date(2026, 3, 31), 11),
        (date(2015, 4, 1), date(2026, 3, 31), 10),
        (date(2015, 3, 30), date(2026, 3, 31), 11),
        (date(2016, 2, 29), date(2026, 2, 28), 9),
        (date(2016, 2, 29), date(2026, 3, 1), 10),
        (date(2016, 2, 29), date(2028, 2, 28), 11),
        (date(2016, 2, 29), date(2028, 2, 29), 12),
        (date(2015, 12, 31), date(2026, 1, 1), 10),
        (date(2016, 1, 1), date(2025, 12, 31), 9),
        (date(2026, 3, 31), date(2026, 3, 31), 0),
    ]
)
def test_an_age_is_reached_on_the_birthday(born, day, age):
    assert birthdays(born, day) == age
    reached = [years for years in range(1, 20) if rules._reached(born, years, day)]
    assert reached == list(range(1, age + 1))


def not_returned(rows):
    """Lines after a time away that do not lead back, child by child and one after another."""
    lines = set()
    for name in {one.child for one in rows}:
        own = sorted((one for one in rows if one.child == name), key=lambda one: one.decom)
        for at in range(2, len(own)):
            before, away, after = own[at - 2], own[at - 1], own[at]
            back = after.rne == "P" and after.place == before.place
            if away.place[0] == "T" and not back:
                lines.add(after.line)
    return lines


def crowds():
    """Returns of up to three children whose rows start on days of their own, in any order."""
    one = st.tuples(
        st.sampled_from("789"),
        st.integers(0, 300),
        st.sampled_from(PLACES),
        st.sampled_from(REASONS),
        st.none() | st.integers(0, 30),
        st.sampled_from(("", "CUSTOD", "CARPL")),
    )
    apart = st.lists(one, max_size=9, unique_by=lambda row: (row[0], row[1]))
    return apart.map(
        lambda rows: [
            spell(line, child=name, decom=FIRST + start * ONE, place=place, rne=rne,
                  dec=None if length is None else FIRST + (start + length) * ONE,
                  reason_place_change=why)
            for line, (name, start, place, rne, length, why) in enumerate(rows, 2)
        ]
    )  # fmt: skip


@given(crowds(), st.permutations("789"), st.lists(st.dates(date(2014, 3, 1), date(2016, 6, 1)),
                                                   min_size=2, max_size=2))  # fmt: skip
@random_cases(60)
def test_every_rule_finds_what_a_slow_reading_finds(rows, order, born):
    children = [child(2, order[0], dob=born[0]), child(3, order[1], dob=born[1], sex="U")]
    held = {one.child: one for one in children}
    found = rules.of_later_years(a_return(rows, children, uasc=(*order[:1], "99")), cover(2026))
    last = date(2023, 10, 28)
    young = [
        one.line
        for one in rows
        if one.reason_place_change == "CUSTOD" and one.child in held
        and birthdays(held[one.child].dob, one.decom) < 10
    ]  # fmt: skip
    alone = {2} if birthdays(born[0], date(2026, 3, 31)) < 11 else set()
    assert found == {
        ("383", "episodes"): not_returned(rows),
        ("217t", "episodes"): {
            one.line for one in rows if one.place == "P2" and (not one.dec or one.dec > last)
        },
        ("231", "header"): alone,
        ("232", "header"): {3},
        ("233", "episodes"): {
            one.line for one in rows if one.dec is None and one.reason_place_change != ""
        },
        ("234", "episodes"): set(young),
    }


AWAY = ("T0", "T1", "T2", "T3", "T4")


def test_every_temporary_placement_asks_for_the_return_and_no_other_does():
    for place, back, rne in product((*AWAY, "K2", "U4", "Z1", "P1"), ("H5", "K1"), REASONS):
        rows = [
            spell(2, place="H5"),
            spell(3, place=place, decom=FIRST + ONE),
            spell(4, place=back, rne=rne, decom=FIRST + 2 * ONE),
        ]
        found = rules._not_returned(a_return(rows), cover(2026))
        fits = place not in AWAY or (back == "H5" and rne == "P")
        assert [one.line for one in found] == ([] if fits else [4]), (place, back, rne)


def test_children_are_kept_apart_and_one_start_twice_stands_by_its_line():
    mixed = [
        spell(2, place="H5"),
        spell(3, place="T1", decom=FIRST + ONE),
        spell(4, child="8", place="K1", decom=FIRST + 2 * ONE),
        spell(5, place="H5", rne="P", decom=FIRST + 3 * ONE),
    ]
    assert rules._not_returned(a_return(mixed), cover(2026)) == []
    together = [spell(2, place="H5"), spell(3, place="T1"), spell(4, place="K1", rne="P")]
    assert [one.line for one in rules._not_returned(a_return(together), cover(2026))] == [4]
    assert rules._not_returned(a_return(together[:2]), cover(2026)) == []
