"""Findings as a file: what a letter's tables list, a row for each finding.

A finding without a number is the one of its kind with the same words, else the next; several new
ones are numbered by their places in the report and then by their words, so that the order of the
rows never matters.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.text import slugify

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.themes import Theme
from assurance.reviews.rules import findings as rules
from assurance.runtime.digits import whole
from assurance.tables.cells import Choice, Text, Whole
from assurance.tables.clean import plain

OTHER_KINDS = {
    "strength": ("Strength", "strengths", "good practice", "what works well"),
    "area": ("Area for development", "area", "area for improvement", "area to consider"),
    "recommendation": ("Recommendation", "recommendations"),
    "top_tip": ("Top tip", "tip"),
    "priority": ("Agreed priority", "priority"),
    "line_of_enquiry": ("Line of enquiry", "enquiry"),
    "remark": ("Remark", "comment"),
    "quotation": ("Quotation", "quote"),
}
KIND = Choice({kind: OTHER_KINDS.get(kind, (words,)) for kind, words in Finding.KINDS})
MANNER = Choice(
    {"published": ("Published", "in the letter"), "oral": ("Said, not published", "said", "oral")}
)
# What a row may say of a finding that stands for itself, without being looked up.
SAID = ("text", "place", "manner", "said_by_role", "no_action_because", "no_action_role")


@dataclass
class ReviewIndex:
    """Reviews by their plain title or slug, and what they hold: themes by (review, plain title),
    findings by (review, kind, number), the numbers of findings by (review, kind, plain words),
    those that the file gives, and the place and title of each theme that is new."""

    reviews: dict[str, Review] = field(default_factory=dict)
    themes: dict[tuple, Theme] = field(default_factory=dict)
    findings: dict[tuple, Finding] = field(default_factory=dict)
    numbers: dict[tuple, int] = field(default_factory=dict)
    given: dict[tuple, int] = field(default_factory=dict)
    orders: dict[tuple, int] = field(default_factory=dict)


def prepare(council: Council, rows: Sequence[Values]) -> ReviewIndex:
    """What `council` holds that `rows` speak of, and the numbers of what is new."""
    held = ReviewIndex()
    # One that stands comes before a withdrawn one of its name, and the first before others.
    for review in sorted(
        Review.objects.of(council), key=lambda one: (not one.is_withdrawn, -one.pk)
    ):
        held.reviews |= {plain(review.slug): review, plain(review.title): review}
    spoken = {review.pk for row in rows if (review := _review(row, held))}
    for theme in Theme.objects.filter(review__in=spoken):
        held.themes[theme.review_id, plain(theme.title)] = theme
    for finding in Finding.objects.of(council).filter(review__in=spoken).order_by("-number"):
        held.findings[finding.review_id, finding.kind, finding.number] = finding
        if not finding.is_withdrawn:
            words = plain(finding.text)
            held.numbers[finding.review_id, finding.kind, words] = finding.number
    _number_themes(held, rows)
    _number_findings(held, rows)
    return held


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: a review that nobody knows, and the rules of a typed finding."""
    held = reading.held
    review = _review(values, held)
    if review is None:
        yield Fault("review", "There is no review of this title", _titles(held))
        return
    if review.is_withdrawn:
        yield Fault("review", "This review was withdrawn", "Bring it in for another review.")
        return
    taken = held.findings.get(_key(values, held))
    if taken is not None and taken.is_withdrawn:
        yield Fault("number", rules.why_not_number(taken.number, taken), "")
    if values.get("theme") and not slugify(values.get("theme")):
        yield Fault("theme", rules.why_not_name("theme of this review", "", False), "")
    stands = {name: values.get(name) or getattr(taken, name, "") for name in SAID}
    because = stands["no_action_because"], stands["no_action_role"]
    for name, sentence in rules.faults_of_finding(values["kind"], *because):
        yield Fault(name, sentence)
    unsaid = rules.why_not_unsaid(values["kind"], stands["manner"], stands["said_by_role"])
    if unsaid:
        yield Fault("said_by_role", unsaid)


