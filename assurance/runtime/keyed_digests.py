"""Digests under the installation's own key, each of which names the key that it was made with."""

import hmac
from functools import lru_cache
from hashlib import sha256

from django.conf import settings

# Of HMAC-SHA-256 the first 224 bits, a hyphen and the name of the key: as long as a whole one.
DIGITS = 56
NAME_DIGITS = 7


def keyed_digest(text: str) -> str:
    """HMAC-SHA-256 of `text` under the digest key in use, with the name of that key."""
    return _digest(settings.DIGEST_KEY, text.encode())


def keyed_digests(text: str) -> list[str]:
    """Every digest under which `text` may be kept, that of the key in use first.

    Digests of before keys had names are whole and name none.
    """
    content = text.encode()
    pairs = ((_digest(key, content), _nameless(key, content)) for key in keys())
    return [digest for pair in pairs for digest in pair]


def has_digest(text: str, digest: str) -> bool:
    """True where `digest` is of `text`, under the key that it was made with."""
    return any(hmac.compare_digest(own, digest) for own in keyed_digests(text))


def keys() -> list[str]:
    """The digest key in use, then the older ones."""
    return [settings.DIGEST_KEY, *settings.DIGEST_KEY_FALLBACKS]


@lru_cache(maxsize=64)
def name_of(key: str) -> str:
    """The name of a key, which follows from it and does not give it away."""
    return sha256(b"candour digest key:" + key.encode()).hexdigest()[:NAME_DIGITS]


def is_in_use(digest: str) -> bool:
    """True where `digest` was made with the key in use."""
    return name_in(digest) == name_in_use()


def name_in_use() -> str:
    """The name of the key in use."""
    return name_of(settings.DIGEST_KEY)


def name_in(digest: str) -> str:
    """The name of the key that `digest` was made with; empty where it names none."""
    return digest.partition("-")[2]


def _digest(key, content):
    return f"{_nameless(key, content)[:DIGITS]}-{name_of(key)}"


def _nameless(key, content):
    return hmac.digest(key.encode(), content, "sha256").hex()
