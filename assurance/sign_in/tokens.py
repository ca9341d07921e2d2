"""Identity tokens: signed by the provider, meant for this service, and still valid."""

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error

# Never one that signs with a shared secret: the provider's public key would be taken for it.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384")
# Clocks of two servers differ.
LEEWAY = 60
NEEDED = ("iss", "sub", "aud", "exp", "iat")


def verified_values(token: str, keys: dict, *, issuer: str, client: str) -> dict:
    """What an identity token holds; raises `OAuth2Error` unless one of `keys` signed it, `issuer`
    wrote it for `client` alone, and its time is now."""
    try:
        values = jwt.decode(
            token,
            key=_key(keys, jwt.get_unverified_header(token)),
            algorithms=ALGORITHMS,
            audience=client,
            issuer=issuer,
            leeway=LEEWAY,
            options={"require": NEEDED},
        )
    except jwt.PyJWTError as error:
        raise OAuth2Error("The identity token is not valid") from error
    if isinstance(values["aud"], list) and len(values["aud"]) > 1 and values.get("azp") != client:
        raise OAuth2Error("The identity token was written for another service as well")
    return values


def _key(keys, header):
    """The one of `keys` that the token names; the only one, where it names none."""
    listed = jwt.PyJWKSet.from_dict(keys).keys
    named = [key for key in listed if header.get("kid") in (None, key.key_id)]
    if len(named) != 1:
        raise jwt.InvalidKeyError("no such key")
    return named[0]
