"""What an administrator does where a person cannot take the second step any more."""

from datetime import date

from allauth.mfa.models import Authenticator
from django.db import transaction

from assurance.accounts.models.accounts import User
from assurance.accounts.models.sign_in import sign_in_change
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
