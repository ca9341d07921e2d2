"""A keyed digest names its key, is as long as ever, and is known again under every key kept."""

import hashlib
import hmac

import pytest

from assurance.runtime.keyed_digests import (
    has_digest,
    is_in_use,
    keyed_digest,
    keyed_digests,
    name_in,
)

TEXT = "netherby:C1"


@pytest.fixture
def rotate(settings):
    """Puts a new digest key in use and keeps the ones before it."""

    def turn(key):
        settings.DIGEST_KEY_FALLBACKS = [settings.DIGEST_KEY, *settings.DIGEST_KEY_FALLBACKS]
        settings.DIGEST_KEY = key

    return turn


def reckoned(key, text):
    """The digest by hand."""
    name = hashlib.sha256(f"candour digest key:{key}".encode()).hexdigest()[:7]
    whole = hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()
    return f"{whole[:56]}-{name}"


def test_a_digest_is_of_the_key_in_use_and_names_it(settings):
    settings.DIGEST_KEY = "one"
    assert keyed_digest(TEXT) == reckoned("one", TEXT)
    assert len(keyed_digest(TEXT)) == 64 and is_in_use(keyed_digest(TEXT))
    assert keyed_digest(TEXT) != keyed_digest(f"{TEXT} ")


def test_digests_of_every_key_kept_are_known_and_of_no_other(settings, rotate):
    settings.DIGEST_KEY = "one"
    whole = hmac.new(b"one", TEXT.encode(), hashlib.sha256).hexdigest()
    for key in ("two", "three"):
        rotate(key)
    assert keyed_digests(TEXT)[0] == keyed_digest(TEXT) == reckoned("three", TEXT)
    for digest in (reckoned("one", TEXT), reckoned("two", TEXT), whole):
        assert has_digest(TEXT, digest) and not is_in_use(digest)
        assert not has_digest("another", digest)
    assert not has_digest(TEXT, reckoned("four", TEXT)) and not has_digest(TEXT, "")
    # The name of one key with the digest of another is no digest.
    assert not has_digest(TEXT, f"{whole[:56]}-{name_in(reckoned('two', TEXT))}")
