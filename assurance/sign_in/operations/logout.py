"""Ending sessions: by the holder of an account or an administrator, and of people that the
council's identity provider has signed out."""

import hashlib
from datetime import date, timedelta

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from assurance.accounts.models.accounts import Council, User
from assurance.records import history
from assurance.records.history import HistoryEntry
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from assurance.sign_in.models.sessions import Session

SIGNED_OUT = "sign_in.sign_out"
SEEN = "This logout token came before."


@transaction.atomic
def sign_out(*, council: Council, key: str, values: dict, by, on: date) -> list[User]:
    """Ends every session of the person that a logout token of the provider `key` names, by `sub` or
    by `sid`; `values` are its contents. Gives the accounts, none where no one of `council` is
    meant. Refuses a token that has ended a session already."""
    Council.objects.select_for_update().get(pk=council.pk)
    token = hashlib.sha256(f"{key}:{values['jti']}".encode()).hexdigest()
    refuse_if(SEEN if _was_here(council, token, on) else "")
    users = list(_accounts(council, key, values))
    for user in users:
        user.sign_outs += 1
        user.save(update_fields=["sign_outs"])
        changes = history.impersonal_changes({"token": token})
        history.record(SIGNED_OUT, about=user, by=by, on=on, changes=changes)
    return users


@transaction.atomic
def end_sessions(*, user: User, by, on: date) -> User:
    """Ends every session of an account; a page that keeps its own renews that."""
    user = locked(User, user.pk)
    user.sign_outs += 1
    user.save(update_fields=["sign_outs"])
    changes = history.impersonal_changes({"sign_outs": user.sign_outs})
    history.record("sign_in.end_sessions", about=user, by=by, on=on, changes=changes)
    return user


def _was_here(council, token, on):
    # A token is too old after minutes; midnight may come between.
    lately = HistoryEntry.objects.of(council).filter(on__gte=on - timedelta(days=1))
    return lately.filter(what=SIGNED_OUT, changes__token__to=token).exists()


def _accounts(council, key, values):
    """The accounts that the provider signs in and that the token names. Where it names both, they
    are of one person: `sub` decides."""
    users = User.objects.select_for_update().filter(council=council, by_provider=True)
    linked = SocialAccount.objects.filter(provider=key)
    if "sub" in values:
        linked = linked.filter(uid=values["sub"])
    else:
        sessions = Session.objects.open().of_provider_session(values["sid"])
        linked = linked.filter(user__in=sessions.values("account"))
    return users.filter(pk__in=linked.values("user")).order_by("pk")
