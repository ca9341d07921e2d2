"""A proposal beside what was asked for and what the paper has now."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from reports.contributions import rules
from reports.contributions.differences import ADDED, CHANGED, MOVED, REMOVED, UNCHANGED, compared
from tests.contributions.sections import BLOCKS, NOW, made


def rows(now=NOW, **words):
    """Key → row of what is decided."""
    return {one.key: one for one in compared(BLOCKS, made(**words), now) if one.differs}


def changed_now(slug, **said):
    """The paper with one block changed since it was asked for."""
    return {**NOW, slug: replace(NOW[slug], **said)}


def test_nothing_differs_where_nothing_was_written():
    found = compared(BLOCKS, made(), NOW)
    assert {one.what for one in found} == {UNCHANGED}
    assert [one.key for one in found] == [one.slug for one in BLOCKS]
    assert not rows(changed_now("audits", text="Other."))


def test_each_kind_of_difference_is_named_with_its_words():
    found = rows(
        text_audits="Managers read files.", out_teams="on", after_themes="More.", place_children="1"
    )
    assert {key: one.what for key, one in found.items()} == {
        "audits": CHANGED,
        "teams": REMOVED,
        "new.1": ADDED,
        "children": MOVED,
    }
    assert found["audits"].after == "Managers read files."
    assert found["audits"].before == found["audits"].now == BLOCKS[1].text
    assert (
        found["new.1"].after == "More."
        and found["new.1"].name == "new paragraph, behind paragraph 4"
    )
    assert found["teams"].after == "" and "North" in found["teams"].before
    assert not any(one.clash for one in found.values())


def test_a_block_may_be_changed_and_moved_and_what_is_left_out_moves_nothing():
    one = rows(text_audits="Other.", place_audits="4")["audits"]
    assert one.what == CHANGED and one.is_moved
    assert set(rows(out_learning="on")) == {"learning"}
    order = [one.key for one in compared(BLOCKS, made(out_teams="on"), NOW)]
    assert order == [one.slug for one in BLOCKS]
    assert [one.key for one in compared(BLOCKS, made(out_audits="on"), NOW)][:2] == [
        "work",
        "audits",
    ]


def test_a_clash_is_where_the_paper_changed_or_lost_what_would_be_replaced():
    now = changed_now("audits", text="Managers audited all files.")
    one = rows(now, text_audits="Managers read files.")["audits"]
    assert one.clash and one.now == "Managers audited all files."
    assert rows(now, out_audits="on")["audits"].clash
    assert not rows(now, place_audits="4")["audits"].clash
    assert not rows(now, text_themes="Third.")["themes"].clash
    now = {slug: one for slug, one in NOW.items() if slug != "audits"}
    assert rows(now, text_audits="Managers read files.")["audits"].clash
    assert rows(now, place_audits="4")["audits"].clash
    assert rows(now, out_audits="on") == {}


DAY, ONE = date(2016, 1, 18), timedelta(days=1)
MEETING = DAY


@pytest.mark.parametrize(
    ("status", "due", "is_asked", "words"),
    [
        ("writing", DAY, False, ""),
        ("writing", DAY + ONE, False, ""),
        ("writing", DAY - ONE, False, "in the future"),
        ("writing", DAY, True, "already"),
        ("sent", DAY, False, "being written"),
        ("approved", DAY, False, "being written"),
        ("issued", DAY, False, "being written"),
    ],
)
def test_a_section_is_asked_for_once_in_a_paper_that_is_being_written(status, due, is_asked, words):
    said = rules.why_not_ask(status, due, DAY, is_asked)
    assert words in said and bool(words) == bool(said)


@pytest.mark.parametrize(
    ("on", "due", "is_refused"),
    [
        (MEETING - ONE, MEETING, False),
        (MEETING - ONE, MEETING + ONE, True),
        (MEETING, MEETING + ONE, False),
        (MEETING + ONE, MEETING + ONE, False),
    ],
)
def test_a_text_is_asked_for_by_the_meeting_unless_the_report_is_late(on, due, is_refused):
    said = rules.why_not_ask("writing", due, on, False, MEETING)
    assert ("on or before the meeting, 18 January 2016" in said) == bool(said) == is_refused
    assert rules.why_not_ask("writing", due, on, False) == ""


def test_an_open_section_is_written_until_its_paper_is_issued_and_a_closed_one_no_more():
    for state, status in product(("asked", "handed", "sent_back"), ("writing", "sent", "approved")):
        assert rules.why_not_write(state, status) == "", (state, status)
        assert "has been published" in rules.why_not_write(state, "issued"), state
    assert "no longer" in rules.why_not_write("withdrawn", "writing")
    assert "now in" in rules.why_not_write("accepted", "issued")
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
