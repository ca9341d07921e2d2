"""What an administrator does where a person cannot take the second step any more, and what an
operator does after a change of the key of second steps."""

from datetime import date

from allauth.mfa.models import Authenticator
from django.db import transaction

from assurance.accounts.models.accounts import Council, User
from assurance.accounts.models.sign_in import sign_in_change
from assurance.accounts.models.step_secrets import data_encrypted, needs_renewal
from assurance.records import history
from assurance.records.email import queue
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from assurance.sign_in.emails import RESET

NOTHING = "This account has no authenticator app, passkey or recovery code."
NO_REASON = "Enter why two-step sign-in is reset."


@transaction.atomic
def reset_two_step(*, user: User, because: str, by, on: date) -> User:
    """Removes the app, the passkeys and the recovery codes of an account, ends its sessions and
    queues an e-mail to the person. Refuses without a reason, and where there is nothing."""
    refuse_if("" if because.strip() else NO_REASON, "because")
    user = locked(User, user.pk)
    rows = Authenticator.objects.filter(user=user)
    kinds = sorted(rows.values_list("type", flat=True))
    refuse_if("" if kinds else NOTHING)
    rows.delete()
    user.sign_outs += 1
    user.save(update_fields=["sign_outs"])
    queue(user, RESET, on)
    changes = history.impersonal_changes({"removed": kinds}) + sign_in_change(user)
    history.record(
        "sign_in.reset_two_step", about=user, by=by, on=on, changes=changes, reason=because.strip()
    )
    return user


@transaction.atomic
def encrypt_anew(*, council: Council | None, by, on: date) -> int:
    """Encrypts under the key in use the secrets of second steps that another key encrypted, or
    none; how many second steps. Without a `council`, those of accounts of the machine, which have
    no history. A secret whose key is missing stays unchanged."""
    rows = Authenticator.objects.select_for_update(of=("self",)).filter(user__council=council)
    stale = [(row, data_encrypted(row.data)) for row in rows if needs_renewal(row.data)]
    renewed = [(row, data) for row, data in stale if data != row.data]
    for row, data in renewed:
        row.data = data
        row.save(update_fields=["data"])
    if council and renewed:
        changes = history.impersonal_changes({"second_steps": len(renewed)})
        history.record("sign_in.encrypt_anew", about=council, by=by, on=on, changes=changes)
    return len(renewed)
