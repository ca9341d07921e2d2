"""Who is let in before the issue, and what one person may do alone, in each state."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assurance.records import invitations
from reports.approvals import rules
from reports.publication.models import format_requests
from tests.cases import random_cases
from tests.papers.test_why_not import APPROVED, ISSUED, SENT, STATES, WRITING
from tests.sweeping import swept

DAY, ONE = date(2016, 1, 18), timedelta(days=1)
days = some.dates(date(2000, 1, 1), date(2100, 1, 1))
OPEN_TO = {
    # A step, and the states in which nothing stops it.
    "name an early reader": (
        lambda state: rules.why_not_name_reader(state, False),
        {WRITING, SENT, APPROVED},
    ),
    "take off the list": (lambda state: rules.why_not_end(False, state), {WRITING, SENT, APPROVED}),
    "read early": (lambda state: rules.why_not_yet(state, DAY, DAY), {APPROVED}),
    "ask from outside": (lambda state: rules.why_not_invite(state, False), {SENT}),
    "ask again": (lambda state: rules.why_not_ask_again(state, False), {SENT}),
    "decide from outside": (
        lambda state: rules.why_not_decide(state, False, False),
        {SENT, APPROVED},
    ),
    "issue in an emergency": (
        lambda state: rules.why_not_emergency(state, "Harm.", False, False),
        {SENT},
    ),
}


@pytest.mark.parametrize("step", OPEN_TO)
def test_each_step_is_open_in_its_own_states_and_says_why_in_all_others(step):
    why, free = OPEN_TO[step]
    assert {state for state in STATES if not why(state)} == free
    for state in set(STATES) - free:
        assert why(state).endswith(".") and why(state)[0].isupper()


@swept(
    [
        ("They are named already.", rules.why_not_name_reader(SENT, True)),
        (
            "This report is published: everyone can read it.",
            rules.why_not_name_reader(ISSUED, True),
        ),
        ("They have been taken off the list already.", rules.why_not_end(True, ISSUED)),
        (
            "This report is published: the list can no longer change.",
            rules.why_not_end(False, ISSUED),
        ),
        ("They have been asked already.", rules.why_not_invite(SENT, True)),
        ("They are no longer asked. Send a new request.", rules.why_not_ask_again(SENT, True)),
        ("This has been closed already.", rules.why_not_uninvite(True, False)),
        ("This has been closed already.", rules.why_not_uninvite(False, True)),
        ("", rules.why_not_uninvite(False, False)),
        (
            "You can read it here once it has been approved.",
            rules.why_not_yet(SENT, DAY + ONE, DAY),
        ),
        (
            "You can read it here from 19 January 2016 on.",
            rules.why_not_yet(APPROVED, DAY + ONE, DAY),
        ),
    ]
)
def test_each_refusal_says_what_to_do(sentence, said):
    assert said == sentence


@pytest.mark.parametrize(
    ("decided", "withdrawn", "state", "sentence"),
    [
        # What somebody did themselves comes before what became of the paper since.
        (True, True, ISSUED, rules.USED),
        (True, False, WRITING, rules.USED),
        (False, True, SENT, rules.ENDED_LINK),
        (False, True, ISSUED, rules.ENDED_LINK),
        (False, False, ISSUED, rules.IS_ISSUED),
        (False, False, WRITING, rules.TAKEN_BACK),
        (False, False, SENT, ""),
    ],
)
def test_somebody_from_outside_is_told_the_nearest_reason(decided, withdrawn, state, sentence):
    assert rules.why_not_decide(state, withdrawn, decided) == sentence


@pytest.mark.parametrize(
    ("newest", "until", "day", "sentence"),
    [
        (True, DAY, DAY, ""),
        (True, DAY, DAY - ONE, ""),
        (True, DAY, DAY + ONE, invitations.EXPIRED),
        (True, None, DAY, invitations.EXPIRED),
        (False, DAY, DAY, invitations.NEWER),
        (False, None, DAY + ONE, invitations.NEWER),
    ],
)
def test_a_link_opens_to_its_last_day_and_only_the_newest(newest, until, day, sentence):
    assert invitations.why_link_ended(newest, until, day) == sentence


@pytest.mark.parametrize(
    ("reason", "unsigned", "moved", "part"),
    [
        ("Harm.", False, False, ""),
        ("", False, False, "Enter why it cannot wait."),
        (" \n ", False, False, "Enter why it cannot wait."),
        ("Harm.", True, False, "not signed the report off"),
        ("", True, True, "not signed the report off"),
        ("Harm.", False, True, "Read it again before you publish it."),
    ],
)
def test_an_emergency_needs_a_reason_a_sign_off_and_what_was_read(reason, unsigned, moved, part):
    said = rules.why_not_emergency(SENT, reason, unsigned, moved)
    assert part in said and bool(said) is bool(part)


@pytest.mark.parametrize(
    ("looked", "issuer", "editor", "published", "part"),
    [
        (False, False, False, True, ""),
        (True, False, False, True, "already"),
        (False, False, False, False, "not published yet"),
        (False, True, False, True, "You published it"),
        (False, True, True, True, "You published it"),
        (False, False, True, True, "You wrote or sent it"),
    ],
)
def test_a_second_look_is_one_and_by_somebody_else(looked, issuer, editor, published, part):
    said = rules.why_not_look_again(looked, issuer, editor, published)
    assert part in said and bool(said) is bool(part)


@pytest.mark.parametrize(
    ("closed", "said", "part"),
    [
        (False, "Sent.", ""),
        (True, "Sent.", "This request is already closed"),
        (False, "", "Describe the answer."),
        (False, " ", "Describe the answer."),
    ],
)
def test_a_request_is_answered_once_and_in_words(closed, said, part):
    why = format_requests.why_not_answer(closed, said)
    assert part in why and bool(why) is bool(part)


@random_cases(30)
@given(closed=days, later=some.integers(0, 200))
def test_a_contact_is_kept_three_months_and_no_longer(closed, later):
    on = closed + timedelta(days=later)
    kept = bool(format_requests.why_not_forget(closed, on))
    assert kept is (format_requests.forget_from(on) < closed)
    if later <= 88:
        assert kept
    if later >= 93:
        assert not kept
    assert format_requests.why_not_forget(None, on)


@pytest.mark.parametrize("rows", [format_requests.FORMATS, format_requests.OUTCOMES])
def test_what_can_be_chosen_is_named_once(rows):
    assert len({key for key, _ in rows}) == len({words for _, words in rows}) == len(rows)
    assert all(words[0].isupper() and len(key) <= 10 for key, words in rows)
