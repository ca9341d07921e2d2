"""A paper from text or Word made a draft, with a report template that holds it as it is."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from assurance.meetings.models.bodies import Body
from assurance.records import history
from assurance.records.personal import Personal
from reports.conversion.operations.paper_import import import_paper
from reports.conversion.summary import free_slug, names_no_committee
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate, Series
from reports.papers.operations.templates import add_report_template

_TOLD = {"file": Personal.NONE, "not_recognised": Personal.NONE}


@transaction.atomic
def import_typed_paper(
    *, council, plain: Mapping, template: Mapping, file: str, missed: int, by, on: date
) -> Paper:
    """A new draft of `council` from the paper file `plain`, under a report template with the data
    `template`, which is added unless the council has one like it; `missed` counts what of the file
    called `file` was not recognised.

    An address that is taken gets a number. Raises `Refused` as `import_paper` does.
    """
    current = _template(council, template, by, on)
    series = _row(Series.objects.of(council), plain["series"])
    placed = {**plain, "template": current.slug, **_standing(council, plain, series)}
    used = set(series.papers.values_list("slug", flat=True)) if series else ()
    placed["slug"] = free_slug(placed["slug"], used)
    paper = import_paper(council=council, plain=placed, by=by, on=on)
    changes = history.changes({}, {"file": file[:120], "not_recognised": missed}, _TOLD)
    history.record("papers.bring_in", about=paper, by=by, on=on, changes=changes)
    return paper


def _template(council, spec, by, on):
    """The council's template with the same parts and numbers, or a new one."""
    rows = ReportTemplate.objects.of(council)
    content = {name: value for name, value in spec.items() if name not in ("slug", "title")}
    for row in rows.filter(withdrawn_on__isnull=True):
        if content == {name: row.spec.get(name) for name in content}:
            return row
    slug = free_slug(spec["slug"], set(rows.values_list("slug", flat=True)))
    return add_report_template(council=council, spec={**spec, "slug": slug}, by=by, on=on)


def _standing(council, plain, series):
    """The series and committee that the council has already; a paper may name neither."""
    committee = _row(Body.committees.of(council), plain["committee"])
    if names_no_committee(plain):
        rows = list(Body.committees.of(council)[:2])
        committee = series.committee if series else rows[0] if len(rows) == 1 else None
    index = {"series": series, "committee": committee}
    return {name: {"slug": row.slug, "title": row.title} for name, row in index.items() if row}


def _row(rows, said):
    """The row of `rows` with this slug, else with this title, or None."""
    by_slug = rows.filter(slug=said["slug"]).first()
    return by_slug or rows.filter(title__iexact=said["title"]).first()
