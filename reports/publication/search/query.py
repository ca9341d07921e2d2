"""Search over published papers: the passages that have what is asked for, the best first, as they
are printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from reports.editions.models.editions import Edition, EditionQuerySet
from reports.papers.addresses import edition_address, paper_address
from reports.publication.models.passages import A_PAPER, Passage
from reports.publication.search import index
from reports.publication.search.plain_text import CLOSE, OPEN, Stretch, highlight

# Nobody reads on so far; whoever finds more than these is told to ask for less.
MOST = 1000
# So many editions that have a word are asked one by one whether they may be read.
FEW = 500
# How many passages of one paper stand below it.
OF_ONE = 3


@dataclass(frozen=True)
class SearchResults:
    """What was found: how many passages in all, and the key of each of the best, best first."""

    count: int
    keys: tuple[int, ...]

    @property
    def papers(self) -> list[tuple[int, tuple[int, ...]]]:
        """(edition's key, the keys of its passages) of each paper, in the order of its best."""
        grouped = {}
        for key in self.keys:
            grouped.setdefault(key // A_PAPER, []).append(key)
        return [(edition, tuple(keys)) for edition, keys in grouped.items()]


@dataclass(frozen=True)
class Place:
    """One passage as a result shows it: its address, what its place is called, its words."""

    address: str
    label: str
    heading: tuple[Stretch, ...]
    words: tuple[Stretch, ...]


@dataclass(frozen=True)
class Result:
    """A paper found: its edition, address, best passages, and how many more were found in it."""

    edition: Edition
    address: str
    places: tuple[Place, ...]
    more: int


def search(
    phrases: Sequence[str], editions: EditionQuerySet, any_of: bool = False
) -> SearchResults:
    """What has all the plain `phrases` (or any of them) within `editions`, a query of editions."""
    if not phrases:
        return SearchResults(0, ())
    context = {
        "asked": index.expression(connection.vendor, phrases, any_of),
        "a_paper": A_PAPER,
    }
    keys, within = _looked_in(editions, context)
    context |= {"editions": index.among(connection.vendor, keys), "within": within}
    [[count]] = _rows(index.COUNT, context)
    best = _rows(index.BEST, {**context, "most": MOST}) if count else ()
    return SearchResults(count, tuple(key for [key] in best))


def results(
    papers: Iterable[tuple[int, tuple[int, ...]]], phrases, any_of: bool = False
) -> list[Result]:
    """The papers of a page as it shows them: `papers` is part of `Found.papers`."""
    shown_keys = [key for _, keys in papers for key in keys[:OF_ONE]]
    rows = Passage.objects.in_bulk(shown_keys)
    marked = _marked(shown_keys, phrases, any_of) if shown_keys else {}
    editions = Edition.objects.with_papers().in_bulk([edition for edition, _ in papers])
    return [
        _result(editions[edition], [(rows[key], marked[key]) for key in keys[:OF_ONE]], len(keys))
        for edition, keys in papers
    ]


def _looked_in(editions, query):
    """(keys, True) of the editions to look in, where few have the words: the others are not asked
    whether they may be read. Else (keys, False) of those to leave out, which are few: each passage
    that has the words is held against them."""
    have = [key for [key] in _rows(index.WHERE_AT_ALL, {**query, "most": FEW + 1})]
    if len(have) <= FEW:
        return _keys(editions.filter(pk__in=have)), True
    others = Edition.objects.published().exclude(pk__in=editions.order_by().values("pk"))
    return _keys(others), False


def _keys(editions):
    return list(editions.order_by().values_list("pk", flat=True))


def _result(edition, result, count):
    newest = edition.is_newest
    address = paper_address(edition.paper) if newest else edition_address(edition)
    places = tuple(
        Place(
            f"{address}#{row.anchor}" if row.anchor else address,
            row.label,
            highlight(row.heading, heading),
            highlight(row.words, text),
        )
        for row, (heading, text) in result
    )
    return Result(edition, address, places, count - len(places))


def _marked(keys, phrases, any_of):
    """Key → (heading, words) of passages, plain, with what was found marked."""
    context = {
        "asked": index.expression(connection.vendor, phrases, any_of),
        "open": OPEN,
        "close": CLOSE,
        "how": f"HighlightAll=true, StartSel={OPEN}, StopSel={CLOSE}",
    }
    # The keys are ours, and whole numbers.
    rows = _rows(index.MARKED, context, keys=", ".join(map(str, keys)))
    return {key: (heading, text) for key, heading, text in rows}


def _rows(statements, query, **parts):
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor].format(**parts), query)
        return cursor.fetchall()
