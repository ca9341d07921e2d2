"""The charts of a council's front page: how the headline figures of its last report went."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from django.utils.safestring import SafeString

from assurance.accounts.models.accounts import Council
from assurance.charts.lines import HALF_SIZES, draw_lines
from assurance.figures.keys import current_key
from assurance.looked_after.rates import OWN, TOTAL
from reports.documents.headlines import FEWEST_OF_A_LINE
from reports.editions.models.editions import Edition
from reports.editions.names import named
from reports.editions.other_areas import RATE
from reports.papers.rules.subjects import subject_of
from reports.publication.figure_charts.chart import FigureChart, figure_chart
from reports.publication.latest_figures import counted_alike, latest_figures
from reports.publication.models.figures import PrintedFigure

MOST = 2
# Of so many councils the figures of front pages are kept: a hundred rows of each.
MOST_COUNCILS = 8


@dataclass(frozen=True)
class FrontPageChart:
    """A chart with the address of its figure's page."""

    chart: FigureChart
    address: str

    @property
    def drawing(self) -> SafeString:
        """The chart in the widths of a half and of a narrow page."""
        return draw_lines(self.chart.line, HALF_SIZES)


def printings(
    council: Council, names: Iterable[tuple[str, str]], digests: tuple[str, ...]
) -> list[PrintedFigure]:
    """Every printing of the figures `names`, pairs of key and member, and of what a chart shows in
    their place; kept while the editions of `council` that anyone may read have these `digests`."""
    choices = chain(*(_choices(current_key(key), member) for key, member in names))
    rows = _printings(council.slug, tuple(choices), digests)
    # Their names may change by a record, such as the date of a meeting.
    editions = named(Edition.objects.order_by()).in_bulk({row.edition_id for row in rows})
    for row in rows:
        row.edition = editions[row.edition_id]
    return rows


@lru_cache(MOST_COUNCILS)
def _printings(council, choices, _digests):
    rows = PrintedFigure.objects.public_in(council).of_figures(choices).with_newest()
    return [*rows.prefetch_related(None)]


@lru_cache(MOST_COUNCILS)
def subjects_of_figures(council: str, _digests: tuple[str, ...]) -> Counter[str]:
    """Slug of a subject → how many figures of it `council` has published, kept as `printings`."""
    rows = PrintedFigure.objects.public_in(council).without_differences()
    return Counter(subject_of(key) for key, _member in rows.names())


def forget() -> None:
    """Forgets every row and number that is kept."""
    _printings.cache_clear()
    subjects_of_figures.cache_clear()


def front_page_charts(
    council: Council, names: Iterable[tuple[str, str]], rows: Iterable[PrintedFigure]
) -> list[FrontPageChart]:
    """The first charts of the figures `names`, whose `printings` are `rows`, in their order; those
    of which too few values are counted alike have none."""
    choices = [_choices(current_key(key), member) for key, member in names]
    index = {(row.key, row.member): row for row in latest_figures(council.slug, rows)}
    charts = (_first_chart(council, map(index.get, names)) for names in choices)
    return list(islice(filter(None, charts), MOST))


def _choices(key, member):
    # A number of children tells little of a council by its size: the rate has England's beside it.
    rate = [(RATE, OWN)] if (key, member) == (TOTAL, "") else []
    return [*rate, (key, member)]


def _first_chart(council, figures):
    for figure in filter(None, figures):
        if len(counted_alike(figure.strand.points)) >= FEWEST_OF_A_LINE:
            chart = figure_chart(council, figure.strand)
            return chart and FrontPageChart(chart, figure.address)
    return None
