"""Rules of signing in: plain values in, a sentence of refusal, a date or a truth out."""

from dataclasses import dataclass
from datetime import date, timedelta

from assurance.accounts.rules import PAST_END
from assurance.runtime.digits import whole
from assurance.runtime.periods import months_after

# Roles are reviewed once a year, by the calendar: a leap year has a day more.
MONTHS_TO_REVIEW = 12
SHORTEST_PASSWORD = 12
# So many wrong passwords within a day, from wherever, are told to the person by e-mail.
TRIES_TOLD = 5
# So many wrong passwords from one known device shut it for a quarter of an hour.
TRIES_OF_DEVICE, DEVICE_SHUT = 5, timedelta(minutes=15)
# A device that nobody signed in from for so long is not known any more.
DEVICE_KEPT = timedelta(days=90)
# Each second step, by the library's name.
STEPS = {"totp": "authenticator app", "webauthn": "passkey", "recovery_codes": "recovery codes"}
KEEP, CHANGE, END = "keep", "change", "end"
OUTCOMES = {KEEP: "Kept", CHANGE: "End date changed", END: "Ended"}
# What a provider writes in `amr` when a second step was taken there (RFC 8176, and Entra's own).
TWO_STEPS = frozenset({"mfa", "otp", "hwk", "swk", "fido", "ngcmfa", "pop", "sc"})
# How often anything may be asked, by the library's names: from an address unless it says by a key.
RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/5m/ip",
    # A code has six digits: without a limit of the account, many addresses would find one in time.
    "second_step": "5/15m/key",
    # A provider signs many people out at once; each token makes this service ask for its keys.
    "provider_logout": "300/m/ip",
    # Who writes by a link is kept and previewed every few seconds.
    "contribution_link": "300/m/ip",
    # A library or a school asks for many people from one address.
    "other_format": "20/h/ip",
    "follow": "60/h/ip",
    # An address that somebody else types is not to be flooded.
    "follow_address": "3/h/key",
}
_ACCOUNT = "assurance.sign_in.library_forms"
ACCOUNT_FORMS = {
    "login": f"{_ACCOUNT}.sign_in.SignInForm",
    "reset_password": f"{_ACCOUNT}.password_link.PasswordLinkForm",
    "reset_password_from_key": f"{_ACCOUNT}.new_passwords.FirstPasswordForm",
    "change_password": f"{_ACCOUNT}.new_passwords.OtherPasswordForm",
}
_APP = "assurance.sign_in.library_forms.authenticator_app"
_FORMS = "assurance.sign_in.library_forms.passkeys"
STEP_FORMS = {
    "activate_totp": f"{_APP}.AppForm",
    "authenticate": f"{_APP}.CodeForm",
    "reauthenticate": f"{_APP}.CodeAgainForm",
    "add_webauthn": f"{_FORMS}.AddPasskeyForm",
    "authenticate_webauthn": f"{_FORMS}.PasskeyForm",
    "reauthenticate_webauthn": f"{_FORMS}.PasskeyAgainForm",
    "edit_webauthn": f"{_FORMS}.PasskeyNameForm",
}
ENTRA = "https://login.microsoftonline.com/{tenant}/v2.0"
POLICY_TAKEN = "There is a policy from this date already. Change that one."
GROUP_TAKEN = "This group has this role from this date already."
NO_ROLE = "Select at least one role, or give the reason why no role needs two-step sign-in."
NEEDED = ("key", "council", "name", "client_id", "client_secret")
OPTIONAL = ("tenant", "issuer", "groups_claim", "scopes", "asked_every")

BY_GROUP = (
    "A group of the identity provider gives this role. End what the group gives under “Groups with "
    "roles”, or have the person taken out of the group."
)
OWN_ROLE = "You cannot review your own role: ask another administrator."
ENDED = "This role has ended already."
NO_REASON = "Enter the reason."
DISABLED = "Your account here cannot sign in. Ask an administrator of your council’s service."
NO_GROUP = (
    "None of your groups at {provider} has a role in this service. Ask an administrator of your "
    "council’s service which group you need."
)
GROUPS_LEFT_OUT = (
    "{provider} did not send your groups because there are too many. Ask its administrator to send "
    "only the groups of this service."
)
HAS_PASSWORD = (
    "There is an account with the address {email} that signs in with a password. Sign in with the "
    "password, or ask an administrator of your council’s service to move the account to {provider}."
)
ELSEWHERE = "The account with the address {email} is not one of {council}. Ask an administrator."
OTHER_PERSON = (
    "The account with the address {email} belongs to another person at {provider}. Ask an "
    "administrator of your council’s service."
)
NO_ADDRESS = "{provider} did not send your e-mail address. Ask its administrator to send it."
NOT_VERIFIED = "{provider} has not verified the address {email}. Ask its administrator."


