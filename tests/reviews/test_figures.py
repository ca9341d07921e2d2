"""Every figure of reviews reckoned twice: by the query, and by hand over every edge date."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.figures.figure import WHOLE, FigureRequest, Mark
from assurance.reviews import figures
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.rules import findings
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make.findings import finding, review, theme

pytestmark = pytest.mark.django_db

PERIOD = When(date(2017, 1, 1), date(2017, 6, 30))
ONE = timedelta(days=1)
STARTS = (PERIOD.start - ONE, PERIOD.start, PERIOD.start + ONE)
ENDS = (PERIOD.end - ONE, PERIOD.end, PERIOD.end + ONE)
BY_KEY = {figure.key: figure for figure in figures.FIGURES}
THEMES = ("help", "care")


def asked(when=PERIOD, council=None, **said):
    """The usual council's question."""
    return FigureRequest(council or make_council(), when, **said)


def counts(key, when=PERIOD):
    """Member → count, or None where nothing is returned."""
    reading = BY_KEY[key].reckon(asked(when))
    return reading and {member: tally.count for member, tally in reading.members.items()}


def withdrawal(day):
    """The fields of a record that was withdrawn on `day`."""
    return {"withdrawn_on": day, "withdrawn_by": officer(), "withdrawn_because": "Twice"}


# Published on an edge, what it states, and of which kinds it lists findings.
STATES = (None, 0, 5)
LISTS = ((), ("strength",), ("area",), ("strength", "area"))


def crowd(silent):
    """Adds a review for every edge date, stated total and list: those that say nothing at all if
    `silent`, else all others; gives every review there is."""
    gone = withdrawal(PERIOD.end)
    dates = (None, *STARTS, *ENDS)
    for number, (day, stated, kinds) in enumerate(product(dates, STATES, LISTS)):
        if (stated is None and not kinds) is not silent:
            continue
        own = gone if number % 7 == 0 else {}
        of = review(published_on=day, stated_strengths=stated, stated_recommendations=1, **own)
        under = [theme(of, title=title) for title in THEMES]
        for place, kind in enumerate(kinds):
            for one in range(3):
                lost = gone if one == 2 and number % 2 else {}
                themes = (under[(number + place) % 2], None)
                finding(review=of, kind=kind, theme=themes[one % 2], **lost)
    return list(Review.objects.prefetch_related("findings__theme", "findings__review"))


def by_hand(reviews, name, when):
    """Member → count of the total and under each theme, reckoned review by review; None where
    nothing may be said."""
    total, themed, apart, held = 0, {}, 0, False
    for one in reviews:
        if not findings.published_in(one, when):
            continue
        held = True
        listed = [row for row in one.findings.all() if findings.listed(row)]
        of_kind = [row for row in listed if row.kind == findings.TOTALS[name]]
        stated = getattr(one, f"stated_{name}")
        if not listed and stated is None:
            return None
        if not of_kind and stated is not None:
            total, apart = total + stated, apart + stated
            continue
        total += len(of_kind)
        themed = dict.fromkeys(THEMES, 0) | themed
        for row in of_kind:
            if row.theme:
                themed[row.theme.slug] += 1
            else:
                apart += 1
    return (total, themed, apart) if held else None


def test_the_queries_agree_with_the_rules_on_every_edge():
    days = (*STARTS, *ENDS)
    check_edges(crowd(silent=False), [pair for pair in product(days, days) if pair[0] <= pair[1]])
    check_rows()
    check_edges(crowd(silent=True), list(product(STARTS, ENDS)))


