"""The results of a search as its page shows them, a section for each kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from assurance.figures.keys import keys_of
from reports.editions.models.editions import EditionQuerySet
from reports.publication.latest_figures import LatestFigure, latest_figures
from reports.publication.models.figures import PrintedFigure
from reports.publication.search.answers import Search
from reports.publication.search.query import results
from reports.publication.search.table_rows import TableRow
from reports.vocabulary.thesaurus import (
    COMMITMENT,
    FIGURE,
    RECOMMENDATION,
    REPORT,
    ROW,
)

TITLES = {
    REPORT: "Reports",
    FIGURE: "Figures",
    ROW: "In tables",
    COMMITMENT: "Commitments",
    RECOMMENDATION: "Recommendations",
    "paragraphs": "In reports",
}
# How many of a kind stand among results of every kind.
SHOWN = {REPORT: 3, FIGURE: 2, ROW: 2, COMMITMENT: 2, RECOMMENDATION: 2, "paragraphs": 5}


@dataclass(frozen=True)
class ResultSection:
    """The results of one kind that a page shows, and how many there are."""

    kind: str
    title: str
    rows: tuple
    count: int

    @property
    def template(self) -> str:
        """The template of one section of this kind."""
        return f"publication/search_{self.kind}.html"

    @property
    def name(self) -> str:
        """“figures” or “paragraphs”, as a count has it: “1 figure”."""
        return self.kind if self.count != 1 else self.kind[:-1]


def sections(
    search: Search, council: str, editions: EditionQuerySet, kind: str, page: Sequence
) -> list[ResultSection]:
    """A section for each kind that answers, or of `kind` alone with the keys of a `page`."""
    matches = search.answers.keys
    kinds = [kind] if kind in matches else () if kind else search.answers.kinds
    return [
        ResultSection(
            name,
            TITLES[name],
            tuple(
                _rows(
                    name,
                    page if kind else matches[name][: _shown(name, search)],
                    search,
                    council,
                    editions,
                )
            ),
            len(matches[name]),
        )
        for name in kinds
    ]


def _shown(kind, search):
    """How many of a kind are shown among others."""
    return 1 if kind in search.answers.single else SHOWN[kind]


def answering(
    search: Search, sections: Sequence[ResultSection], kind: str
) -> LatestFigure | TableRow | None:
    """The figure or row of a table that answers the question by itself, of every kind of result;
    else None."""
    first = sections[0] if sections and not kind else None
    if first is None or first.kind not in (FIGURE, ROW) or not search.answers.has_figure:
        return None
    if search.meaning:
        return None
    return next(iter(first.rows), None)


def figure_results(
    keys: Sequence[tuple[str, str]], council: str, editions: EditionQuerySet, month: str = ""
) -> list[LatestFigure]:
    """The figures of `keys`, pairs of key and member, as `editions` of a council print them, each
    at its value of `month` where it has one."""
    if not keys:
        return []
    condition = reduce(or_, (Q(key__in=keys_of(key), member=member) for key, member in keys))
    rows = PrintedFigure.objects.public_in(council).filter(edition__in=editions.values("pk"))
    matches = latest_figures(council, rows.filter(condition).in_order().with_newest(), month)
    index = {(item.key, item.member): item for item in matches}
    return [index[key] for key in keys if key in index]


def _rows(kind, keys, search, council, editions):
    if kind == FIGURE:
        return figure_results(keys, council, editions, search.question.month)
    if kind in (REPORT, ROW, COMMITMENT, RECOMMENDATION):
        return [search.records[kind, key] for key in keys]
    return results(keys, search.question.phrases)
