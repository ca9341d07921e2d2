"""Links that open one paper for somebody without an account, and the e-mails that bring them."""

from datetime import date

from django.db import transaction

from assurance.records import email_states, history
from assurance.records.personal import Personal
from assurance.records.refusals import Refused
from reports.approvals import invited_rules as rules
from reports.approvals.models.links import SEALED, Sealed

# The last day of a link says nothing of who has it.
_PERSONAL_BY_FIELD = {**SEALED, "link_until": Personal.NONE}


@transaction.atomic
def seal_link(*, row: Sealed, first: date | None = None, by, on: date) -> tuple[Sealed, str]:
    """Gives `row` a link, in place of any before it, that opens from the day `first` on.

    Returns the row and the words of the address, told once and kept nowhere.
    """
    row = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    sealed, row.link_digest = row.seal()
    row.link_until = rules.link_until(on, first)
    row.save(update_fields=["link_digest", "link_until"])
    changes = history.changes({}, {"link_until": row.link_until}, _PERSONAL_BY_FIELD)
    history.record("papers.seal_link", about=row, by=by, on=on, changes=changes)
    return row, sealed


@transaction.atomic
def begin_letter(*, row: Sealed, by, on: date) -> Sealed:
    """Takes up an e-mail that waits, to be sent by nobody else; refuses one that does not wait."""
    row = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.letter != email_states.WAITING:
        raise Refused("This e-mail has been taken up already.")
    row.letter = email_states.SENDING
    row.save(update_fields=["letter"])
    changes = history.changes({}, {"letter": row.letter}, _PERSONAL_BY_FIELD)
    history.record("papers.begin_letter", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def note_letter(*, row: Sealed, state: str, trouble: str = "", by, on: date) -> Sealed:
    """Keeps what became of the e-mail."""
    type(row).objects.filter(pk=row.pk).update(letter=state, trouble=trouble)
    row.letter, row.trouble = state, trouble
    changes = history.changes({}, {"letter": state, "trouble": trouble}, _PERSONAL_BY_FIELD)
    history.record("papers.note_letter", about=row, by=by, on=on, changes=changes)
    return row
