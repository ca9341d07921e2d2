"""The classes of personal data that a field may hold, and changes of fields by their class.

Every field that can hold words, and every date or number about one person, is put in one of these
by a `personal` mapping on its model; a test fails on a field that is in none.
"""

from dataclasses import dataclass
from enum import StrEnum


class Personal(StrEnum):
    """How a field stands to a person: UK GDPR articles 4 and 9, and DPA 2018 s.11 for the last."""

    NONE = "not about a person"
    IDENTIFIES = "identifies a person"
    ABOUT = "about a person who can be found"
    PSEUDONYM = "a keyed digest in place of a person"
    SPECIAL = "special category or about a child"
    MAY = "free words that may describe a person"


@dataclass(frozen=True)
class Change:
    """A field's values before and after, as JSON holds them; `is_personal` ones leave the chain."""

    field: str
    before: object
    after: object
    is_personal: bool


def changes(before, after, personal):
    """The `Change`s between two mappings of field → value; a field missing from one counts as None
    there.

    `personal` is the model's mapping of field → `Personal`. A field it does not name is taken for
    personal, since what history holds by mistake can never be removed from the chain.
    """
    fields = sorted({*before, *after})
    return tuple(
        Change(field, before.get(field), after.get(field), _is_personal(field, personal))
        for field in fields
        if before.get(field) != after.get(field)
    )


def impersonal_changes(values):
    """The changes from nothing to `values`, none of which is about a person."""
    return changes({}, values, dict.fromkeys(values, Personal.NONE))


def _is_personal(field, personal):
    return personal.get(field, Personal.MAY) != Personal.NONE
