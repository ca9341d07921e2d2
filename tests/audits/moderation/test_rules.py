"""What a moderation did and which of its parts do not fit together, as plain functions."""

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from assurance.audits.rules import case_audits, moderation
from assurance.audits.rules.moderation import KEPT, LOWERED, RAISED
from tests.cases import random_cases

DAY, ONE = date(2015, 3, 2), timedelta(days=1)
SCALE = ("Outstanding", "Good", "Requires improvement", "Inadequate")
GRADES = [
    SimpleNamespace(order=order, label=label, scale_id=1) for order, label in enumerate(SCALE, 1)
]
GRADE = st.none() | st.sampled_from(GRADES)
POSTS = st.none() | st.sampled_from(["Practice Manager", "Head of Practice"])
DAYS = st.none() | st.integers(-3, 3).map(lambda days: DAY + days * ONE)


def place(grade):
    """The place of a grade on its scale, None of none."""
    return grade and grade.order


@random_cases(60)
@given(GRADE, GRADE)
def test_a_grade_is_kept_raised_or_lowered_as_its_place_on_the_scale_says(first, moderated):
    outcome = moderation.outcome(place(first), place(moderated))
    if not first or not moderated:
        assert outcome is None
        return
    before, after = (SCALE.index(one.label) for one in (first, moderated))
    assert outcome == (KEPT, LOWERED, RAISED)[(after > before) - (after < before)]
    back = {KEPT: KEPT, RAISED: LOWERED, LOWERED: RAISED}
    assert moderation.outcome(place(moderated), place(first)) == back[outcome]


@random_cases(60)
@given(GRADE, GRADE)
def test_the_outcome_is_that_of_the_words_on_pages(first, moderated):
    words = {None: None, KEPT: "Confirmed", RAISED: "Raised from", LOWERED: "Lowered from"}
    found = words[moderation.outcome(place(first), place(moderated))]
    shown = case_audits.say_moderation(first, moderated)
    assert (shown is None) is (found is None)
    assert found is None or shown.startswith(found)


@random_cases(200)
@given(st.none() | st.just(DAY), POSTS, GRADE, POSTS, DAYS)
def test_a_moderation_fits_together_where_a_plain_look_finds_nothing_lacking(
    audited_on, auditor, grade, moderator, moderated_on
):
    found = moderation.faults(audited_on, auditor, grade, moderator, moderated_on)
    expected = []
    if moderator is not None and moderated_on is None:
        expected.append("moderated_on")
    if moderator is None and moderated_on is not None:
        expected.append("moderator")
    if grade is None and not (moderator is None and moderated_on is None):
        expected.append("moderated_grade")
    if None not in (audited_on, moderated_on) and (moderated_on - audited_on).days < 0:
        expected.append("moderated_on")
    assert [field for field, _ in found] == expected
    assert all(sentence and not sentence.endswith(".") for _, sentence in found)


@random_cases(30)
@given(GRADE, DAYS)
def test_a_grade_of_the_time_before_posts_stands_without_its_moderator(grade, audited_on):
    assert moderation.faults(audited_on, "Practice Manager", grade, None, None) == []


def test_a_moderation_on_the_day_of_the_audit_fits_and_one_of_the_day_before_says_which_day():
    said = {"auditor": "A", "moderated_grade": GRADES[0], "moderator": "B"}
    assert moderation.faults(DAY, moderated_on=DAY, **said) == []
    [(field, sentence)] = moderation.faults(DAY, moderated_on=DAY - ONE, **said)
    assert field == "moderated_on" and "the date of the audit, 2 March 2015" in sentence


@random_cases(60)
@given(GRADE, st.sets(st.sampled_from("ABC")), st.sampled_from("ABC"), st.booleans())
def test_who_holds_the_auditors_post_among_others_moderates_only_where_one_person_may(
    first, posts, auditor, needs_second
):
    audit, is_own = SimpleNamespace(first_grade=first, auditor=auditor), auditor in posts
    sentence = moderation.why_not_moderate(audit, is_own=is_own, needs_second=needs_second)
    if first is None:
        assert "no grade yet" in sentence
    elif needs_second and is_own:
        assert "another person moderates it" in sentence
    else:
        assert sentence is None
    for moderator in (None, *posts):
        refused = moderation.why_not_moderator(auditor, moderator, needs_second=needs_second)
        assert bool(refused) is (needs_second and moderator == auditor)


def test_a_first_grade_that_does_not_fit_the_moderated_one_is_what_is_said_to_be_wrong():
    scale = SimpleNamespace(title="Four point", from_date=DAY, to_date=None)
    other = SimpleNamespace(title="Three point", from_date=DAY, to_date=None)
    good = SimpleNamespace(label="Good", scale_id=1, scale=scale)
    met = SimpleNamespace(label="Met", scale_id=2, scale=other)
    told = dict.fromkeys(("team", "shared_on", "recorded_on", "own_team", "auditor_team"))
    told |= {"audited_on": DAY, "moderated_grade": good}
    for first, refused in ((good, False), (met, True), (None, True)):
        found = case_audits.faults_beside_moderation({**told, "first_grade": first})
        faults = {field: sentence for field, sentence in found if sentence}
        assert set(faults) == ({"first_grade"} if refused else set())
        assert not refused or "“Good” of “Four point”" in faults["first_grade"]
