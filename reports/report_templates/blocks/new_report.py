"""A report as one would begin today from a template, its dates and its texts: never stored."""

from datetime import date

from assurance.figures.figure import Timing
from assurance.figures.registry import FIGURES
from assurance.meetings.models.bodies import COMMITTEE, Body
from assurance.runtime.periods import When, half_year, half_year_before, month_of, months_after
from reports.language.standing_blocks import AT_START, blocks_for
from reports.language.tokens import quotes_in
from reports.papers.assembly.pipeline import tokens_of
from reports.papers.manuscript import POSITION, BlockText, Manuscript, template_in
from reports.papers.models.papers import Paper
from reports.papers.models.templates import Abbreviation, ReportTemplate, Series

A_YEAR = 12


def last_report(row: ReportTemplate, user) -> Paper | None:
    """The last issued report that has a form of the template `row`, else the council's last; or
    None."""
    family = set(ReportTemplate.objects.visible_to(user).family_of(row))
    reports = Paper.objects.visible_to(user).last_issued().order_by("-period_end", "-pk")
    reports = list(reports)
    own = (paper for paper in reports if paper.template in family)
    return next(own, None) or next(iter(reports), None)


def manuscript_of(row: ReportTemplate, day: date, before: Paper | None = None) -> Manuscript:
    """What a report begun from `row` on `day` holds, about the period and at the dates of `before`,
    or as they are proposed where there is no such report."""
    template = template_in(row)
    blocks = tuple(BlockText(**block) for block in blocks_for(template, day))
    period = before.period if before else _last_half_year(day)
    known = before.names if before else {}
    names = {
        name: _labelled(known.get(name) or _proposed(name, period, blocks), label)
        for name, label in {**dict.fromkeys(AT_START, ""), **template.dates}.items()
    }
    return Manuscript(
        paper=_paper(row, period, day, before),
        template=template,
        names=names,
        blocks=blocks,
        parts={},
        glossary=dict(Abbreviation.objects.of(row.council).values_list("short", "long")),
        is_sample=True,
    )


def _paper(row, period, day, before):
    """A report that is not stored, for the committee of the last one or of any series."""
    series = before.series if before else _any_series(row)
    return Paper(
        council=row.council,
        series=series,
        template=row,
        meeting=before.meeting if before else None,
        title=before.title if before else row.title,
        slug="preview",
        period_start=period.start,
        period_end=period.end,
        paper_date=before.paper_date if before else None,
        created_on=day,
    )


def _any_series(row):
    """The council's first series, or one that is not stored where it has none yet."""
    council = row.council
    if series := Series.objects.of(council).first():
        return series
    committee = Body.committees.of(council).first()
    committee = committee or Body(council=council, kind=COMMITTEE, title="The committee")
    return Series(council=council, committee=committee, slug="series", title=row.title)


def _last_half_year(day):
    return half_year_before(half_year(day))


def _proposed(name: str, period: When, blocks) -> When:
    """A day or period for a date that no report has named yet, as the texts use it."""
    if name == POSITION:
        return When.at(period.end)
    if name in AT_START:
        return When.at(months_after(period.end, -A_YEAR))
    timings = {
        FIGURES[quote.key].timing
        for block in blocks
        for token in tokens_of(block)
        for quote in quotes_in(token)
        if getattr(quote, "when", "") == name and quote.key in FIGURES
    }
    if Timing.MONTH in timings:
        return month_of(period.end)
    return period if timings - {Timing.AT} else When.at(period.end)


def _labelled(when, label):
    return When(when.start, when.end, label or when.label)
