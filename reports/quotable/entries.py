"""One thing that a sentence can quote, by name and without its value, and how words find it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

FIGURE, MEMBER, SUM, RECORD = "figure", "member", "sum", "record"
COMMITMENT, DATE, REFERENCE = "commitment", "date", "reference"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Form:
    """Another form of the same thing: what it is called, and its token."""

    name: str
    token: str


@dataclass(frozen=True)
class Entry:
    """What goes in by default, under which subject, with what it is called and when it is of.

    `search` are the folded words that find it, `forms` its other forms, `record` the kind and key
    of its row, `form` the one of `forms` that the words asked for, `part` the key, member and time
    of a part that adds to others.
    """

    kind: str
    token: str
    label: str
    group: str
    when: str = ""
    definition: str = ""
    search: frozenset[str] = frozenset()
    forms: tuple[Form, ...] = ()
    record: tuple[str, int] | None = None
    form: str = ""
    is_usual: bool = False
    part: tuple[str, str, str] | None = None

    def in_form(self, form: Form) -> "Entry":
        """The same in another of its forms."""
        return replace(self, token=form.token, form=form.name)

    def under(self, group: str) -> "Entry":
        """The same under another heading."""
        return replace(self, group=group)


def folded(*texts: str) -> frozenset[str]:
    """The words of some texts as they are searched."""
    return frozenset().union(*map(_folded, texts))


@lru_cache(maxsize=8192)
def _folded(text):
    # Hundreds of entries have the same date, subject and definition.
    return frozenset(_WORD.findall(text.casefold().replace("’", "").replace("'", "")))


def known_as(label: str, glossary: Mapping[str, str]) -> str:
    """The abbreviations and long names of a label that a council's glossary gives."""
    text, names = label.casefold(), folded(label)
    more = [short for short, long in glossary.items() if long.casefold() in text]
    more += [long for short, long in glossary.items() if short.casefold() in names]
    return " ".join(more)


def begins(prefixes: Iterable[str], names: Iterable[str]) -> bool:
    """Whether each of `prefixes` begins one of `names`."""
    return all(any(each.startswith(word) for each in names) for word in prefixes)
