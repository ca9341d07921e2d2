"""The charts of the page of children in care; each has its table beside it or within it."""

from assurance.govuk.chart_shapes import Bar, Chart
from assurance.looked_after.rules.comparison import signed
from assurance.runtime.periods import say_day

# More colours than these are not told apart in one bar.
MOST_SERIES = 8
REST = "All other groups"


def chart_of_months(trend):
    """Children by placement group at the ends of months, the largest groups of the newest month
    apart and the others together; None where no month is known."""
    known = [month for month in trend.months if month.total is not None]
    if not known:
        return None
    newest = known[-1].groups or {}
    first = sorted(trend.labels, key=lambda slug: -newest.get(slug, 0))[:MOST_SERIES]
    rows = [slug for slug in trend.labels if slug in first]
    bars = []
    for month in known:
        groups = month.groups or {}
        label = f"{month.day:%b %Y}"
        bars += [_bar(label, groups.get(slug, 0), trend.labels[slug]) for slug in rows]
        rest = month.total - sum(groups.get(slug, 0) for slug in rows)
        if len(trend.labels) > len(rows) or rest:
            bars.append(_bar(label, rest, REST))
    change = known[-1].total - known[0].total
    return Chart(
        anchor="months",
        title="Children looked after at the end of each month, by placement",
        description=(
            f"From {known[0].total:,} on {say_day(known[0].day)} to {known[-1].total:,} on "
            f"{say_day(known[-1].day)}: a change of {signed(change)}."
        ),
        bars=tuple(bars),
        heading="Month",
        stacked=True,
        folded=True,
    )


def chart_of_rates(compared):
    """The newest rates of one measure, area by area; None where none is published."""
    bars = tuple(
        Bar(label, float(cells[-1].rate), cells[-1].words)
        for label, cells in compared.lines
        if cells[-1].rate is not None
    )
    if not bars:
        return None
    return Chart(
        anchor=f"rates-{compared.measure}",
        title=f"{compared.heading}: rate per 10,000 children, {compared.days[-1].year}",
        description="; ".join(f"{bar.label} {bar.words}" for bar in bars) + ".",
        bars=bars,
        heading="Area",
        values="Rate per 10,000",
        folded=True,
    )


def _bar(label, children, series):
    return Bar(label, children, f"{children:,}", series)
