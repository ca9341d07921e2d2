"""A figure through all published papers as data, and every figure of a council in one file."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby

from django.conf import settings

from assurance.figures.keys import current_key
from reports.documents.data import figures
from reports.documents.data.figures import WITHHELD, Column
from reports.documents.data.separated_values import lines, separated
from reports.documents.licence import licence, linked
from reports.editions.models.editions import EditionQuerySet
from reports.open_data import figure
from reports.open_data.addresses import whole_addresses
from reports.publication.figure_history import Point, Strand, strands
from reports.publication.models.figures import PrintedFigure

_COUNTED = {column.name: column for column in figures.COLUMNS}


def _counted(*names):
    """Columns that say the same of a point as of a figure of an edition."""
    return (_COUNTED[name] for name in names)


COLUMNS = (
    *_counted("key", "member"),
    Column("strand", "Points of one strand follow each other in time and count alike", "integer"),
    *_counted("title", "start", "end"),
    Column("value", "The count; blank where it is withheld, taken out or not known", "integer"),
    Column("text", "The value as the report prints it; blank where it is withheld or taken out"),
    *_counted("marker", "base", "unit", "cohort", "counts", "out_of", "rule", "citation", "source"),
    Column("counted_otherwise", "How its count differs from the row before of its strand"),
    Column("was", "Values that earlier editions and reports printed for the same date or period"),
    Column(
        "taken_out", "True where a correction removed it from the report that printed it", "boolean"
    ),
    Column("paper", "The address of the report that prints it, under the address of the site"),
    Column("edition", "The number of its edition", "integer"),
    Column("issued_on", "The date on which that edition was published", "date"),
    *_counted("address"),
)
NAMES = tuple(column.name for column in COLUMNS)
CSV = "data.csv"


def series(key: str, member: str, matches: tuple[Strand, ...]) -> dict:
    """One figure's strands, each with its points."""
    entries = [
        {"number": item.number, "title": item.title, "points": [*map(_point, item.points)]}
        for item in matches
    ]
    title = matches[-1].points[-1].entry.title
    return {"key": key, "member": member, "title": title, "strands": entries, "licence": licence()}


def rows(matches: tuple[Strand, ...]) -> Iterator[dict]:
    """A flat row for each point, under `NAMES`."""
    for strand in matches:
        for point in strand.points:
            values = _point(point)
            edition = values.pop("edition")
            placed = {"paper": edition["paper_address"], "edition": edition["number"]}
            fields = {"strand": strand.number, "issued_on": edition["issued_on"]}
            otherwise = " ".join(values["counted_otherwise"])
            was = "; ".join(f"{item['text']} in {item['said_in']}" for item in values["was"])
            yield {**values, **placed, **fields, "counted_otherwise": otherwise, "was": was}


def as_csv(matches: Iterable[dict], head: bool = True) -> str:
    """Rows as a table, with its head or going on."""
    entries = [[row[name] for name in NAMES] for row in map(whole_addresses, matches)]
    return separated([NAMES, *entries]) if head else lines(entries)


def described(council: str, title: str) -> dict:
    """What the columns of a table of points hold, in the W3C's words."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "url": CSV,
        "dc:title": title,
        "dc:publisher": council,
        "dc:license": linked(),
        "tableSchema": {"columns": figures.described(COLUMNS)},
    }


def every(printed: Iterable[PrintedFigure]) -> Iterator[tuple[str, str, tuple[Strand, ...]]]:
    """(key, member, strands) of each figure among rows that stand in order of their figures."""
    for (key, member), some in groupby(printed, key=lambda item: (item.key, item.member)):
        yield key, member, strands(some)


def fingerprint(editions: EditionQuerySet, media_type: str) -> str:
    """The fingerprint of every figure of `editions` in one file, all of which follows from them."""
    digests = editions.order_by("pk").values_list("pk", "digest")
    values = (*digests, settings.PUBLIC_ADDRESS, media_type)
    return f'"{sha256(repr(values).encode()).hexdigest()}"'


def _point(point: Point) -> dict:
    entry, display = point.entry, not (point.withheld or point.taken_out)
    names = ("member", "title", "start", "end", "when", "unit", "cohort", "counts")
    names += ("out_of", "rule", "citation", "source")
    return {
        "key": current_key(entry.key),
        **{name: getattr(entry, name) for name in names},
        "value": entry.count if display else None,
        "text": entry.text if display else "",
        "base": entry.base_count if display else None,
        "marker": WITHHELD if point.withheld else "",
        "marker_words": figure.WITHHELD if point.withheld else "",
        "taken_out": point.taken_out,
        "counted_otherwise": list(point.breaks),
        "was": [
            {
                "text": item.entry.text,
                "value": item.entry.count,
                "base": item.entry.base_count,
                "said_in": item.edition_words,
                "address": item.address,
            }
            for item in point.was
        ],
        "address": point.printing.address,
        "places": figure.placed(point.printing.places),
        "edition": figure.about(point.printing.edition),
    }
