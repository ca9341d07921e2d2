"""What opens an account: its password, its second steps, addresses besides its own, and what an
identity provider calls its person. History has a digest of them together, written whenever the
program changes one."""

import hashlib
import json
from collections.abc import Iterator, Set

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from assurance.accounts.models.accounts import User
from assurance.accounts.models.step_secrets import data_decrypted
from assurance.records import history
from assurance.records.history import HistoryEntry

FIELD = "sign_in"
# What the use of a second step changes, and its name.
OF_USE = {"name", "used_mask", "migrated_codes", "viewed_at"}
# What was left out before: digests of codes that had been looked at have when that was.
OF_USE_BEFORE = OF_USE - {"viewed_at"}


def sign_in_digest(user: User, left_out: Set[str] = OF_USE) -> str:
    """SHA-256, in hexadecimal, of what opens the account now, but for what is `left_out` of second
    steps. Their secrets count decrypted, so that a new key of theirs changes nothing."""
    others = EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email)
    steps = Authenticator.objects.filter(user=user).values_list("type", "data")
    kept = {
        "password": user.password,
        "addresses": sorted(others.values_list("email", "verified")),
        "steps": sorted(
            json.dumps([kind, _lasting(data, left_out)], sort_keys=True) for kind, data in steps
        ),
    }
    links = SocialAccount.objects.filter(user=user).values_list("provider", "uid")
    if links := sorted(links):
        kept["providers"] = links
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def sign_in_change(user: User) -> list:
    """What an entry of history has of what opens the account now."""
    return history.impersonal_changes({FIELD: sign_in_digest(user)})


def changed_accounts(council) -> Iterator[User]:
    """The accounts that were opened up, or shut, outside the program: their digest is not the
    last in history. One without any in history is not compared."""
    known = _recorded(council)
    for user in User.objects.filter(council=council).order_by("pk"):
        digest = known.get(user.history_name)
        # Seldom is the second one asked for: each reads the addresses and steps of the account.
        ways = (sign_in_digest(user, left_out) for left_out in (OF_USE, OF_USE_BEFORE))
        if digest and digest not in ways:
            yield user


def unrecorded_accounts(council) -> Iterator[User]:
    """The accounts of which history has no digest: nothing of theirs was changed since an upgrade
    from a program that wrote none."""
    known = _recorded(council)
    for user in User.objects.filter(council=council).order_by("pk"):
        if user.history_name not in known:
            yield user


def _recorded(council):
    entries = HistoryEntry.objects.of(council).filter(changes__has_key=FIELD).order_by("seq")
    return {
        about: changes[FIELD]["to"] for about, changes in entries.values_list("about", "changes")
    }


def _lasting(data, left_out):
    return {name: value for name, value in data_decrypted(data).items() if name not in left_out}
