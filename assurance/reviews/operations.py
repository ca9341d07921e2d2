"""What officers do with reviews, findings, themes and comparisons beside changing one row."""

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from assurance.records import history, operations, writes
from assurance.records.personal import Personal
from assurance.records.record import lock, lock_active, next_number
from assurance.records.refusals import Refused, refuse_if
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.outcomes import OutcomeCount, OutcomeTable
from assurance.reviews.models.themes import Theme
from assurance.reviews.rules import findings, outcomes, repeated_findings
from assurance.runtime.typography import folded, with_marks

# What history holds of findings added together: their names, and apart from the chain their words.
SEVERAL = {"findings": Personal.NONE, "words": Personal.MAY}


@transaction.atomic
def record_review(*, council, by, on, with_areas=False, **fields) -> Review:
    """Adds a review; `with_areas` makes the framework's areas its themes. Refuses what
    `Review.faults` say."""
    review = operations.create(model=Review, council=council, by=by, on=on, **fields)
    areas = review.framework.areas if with_areas and review.framework else []
    Theme.objects.bulk_create(
        Theme(review=review, order=order, slug=area["slug"], title=area["title"])
        for order, area in enumerate(areas, 1)
    )
    return review


@transaction.atomic
def record_findings(*, council, review, rows, by, on) -> list[Finding]:
    """Adds many findings to `review` at once: `rows` of (theme or None, kind, text, place), each
    numbered next of its kind. One row of history tells of all, under the review.

    Refuses a theme of another review and an unknown kind, naming the row; all are kept or none.
    """
    review = _lock_review(council, review)
    numbers = {kind: next_number(review.findings.filter(kind=kind)) for kind, _ in Finding.KINDS}
    made = []
    for place_of_row, (theme, kind, text, place) in enumerate(rows, 1):
        sentence = findings.why_not_row(theme, kind, text, review, numbers)
        refuse_if(sentence and f"Row {place_of_row}: {sentence}")
        values = with_marks(
            {"theme": theme, "kind": kind, "text": text, "place": place}, Finding.printed
        )
        made.append(
            Finding(council=council, review=review, number=numbers[kind], created_on=on, **values)
        )
        numbers[kind] += 1
    Finding.objects.bulk_create(made)
    values = {"findings": [str(item) for item in made], "words": [item.text for item in made]}
    changes = history.changes({}, values, SEVERAL)
    history.record("reviews.record_findings", about=review, by=by, on=on, changes=changes)
    return made


def _lock_review(council, review):
    # Held, so that two people adding at once are not given one number.
    record = Review.objects.of(council).select_for_update(of=("self",)).get(pk=review.pk)
    refuse_if(Finding.why_not_within(record))
    return record


# What history holds of the lines, each a category's own count.
COUNTS = {"counts": Personal.NONE, "ours": Personal.NONE}


@transaction.atomic
def record_outcomes(*, council, review, lines, ours, by, on, **fields) -> OutcomeTable:
    """Adds a table beside `review`: `title`, `as_at`, `source`, `stated_total` or None, its `lines`
    of (category, count) and `ours`, our own category or an empty text. Refuses a withdrawn review,
    lines without counts or twice the same, and a category of ours that is none of them."""
    record = Review.objects.of(council).get(pk=review.pk)
    refuse_if(OutcomeTable.why_not_within(record))
    _refuse(lines, ours)
    table = OutcomeTable(council=council, review=record)
    changes = writes.insert(table, fields, on=on)
    _count(table, lines, ours)
    changes = (*changes, *history.changes({}, _table_values(table), COUNTS))
    history.record("outcomes.record", about=table, by=by, on=on, changes=changes)
    return table


@transaction.atomic
def change_outcomes(*, record, version, lines, ours, by, on, **fields) -> OutcomeTable:
    """Corrects the table `record`: the `fields`, and `lines` and `ours` in place of those it
    had, which history keeps. Refuses as `record_outcomes` does, and a table withdrawn, by itself or
    with its review. Raises `EditConflict` where somebody saved first."""
    table = lock_active(record, version)
    refuse_if(OutcomeTable.why_not_within(table.review))
    _refuse(lines, ours)
    before = _table_values(table)
    changes = writes.update(table, fields)
    table.counts.all().delete()
    _count(table, lines, ours)
    changes = (*changes, *history.changes(before, _table_values(table), COUNTS))
    history.record("outcomes.change", about=table, by=by, on=on, changes=changes)
    return table


def _refuse(lines, ours):
    refuse_if(outcomes.why_not_lines(lines), "lines")
    refuse_if(outcomes.why_not_ours(ours, lines), "ours")


