"""Grading the themes of a review together."""

from django.db import transaction

from assurance import history
from assurance.findings import rules
from assurance.findings.models import Review
from assurance.findings.themes.models import Theme
from assurance.personal import Personal
from assurance.records import lock
from assurance.refusals import refuse_if

WITHDRAWN = "This review was withdrawn and cannot be changed."


@transaction.atomic
def grade_themes(*, record, seen, grades, by, on) -> Review:
    """Gives the themes of the review `record` their `grades` (theme → grade, empty for none). One
    row of history tells of all. Refuses a grade that the review's framework does not have, and a
    withdrawn review. Raises `Changed` where somebody saved the review first."""
    review = lock(record, seen)
    refuse_if(WITHDRAWN if review.is_withdrawn else None)
    themes = list(review.themes.select_for_update(of=("self",)))
    before = {theme.title: theme.grade for theme in themes}
    given = {theme.pk: grade for theme, grade in grades.items()}
    for theme in themes:
        theme.grade = given.get(theme.pk, theme.grade)
        refuse_if(rules.why_not_grade(review.framework, theme.grade), f"theme_{theme.pk}")
    Theme.objects.bulk_update(themes, ["grade"])
    after = {theme.title: theme.grade for theme in themes}
    told = dict.fromkeys(after, Personal.NONE)
    changes = history.changes(before, after, told)
    history.record("reviews.grade_themes", about=review, by=by, on=on, changes=changes)
    return review
