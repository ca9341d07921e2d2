"""The order of the reports of a series: by the period that they cover, and by their own date, for a
report of March may cover less of last year than one of February."""

from django.db.models import Q

from reports.papers.models.papers import Paper


def is_before(of: Paper) -> Q:
    """True of the report of an edition whose period ends before that of `of`, and whose date is
    not later."""
    day = of.told_on
    condition = Q(paper__series=of.series_id, paper__period_end__lt=of.period_end)
    for name in ("paper__paper_date", "paper__meeting__date"):
        condition &= Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__lte": day})
    return condition


def is_after(of: Paper) -> Q:
    """True of the report of an edition whose period ends after that of `of`, and whose date is
    not earlier."""
    day = of.told_on
    undated = Q(paper__paper_date__isnull=True, paper__meeting__isnull=True)
    dated = Q(paper__paper_date__gte=day) | Q(paper__meeting__date__gte=day)
    later = Q(paper__series=of.series_id, paper__period_end__gt=of.period_end)
    return later & (undated | dated)
