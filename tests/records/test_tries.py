"""An e-mail that went by itself is tried on three days, where the fault may pass."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from assurance.runtime.email_states import MOST_TRIES, PASSING, STATES, again_on
from assurance.runtime.mail_server import NO_ADDRESS, NO_ANSWER, SENTENCES

DAY = date(2016, 1, 4)
ERRORS = ("", NO_ADDRESS, NO_ANSWER, *(sentence for _kind, sentence in SENTENCES))
KEYS = [state for state, _label in STATES]


@given(some.sampled_from(KEYS), some.sampled_from(ERRORS), some.integers(0, 9))
def test_only_what_failed_for_a_fault_that_passes_is_tried_again_the_next_day(state, error, tries):
    later = "try again later" in error
    expected = DAY + timedelta(days=1) if state == "failed" and later and tries in (1, 2) else None
    assert again_on(state, error, tries, DAY) == expected


def test_what_is_tried_again_is_what_its_sentence_says_so_of():
    assert set(PASSING) == {error for error in ERRORS if "try again later" in error}
    assert MOST_TRIES == 3