def check_edges(reviews, periods):
    """Every figure of every period between two edges."""
    for name, (start, end) in product(findings.TOTALS, periods):
        when = When(start, end)
        found = by_hand(reviews, name, when)
        whole, split = counts(f"reviews.{name}", when), counts(f"reviews.{name}_by_theme", when)
        if found is None:
            assert (whole, split) == (None, None)
            continue
        total, themed, apart = found
        assert whole == {WHOLE: total}
        if not themed:
            assert split is None
            continue
        assert {slug: split[slug] for slug in themed} == themed
        assert split.get("not_broken_down", 0) == apart
        assert sum(split.values()) == total
    for kind in ("strength", "area"):
        rows = [row for one in reviews for row in one.findings.all()]
        by_rule = {row for row in rows if findings.listed(row) and row.kind == kind}
        assert set(Finding.objects.of_kind(kind)) == by_rule


def check_rows():
    """The rows behind each count are named."""
    review(published_on=PERIOD.start, title="Peer review", stated_strengths=5)
    for key in ("reviews.strengths", "reviews.strengths_by_theme"):
        for tally in BY_KEY[key].reckon(asked()).members.values():
            rows = list(tally.rows())
            listed = [row for row in rows if row.startswith("finding:")]
            stated = [row for row in rows if row.startswith("review:")]
            assert len(listed) <= tally.count
            assert len(rows) == len(listed) + len(stated)


def test_a_list_stands_before_the_stated_total_and_the_source_says_which_was_counted():
    of = review(published_on=PERIOD.start, title="Inspection", stated_strengths=63)
    finding(review=of, kind="strength")
    review(published_on=PERIOD.start, title="Peer review", stated_strengths=5)
    reading = BY_KEY["reviews.strengths"].reckon(asked())
    assert reading.members[WHOLE].count == 1 + 5
    assert reading.source == "findings recorded here, and totals stated by Peer review"


def test_nothing_is_guessed_of_a_review_that_neither_lists_nor_states_anything():
    finding(review=review(published_on=PERIOD.start), kind="strength")
    assert counts("reviews.areas_for_development") == {WHOLE: 0}
    silent = review(published_on=PERIOD.end)
    assert counts("reviews.areas_for_development") is None
    assert BY_KEY["reviews.strengths"].measure(asked())[WHOLE].mark is Mark.NOT_RETURNED
    Review.objects.filter(pk=silent.pk).update(stated_strengths=0)
    assert counts("reviews.strengths") == {WHOLE: 1}
    assert counts("reviews.areas_for_development") is None


def test_a_period_in_which_no_report_came_out_is_not_returned():
    finding(review=review(published_on=PERIOD.end + ONE))
    finding(review=review(published_on=None))
    assert [counts(key) for key in BY_KEY] == [None] * len(BY_KEY)


def test_findings_without_any_theme_are_a_total_and_no_split():
    finding(review=review(published_on=PERIOD.start), kind="strength")
    assert counts("reviews.strengths") == {WHOLE: 1}
    assert counts("reviews.strengths_by_theme") is None


def test_a_theme_of_which_nothing_was_found_is_nought():
    of = review(published_on=PERIOD.start)
    finding(review=of, kind="strength", theme=theme(of, title="Care"))
    theme(of, title="Help")
    assert counts("reviews.strengths_by_theme") == {"care": 1, "help": 0}
    assert counts("reviews.recommendations_by_theme") == {"care": 0, "help": 0}


def test_how_a_stated_total_falls_on_its_themes_is_not_guessed():
    of = review(published_on=PERIOD.start, stated_strengths=5)
    theme(of, title="Care")
    assert counts("reviews.strengths_by_theme") is None
    other = review(published_on=PERIOD.start)
    finding(review=other, kind="strength", theme=theme(other, title="Help"))
    reading = BY_KEY["reviews.strengths_by_theme"].reckon(asked())
    assert {member: tally.count for member, tally in reading.members.items()} == {
        "help": 1,
        "not_broken_down": 5,
    }
    assert reading.labels == {"help": "Help", "not_broken_down": "Not broken down by theme"}


def test_kinds_of_finding_have_words():
    assert set(findings.TOTALS.values()) | set(findings.ASKING) <= {
        kind for kind, _ in Finding.KINDS
    }
