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
KIND = Choice({kind: OTHER_KINDS.get(kind, (text,)) for kind, text in Finding.KINDS})
MANNER = Choice(
    {"published": ("Published", "in the letter"), "oral": ("Said, not published", "said", "oral")}
)
# What a row may say of a finding that stands for itself, without being looked up.
OF_A_FINDING = ("text", "place", "manner", "said_by_role", "no_action_because", "no_action_role")


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
    current = ReviewIndex()
    # One that stands comes before a withdrawn one of its name, and the first before others.
    for review in sorted(
        Review.objects.of(council), key=lambda item: (not item.is_withdrawn, -item.pk)
    ):
        current.reviews |= {plain(review.slug): review, plain(review.title): review}
    value = {review.pk for row in rows if (review := _review(row, current))}
    for theme in Theme.objects.filter(review__in=value):
        current.themes[theme.review_id, plain(theme.title)] = theme
    for finding in Finding.objects.of(council).filter(review__in=value).order_by("-number"):
        current.findings[finding.review_id, finding.kind, finding.number] = finding
        if not finding.is_withdrawn:
            text = plain(finding.text)
            current.numbers[finding.review_id, finding.kind, text] = finding.number
    _number_themes(current, rows)
    _number_findings(current, rows)
    return current


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: a review that nobody knows, and the rules of a typed finding."""
    current = reading.held
    review = _review(values, current)
    if review is None:
        yield Fault("review", "There is no review of this title", _titles(current))
        return
    if review.is_withdrawn:
        yield Fault("review", "This review was withdrawn", "Bring it in for another review.")
        return
    clash = current.findings.get(_key(values, current))
    if clash is not None and clash.is_withdrawn:
        yield Fault("number", rules.why_not_number(clash.number, clash), "")
    if values.get("theme") and not slugify(values.get("theme")):
        yield Fault("theme", rules.why_not_name("theme of this review", "", False), "")
    latest = {name: values.get(name) or getattr(clash, name, "") for name in OF_A_FINDING}
    because = latest["no_action_because"], latest["no_action_role"]
    for name, sentence in rules.faults_of_finding(values["kind"], *because):
        yield Fault(name, sentence)
    unsaid = rules.why_not_unsaid(values["kind"], latest["manner"], latest["said_by_role"])
    if unsaid:
        yield Fault("said_by_role", unsaid)


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The finding of a row, by its number, under its theme."""
    current = reading.held
    _, kind, number = _key(values, current)
    fields = {name: values.get(name) for name in OF_A_FINDING}
    if values.get("theme"):
        fields["theme"] = _theme(values.get("theme"), _review(values, current), current)
    identity = {"review": _review(values, current), "kind": kind, "number": number}
    yield TargetRow(Finding, identity, fields)


def warnings(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[str]:
    """The themes that a review does not have yet, and would have."""
    new = {
        (review.title, values.get("theme"))
        for _, values in rows
        if values.get("theme") and (review := _review(values, reading.held))
        if (review.pk, plain(values.get("theme"))) not in reading.held.themes
    }
    if new:
        text = ", ".join(f"“{theme}” of {review}" for review, theme in sorted(new))
        yield f"Themes that would be added: {text}."


def _review(values, current):
    return current.reviews.get(plain(values.get("review") or ""))


def _theme(title, review, current):
    if known := current.themes.get((review.pk, plain(title))):
        return known
    # Its place goes with its title: one new theme is one, however its rows write it.
    order, value = current.orders[review.pk, plain(title)]
    slug = slugify(value)[:60]
    return TargetRow(Theme, {"review": review, "slug": slug}, {"title": value, "order": order})


def _key(values, current):
    review, kind = _review(values, current), values.get("kind")
    number = values.get("number") or current.numbers.get(
        (review.pk, kind, plain(values.get("text")))
    )
    return review.pk, kind, number


def _number_themes(current, rows):
    new = defaultdict(dict)
    for row in rows:
        review = _review(row, current)
        if (
            review
            and row.get("theme")
            and (review.pk, plain(row.get("theme"))) not in current.themes
        ):
            entries = (_place(row), row.get("theme"))
            known = new[review.pk].get(plain(row.get("theme")), entries)
            new[review.pk][plain(row.get("theme"))] = min(entries, known)
    for review, themes in new.items():
        orders = [item.order for (of, _), item in current.themes.items() if of == review]
        ordered = sorted(themes.items(), key=lambda item: item[1])
        for order, (text, (_, title)) in enumerate(ordered, max(orders, default=0) + 1):
            current.orders[review, text] = (order, title)


def _number_findings(current, rows):
    entries = [row for row in rows if _review(row, current) and row.get("kind") and row.get("text")]
    for row in sorted(entries, key=lambda row: row.get("number") or 0, reverse=True):
        # The same words with a number and without are one finding.
        if row.get("number"):
            current.given[*_of(row, current), plain(row.get("text"))] = row.get("number")
    # What the file gives goes first, so that bringing it in again reads it as before.
    current.numbers |= current.given
    new = defaultdict(dict)
    for row in entries:
        of, text = _of(row, current), plain(row.get("text"))
        if not row.get("number") and (*of, text) not in current.numbers:
            new[of][text] = min((_place(row), text), new[of].get(text, (_place(row), text)))
    for of, places in new.items():
        known = [
            *current.findings,
            *((*item[:2], number) for item, number in current.given.items()),
        ]
        first = max((number for *item, number in known if tuple(item) == of), default=0) + 1
        for number, text in enumerate(sorted(places, key=places.get), first):
            current.numbers[*of, text] = number


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each finding that stands in a review that stands, in the order of its review."""
    named = Review.objects.of(council).names()
    findings = Finding.objects.of(council).listed().select_related("review", "theme")
    for finding in findings.order_by("review", "kind", "number").iterator(chunk_size=500):
        values = {name: getattr(finding, name) for name in (*OF_A_FINDING, "kind", "number")}
        yield {
            **values,
            "review": named[finding.review_id],
            "theme": finding.theme and finding.theme.title,
        }


def _of(row, current):
    return _review(row, current).pk, row.get("kind")


def _place(row):
    """A place in the report as it sorts: paragraph 9 before paragraph 12, none last."""
    parts = re.split(r"(\d+)", (row.get("place") or "").casefold())
    return (
        not row.get("place"),
        [(0, part) if (number := whole(part)) is None else (number, "") for part in parts],
    )


def _titles(current):
    titles = sorted(
        {review.title for review in current.reviews.values() if not review.is_withdrawn}
    )
    listed = ", ".join(f"“{title}”" for title in titles[:12])
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
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    warnings=warnings,
    standing=export_rows,
)
