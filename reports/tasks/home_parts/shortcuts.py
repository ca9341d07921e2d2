"""The title of a working home, with what its reader adds most often."""

from functools import cache

from django.urls import resolve, reverse

ADDITIONS = (
    ("Add a case audit", "audits:add"),
    ("Add a person", "dbs:add"),
    ("Add a count of children", "looked_after:add"),
    ("Add an action", "improvement:add"),
    ("Add a review", "reviews:add"),
    ("Import files", "imports:start"),
)


def of_additions(reader):
    """(words, address) of each page that the reader may open; None for who only reads."""
    if reader.only_reads:
        return None
    pages = [(words, *_page(name)) for words, name in ADDITIONS]
    return {"links": [(words, address) for words, address, access in pages if _may(reader, access)]}


def _may(reader, access):
    return access in reader.permissions


@cache
def _page(name):
    # The page's own declaration decides, so the home never offers what the guard refuses.
    address = reverse(name)
    return address, resolve(address).func.access