def password_validators(refused: str) -> list[dict]:
    """Django's setting of what refuses a new password; `refused` are the operator's own, one a
    line."""
    django = "django.contrib.auth.password_validation"
    return [
        {"NAME": f"{django}.UserAttributeSimilarityValidator"},
        {"NAME": f"{django}.MinimumLengthValidator", "OPTIONS": {"min_length": SHORTEST_PASSWORD}},
        {"NAME": "assurance.sign_in.passwords.GuessableValidator", "OPTIONS": {"more": refused}},
    ]


def why_not_policy(has_role: bool, reason: str) -> str:
    """The sentence that refuses a policy that asks nothing of anybody without a reason."""
    return "" if has_role or reason.strip() else NO_ROLE


def identity_providers(entries: list) -> dict[str, dict]:
    """Key → entry of each identity provider, with its `issuer`; raises `ValueError` with what is
    wrong: a missing or unknown word, two of one key, minutes that are no number, an address that
    is not https."""
    matches = {}
    for entry in entries:
        if not isinstance(entry, dict):
            raise ValueError("each identity provider is an object with named values")
        if missing := [word for word in NEEDED if not entry.get(word)]:
            raise ValueError(f"an identity provider has no {' and no '.join(missing)}")
        if unknown := sorted(set(entry) - {*NEEDED, *OPTIONAL}):
            raise ValueError(f"an identity provider has unknown values: {', '.join(unknown)}")
        if entry["key"] in matches:
            raise ValueError(f"two identity providers have the key {entry['key']}")
        matches[entry["key"]] = {**entry, **_minutes(entry), "issuer": _issuer(entry)}
    return matches


def _minutes(entry):
    if "asked_every" not in entry:
        return {}
    minutes = whole(str(entry["asked_every"]))
    if not minutes:
        raise ValueError("asked_every is a whole number of minutes, at least 1")
    return {"asked_every": minutes}


def _issuer(entry):
    if bool(entry.get("tenant")) == bool(entry.get("issuer")):
        raise ValueError("an identity provider has either a tenant (of Entra) or an issuer")
    issuer = entry.get("issuer") or ENTRA.format(tenant=entry["tenant"])
    # Without https anybody between could sign in as anybody; a test's provider is this machine.
    if not issuer.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise ValueError("an issuer’s address begins with https://")
    return issuer


@dataclass(frozen=True)
class Claims:
    """What an identity provider says of a person who signed in there."""

    subject: str
    email: str
    name: str
    groups: tuple[str, ...]
    two_steps: bool
    is_verified: bool = True
    groups_left_out: bool = False
    # The provider's session, where it names one.
    session: str = ""


def claims_of(values: dict, groups_claim: str) -> Claims:
    """The claims of a person in `values`, the checked contents of an identity token with what the
    provider tells of the person besides. An address counts as verified unless it says no."""
    groups = values.get(groups_claim) or ()
    groups = (groups,) if isinstance(groups, str) else groups
    amr = values.get("amr") or ()
    left_out = groups_claim in (values.get("_claim_names") or {}) or bool(values.get("hasgroups"))
    return Claims(
        subject=str(values["sub"]),
        email=str(values.get("email") or values.get("preferred_username") or "").strip().lower(),
        name=str(values.get("name") or "").strip()[:100],
        groups=tuple(str(group) for group in groups),
        two_steps=bool(TWO_STEPS & {str(way) for way in ([amr] if isinstance(amr, str) else amr)}),
        is_verified=values.get("email_verified") not in (False, "false"),
        groups_left_out=left_out and not groups,
        session=str(values.get("sid") or ""),
    )


def why_not_claims(claims: Claims, provider: str) -> str:
    """The sentence that refuses to let somebody in by these claims alone, or nothing."""
    if claims.groups_left_out:
        return GROUPS_LEFT_OUT.format(provider=provider)
    if "@" not in claims.email:
        return NO_ADDRESS.format(provider=provider)
    if not claims.is_verified:
        return NOT_VERIFIED.format(provider=provider, email=claims.email)
    return ""


def due_on(from_date: date, reviewed_on: date | None) -> date:
    """The date on which a role is due for its yearly review."""
    return months_after(max(from_date, reviewed_on or from_date), MONTHS_TO_REVIEW)


def why_not_review(is_own: bool, has_ended: bool, reason: str) -> str:
    """The sentence that refuses a review of a role, or nothing."""
    if is_own:
        return OWN_ROLE
    if has_ended:
        return ENDED
    return "" if reason.strip() else NO_REASON


def why_not_last_day(from_date: date, last_day: date | None, on: date) -> str:
    """The sentence that refuses `last_day` as the new last day of a role, or nothing."""
    if last_day is None:
        return "Enter the end date of the role."
    if last_day < from_date:
        return "A role cannot end before it starts."
    return "" if last_day >= on else PAST_END
