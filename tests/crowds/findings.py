"""Reviews published on every edge or not at all, which list, state, do both or say nothing of each
kind of finding; some of them, and some of their findings, withdrawn."""

from datetime import date
from itertools import product

from assurance.reviews.models.findings import Finding, Review, Theme
from assurance.reviews.models.met_groups import MetGroup
from tests.crowds.days import HALF_YEAR, LEAP, LONG_AGO, around, withdrawn
from tests.make.findings import outcomes

PUBLISHED = (None, *around(HALF_YEAR), *around(LEAP))
# The kinds that a review lists; each twice under a theme, once under another, once under none.
LISTED = (("strength",), ("area", "remark"), ("strength", "area", "recommendation"), ("top_tip",))
STATED = ((None, None, None), (7, 0, None), (3, 4, 5))
# A review that only states, one that says nothing: each has a day of its own.
STATES_ONLY, SILENT = date(2014, 2, 1), date(2014, 7, 1)
POINTS = ("120", "over 45", "", "about 30")
GROUPS = ("Foster carers", "foster  Carers", "Young people")
COMPARED = ("Judgements so far", "Inspected – all")
JUDGED = (
    (("Good", 39), ("Inadequate", 35)),
    (("Good", 41), ("Not yet  judged", 0), ("not yet judged", 3)),
    (("Outstanding", 2),),
)
THEMES = ("help", "care", "leadership")


def build(council, by, every):
    """One review in `every` of the product with its findings, and the two."""
    combined = product(PUBLISHED, LISTED, STATED, (False, True))
    for number, (day, kinds, stated, out) in enumerate(combined):
        if number % every == 0:
            row = _review(council, f"review-{number}", day, stated, withdrawn(by) if out else {})
            _findings(row, kinds, by)
    _link(council)
    _met(council, by)
    _compare(council, by)
    _review(council, "states-only", STATES_ONLY, STATED[2])
    _review(council, "silent", SILENT, STATED[0])
    gone = _review(council, "all-withdrawn", STATES_ONLY, STATED[2])
    Finding.objects.create(
        review=gone, kind="strength", number=1, text="Confidential", council=council,
        created_on=LONG_AGO, **withdrawn(by),
    )  # fmt: skip


def _met(council, by):
    """Groups whose spelling differs, met on an edge or on no known day, with a number or none."""
    reviews = Review.objects.filter(council=council).order_by("pk")
    days = (*around(HALF_YEAR), None, *around(LEAP))
    MetGroup.objects.bulk_create(
        MetGroup(
            council=council,
            review=review,
            group=GROUPS[number % 3],
            number=None if number == 8 else (3, 14)[number % 2],
            met_on=days[number % 7],
            created_on=LONG_AGO,
            **(withdrawn(by) if number % 11 == 10 else {}),
        )
        for number, review in enumerate(review for review in reviews for _ in range(2))
    )


def _compare(council, by):
    """Comparisons of two titles on edge days, of reviews that stand and do not, some withdrawn,
    one with two categories that are quoted alike."""
    reviews = Review.objects.filter(council=council).order_by("pk")
    days = (*around(HALF_YEAR), *around(LEAP))
    for number, review in enumerate(review for review in reviews for _ in range(2)):
        title, more = COMPARED[number % 2], withdrawn(by) if number % 7 == 6 else {}
        counts = JUDGED[number % 3]
        outcomes(review, counts, title=title, as_at=days[number % len(days)], **more)


def _link(council):
    """Every third finding says what one of an earlier review did, withdrawn ones too."""
    rows = list(Finding.objects.filter(council=council).order_by("pk"))
    for number, row in enumerate(rows[8::3]):
        row.said_before = rows[number * 2 % 8] if number % 2 else rows[number * 3]
    Finding.objects.bulk_update(rows[8::3], ["said_before"])


def _review(council, slug, day, stated, out=None):
    row = Review.objects.create(
        council=council,
        slug=slug,
        kind="peer_review",
        title=f"Letter {slug}",
        body="Inspectors" if len(slug) % 2 else "Peers",
        stated_points=POINTS[len(slug) % 3 + (day or LONG_AGO).day % 2],
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