def _count(table, lines, ours):
    OutcomeCount.objects.bulk_create(
        OutcomeCount(
            table=table,
            order=order,
            category=category,
            count=count,
            is_ours=category.casefold() == ours.casefold(),
        )
        for order, (category, count) in enumerate(lines, 1)
    )


def _table_values(table):
    rows = list(table.counts.order_by("order"))
    ours = next((row.category for row in rows if row.is_ours), "")
    return {"counts": {row.category: row.count for row in rows}, "ours": ours}


WITHDRAWN = "This review was withdrawn and cannot be changed."


@transaction.atomic
def grade_themes(*, record, version, grades, by, on) -> Review:
    """Gives the themes of the review `record` their `grades` (theme → grade, empty for none). One
    row of history tells of all. Refuses a grade that the review's framework does not have, and a
    withdrawn review. Raises `EditConflict` where somebody saved the review first."""
    review = lock(record, version)
    refuse_if(WITHDRAWN if review.is_withdrawn else None)
    themes = list(review.themes.select_for_update(of=("self",)))
    before = {theme.title: theme.grade for theme in themes}
    values = {theme.pk: grade for theme, grade in grades.items()}
    for theme in themes:
        theme.grade = values.get(theme.pk, theme.grade)
        refuse_if(findings.why_not_grade(review.framework, theme.grade), f"theme_{theme.pk}")
    Theme.objects.bulk_update(themes, ["grade"])
    after = {theme.title: theme.grade for theme in themes}
    details = dict.fromkeys(after, Personal.NONE)
    changes = history.changes(before, after, details)
    history.record("reviews.grade_themes", about=review, by=by, on=on, changes=changes)
    return review


OTHERS = "Choose a finding of your own council."


@transaction.atomic
def link_said_before(*, record, version, said_before, by, on) -> Finding:
    """Says that `said_before` (None takes the link away) said the finding `record` before. Refuses
    one of another council, of a review that did not begin earlier, or withdrawn, and a withdrawn
    `record`. Raises `EditConflict` where somebody saved first."""
    finding = lock_active(record, version)
    theirs = said_before is not None and said_before.council_id != finding.council_id
    refuse_if(OTHERS if theirs else None, "said_before")
    refuse_if(repeated_findings.why_not_before(finding, said_before), "said_before")
    changes = writes.update(finding, {"said_before": said_before})
    history.record("findings.link_said_before", about=finding, by=by, on=on, changes=changes)
    return finding


PERSONAL_BY_FIELD = {"findings": Personal.NONE, "themes": Personal.NONE, "words": Personal.MAY}


@transaction.atomic
def record_table(*, council, review, lines, by, on) -> list[Finding]:
    """Adds a finding for each of `lines` (theme's title or an empty text, kind, words) to `review`,
    numbered next of its kind, and the themes that it does not have yet, after those it has. One
    row of history tells of all, under the review.

    Refuses a withdrawn review and a theme whose title has no letter; all are kept or none.
    """
    record = _lock_review(council, review)
    themes, added = _themes(record, dict.fromkeys(line.theme for line in lines if line.theme))
    last = dict(record.findings.order_by().values_list("kind").annotate(Max("number")))
    made = []
    for line in lines:
        last[line.kind] = last.get(line.kind, 0) + 1
        own = {"theme": themes.get(folded(line.theme)), "kind": line.kind, "text": line.text}
        numbered = {"number": last[line.kind], "created_on": on, "review": record}
        made.append(Finding(council=council, **with_marks(own, Finding.printed), **numbered))
    Finding.objects.bulk_create(made)
    values = {"findings": [str(item) for item in made], "themes": [str(item) for item in added]}
    changes = history.changes(
        {}, {**values, "words": [item.text for item in made]}, PERSONAL_BY_FIELD
    )
    history.record("reviews.record_table", about=record, by=by, on=on, changes=changes)
    return made


def _themes(review, titles):
    """(a dict of each title, folded → its theme, the themes that were added)."""
    index = {folded(theme.title): theme for theme in review.themes.all()}
    slugs = {theme.slug for theme in index.values()}
    order = max((theme.order for theme in index.values()), default=0)
    added = []
    for title in titles:
        if folded(title) in index:
            continue
        slug = slugify(title)[:60]
        if not slug or slug in slugs:
            raise Refused(f"The theme “{title}” needs another title: it is too like another one")
        order += 1
        slugs.add(slug)
        own = with_marks({"title": title, "slug": slug, "order": order}, Theme.printed)
        added.append(Theme(review=review, **own))
        index[folded(title)] = added[-1]
    Theme.objects.bulk_create(added)
    return index, added
