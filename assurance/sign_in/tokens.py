"""Identity and logout tokens: signed by the provider, meant for this service, and still valid."""

from allauth.socialaccount.providers.oauth2.client import OAuth2Error

from assurance.runtime.processes.lazy_modules import LazyModule

jwt = LazyModule("jwt")

# Never one that signs with a shared secret: the provider's public key would be taken for it.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384")
# Clocks of two servers differ.
LEEWAY = 60
NEEDED = ("iss", "sub", "aud", "exp", "iat")
# Of a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.4); `exp` is newer than some
# providers, so that one without it has to be fresh.
NEEDED_TO_LOG_OUT = ("iss", "aud", "iat", "jti", "events")
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
# How old in seconds a logout token may be, whatever it says itself.
LOGOUT_SECONDS = 300


def verified_values(token: str, keys: dict, *, issuer: str, client: str) -> dict:
    """What an identity token holds; raises `OAuth2Error` unless one of `keys` signed it, `issuer`
    wrote it for `client` alone, and its time is now."""
    values = _decoded(token, keys, issuer, client, NEEDED)
    if isinstance(values["aud"], list) and len(values["aud"]) > 1 and values.get("azp") != client:
        raise OAuth2Error("The identity token was written for another service as well")
    return values


def logout_values(token: str, keys: dict, *, issuer: str, client: str, now: float) -> dict:
    """The contents of a logout token (section 2.6 of the same), new or known already. Raises
    `OAuth2Error` unless one of `keys` signed it, `issuer` wrote it for `client` just before `now`
    (in seconds), and it names a person or a session that the provider has signed out."""
    values = _decoded(token, keys, issuer, client, NEEDED_TO_LOG_OUT)
    events = values["events"]
    if not isinstance(events, dict) or not isinstance(events.get(LOGOUT_EVENT), dict):
        raise OAuth2Error("The token is of another event")
    if "nonce" in values:
        raise OAuth2Error("A logout token has no nonce")
    if now - values["iat"] > LOGOUT_SECONDS + LEEWAY:
        raise OAuth2Error("The logout token is too old")
    names = [values[name] for name in ("sub", "sid") if name in values]
    if not names or not all(isinstance(text, str) and text for text in (*names, values["jti"])):
        raise OAuth2Error("The logout token names no person and no session")
    return values


def _decoded(token, keys, issuer, client, needed):
    try:
        return jwt.decode(
            token,
            key=_key(keys, jwt.get_unverified_header(token)),
            algorithms=ALGORITHMS,
            audience=client,
            issuer=issuer,
            leeway=LEEWAY,
            options={"require": needed},
        )
    except jwt.PyJWTError as error:
        raise OAuth2Error("The token is not valid") from error


def _key(keys, header):
    """The one of `keys` that the token names; the only one, where it names none."""
    listed = jwt.PyJWKSet.from_dict(keys).keys
    named = [key for key in listed if header.get("kid") in (None, key.key_id)]
    if len(named) != 1:
        raise jwt.InvalidKeyError("no such key")
    return named[0]
