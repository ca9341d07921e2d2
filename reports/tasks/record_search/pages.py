"""The pages of the service that a search names: those of the navigation, and forms that add."""

from collections.abc import Iterator

from assurance.registers.declaration import REGISTERS
from reports.tasks.record_search.terms import search_words

MOST = 8
# “How to record a breach” asks for the form that adds one.
ADDS = {"new", "record", "create", "enter"}
IDLE = {"how", "do", "does", "can", "where", "find", "page", "form", "i"}


def pages_named(words, navigation, user) -> list[tuple[str, str]]:
    """(words, address) of the pages whose names have every one of `words`, without endings."""
    typed = [word for word in search_words(words.lower()) if word not in IDLE]
    asked = ["add" if word in ADDS else word for word in typed]
    pages = dict.fromkeys([*_of_navigation(navigation), *_that_add(user)])
    return [page for page in pages if asked and _has_all(page[0], asked)][:MOST]


def _of_navigation(navigation) -> Iterator[tuple[str, str]]:
    for area in navigation:
        for link in area.within or (area,):
            yield (link.words, link.address)


def _that_add(user) -> Iterator[tuple[str, str]]:
    for register in REGISTERS:
        if register.add and not register.parent and register.may_change(user):
            yield (f"Add {register.a_noun}", register.address("add"))


def _has_all(name, asked):
    index = name.lower().split()
    return all(any(word.startswith(term) for word in index) for term in asked)
