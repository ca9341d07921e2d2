"""The first wording of what a clerk says of a correction: the places whose words differ. Figures,
dates and typed numbers are named by the program (`reports.editions.correction_notice`)."""

from collections.abc import Iterator

from reports.documents.diff import Comparison, compare
from reports.documents.document import Document
from reports.editions.correction_notice import without_approval

NOTHING = "Nothing that prints differs yet."


def proposed(before: Document, after: Document) -> str:
    """The places where `after` words differ from those of `before`, a sentence a line, for a clerk
    to word."""
    result = compare(without_approval(before), without_approval(after))
    return "\n".join(_places(result)) or NOTHING


def _places(comparison: Comparison) -> Iterator[str]:
    entries = (
        ("Words changed", [line.where for line in comparison.lines if line.before and line.after]),
        ("Words added", [line.where for line in comparison.lines if not line.before]),
        ("Words taken out", [line.where for line in comparison.lines if not line.after]),
    )
    for what, places in entries:
        named = list(dict.fromkeys(filter(None, places)))
        if named:
            yield f"{what}: {', '.join(named)}."
