"""The classes of personal data that a field may hold.

Every field that can hold words, and every date or number about one person, is put in one of these
by
a `personal` mapping on its model; a test fails on a field that is in none.
"""

from enum import StrEnum


class Personal(StrEnum):
    """How a field stands to a person: UK GDPR articles 4 and 9, and DPA 2018 s.11 for the last."""

    NONE = "not about a person"
    IDENTIFIES = "identifies a person"
    ABOUT = "about a person who can be found"
    PSEUDONYM = "a keyed digest that stands for a person"
    SPECIAL = "special category or about a child"
    MAY = "free words that may hold something about a person"
