"""The secrets of second steps as the database keeps them: encrypted under a key that follows from
the digest key, with the name of that key at their end."""

import base64
import hmac

from django.core.exceptions import ValidationError

from assurance.runtime.keyed_digests import keys, name_in_use, name_of
from assurance.runtime.processes.lazy_modules import LazyModule

fernet = LazyModule("cryptography.fernet")

# What an app and the recovery codes are reckoned from, by its name in the data of a second step.
FIELDS = ("secret", "seed")
# As every token of Fernet begins, and no secret of an app (base32) or of codes (hexadecimal).
BEGINNING = "gAAAA"
UNREADABLE = (
    "The service cannot check this second step because one of its keys is missing. Tell the "
    "administrator of your council’s service."
)
_PURPOSE = b"candour secrets of second steps"


def encrypt(text: str) -> str:
    """`text` encrypted under the key in use (Fernet: AES-128-CBC with HMAC-SHA-256), a hyphen and
    the name of that key."""
    key = keys()[0]
    return f"{_cipher(key).encrypt(text.encode()).decode()}-{name_of(key)}"


def decrypt(stored: str) -> str:
    """The text that `encrypt` was called with; a text that is not encrypted, unchanged.

    Raises `ValidationError` where the key is not set any more or the stored text was changed: with
    an empty secret in its place the codes could be reckoned without it.
    """
    if not is_encrypted(stored):
        return stored
    token, _hyphen, name = stored.rpartition("-")
    for key in keys():
        if name_of(key) == name:
            try:
                return _cipher(key).decrypt(token.encode()).decode()
            except fernet.InvalidToken:
                break
    raise ValidationError(UNREADABLE)


def is_encrypted(stored: str) -> bool:
    """True for what `encrypt` gives."""
    return stored.startswith(BEGINNING)


def needs_renewal(data: dict) -> bool:
    """True where a secret in the data of a second step is not encrypted under the key in use."""
    ending = f"-{name_in_use()}"
    return any(not (is_encrypted(text) and text.endswith(ending)) for _, text in _secrets(data))


def data_encrypted(data: dict) -> dict:
    """The data of a second step with its secrets encrypted under the key in use; one that cannot be
    read stays unchanged."""
    plain = [pair for pair in _secrets(data_decrypted(data)) if not is_encrypted(pair[1])]
    return data | {name: encrypt(text) for name, text in plain}


def data_decrypted(data: dict) -> dict:
    """The data of a second step with its secrets as they were encrypted; one that cannot be read
    stays unchanged."""
    result = dict(data)
    for name, text in _secrets(data):
        try:
            result[name] = decrypt(text)
        except ValidationError:
            continue
    return result


def _secrets(data):
    return [(name, data[name]) for name in FIELDS if isinstance(data.get(name), str)]


def _cipher(key):
    return fernet.Fernet(base64.urlsafe_b64encode(hmac.digest(key.encode(), _PURPOSE, "sha256")))
