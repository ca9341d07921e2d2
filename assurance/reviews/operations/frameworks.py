"""What officers do with the frameworks of a council's own reviews."""

from django.db import transaction
from django.utils.text import slugify

from assurance.records import history, operations
from assurance.records.refusals import refuse_if
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.rules import frameworks


@transaction.atomic
def record_framework(*, council, title, areas, by, on, **fields) -> Framework:
    """Adds a framework of `council`: `kind`, `grades` (words, best first), `from_date`, `to_date`
    or None, and `areas` (titles). Refuses a title already used and days out of order."""
    framework = Framework(council=council)
    fields = {**fields, "title": title, "slug": slugify(title)[:40], "areas": _areas(areas)}
    is_used = Framework.objects.offered_to(council).filter(slug=fields["slug"]).exists()
    refuse_if(frameworks.why_not_name(fields["slug"], is_used), "title")
    refuse_if(frameworks.why_not_days(fields["from_date"], fields["to_date"]), "to_date")
    changes = operations.add(framework, fields, on=on)
    history.record("frameworks.record", about=framework, by=by, on=on, changes=changes)
    return framework


@transaction.atomic
def change_framework(*, record, areas, by, on, **fields) -> Framework:
    """Changes the fields `said` of the council's own framework `record`, whose slug stays. Refuses
    days out of order, and what a review done under it would no longer fit."""
    framework = Framework.objects.select_for_update(of=("self",)).get(pk=record.pk)
    refuse_if(frameworks.why_not_days(fields["from_date"], fields["to_date"]), "to_date")
    current = framework.reviews.active().with_grades_given()
    weighed = [fields[name] for name in ("kind", "grades", "from_date", "to_date")]
    refuse_if(frameworks.why_not_change(*weighed, current))
    changes = operations.change(framework, {**fields, "areas": _areas(areas)})
    history.record("frameworks.change", about=framework, by=by, on=on, changes=changes)
    return framework


def _areas(titles):
    made = {}
    for title in titles:
        slug = slugify(title)[:50] or "area"
        # Two titles may come to one slug; themes of a review may not.
        made[f"{slug}-{len(made) + 1}" if slug in made else slug] = title
    return [{"slug": slug, "title": title} for slug, title in made.items()]
