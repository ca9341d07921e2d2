"""Addresses that readers may have printed, bookmarked or linked to, and that never go away."""

from django.urls import URLResolver, get_resolver

from tests.sources import ROOT

ADDRESSES = ROOT / "tests" / "publication" / "public_addresses.txt"


def patterns(resolver, before="/"):
    """Each address that the service answers, as it is declared."""
    for one in resolver.url_patterns:
        address = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, address)
        else:
            yield address


def test_every_public_address_that_was_printed_once_is_still_answered():
    kept = ADDRESSES.read_text(encoding="utf-8").split()
    assert len(kept) == len({*kept}) > 40
    assert {*kept} - {*patterns(get_resolver())} == set()
