"""Short keyed digests of each value of a row, which name the fields of a row that was changed.

Without the digest key no value can be tried on them. They prove nothing: the digest of the
whole row does.
"""

import hmac
from collections.abc import Sequence
from hashlib import sha256

from assurance.runtime.keyed_digests import keys

# Of each value two bytes: another value has the same ones in one of 65,000 cases.
DIGITS = 4
# Of an import, which writes more rows of a table than that, there is the digest of the row alone.
MOST_ROWS = 100
SEPARATOR = "."


def field_digests(salt: str, texts: Sequence[str]) -> str:
    """The digests of the values of a row, each given as text, one after another."""
    return _digests(keys()[0], salt, texts)


def changed_places(salt: str, texts: Sequence[str], kept: str) -> list[int]:
    """The places of values that have another digest than is `kept` of them; none where these are
    not all there, or were made with a key that is kept no more."""
    if len(kept) != DIGITS * len(texts):
        return []
    known = _parted(kept)
    differences = [
        [
            place
            for place, own in enumerate(_parted(_digests(key, salt, texts)))
            if own != known[place]
        ]
        for key in keys()
    ]
    fewest = min(differences, key=len)
    return fewest if len(fewest) < len(texts) else []


def _digests(key, salt, texts):
    begun = hmac.new(key.encode(), salt.encode(), sha256)
    parts = []
    for place, text in enumerate(texts):
        digest = begun.copy()
        digest.update(f"{place}:{text}".encode())
        parts.append(digest.hexdigest()[:DIGITS])
    return "".join(parts)


def _parted(digests):
    return [digests[first : first + DIGITS] for first in range(0, len(digests), DIGITS)]
