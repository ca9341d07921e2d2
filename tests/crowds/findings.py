"""Reviews published on every edge or not at all, which list, state, do both or say nothing of each
kind of finding; some of them, and some of their findings, withdrawn."""

from datetime import date
from itertools import product

from assurance.findings.models import Finding, Review, Theme
from tests.crowds.days import HALF_YEAR, LEAP, LONG_AGO, around, withdrawn

PUBLISHED = (None, *around(HALF_YEAR), *around(LEAP))
# The kinds that a review lists; each twice under a theme, once under another, once under none.
LISTED = (("strength",), ("area", "remark"), ("strength", "area", "recommendation"), ("top_tip",))
STATED = ((None, None, None), (7, 0, None), (3, 4, 5))
# A review that only states, one that says nothing: each has a day of its own.
STATES_ONLY, SILENT = date(2014, 2, 1), date(2014, 7, 1)
THEMES = ("help", "care", "leadership")


def build(council, by, every):
    """One review in `every` of the product with its findings, and the two."""
    combined = product(PUBLISHED, LISTED, STATED, (False, True))
    for number, (day, kinds, stated, out) in enumerate(combined):
        if number % every == 0:
            row = _review(council, f"review-{number}", day, stated, withdrawn(by) if out else {})
            _findings(row, kinds, by)
    _review(council, "states-only", STATES_ONLY, STATED[2])
    _review(council, "silent", SILENT, STATED[0])
    gone = _review(council, "all-withdrawn", STATES_ONLY, STATED[2])
    Finding.objects.create(
        review=gone, kind="strength", number=1, text="Confidential", council=council,
        created_on=LONG_AGO, **withdrawn(by),
    )  # fmt: skip


def _review(council, slug, day, stated, out=None):
    row = Review.objects.create(
        council=council,
        slug=slug,
        kind="peer_review",
        title=f"Letter {slug}",
        body="Peers",
        started_on=LONG_AGO,
        ended_on=LONG_AGO,
        published_on=day,
        stated_strengths=stated[0],
        stated_areas_for_development=stated[1],
        stated_recommendations=stated[2],
        created_on=LONG_AGO,
        **(out or {}),
    )
    Theme.objects.bulk_create(
        Theme(review=row, order=order, slug=theme, title=theme.capitalize())
        for order, theme in enumerate(THEMES, 1)
    )
    return row


def _findings(review, kinds, by):
    themes = list(review.themes.order_by("order"))
    places = ((themes[0], False), (themes[0], False), (themes[1], False), (None, False))
    places += ((themes[0], True), (None, True))
    Finding.objects.bulk_create(
        Finding(
            council=review.council,
            review=review,
            theme=theme,
            kind=kind,
            number=number,
            text="Confidential",
            created_on=LONG_AGO,
            **(withdrawn(by) if out else {}),
        )
        for kind in kinds
        for number, (theme, out) in enumerate(places, 1)
    )
