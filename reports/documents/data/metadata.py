"""What the data files of a paper hold, in the W3C's words for tables on the web (CSVW, 2015)."""

from collections.abc import Mapping

from reports.documents.data.addresses import whole_address
from reports.documents.data.figures import COLUMNS, described
from reports.documents.data.tables import WITHHELD, PrintedTable
from reports.documents.document import Document

MEDIA_TYPE = "application/csvm+json"


def csv_metadata(
    document: Document, figures: str, tables: Mapping[str, PrintedTable], root: str = ""
) -> dict:
    """The description of the files of figures and tables; `tables` maps a name to its content, and
    `root` is the public address of the installation."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": document.language}],
        "dc:title": document.title,
        "dc:publisher": document.council,
        "dc:issued": document.created or document.dated,
        "dc:identifier": whole_address(f"{document.address}edition-{document.edition}/", root),
        "dc:hasVersion": str(document.edition),
        "rdfs:comment": ["".join(run.text for run in notice.runs) for notice in document.notices],
        "tables": [
            _figures(document, figures),
            *(_table(name, table) for name, table in tables.items()),
        ],
    }


def _figures(document, name):
    return {
        "url": name,
        "dc:title": f"Every figure of “{document.title}”",
        "tableSchema": {"columns": described(COLUMNS), "primaryKey": "number"},
    }


def _table(name, table):
    columns = [
        {
            "name": f"column_{place}",
            "titles": head,
            "datatype": _datatype([row[place - 1] for row in table.rows]),
            "null": ["", WITHHELD],
        }
        for place, head in enumerate(table.heads, 1)
    ]
    return {
        "url": name,
        "dc:title": table.title,
        "rdfs:comment": list(table.notes),
        "tableSchema": {"columns": columns},
    }


def _datatype(values):
    """`number` for a column of numbers, some of them withheld or left out; else `string`."""
    entries = [value for value in values if value not in ("", WITHHELD)]
    return "number" if entries and not any(isinstance(item, str) for item in entries) else "string"
