"""Findings of the rules that ask nothing but the report, kept while it reads the same: most pages
of a report show them, and few change them."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import lru_cache

from reports.checks.context import CheckContext
from reports.checks.reading import Reading
from reports.checks.rule import Fault

# So many reports are worked on in one process at a time; each takes a megabyte.
MOST = 8


def kept_findings(reading: Reading, known: CheckContext) -> dict[Callable, Iterable[Fault]]:
    """Check of a rule → its findings in a report that read the same to the letter, after the same
    earlier reports; whoever runs a rule that is `of_paper_alone` adds them."""
    names = (item.name for item in fields(reading) if item.name != "names")
    own = tuple(getattr(reading, name) for name in names)
    return _kept((own, tuple(reading.names.items()), known.told, known.full_weight))


@lru_cache(MOST)
def _kept(_paper):
    return {}
