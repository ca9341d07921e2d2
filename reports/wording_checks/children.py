"""What may name a child or a relative, or say how to find them."""

from collections.abc import Iterator
from functools import lru_cache

from assurance.tables.oddities import OF_REPORTS, naming_passage
from reports.checks.reading import CELL, PROSE, Reading
from reports.checks.rule import WORDING, Fault, Severity, fault, rule
from reports.wording_checks.contact_lines import is_contact

_SAYS = (
    "This may name a child or a relative, or give their number, telephone or address. No report "
    "needs that."
)
_MEND = "Take it out. If it identifies no child or relative, accept it with that reason."


@rule("may-name-child", Severity.WARNING, "data protection: reports name no child", family=WORDING)
def children_named(reading: Reading, _known) -> Iterator[Fault]:
    """No text or cell names a child or a relative, or gives their address or number.

    Whoever typed it was asked then; this finds what came by other ways, such as files.
    """
    for line in reading.lines:
        place = _names_child(line.text) if line.kind in (*PROSE, CELL) else None
        if place and not is_contact(line):
            yield fault(line, place, _SAYS, _MEND)


@lru_cache(1 << 12)
def _names_child(text):
    return naming_passage(text, OF_REPORTS)
