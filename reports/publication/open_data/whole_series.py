"""A figure through all published papers as data, and every figure of a council in one file."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reports.documents.data.figures import WITHHELD, Column
from reports.documents.data.separated_values import separated
from reports.documents.licence import licence, linked
from reports.publication.figure_history import Point, Strand, strands
from reports.publication.models.figures import PrintedFigure
from reports.publication.open_data import figure

_ABOUT = (
    Column("key", "What is counted, the same in every paper"),
    Column("member", "The part of a breakdown; blank for the whole"),
    Column("strand", "Points of one strand follow each other in time and count alike", "integer"),
    Column("title", "What the figure is called"),
    Column("start", "The first day that is counted; for a position, its day", "date"),
    Column("end", "The last day that is counted; for a position, its day", "date"),
    Column("value", "The count; blank where it is withheld, taken out or not known", "integer"),
    Column("text", "The value as the paper prints it; blank where it is withheld or taken out"),
    Column("marker", f"“{WITHHELD}” where the value is withheld so that no one can be recognised"),
    Column("base", "Out of how many; blank where the figure has no base", "integer"),
    Column("unit", "What one of the count is"),
    Column("cohort", "Which of a changing group are counted"),
    Column("counts", "What is counted, in words"),
    Column("out_of", "What it is counted out of, in words"),
    Column("rule", "By which rule it is counted"),
    Column("citation", "The law or guidance that the rule is from"),
    Column("source", "The records it was counted from"),
    Column("counted_otherwise", "How it is counted otherwise than the row before of its strand"),
    Column("was", "What earlier editions and papers said of the same day or period"),
    Column("taken_out", "Whether a correction took it out of the paper that printed it", "boolean"),
    Column("paper", "The address of the paper that says so, under the address of the site"),
    Column("edition", "The number of its edition", "integer"),
    Column("issued_on", "The day on which that edition was issued", "date"),
    Column("address", "The figure's own page, under the address of the site"),
)
COLUMNS = tuple(item.name for item in _ABOUT)
CSV = "data.csv"


def series(key: str, member: str, matches: tuple[Strand, ...]) -> dict:
    """One figure's strands, each with its points."""
    entries = [
        {"number": item.number, "title": item.title, "points": _points(item)} for item in matches
    ]
    title = matches[-1].points[-1].entry.title
    return {"key": key, "member": member, "title": title, "strands": entries, "licence": licence()}


def rows(matches: tuple[Strand, ...]) -> Iterator[dict]:
    """A flat row for each point, under the names of `COLUMNS`."""
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
    entries = [[_plain(row[name]) for name in COLUMNS] for row in matches]
    return separated([COLUMNS, *entries] if head else entries)


def described(council: str, title: str) -> dict:
    """What the columns of a table of points hold, in the W3C's words."""
    columns = [
        {
            "name": item.name,
            "titles": item.name,
            "dc:description": item.about,
            "datatype": item.datatype,
            "null": "",
        }
        for item in _ABOUT
    ]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "url": CSV,
        "dc:title": title,
        "dc:publisher": council,
        "dc:license": linked(),
        "tableSchema": {"columns": columns},
    }


def every(printed: Iterable[PrintedFigure]) -> Iterator[tuple[str, str, tuple[Strand, ...]]]:
    """(key, member, strands) of each figure among rows that stand in order of their figures."""
    for (key, member), some in groupby(printed, key=lambda item: (item.key, item.member)):
        yield key, member, strands(some)


def _points(strand):
    return [_point(point) for point in strand.points]


def _point(point: Point) -> dict:
    entry, display = point.entry, not (point.withheld or point.taken_out)
    names = ("key", "member", "title", "start", "end", "when", "unit", "cohort", "counts")
    names += ("out_of", "rule", "citation", "source")
    return {
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
        "address": point.said.address,
        "places": [{"address": there, "words": text} for there, text in point.said.places],
        "edition": figure.about(point.said.edition),
    }


def _plain(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value
