"""What an administrator does with scales of grades."""

from django.db import transaction

from assurance.audits.models.scales import Grade, GradeScale
from assurance.records import operations


@transaction.atomic
def add_grade_scale(*, council, grades, by, on, **fields) -> GradeScale:
    """Adds a scale of `grades`, (code, label) pairs with the best first: `slug`, `title`,
    `from_date` and, once it has ended, `to_date`. Refuses a slug or title already used."""
    scale = operations.create(model=GradeScale, council=council, by=by, on=on, **fields)
    Grade.objects.bulk_create(
        Grade(scale=scale, order=order, code=code, label=label)
        for order, (code, label) in enumerate(grades, 1)
    )
    return scale
