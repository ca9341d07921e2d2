"""What officers do with reviews and findings beside adding, changing and withdrawing one."""

from django.db import transaction

from assurance.records import history, operations
from assurance.records.personal import Personal
from assurance.records.record import next_number
from assurance.records.refusals import refuse_if
from assurance.reviews.models.findings import Finding, Review, Theme
from assurance.reviews.rules import findings

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
        values = {"theme": theme, "kind": kind, "text": text, "place": place}
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
