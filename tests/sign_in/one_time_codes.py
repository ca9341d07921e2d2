"""The code that an authenticator app shows (RFC 6238), computed here by itself."""

import base64
import hashlib
import hmac
import struct
import time


def code_of(secret, at=None):
    """The six digits that an app with `secret` shows at a time in seconds, now where none is
    given."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int(time.time() if at is None else at) // 30)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
