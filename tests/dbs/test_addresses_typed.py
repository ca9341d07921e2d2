"""Lists of the register asked for by an address that nobody drew: a page or a refusal, no fault."""

from datetime import date

import pytest

from assurance.dbs.models.reminders import Reminder
from assurance.dbs.rules import captions
from reports.checks.structure.outline import places_of
from reports.conversion.lines.marks import styles_of
from tests.dbs.reminding import page_of

MONTHS = {
    "due.2016-01": "January 2016",
    "due.2016-12": "December 2016",
    "due.1000-02": "February 1000",
    "due.9999-12": "December 9999",
    "due.later": "later",
    "due.undated": "no date",
}
NO_MONTHS = ("2016-00", "2016-13", "2016-1", "2016-²", "²016-01", "0000-01", "0216-01", "99999-01",
             "2016-01-02", "-01", "2016-", "٢٠١٦-٠١", "2016-01\n", "x")  # fmt: skip


def test_a_month_is_said_in_words_and_what_is_none_is_left_out():
    opening = captions.LISTS["due"]
    for key, said in MONTHS.items():
        assert captions.words_of(key, {}) == f"{opening}: {said}"
    for text in NO_MONTHS:
        assert captions.words_of(f"due.{text}", {}) == opening, text
    assert captions.words_of("nothing.nowhere", {}) == ""
    assert captions.words_of("", {}) == ""


@pytest.mark.parametrize(
    ("label", "styles", "places"),
    [
        ("3", [("number", 3)], (3,)),
        ("(12)", [("number", 12)], ()),
        ("²", [], ()),
        ("3.²", [], (3,)),
        ("③", [], ()),
    ],
)
def test_a_sign_that_looks_like_a_figure_numbers_nothing(label, styles, places):
    assert styles_of(label) == styles
    assert places_of(label) == places


def test_the_people_behind_a_list_that_nobody_has_are_none(signed_in, due):
    for text in ("2016-²", "2016-01\n", "later", "2099-12"):
        for address in ("/dbs/position/people/", "/dbs/reminders/"):
            answer = signed_in.get(address, {"show": f"due.{text}", "due": f"due.{text}"})
            assert answer.status_code == 200, (address, text)


def test_whoever_is_not_on_the_list_is_reminded_by_no_number(signed_in, due, mailoutbox):
    first, second, *_ = due
    for number in ("9" * 5000, "²", "-1", "", f"0{first.pk}", f" {first.pk}", "1.0", "x"):
        typed = {"person": [number], "email": "yes"}
        assert signed_in.post("/dbs/reminders/?due=due.2016-01", typed).status_code < 500, number
    assert not Reminder.objects.exists() and mailoutbox == []
    typed = {"person": ["9" * 5000, str(second.pk)], "email": "yes"}
    page_of(signed_in.post("/dbs/reminders/?due=due.2016-01", typed, follow=True))
    [sent] = Reminder.objects.all()
    assert (sent.person, sent.due_on) == (second, date(2016, 1, 23))
