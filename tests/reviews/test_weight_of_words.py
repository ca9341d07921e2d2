"""When two findings are alike enough to be suggested, and what may be linked: case by case."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest

from assurance.records.history import HistoryEntry
from assurance.reviews.models.findings import Finding
from assurance.reviews.rules import repeated_findings
from tests.cast import make_council, officer
from tests.make.findings import finding, review, theme

DAY, ONE = date(2016, 11, 14), timedelta(days=1)
GONE = {"withdrawn_on": DAY, "withdrawn_because": "Entered twice"}


def told(pk, text="", day=DAY, **said):
    """What the rules ask of a finding."""
    of = SimpleNamespace(started_on=day, withdrawn_on=None, title=f"{day.year}", body=f"{day.year}")
    usual = {"kind": "area", "theme": None, "said_before_id": None, "withdrawn_on": None}
    return SimpleNamespace(**{"pk": pk, "text": text, "review": of, **usual, **said})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Visits are late.", {"visit", "late"}),
        ("PLANS, plans and a plan", {"plan"}),
        ("Do it now", set()),
        ("Within the council's services", set()),
        ("well-run homes", {"home"}),
        ("re-check 2016 checks", {"check"}),
        ("", set()),
    ],
)
def test_words_of_weight_have_four_letters_and_say_something(text, words):
    assert repeated_findings.words_of(text) == words


def test_what_has_no_weight_weighs_nothing_in_any_number_or_case():
    for word in repeated_findings.WEIGHTLESS:
        assert not repeated_findings.words_of(f"{word} {word.upper()}s")


def test_likeness_is_three_words_and_two_fifths_of_the_shorter_for_every_size():
    for shared, more, longer in product(range(6), range(9), range(9)):
        common = {f"c{one}" for one in range(shared)}
        first = common | {f"a{one}" for one in range(more)}
        second = common | {f"b{one}" for one in range(longer)}
        all_shared = shared > 0 and more == longer == 0
        enough = all_shared or (shared >= 3 and shared / min(shared + more, shared + longer) >= 0.4)
        assert (
            repeated_findings.alike(first, second)
            is repeated_findings.alike(second, first)
            is enough
        )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, True),
        ("Care", None, True),
        (None, "Care", True),
        ("Care", "CARE", True),
        ("Care", "Care leavers", False),
    ],
)
def test_themes_are_the_same_by_title_or_where_one_is_missing(one, other, same):
    titled = [title and SimpleNamespace(title=title) for title in (one, other)]
    rows = [told(pk, theme=of) for pk, of in enumerate(titled)]
    assert repeated_findings.same_theme(*rows) is same


def test_the_most_words_in_common_come_first_and_then_the_one_kept_first():
    own = told(9, "Supervision records plans visits owners", DAY)
    earlier = [
        told(3, "Supervision records plans"),
        told(2, "Supervision records plans visits owners"),
        told(1, "Supervision records plans"),
        told(4, "Supervision records"),
        told(5, "Supervision records plans visits", kind="recommendation"),
        told(6, "Supervision records plans visits", kind="quotation"),
    ]
    assert [one.pk for one in repeated_findings.suggested(own, earlier)] == [2, 5, 1, 3]
    assert repeated_findings.suggested(own, []) == []


@pytest.mark.parametrize(
    ("earlier", "sentence"),
    [
        (None, None),
        (told(1, day=DAY - ONE), None),
        (told(1, day=DAY), "“2016” did not begin before “2016”: choose a finding of an earlier"),
        (told(1, day=DAY + ONE), "did not begin before"),
        (told(1, day=DAY - ONE, withdrawn_on=DAY), "was withdrawn: choose another one"),
    ],
)
def test_what_was_said_before_began_at_least_a_day_before_and_stands(earlier, sentence):
    said = repeated_findings.why_not_before(told(2), earlier)
    assert said is None if sentence is None else sentence in said


def test_an_earlier_finding_of_a_withdrawn_review_is_refused():
    earlier = told(1, day=DAY - ONE)
    earlier.review.withdrawn_on = DAY
    assert "was withdrawn" in repeated_findings.why_not_before(told(2), earlier)


def test_a_chain_names_each_body_once_and_ends_where_a_link_was_withdrawn():
    years = [date(2010, 1, 1), date(2012, 1, 1), date(2014, 1, 1), date(2016, 1, 1)]
    rows = [told(pk, day=day, said_before_id=pk - 1 or None) for pk, day in enumerate(years, 1)]
    rows[2].review.body = "2010"
    by_key = {one.pk: one for one in rows}
    whole = repeated_findings.chain_of(rows[3], by_key)
    assert [one.pk for one in whole.findings] == [4, 3, 2, 1]
    assert (whole.newest.pk, whole.first.pk, whole.bodies) == (4, 1, ["2010", "2012", "2016"])
    del by_key[2]
    assert [one.pk for one in repeated_findings.chain_of(rows[3], by_key).findings] == [4, 3]
    assert [
        [one.pk for one in chain.findings]
        for chain in repeated_findings.chains(list(by_key.values()))
    ] == [[4, 3]]
    assert repeated_findings.chains(rows[:1]) == []


@pytest.fixture
def earlier():
    """Reviews of one day after another, the first before the one that asks, each with a finding."""
    by = {**GONE, "withdrawn_by": officer()}
    made = {
        "before": finding(review=review(started_on=DAY - ONE)),
        "same day": finding(review=review(started_on=DAY)),
        "after": finding(review=review(started_on=DAY + ONE)),
        "gone": finding(review=review(started_on=DAY - ONE), **by),
        "of a gone review": finding(review=review(started_on=DAY - ONE, **by)),
        "theirs": finding(review=review(council=make_council("elsewhere"), started_on=DAY - ONE)),
    }
    return made


@pytest.mark.django_db
def test_what_may_be_linked_is_our_own_of_an_earlier_review_that_stands(earlier):
    asks = earlier["same day"]
    assert list(Finding.objects.all().before(asks)) == [earlier["before"]]
    assert list(Finding.objects.all().before(earlier["after"])) == [earlier["before"], asks]
    own = Finding.objects.of(make_council()).told_whole()
    assert list(own) == [earlier[name] for name in ("before", "same day", "after")]


@pytest.mark.django_db
def test_a_page_cannot_link_what_the_rules_refuse(earlier, signed_in):
    asks = earlier["same day"]
    here = f"/reviews/findings/{asks.pk}/said-before/"
    for name in ("after", "gone", "of a gone review", "theirs", "same day"):
        answer = signed_in.post(here, {"said_before": earlier[name].pk, "version": 1})
        assert answer.status_code == 200, name
    assert not HistoryEntry.objects.exists()
    signed_in.post(here, {"said_before": earlier["before"].pk, "version": 1})
    asks.refresh_from_db()
    assert asks.said_before == earlier["before"]


@pytest.mark.django_db
def test_findings_are_told_by_theme_kind_and_words():
    of = review()
    finding(theme=theme(of, "Care"), kind="strength", text="Good homes")
    finding(review=of, text="Late visits")
    assert sorted(of.findings.all().as_told()) == [
        ("", "area", "Late visits"),
        ("Care", "strength", "Good homes"),
    ]
