"""Findings as a file: what a letter's tables list, a row for each finding.

A finding without a number is the one of its kind with the same words, else the next; several new
ones are numbered by their places in the report and then by their words, so that the order of the
rows never matters.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from django.utils.text import slugify

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.people.importing import POSTS
from assurance.records.refusals import why_not_name
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.themes import Theme
from assurance.reviews.rules import findings as rules
from assurance.runtime.digits import whole
from assurance.tables.cells import Whole
from assurance.tables.clean import plain

OTHER_KINDS = {
    "strength": ("Strength", "strengths", "good practice", "what works well"),
    "area": ("Area for development", "area", "area for improvement", "area to consider"),
    "recommendation": ("Recommendation", "recommendations"),
    "top_tip": ("Top tip", "tip"),
    "priority": ("Agreed priority", "priority"),
    "line_of_enquiry": ("Line of enquiry", "enquiry"),
    "remark": ("remark",),
    "quotation": ("Quotation", "quote"),
}
OTHER_MANNERS = {"published": ("in the letter",), "oral": ("said", "oral", "said, not published")}


def place_themes(rows: Sequence[Values], standing: Sequence[Theme], reading: Reading):
    """Gives new themes of a review their places after those that stand, by their places in the
    report and then by their titles; one new theme is one, however its rows write it."""
    new = defaultdict(dict)
    for values in _known(rows, reading):
        if values.get("theme") and reading.current("theme", values) is None:
            themes, text = new[reading.place("review", values)], plain(values["theme"])
            entries = (_place(values), values["theme"])
            themes[text] = min(entries, themes.get(text, entries))
    orders = {}
    for review, themes in new.items():
        last = max((item.order for item in standing if item.review_id == review), default=0)
        ordered = sorted(themes.items(), key=lambda item: item[1])
        for order, (text, (_, title)) in enumerate(ordered, last + 1):
            orders[review, text] = {"order": order, "title": title}
    for values in _known(rows, reading):
        key = reading.place("review", values), plain(values.get("theme") or "")
        values["new_theme"] = orders.get(key, {})
        values["slug"] = slugify(values["new_theme"].get("title", ""))[:60]


def number_findings(rows: Sequence[Values], standing: Sequence[Finding], reading: Reading):
    """Gives findings without a number that of the standing one of the same words, else the next
    of their review and kind."""

    def of(values):
        return reading.place("review", values), values["kind"]

    rows = _known(rows, reading)
    numbers = {
        (item.review_id, item.kind, plain(item.text)): item.number
        for item in sorted(standing, key=lambda item: -item.number)
        if not item.is_withdrawn
    }
    # The same words with a number and without are one finding. What the file gives goes first, so
    # that bringing it in again reads it as before.
    given = {
        (*of(values), plain(values["text"])): values["number"]
        for values in sorted(rows, key=lambda values: -(values.get("number") or 0))
        if values.get("number")
    }
    numbers |= given
    new, last = defaultdict(dict), defaultdict(int)
    for values in rows:
        key, text = of(values), plain(values["text"])
        if not values.get("number") and (*key, text) not in numbers:
            entries = (_place(values), text)
            new[key][text] = min(entries, new[key].get(text, entries))
    for *key, number in [
        *((item.review_id, item.kind, item.number) for item in standing),
        *((review, kind, number) for (review, kind, _), number in given.items()),
    ]:
        last[tuple(key)] = max(number, last[tuple(key)])
    for key, places in new.items():
        for number, text in enumerate(sorted(places, key=places.get), last[key] + 1):
            numbers[*key, text] = number
    for values in rows:
        values["number"] = values.get("number") or numbers[*of(values), plain(values["text"])]


def finding_faults(fields: Mapping) -> Iterator[tuple[str, str]]:
    """What refuses a finding by the rules of a typed one."""
    after = {name: value or "" for name, value in fields.items()}
    because = after["no_action_because"], after["decider"]
    yield from rules.faults_of_finding(after["kind"], *because)
    speakers = after["speaker"], after["said_by_role"]
    yield from rules.faults_of_speaker(after["kind"], after["manner"], *speakers)


def warnings(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[str]:
    """The themes that a review does not have yet, and would have."""
    new = {
        (review.title, values["theme"])
        for _, values in rows
        if values.get("theme") and (review := reading.current("review", values))
        if reading.current("theme", values) is None
    }
    if new:
        text = ", ".join(f"“{theme}” of {review}" for review, theme in sorted(new))
        yield f"Themes that would be added: {text}."


def export_rows(council: Council) -> Iterator[tuple]:
    """Each finding that stands in a review that stands, in the order of its review."""
    named = Review.objects.of(council).names()
    findings = (
        Finding.objects.of(council).listed().select_related("review", "theme", "speaker", "decider")
    )
    for finding in findings.order_by("review", "kind", "number").iterator(chunk_size=500):
        theme = finding.theme and finding.theme.title
        yield None, None, finding, {"review": named[finding.review_id], "theme": theme}


def _known(rows, reading):
    return [values for values in rows if reading.current("review", values)]


def _place(row):
    """A place in the report as it sorts: paragraph 9 before paragraph 12, none last."""
    parts = re.split(r"(\d+)", (row.get("place") or "").casefold())
    return (
        not row.get("place"),
        [(0, part) if (number := whole(part)) is None else (number, "") for part in parts],
    )


def _no_review(values, reading):
    titles = reading.titles("review")
    listed = ", ".join(f"“{title}”" for title in titles[:12])
    right = f"Write one of {listed}." if titles else "Add the review first."
    return "There is no review of this title", right


def example_finding(council: Council) -> dict[str, object]:
    """A finding of a theme that the first review has; without a theme where it has none."""
    review = Review.objects.of(council).active().order_by("pk").first()
    themes = review.themes.all() if review else ()
    return {"theme": themes[0].title if themes else ""} if review else {}


REVIEW = Record(
    Review,
    by=("review",),
    title="review",
    link=True,
    unknown=_no_review,
    withdrawn=lambda review: ("This review was withdrawn", "Import it for another review."),
    columns=(
        Column("review", "Review", "Inspection of children’s services, 2016", required=True,
               filled=True, field="title",
               also=("inspection", "review title", "title of the review")),
    ),
)  # fmt: skip
THEME = Record(
    Theme,
    by=("review", "theme"),
    title="theme",
    link=True,
    noun="theme of this review",
    why_not_name=lambda noun, slug, is_used: why_not_name(noun, slug, clash=False),
    rename="",
    rows=lambda council: Theme.objects.filter(review__council=council),
    arrange=place_themes,
    fields=lambda values, reading, fields: values["new_theme"],
    columns=(
        Column("theme", "Theme", "Help and protection", ("judgement area",), field="title"),
    ),
)  # fmt: skip
FINDING = Record(
    Finding,
    by=("review", "kind", "number"),
    withdrawn=lambda finding: (rules.why_not_number(finding.number, finding),),
    arrange=number_findings,
    faults=finding_faults,
    columns=(
        Column("kind", "Kind", "Recommendation", ("type",), required=True, filled=True,
               words=OTHER_KINDS),
        Column("number", "Number", "3", ("no", "number of the finding"), read=Whole(1, 10_000)),
        Column("text", "Finding", required=True, filled=True,
               example="Give every plan the date by which each step is to be done.",
               also=("what was found", "text", "wording")),
        Column("place", "Place in the report", "Paragraph 12", ("place", "paragraph", "page")),
        Column("manner", "How it was given", "Published",
               ("manner", "how it was said"), words=OTHER_MANNERS),
        Column("speaker", "Post of the person quoted", titles=POSTS,
               also=("said by post", "post of whoever said it")),
        Column("said_by_role", "Role of a speaker outside the council",
               also=("said by", "role of whoever said it")),
        Column("no_action_because", "Why there is no action", also=("no action",)),
        Column("decider", "Post that decided it", titles=POSTS,
               also=("decided by", "role that decided it", "no_action_role")),
    ),
)  # fmt: skip
FINDINGS = Sheet(
    key="findings",
    title="Findings of inspections and reviews",
    about="Strengths, areas for development, recommendations and the like, as the letter of an "
    "inspection or peer review lists them. The review is entered first.",
    permission=Permission.RECORD_REVIEWS,
    records=(REVIEW, THEME, FINDING),
    columns=(*REVIEW.columns, *FINDING.columns[:3], *THEME.columns, *FINDING.columns[3:]),
    warnings=warnings,
    standing=export_rows,
    repeats=True,
    example=example_finding,
)
