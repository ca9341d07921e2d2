"""The pages of the service that a search names: those of the navigation, those one step further,
and forms that add."""

from collections.abc import Iterator

from django.urls import resolve, reverse

from assurance.accounts.access import permissions
from assurance.registers.declaration import REGISTERS
from reports.tasks.record_search.terms import search_words

MOST = 8
# “How to record a breach” asks for the form that adds one.
ADDS = {"new", "record", "create", "enter"}
# Pages that a list or another page leads to, by the words that people have for them.
FURTHER = (
    ("Missing counts of looked-after children", "looked_after:missing"),
    ("Recount stored counts", "looked_after:recounts"),
    ("Audits waiting to be shared", "audits:awaiting"),
    ("Random samples of cases", "audits:sample-list"),
    ("Compare with the HR system", "dbs:hr"),
    ("People set aside, to be approved", "dbs:set-asides"),
    ("Self-evaluation as one document", "governance:self-evaluation"),
    ("Your notes on published reports", "publication:notes"),
    ("Calendar and e-mail of your tasks", "notices"),
    ("Your tasks: what waits for you and for your approval", "home"),
)
# What brings files in, whatever they hold.
IMPORTS, IMPORT_FILES = {"import", "upload"}, "Import files"
IDLE = {
    *("how", "do", "does", "can", "where", "find", "page", "form", "i"),
    *("what", "whats", "my", "is", "anything", "me"),
}


def pages_named(words, navigation, user) -> list[tuple[str, str]]:
    """(words, address) of the pages whose names have every one of `words`, without endings."""
    typed = [word for word in search_words(words.lower()) if word not in IDLE]
    asked = ["add" if word in ADDS else word for word in typed]
    if asked and asked[0] in IMPORTS:
        asked = IMPORT_FILES.lower().split()
    named = (*_of_navigation(navigation), *_further(user), *_that_add(user))
    return [page for page in dict.fromkeys(named) if asked and _has_all(page[0], asked)][:MOST]


def _of_navigation(navigation) -> Iterator[tuple[str, str]]:
    for area in navigation:
        for link in area.within or (area,):
            yield (link.words, link.address)


def _further(user) -> Iterator[tuple[str, str]]:
    allowed = permissions(user)
    for words, name in FURTHER:
        address = reverse(name)
        if resolve(address).func.access in allowed:
            yield words, address


def _that_add(user) -> Iterator[tuple[str, str]]:
    for register in REGISTERS:
        if register.add and not register.parent and register.may_change(user):
            yield (f"Add {register.a_noun}", register.address("add"))


def _has_all(name, asked):
    index = name.lower().split()
    return all(any(word.startswith(term) for word in index) for term in asked)
