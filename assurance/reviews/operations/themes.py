"""Grading the themes of a review together."""

from django.db import transaction

from assurance.records import history
from assurance.records.personal import Personal
from assurance.records.record import lock
from assurance.records.refusals import refuse_if
from assurance.reviews.models.findings import Review
from assurance.reviews.models.themes import Theme
from assurance.reviews.rules import findings

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
