"""Words of a council's own name, which mean nothing in a question to it."""

from assurance.accounts.models.accounts import Council
from reports.vocabulary.plain_text import plain

# Words of a council's name that mean something by themselves.
KEPT = frozenset(("children", "city", "county", "council"))


def ignored_of(council: Council) -> frozenset[str]:
    """The plain words of the name of `council` that mean nothing by themselves."""
    return frozenset(plain(council.name).split()) - KEPT
