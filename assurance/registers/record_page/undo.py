"""The undo of a withdrawal on the page of the record, offered to the person who withdrew it."""

from django.contrib import messages
from django.db import transaction

from assurance.govuk.forms import OPENED_TOO_LONG_AGO
from assurance.records import operations
from assurance.records.refusals import Refused, refusals_as_messages, refuse_if
from assurance.records.withdrawals.undo import undone_until, withdrawn_at
from assurance.registers.forms import UndoForm
from assurance.runtime.periods import moment_from_today, say_day, this_moment, today


def undo_offered(register, record, user):
    """{"address", "until", "why_not"} of the undo of a withdrawal within a day, for who may change
    records of its kind; None for everybody else and after."""
    if not (register.withdraw and register.may_change(user)):
        return None
    return undo_of(record, user, register.address("undo", record.pk))


def undo_of(record, user, address, undo=operations.undo_withdrawal):
    """The same of a record whose withdrawal the operation `undo` undoes at `address`."""
    at = withdrawn_at(record) if record.is_withdrawn else None
    if at is None or undone_until(at) < this_moment():
        return None
    until = moment_from_today(undone_until(at))
    if record.withdrawn_by_id != user.pk:
        why_not = f"{record.withdrawn_by} can undo this until {until:%H:%M} on {say_day(until)}."
        return {"address": address, "until": until, "why_not": why_not}
    return {"address": address, "until": until, "why_not": _why_not(record, user, undo)}


def undo_by_press(request, record, done, undo=operations.undo_withdrawal):
    """Undoes the withdrawal of a record as its page asked, by the operation `undo`, and says the
    sentence `done`, or why it cannot be."""
    form = UndoForm(request.POST, version=record.version)
    with refusals_as_messages(request):
        refuse_if("" if form.is_valid() else OPENED_TOO_LONG_AGO)
        who = {"by": request.user, "on": today(), "at": this_moment()}
        undo(record=record, **form.cleaned_data, **who)
        messages.success(request, done)


def _why_not(record, user, undo):
    """The sentence that refuses it, found by trying it and taking that back."""
    who = {"by": user, "on": today(), "at": this_moment()}
    with transaction.atomic():
        try:
            undo(record=record, version=record.version, **who)
        except Refused as refused:
            return refused.sentence
        finally:
            transaction.set_rollback(True)
    return ""
