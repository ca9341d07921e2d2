"""The figures and typed numbers of a paper as data, with a mark where a value is withheld."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.documents.data.addresses import whole_address
from reports.documents.data.separated_values import separated
from reports.documents.document import STATED, Document

# The origin of a figure of an edition that is older than the record of it.
NOT_RECORDED = "not recorded"

WITHHELD = "c"


@dataclass(frozen=True)
class Column:
    """A column: its name, what stands in it, and its type in the W3C's words."""

    name: str
    about: str
    datatype: str = "string"


COLUMNS = (
    Column("number", "The figure’s number in this edition", "integer"),
    Column("key", "The figure’s key, the same in every report; “stated” for a typed number"),
    Column("member", "The part of a breakdown; blank for the whole"),
    Column("title", "The figure’s title"),
    Column("value", "The count; blank where it is withheld or not known", "integer"),
    Column("text", "The value as the report prints it; blank where it is withheld"),
    Column("marker", f"“{WITHHELD}” where the value is withheld so that no one can be recognised"),
    Column("base", "Out of how many; blank where the figure has no base", "integer"),
    Column("unit", "The unit that is counted"),
    Column("start", "The start date of the period; for a count on one date, that date", "date"),
    Column("end", "The end date of the period; for a count on one date, that date", "date"),
    Column("cohort", "The population, where a group changes"),
    Column("counts", "The definition of the count"),
    Column("out_of", "The definition of the base"),
    Column("rule", "The rule for counting it"),
    Column("citation", "The law or guidance that the rule is from"),
    Column("source", "The records it was counted from; of a typed number, its source"),
    Column(
        "origin",
        "“counted” from records, “entered” or “partly entered” with a source, "
        "“published” by others, or “typed”; “not recorded” in editions published before origins "
        "were kept",
    ),
    Column("made_of", "The numbers of the figures that it is calculated from; blank where counted"),
    Column("edition", "The edition of the report that prints it", "integer"),
    Column("address", "The figure’s own page, under the address of the site"),
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


def figure_rows(document: Document, root: str = "") -> list[dict]:
    """What the public may know of each figure, as `NAMES` has it: `value` and `base` are
    numbers or None, `text` the value in words as print has it, `marker` a `c` where withheld.
    Addresses are under `root`, the public address of the installation."""
    return [
        {
            **{name: getattr(entry, name) for name in NAMES if hasattr(entry, name)},
            "value": entry.count,
            "text": "" if entry.mark else entry.text,
            "base": entry.base_count,
            "marker": WITHHELD if entry.mark else "",
            "origin": "typed" if entry.key == STATED else entry.origin or NOT_RECORDED,
            "made_of": " ".join(map(str, entry.made_of)),
            "edition": document.edition,
            "address": _address(document, entry, root),
        }
        for entry in document.figures
    ]


def figures_csv(document: Document, number: int = 0, root: str = "") -> str:
    """One row a figure, or that of figure `number` alone, under `NAMES`."""
    rows = [row for row in figure_rows(document, root) if number in (0, row["number"])]
    return separated([NAMES, *([row[name] for name in NAMES] for row in rows)])


def _address(document, entry, root):
    if not document.address:
        return ""
    own = f"{document.address}edition-{document.edition}/figures/{entry.number}/"
    return whole_address(own, root)
