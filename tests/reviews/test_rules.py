"""What may be recorded of a review and its findings, on, before and after every day that matters,
and what its lists say.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product

import pytest

from assurance.reviews.rules import findings
from assurance.runtime.periods import When
from tests.sweeping import swept

DAY = date(2016, 12, 8)
ONE = timedelta(days=1)
BEFORE, AFTER = DAY - ONE, DAY + ONE
EDGES = (BEFORE, DAY, AFTER)
GRADES = ["Outstanding", "Good"]


@dataclass(frozen=True)
class Framework:
    """A framework as the rules see it."""

    from_date: date = DAY
    to_date: date | None = DAY
    kind: str = "inspection"
    title: str = "The framework"
    grades: list = field(default_factory=lambda: GRADES)


@dataclass(frozen=True)
class Review:
    """A review as the rules see it."""

    pk: int = 1
    withdrawn_on: date | None = None
    published_on: date | None = DAY


@dataclass(frozen=True)
class Theme:
    """A theme as the rules see it."""

    pk: int = 7
    review_id: int = 1
    title: str = "Help and protection"


@dataclass(frozen=True)
class Finding:
    """A finding as the rules see it."""

    review: Review = Review()
    withdrawn_on: date | None = None
    kind: str = "area"
    theme_id: int | None = None


def said(**own):
    """A review without a fault, but for `own`."""
    usual = dict.fromkeys(findings.WEIGHED) | {"kind": "inspection", "grade": ""}
    return {**usual, "started_on": DAY, "ended_on": DAY, **own}


def test_a_follow_up_comes_no_sooner_than_the_reviews_end():
    assert findings.why_not_follow_up(DAY, DAY) is None
    assert findings.why_not_follow_up(DAY, AFTER) is None
    assert "8 December 2016" in findings.why_not_follow_up(DAY, BEFORE)


@pytest.mark.parametrize(
    ("from_date", "to_date", "holds"),
    [
        (DAY, DAY, True),
        (BEFORE, AFTER, True),
        (DAY, None, True),
        (AFTER, None, False),
        (BEFORE, BEFORE, False),
    ],
)
def test_a_framework_holds_from_its_first_day_to_its_last(from_date, to_date, holds):
    framework = Framework(from_date, to_date)
    assert (findings.why_not_framework(framework, "inspection", DAY) is None) is holds


def test_a_framework_fits_its_kind_of_review():
    assert "another kind" in findings.why_not_framework(Framework(), "peer_review", DAY)
    assert findings.why_not_framework(Framework(), "", None) is None
    assert findings.why_not_framework(None, "peer_review", DAY) is None


def test_a_grade_is_one_of_the_frameworks():
    assert findings.why_not_grade(Framework(), "Good") is None
    assert findings.why_not_grade(Framework(), "") is None
    assert findings.why_not_grade(None, "Adequate") is None
    assert "it has Outstanding, Good" in findings.why_not_grade(Framework(), "Adequate")
    assert "gives no grade" in findings.why_not_grade(Framework(grades=[]), "Good")


def test_every_fault_of_a_review_is_named_at_its_field():
    early = dict.fromkeys(("published_on", "response_received_on", "follow_up_on"), BEFORE - ONE)
    wrong = said(
        framework=Framework(kind="peer_review"),
        grade="Adequate",
        ended_on=BEFORE,
        response_due_on=BEFORE - 2 * ONE,
        response_sent_on=BEFORE - 2 * ONE,
        no_reply_because="It was a visit.",
        followed_up_on=BEFORE - ONE,
        **early,
    )
    assert {name for name, _ in findings.faults(wrong)} == {*findings.WEIGHED} - {
        "kind",
        "started_on",
    }
    assert findings.faults(said()) == []


@swept(product((None, *EDGES), repeat=5))
def test_a_review_without_faults_has_its_days_in_order(ended_on, published_on, received_on, *reply):
    due_on, sent_on = reply
    report = {"published_on": published_on, "response_received_on": received_on}
    answer = {"response_due_on": due_on, "response_sent_on": sent_on}
    found = findings.faults(said(ended_on=ended_on, **report, **answer))
    came = [day for day in (published_on, received_on) if day]
    pairs = [(DAY, ended_on), *((ended_on, day) for day in came)]
    pairs += [(min(came), day) for day in reply if came]
    assert (found == []) is all(first <= last for first, last in pairs if first and last)


def test_a_theme_is_one_of_the_review():
    assert findings.why_not_theme(None, Review()) is None
    assert findings.why_not_theme(Theme(), Review()) is None
    assert "another review" in findings.why_not_theme(Theme(review_id=2), Review())


def test_one_of_many_findings_has_a_known_kind_words_and_a_theme_of_the_review():
    kinds = ("area",)
    assert findings.why_not_row(Theme(), "area", "Words", Review(), kinds) is None
    assert "not a kind" in findings.why_not_row(None, "praise", "Words", Review(), kinds)
    assert "its words" in findings.why_not_row(None, "area", "  ", Review(), kinds)
    theirs = Theme(review_id=2)
    assert "another review" in findings.why_not_row(theirs, "area", "Words", Review(), kinds)


def test_a_number_that_is_taken_says_by_what():
    assert findings.why_not_number(1, None) is None
    assert findings.why_not_number(None, None) is None
    assert "1 or more" in findings.why_not_number(0, None)
    assert "kept already" in findings.why_not_number(1, Finding())
    assert "withdrawn on 9 December 2016" in findings.why_not_number(1, Finding(withdrawn_on=AFTER))


@pytest.mark.parametrize(
    ("kind", "because", "role", "field"),
    [
        ("area", "", "", None),
        ("area", "Done before the report", "Director", None),
        ("recommendation", "Done before the report", "", "decider"),
        ("priority", "", "Director", "no_action_because"),
        ("strength", "Nothing to do", "Director", "no_action_because"),
        ("strength", "", "", None),
    ],
)
def test_a_reason_for_no_action_has_its_role_and_a_finding_that_asks(kind, because, role, field):
    assert [name for name, _ in findings.faults_of_finding(kind, because, role)] == (
        [field] if field else []
    )


@pytest.mark.parametrize(
    ("stated", "listed", "agree", "sentence"),
    [
        (None, 3, True, "No total is stated"),
        (3, 3, True, "They agree"),
        (0, 0, True, "They agree"),
        (3, 0, False, "figures count the stated total"),
        (3, 2, False, "1 more stated than listed"),
        (2, 3, False, "1 more listed than stated"),
    ],
)
def test_a_stated_total_is_compared_with_those_listed(stated, listed, agree, sentence):
    none, three = dict.fromkeys(findings.COMPARED), dict.fromkeys(findings.COMPARED, 3)
    told = findings.compared({**none, "strengths": stated}, {**three, "strengths": listed})
    assert [one["name"] for one in told] == list(findings.COMPARED)
    assert (told[0]["stated"], told[0]["listed"], told[0]["agree"]) == (stated, listed, agree)
    assert sentence in told[0]["sentence"]


def test_findings_stand_under_their_theme_and_kind_and_those_without_a_theme_last():
    first, second = Theme(pk=1), Theme(pk=2)
    one, two, three = Finding(theme_id=2), Finding(kind="strength", theme_id=2), Finding()
    kinds = [("strength", "Strength"), ("area", "Area")]
    assert findings.grouped([first, second], [one, two, three], kinds) == [
        (first, []),
        (second, [("Strength", [two]), ("Area", [one])]),
        (None, [("Area", [three])]),
    ]
    assert findings.grouped([], [], kinds) == []


def test_a_finding_is_listed_while_it_and_its_review_stand():
    for own, of_review in product((None, DAY), (None, DAY)):
        finding = Finding(Review(withdrawn_on=of_review), own)
        assert findings.listed(finding) is (own is None and of_review is None)
        assert findings.asks_for_an_answer(finding) is findings.listed(finding)
    for kind in ("area", "recommendation", "priority", "strength"):
        assert findings.asks_for_an_answer(Finding(kind=kind)) is (kind != "strength")


def test_a_review_belongs_to_the_period_that_holds_the_day_of_its_report():
    for start, end in ((BEFORE, AFTER), (DAY, DAY), (AFTER, AFTER), (BEFORE, BEFORE)):
        within = start <= DAY <= end
        assert findings.published_in(Review(), When(start, end)) is within
    assert not findings.published_in(Review(published_on=None), When(DAY, DAY))
    assert not findings.published_in(Review(withdrawn_on=DAY), When(DAY, DAY))
