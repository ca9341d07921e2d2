"""The figures and typed numbers of a paper as data, with a mark where a value is withheld."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.documents.data.separated_values import separated
from reports.documents.document import Document

WITHHELD = "c"


@dataclass(frozen=True)
class Column:
    """A column: its name, what stands in it, and its type in the W3C's words."""

    name: str
    about: str
    datatype: str = "string"


COLUMNS = (
    Column("number", "The figure's number in this edition", "integer"),
    Column("key", "What is counted, the same in every paper; “stated” for a typed number"),
    Column("member", "The part of a breakdown; blank for the whole"),
    Column("title", "What the figure is called"),
    Column("value", "The count; blank where it is withheld or not known", "integer"),
    Column("text", "The value as the paper prints it; blank where it is withheld"),
    Column("marker", f"“{WITHHELD}” where the value is withheld so that no one can be recognised"),
    Column("base", "Out of how many; blank where the figure has no base", "integer"),
    Column("unit", "What one of the count is"),
    Column("start", "The first day that is counted; for a position, its day", "date"),
    Column("end", "The last day that is counted; for a position, its day", "date"),
    Column("cohort", "Which of a changing group are counted"),
    Column("counts", "What is counted, in words"),
    Column("out_of", "What it is counted out of, in words"),
    Column("rule", "By which rule it is counted"),
    Column("citation", "The law or guidance that the rule is from"),
    Column("source", "The records it was counted from; of a typed number, its source"),
    Column("made_of", "The numbers of the figures that it is reckoned from; blank where counted"),
    Column("edition", "The edition of the paper that prints it", "integer"),
    Column("address", "The figure's own page, under the address of the site"),
)
NAMES = tuple(item.name for item in COLUMNS)


def described(columns: Iterable[Column]) -> list[dict]:
    """What `columns` hold, in the words of the W3C for tables on the web."""
    return [
        {
            "name": column.name,
            "titles": column.name,
            "dc:description": column.about,
            "datatype": column.datatype,
            "null": "",
        }
        for column in columns
    ]


def figure_rows(document: Document) -> list[dict]:
    """What the public may know of each figure, as `NAMES` has it: `value` and `base` are
    numbers or None, `text` the value in words as print has it, `marker` a `c` where withheld."""
    return [
        {
            **{name: getattr(entry, name) for name in NAMES if hasattr(entry, name)},
            "value": entry.count,
            "text": "" if entry.mark else entry.text,
            "base": entry.base_count,
            "marker": WITHHELD if entry.mark else "",
            "made_of": " ".join(map(str, entry.made_of)),
            "edition": document.edition,
            "address": _address(document, entry),
        }
        for entry in document.figures
    ]


def figures_csv(document: Document, number: int = 0) -> str:
    """One row a figure, or that of figure `number` alone, under `NAMES`."""
    rows = [row for row in figure_rows(document) if number in (0, row["number"])]
    return separated([NAMES, *([row[name] for name in NAMES] for row in rows)])


def _address(document, entry):
    if not document.address:
        return ""
    return f"{document.address}edition-{document.edition}/figures/{entry.number}/"
