"""Search over published papers: the passages that have what is asked for, the best first, as they
are printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from reports.editions.models.editions import Edition, EditionQuerySet
from reports.papers.addresses import edition_address, paper_address
from reports.publication.models.passages import A_PAPER, Passage
from reports.publication.search import index
from reports.vocabulary.plain_text import CLOSE, OPEN, Stretch, highlight

# Nobody reads on so far; whoever finds more than these is told to ask for less.
MOST = 1000
# So many editions that have a word are asked one by one whether they may be read.
FEW = 500


@dataclass(frozen=True)
class SearchResults:
    """What was found: how many passages in all, and the key of each of the best, best first."""

    count: int
    keys: tuple[int, ...]


@dataclass(frozen=True)
class Result:
    """One passage as a page shows it: its edition, its address, what its place is called, and its
    words with what was found marked."""

    edition: Edition
    address: str
    label: str
    heading: tuple[Stretch, ...]
    words: tuple[Stretch, ...]


def search(
    phrases: Sequence[str],
    editions: EditionQuerySet,
    any_of: bool = False,
    few: Sequence[int] | None = None,
) -> SearchResults:
    """What has all the plain `phrases` (or any of them) within `editions`, a query of editions;
    `few` as `few_keys` gave them."""
    if not phrases:
        return SearchResults(0, ())
    context = {
        "asked": index.expression(connection.vendor, phrases, any_of),
        "a_paper": A_PAPER,
    }
    keys, within = (few, True) if few else _looked_in(editions, context)
    context |= {"editions": index.among(connection.vendor, keys), "within": within}
    best = _rows(index.BEST, {**context, "most": MOST})
    [[count]] = _rows(index.COUNT, context) if len(best) == MOST else [[len(best)]]
    return SearchResults(count, tuple(key for [key] in best))


def few_keys(editions: EditionQuerySet) -> list[int]:
    """The keys of `editions` where they are few enough to be named one by one; else none."""
    keys = _keys(editions)[: FEW + 1]
    return keys if len(keys) <= FEW else []


def printed_words(
    typed: Sequence[str], editions: EditionQuerySet, few: Sequence[int] | None = None
) -> set[str]:
    """Those of the plain words `typed` that `editions` print as they are; a database finds words of
    their stems as well."""
    context = {"a_paper": A_PAPER, "asked": " ", "within": True}
    context["editions"] = index.among(connection.vendor, few or _keys(editions))
    for place, word in enumerate(typed):
        context[f"asked_{place}"] = index.expression(connection.vendor, [word])
        context[f"like_{place}"] = f"%{word}%"
    places = range(len(typed))
    item = index.HAS_WORD[connection.vendor]
    statement = " UNION ALL ".join(item.format(place=place) for place in places)
    with connection.cursor() as cursor:
        cursor.execute(statement, context)
        return {typed[place] for [place] in cursor.fetchall()}


def results(keys: Sequence[int], phrases: Sequence[str]) -> list[Result]:
    """The passages of `keys` in their order, with any of `phrases` marked."""
    rows = Passage.objects.in_bulk(list(keys))
    marked = _marked(keys, phrases) if keys else {}
    editions = Edition.objects.with_papers().in_bulk({row.edition_id for row in rows.values()})
    return [
        _result(editions[row.edition_id], row, *marked.get(key, (row.plain_heading, "")))
        for key in keys
        for row in [rows[key]]
    ]


def passage_address(edition: Edition, anchor: str) -> str:
    """The address of what has `anchor` in an edition, of the edition itself without one."""
    address = paper_address(edition.paper) if edition.is_newest else edition_address(edition)
    return f"{address}#{anchor}" if anchor else address


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


def _result(edition, row, heading, words):
    return Result(
        edition,
        passage_address(edition, row.anchor),
        row.label,
        highlight(row.heading, heading),
        highlight(row.words, words),
    )


def _marked(keys, phrases):
    """Key → (heading, words) of passages, plain, with what was found marked."""
    context = {
        "asked": index.expression(connection.vendor, phrases, any_of=True),
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