def wanted(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The finding of a row, by its number, under its theme."""
    held = reading.held
    _, kind, number = _key(values, held)
    said = {name: values.get(name) for name in SAID}
    if values.get("theme"):
        said["theme"] = _theme(values.get("theme"), _review(values, held), held)
    identity = {"review": _review(values, held), "kind": kind, "number": number}
    yield TargetRow(Finding, identity, said)


def warnings(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[str]:
    """The themes that a review does not have yet, and would have."""
    new = {
        (review.title, values.get("theme"))
        for _, values in rows
        if values.get("theme") and (review := _review(values, reading.held))
        if (review.pk, plain(values.get("theme"))) not in reading.held.themes
    }
    if new:
        told = ", ".join(f"“{theme}” of {review}" for review, theme in sorted(new))
        yield f"Themes that would be added: {told}."


def _review(values, held):
    return held.reviews.get(plain(values.get("review") or ""))


def _theme(title, review, held):
    if known := held.themes.get((review.pk, plain(title))):
        return known
    # Its place goes with its title: one new theme is one, however its rows write it.
    order, said = held.orders[review.pk, plain(title)]
    slug = slugify(said)[:60]
    return TargetRow(Theme, {"review": review, "slug": slug}, {"title": said, "order": order})


def _key(values, held):
    review, kind = _review(values, held), values.get("kind")
    number = values.get("number") or held.numbers.get((review.pk, kind, plain(values.get("text"))))
    return review.pk, kind, number


def _number_themes(held, rows):
    new = defaultdict(dict)
    for row in rows:
        review = _review(row, held)
        if review and row.get("theme") and (review.pk, plain(row.get("theme"))) not in held.themes:
            told = (_place(row), row.get("theme"))
            known = new[review.pk].get(plain(row.get("theme")), told)
            new[review.pk][plain(row.get("theme"))] = min(told, known)
    for review, themes in new.items():
        orders = [one.order for (of, _), one in held.themes.items() if of == review]
        ordered = sorted(themes.items(), key=lambda one: one[1])
        for order, (words, (_, title)) in enumerate(ordered, max(orders, default=0) + 1):
            held.orders[review, words] = (order, title)


def _number_findings(held, rows):
    told = [row for row in rows if _review(row, held) and row.get("kind") and row.get("text")]
    for row in sorted(told, key=lambda row: row.get("number") or 0, reverse=True):
        # The same words with a number and without are one finding.
        if row.get("number"):
            held.given[*_of(row, held), plain(row.get("text"))] = row.get("number")
    # What the file gives goes first, so that bringing it in again reads it as before.
    held.numbers |= held.given
    new = defaultdict(dict)
    for row in told:
        of, words = _of(row, held), plain(row.get("text"))
        if not row.get("number") and (*of, words) not in held.numbers:
            new[of][words] = min((_place(row), words), new[of].get(words, (_place(row), words)))
    for of, places in new.items():
        known = [*held.findings, *((*one[:2], number) for one, number in held.given.items())]
        first = max((number for *one, number in known if tuple(one) == of), default=0) + 1
        for number, words in enumerate(sorted(places, key=places.get), first):
            held.numbers[*of, words] = number


def standing(council: Council) -> Iterator[Values]:
    """A row for each finding that stands in a review that stands, in the order of its review."""
    named = Review.objects.of(council).names()
    findings = Finding.objects.of(council).listed().select_related("review", "theme")
    for one in findings.order_by("review", "kind", "number").iterator(chunk_size=500):
        told = {name: getattr(one, name) for name in (*SAID, "kind", "number")}
        yield {**told, "review": named[one.review_id], "theme": one.theme and one.theme.title}


def _of(row, held):
    return _review(row, held).pk, row.get("kind")


def _place(row):
    """A place in the report as it sorts: paragraph 9 before paragraph 12, none last."""
    parts = re.split(r"(\d+)", (row.get("place") or "").casefold())
    return (
        not row.get("place"),
        [(0, one) if (number := whole(one)) is None else (number, "") for one in parts],
    )


def _titles(held):
    titles = sorted({one.title for one in held.reviews.values() if not one.is_withdrawn})
    listed = ", ".join(f"“{one}”" for one in titles[:12])
    return f"Write one of {listed}." if titles else "Add the review first."


FINDINGS = Sheet(
    key="findings",
    title="Findings of inspections and reviews",
    about="Strengths, areas for development, recommendations and the like, as the letter of an "
    "inspection or peer review lists them. The review is entered first.",
    permission=Permission.RECORD_REVIEWS,
    columns=(
        Column(
            "review",
            "Review",
            Text(160),
            "Inspection of children's services, 2016",
            also=("inspection", "review title", "title of the review"),
            required=True,
            filled=True,
        ),
        Column("kind", "Kind", KIND, "Recommendation", also=("type",), required=True, filled=True),
        Column("number", "Number", Whole(1, 10_000), "3", also=("no", "number of the finding")),
        Column(
            "text",
            "What was found",
            Text(5000, lines=True),
            "Give every plan the day by which each step is to be done.",
            also=("finding", "text", "wording"),
            required=True,
            filled=True,
        ),
        Column("theme", "Theme", Text(200), "Help and protection", also=("judgement area",)),
        Column(
            "place",
            "Place in the report",
            Text(rules.LONGEST_PLACE),
            "Paragraph 12",
            also=("place", "paragraph", "page"),
        ),
        Column("manner", "How it was said", MANNER, "Published", also=("manner",)),
        Column("said_by_role", "Role of whoever said it", Text(120), also=("said by",)),
        Column("no_action_because", "Why there is no action", Text(200), also=("no action",)),
        Column("no_action_role", "Role that decided it", Text(120), also=("decided by",)),
    ),
    wanted=wanted,
    faults=faults,
    prepare=prepare,
    warnings=warnings,
    standing=standing,
)
