"""Values of a row that have another digest than was kept of them are named, whichever key of those
that are kept it was made with; without a key, and of other columns, none is."""

import pytest
from django.test import override_settings

from assurance.records.proofs.field_digests import changed_places, field_digests

SALT, TEXTS = "01", ['"North"', "null", '"2016-01-18"']


@pytest.mark.parametrize("place", [None, 0, 1, 2])
def test_the_values_that_changed_are_named(place):
    kept = field_digests(SALT, TEXTS)
    now = [text + "x" * (at == place) for at, text in enumerate(TEXTS)]
    assert changed_places(SALT, now, kept) == [place] * (place is not None)


def test_digests_of_an_older_key_are_read_while_it_is_kept_and_not_after():
    with override_settings(DIGEST_KEY="older"):
        kept = field_digests(SALT, TEXTS)
    changed = ['"South"', *TEXTS[1:]]
    with override_settings(DIGEST_KEY="newer", DIGEST_KEY_FALLBACKS=["older"]):
        assert field_digests(SALT, TEXTS) != kept
        assert changed_places(SALT, changed, kept) == [0]
    with override_settings(DIGEST_KEY="newer", DIGEST_KEY_FALLBACKS=[]):
        assert changed_places(SALT, changed, kept) == []


def test_another_salt_another_place_and_other_columns_have_other_digests():
    kept = field_digests(SALT, ["1", "1"])
    assert kept[:4] != kept[4:] and field_digests("02", ["1", "1"]) != kept
    assert changed_places(SALT, ["1"], kept) == []
