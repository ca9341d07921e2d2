"""What the list of report templates shows of each."""

from collections import Counter
from dataclasses import dataclass

from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate
from reports.report_templates import numbering_choices
from reports.report_templates.examples import shipped
from reports.report_templates.kinds import names_of


@dataclass(frozen=True)
class TemplateRow:
    """A template: its name in addresses, title, numbering, parts and how many reports have it."""

    slug: str
    title: str
    numbering: str
    parts: str
    reports: int = 0


def template_rows(user) -> list[TemplateRow]:
    """The templates of the council of `user` that new reports may take, by title."""
    used = Paper.objects.of(user.council).values_list("template__origin_id", "template_id")
    counts = Counter(origin or own for origin, own in used)
    rows = ReportTemplate.objects.visible_to(user).current()
    return [_row(row.slug, row.spec, counts[row.family]) for row in rows]


def withdrawn_rows(user) -> list[TemplateRow]:
    """The templates that were withdrawn and can be brought back, by title."""
    rows = ReportTemplate.objects.visible_to(user).withdrawn()
    return [_row(row.slug, row.spec) for row in rows]


def series_that_follow(user, family) -> list[str]:
    """The titles of the series whose next report would begin from the template whose rows are
    `family`."""
    last = Paper.objects.visible_to(user).last_issued().filter(template__in=family)
    return [paper.series.title for paper in last]


def example_rows() -> list[TemplateRow]:
    """The shipped examples, by title."""
    return [_row(name, spec) for name, spec in shipped().items()]


def _row(slug, spec, reports=0):
    way = numbering_choices.WAYS.get(numbering_choices.way_of(spec))
    example = way.example if way else "Numbered in a way of its own"
    return TemplateRow(slug, spec["title"], example, names_of(spec["parts"]), reports)
