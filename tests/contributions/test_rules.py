"""When a section can be asked for, written, sent back, accepted and opened by a link."""

from datetime import date, timedelta

import pytest

from reports.contributions import rules

DAY, ONE = date(2016, 1, 18), timedelta(days=1)


@pytest.mark.parametrize(
    ("status", "due", "is_asked", "words"),
    [
        ("writing", DAY, False, ""),
        ("writing", DAY + ONE, False, ""),
        ("writing", DAY - ONE, False, "still to come"),
        ("writing", DAY, True, "already"),
        ("sent", DAY, False, "being written"),
        ("approved", DAY, False, "being written"),
        ("issued", DAY, False, "being written"),
    ],
)
def test_a_section_is_asked_for_once_in_a_paper_that_is_being_written(status, due, is_asked, words):
    said = rules.why_not_ask(status, due, DAY, is_asked)
    assert words in said and bool(words) == bool(said)


@pytest.mark.parametrize("state", ["asked", "handed", "sent_back"])
def test_an_open_section_is_written_until_its_paper_is_issued(state):
    for status in ("writing", "sent", "approved"):
        assert rules.why_not_write(state, status) == ""
    assert "issued" in rules.why_not_write(state, "issued")


def test_a_closed_section_is_written_no_more():
    assert "no longer" in rules.why_not_write("withdrawn", "writing")
    assert "taken into" in rules.why_not_write("accepted", "issued")
    assert rules.why_not_withdraw(True) == ""
    assert rules.why_not_withdraw(False)


@pytest.mark.parametrize("state", ["asked", "handed", "sent_back", "accepted", "withdrawn"])
def test_only_what_was_handed_in_is_accepted_or_sent_back(state):
    handed = state == "handed"
    assert (rules.why_not_accept(state, "writing") == "") == handed
    assert (rules.why_not_send_back(state, "Shorter.") == "") == handed
    assert rules.why_not_send_back(state, " ")
    assert "take it back" in rules.why_not_accept("handed", "sent")


def test_a_link_lasts_two_weeks_beyond_the_day_or_beyond_today():
    assert rules.link_until(DAY, DAY - 30 * ONE) == DAY + 14 * ONE
    assert rules.link_until(DAY - 30 * ONE, DAY) == DAY + 14 * ONE
