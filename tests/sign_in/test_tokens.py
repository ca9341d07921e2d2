"""Identity tokens: which are taken, without a provider."""

import base64
import json
import time

import jwt
import pytest
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from assurance.sign_in.tokens import verified_values

KEYS = {name: rsa.generate_private_key(65537, 2048) for name in ("one", "two")}
CURVE = ec.generate_private_key(ec.SECP256R1())
TIMES = ("iat", "nbf", "exp")
ISSUER, CLIENT = "https://id.example", "client"


def values(**changed):
    """What a token holds; its times as seconds from now."""
    now = int(time.time())
    changed |= {n: now + changed[n] for n in TIMES if isinstance(changed.get(n), int)}
    usual = {"iss": ISSUER, "sub": "1", "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": "n"}
    return {name: value for name, value in {**usual, **changed}.items() if value is not None}


def public(*names):
    """The provider's keys."""
    keys = [json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEYS[n].public_key())) for n in names]
    found = [{**key, "kid": n, "alg": "RS256"} for n, key in zip(names, keys, strict=True)]
    curve = json.loads(jwt.algorithms.ECAlgorithm.to_jwk(CURVE.public_key()))
    return {"keys": [*found, {**curve, "kid": "curve", "alg": "ES256"}]}


def read(token, keys=None):
    """The values of a token that is taken, or None."""
    try:
        return verified_values(token, keys or public("one"), issuer=ISSUER, client=CLIENT)
    except OAuth2Error:
        return None


def signed(key="one", kid="one", algorithm="RS256", **changed):
    """A token."""
    headers = {"kid": kid} if kid else {}
    return jwt.encode(values(**changed), KEYS.get(key, CURVE), algorithm, headers=headers)


def test_a_token_that_a_known_key_signed_is_taken():
    assert read(signed())["sub"] == "1"
    assert read(signed("two", "two"), public("one", "two"))["nonce"] == "n"
    assert read(signed("curve", "curve", "ES256"))["sub"] == "1"
    assert read(signed(aud=[CLIENT]))["sub"] == "1"
    assert read(signed(aud=[CLIENT, "other"], azp=CLIENT))["sub"] == "1"
    # Clocks differ by less than a minute.
    assert read(signed(exp=-30))["sub"] == "1"


@pytest.mark.parametrize(
    "changed",
    [
        {"key": "two"},
        {"kid": "three"},
        {"kid": "curve"},
        {"kid": ""},
        {"key": "two", "kid": "two"},
        {"algorithm": "PS512"},
        {"aud": "other"},
        {"aud": [CLIENT, "other"]},
        {"aud": [CLIENT, "other"], "azp": "other"},
        {"aud": None},
        {"iss": "https://id.example/"},
        {"iss": None},
        {"sub": None},
        {"exp": -120},
        {"exp": None},
        {"exp": "soon"},
        {"iat": 120},
        {"iat": None},
        {"nbf": 120},
    ],
)
def test_another_token_is_not_taken(changed):
    assert read(signed(**changed)) is None


def test_what_is_no_token_is_not_taken():
    whole = signed()
    head, body, signature = whole.split(".")
    other = base64.urlsafe_b64encode(json.dumps(values(sub="2")).encode()).rstrip(b"=").decode()
    unsigned = jwt.encode(values(), None, "none", headers={"kid": "one"})
    for token in ("", ".", "..", "a.b.c", whole[:-4], f"{head}.{other}.{signature}", unsigned):
        assert read(token) is None, token
    assert read(f"{head}.{body}.{signature}")
    for keys in ({}, {"keys": []}, {"keys": [{}]}, {"keys": [{"kty": "RSA", "kid": "one"}]}):
        with pytest.raises(OAuth2Error):
            verified_values(whole, keys, issuer=ISSUER, client=CLIENT)
