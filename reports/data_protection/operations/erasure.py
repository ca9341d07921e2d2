"""The erasure of a person's data: each writes one entry of history, which keeps fingerprints of
what went and says which of its own details went with it."""

from collections.abc import Sequence
from contextlib import contextmanager
from copy import copy
from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Model

from assurance.accounts.models.accounts import User
from assurance.accounts.models.sign_in import FIELD, sign_in_digest
from assurance.accounts.rules import ERASED_ADDRESS
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.samples import AuditSample
from assurance.audits.rules import samples
from assurance.dbs.models.checks import UpdateLookup
from assurance.imports.models import RowWritten
from assurance.looked_after.models.replaced import ReplacedReturn
from assurance.looked_after.models.returns import Child
from assurance.looked_after.models.withdrawn import WithdrawnReturn
from assurance.people.models.people import Person
from assurance.records import history
from assurance.records.email import OutgoingEmail
from assurance.records.invitations import end_invitation
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from assurance.records.withdrawals.erasures import identity_changes
from assurance.runtime.databases.erased_bytes import empty_log_after_commit
from assurance.sign_in.models.reviews import GrantReview
from assurance.sign_in.models.sessions import Session
from reports.approvals.models.guests import EarlyReader, OutsideApprover
from reports.data_protection.free_text.finds import details_naming
from reports.data_protection.models import LegalHold
from reports.data_protection.refusals import why_not_erase
from reports.data_protection.subjects import (
    REMOVED_ADDRESS,
    TRIES,
    DataSubject,
    of_account,
    of_audit,
    of_child,
    of_person,
    subject_of,
)
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.part_writers import PartWriter
from reports.publication.models.format_requests import FormatRequest
from reports.publication.models.subscriptions import Subscription

REMOVED_NAME = "Name removed"
# What is typed by hand of a case audit, and what stands in its place.
WORDS_OF_AUDIT = (
    *("strengths", "areas_for_development", "actions"),
    *("child_view", "family_view", "worker_view"),
)
REMOVED = "Text removed"


@transaction.atomic
def erase_person(*, person: Person, because: str = "", by, on: date) -> list[tuple[str, int]]:
    """Removes a person of the DBS register with every row about them; what went, with numbers.
    Refuses while a role lasts, the schedule keeps them or a hold is in force."""
    subject = of_person(locked(Person, person.pk))
    refuse_if(why_not_erase(subject, on))
    rows = subject.rows
    with _recorded("data_protection.erase_person", subject, because, by, on):
        for row in rows[1:]:
            OutgoingEmail.objects.about(row).delete()
        _forget_imports(rows)
        for row in reversed(rows):
            row.delete()
    return subject.counts


@transaction.atomic
def erase_lookup(*, record: UpdateLookup, because: str, by, on: date) -> UpdateLookup:
    """Removes one answer of the Update Service whose period is over; gives the row that went."""
    record = locked(UpdateLookup, record.pk)
    subject = DataSubject(record.council, LegalHold.PERSON, "", "", (("", (record,)),))
    with _recorded("data_protection.erase_lookup", subject, because, by, on):
        _forget_imports([record])
        record.delete()
    return record


@transaction.atomic
def erase_audit(*, audit: CaseAudit, because: str = "", by, on: date) -> list[tuple[str, int]]:
    """Takes the reference and every free text from an audit and its actions; dates, team, grades
    and themes stay, so that counts do. Refuses while an action is open, the schedule keeps it or a
    hold is in force."""
    subject = of_audit(locked(CaseAudit, audit.pk))
    refuse_if(why_not_erase(subject, on))
    audit, *actions = subject.rows
    earlier = audit.reference
    others = details_naming(audit, subject.details())
    with _recorded("data_protection.erase_audit", subject, because, by, on, others=others):
        _forget_imports(subject.rows)
        for name in WORDS_OF_AUDIT:
            setattr(audit, name, "")
        audit.reference, audit.words_removed_on = f"Removed {audit.pk}", on
        for action in actions:
            action.text, action.evidence = REMOVED, ""
        for row in subject.rows:
            row.withdrawn_because = REMOVED if row.is_withdrawn else ""
            row.version += 1
            row.save()
        _forget_in_samples(audit, earlier)
    return subject.counts


@transaction.atomic
def erase_sample(*, record: AuditSample, because: str, by, on: date) -> AuditSample:
    """Removes from a random sample whose period is over the references of cases that have no audit;
    how many were drawn stays. Gives the sample."""
    sample = locked(AuditSample, record.pk)
    subject = DataSubject(sample.council, LegalHold.AUDIT, "", "", (("", (sample,)),))
    audited = CaseAudit.objects.of(sample.council).by_references(sample.references)
    with _recorded("data_protection.erase_sample", subject, because, by, on):
        sample.references = samples.without_others(sample.references, audited)
        sample.references_removed_on = on
        sample.version += 1
        sample.save()
    return sample


def _forget_in_samples(audit, earlier):
    """Puts the new reference of an audit for its earlier one in the samples that drew it."""
    for sample in AuditSample.objects.of(audit.council).select_for_update():
        drawn = [audit.reference if _is_same(item, earlier) else item for item in sample.references]
        if drawn != sample.references:
            sample.references = drawn
            sample.version += 1
            sample.save()


def _is_same(reference, other):
    return reference.strip().lower() == other.strip().lower()


def _forget_imports(rows: Sequence[Model]) -> None:
    """Empties what imports keep of `rows` to undo themselves."""
    written = RowWritten.objects.of_records([(row._meta.label, row.pk) for row in rows])
    written.update(before={}, digest="", name="")


@transaction.atomic
def erase_child(*, child: Child, because: str = "", by, on: date) -> list[tuple[str, int]]:
    """Removes the rows of a child; the counts stay. What was kept to undo returns that name the
    child goes too. Refuses while a return needs its rows or a hold is in force."""
    subject = of_child(Child.objects.select_for_update().get(pk=child.pk))
    refuse_if(why_not_erase(subject, on))
    returns = {row.held_return_id for _title, rows in subject.groups[1:] for row in rows}
    removed = {"rows_removed": sum(number for _title, number in subject.counts)}
    changes = history.impersonal_changes(removed)
    first = min(returns, default=0)
    own = {"held_return__council": subject.council, "held_return__pk__gte": first}
    ReplacedReturn.objects.filter(**own).delete()
    WithdrawnReturn.objects.filter(**own).delete()
    child.delete()
    history.record(
        "data_protection.erase_child",
        about=subject.council, by=by, on=on, changes=changes, reason=because,
    )  # fmt: skip
    return subject.counts


@transaction.atomic
def erase_account(*, user: User, because: str = "", by, on: date) -> list[tuple[str, int]]:
    """Takes name, address, password, second step, sessions and sign-in attempts from an account
    that cannot sign in; what it wrote and approved stays. Refuses one that can, and one on hold."""
    user = locked(User, user.pk)
    subject = of_account(user)
    refuse_if(why_not_erase(subject, on))
    with _recorded("data_protection.erase_account", subject, because, by, on):
        _end_sessions(user)
        for model in TRIES:
            model.objects.filter(username=user.email).delete()
        EmailAddress.objects.filter(user=user).delete()
        Authenticator.objects.filter(user=user).delete()
        SocialAccount.objects.filter(user=user).delete()
        GrantReview.objects.filter(grant__user=user).update(reason="")
        for name in ("notices", "reader_notes", "autosaved_texts", "known_devices"):
            related = user._meta.get_field(name)
            related.related_model._base_manager.filter(**{related.field.name: user}).delete()
        user.name, user.email = f"Former account {user.pk}", ERASED_ADDRESS.format(key=user.pk)
        user.password, user.last_login = make_password(None), None
        user.save(update_fields=["name", "email", "password", "last_login"])
    return subject.counts


def _end_sessions(user):
    """Deletes the sessions of an account, and those in which its address was typed and nobody is
    signed in. One that no key in use can read may be one of them, and opens nothing."""
    Session.objects.filter(account=user).delete()
    for session in Session.objects.filter(account=None).iterator():
        values = session.get_decoded()
        if not values or user.email in str(values):
            session.delete()


@transaction.atomic
def erase_address(*, council, key: str, because: str = "", by, on: date) -> list[tuple[str, int]]:
    """Takes the address of this digest, and the name with it, from everything that it stands in.
    Refuses where something is still asked of them, and a hold."""
    subject = subject_of(council, "address", key)
    refuse_if("" if subject else "Nothing is kept of this address.")
    refuse_if(why_not_erase(subject, on))
    with _recorded("data_protection.erase_address", subject, because, by, on, about=council):
        for row in subject.rows:
            _forget_address(row, on)
    return subject.counts


@transaction.atomic
def erase_row_address(*, record, because: str, by, on: date) -> object:
    """Takes the address from one contribution, early reading or approval from outside whose period
    is over; gives the row."""
    subject = DataSubject(record.council, "address", "", "", (("", (record,)),))
    with _recorded("data_protection.erase_address", subject, because, by, on, about=record):
        _forget_address(record, on)
    return record


def _forget_address(row, on: date) -> None:
    """Takes the address, and the name with it, from one row; what is nothing without it goes."""
    if isinstance(row, Subscription | PartWriter):
        OutgoingEmail.objects.about(row).delete()
        row.delete()
        return
    if isinstance(row, FormatRequest):
        row.contact, row.details, row.forgotten_on = "", "", on
    if isinstance(row, ContributionRequest):
        row.name = REMOVED_NAME
    if isinstance(row, ContributionRequest | EarlyReader | OutsideApprover):
        row.email = REMOVED_ADDRESS
        end_invitation(row)
    row.save()


@contextmanager
def _recorded(what, subject, because, by, on, about=None, others=None):
    """The one entry of an erasure: how many rows went, and which details of history with them,
    `others` of other records too. It is written last, so that it has the digests of what went."""
    details = subject.details() if others is None else subject.details() | others
    pairs = [[seq, field] for seq, field in details.order_by("pk").values_list("seq", "field")]
    details.delete()
    number = sum(count for _title, count in subject.counts)
    changes = history.impersonal_changes({"rows": number, history.ERASED: pairs})
    place = copy(about or subject.rows[0])
    changes += identity_changes(place)
    yield
    if subject.kind == LegalHold.ACCOUNT:
        changes += history.impersonal_changes({FIELD: sign_in_digest(subject.rows[0])})
    empty_log_after_commit()
    history.record(what, about=place, by=by, on=on, changes=changes, reason=because)


@transaction.atomic
def note_export(*, subject: DataSubject, by, on: date) -> int:
    """Writes down that everything kept on a person was exported, by whom and how many rows."""
    number = sum(count for _title, count in subject.counts)
    about = subject.council if subject.kind in _WITHOUT_NAME else subject.rows[0]
    changes = history.impersonal_changes({"rows": number})
    history.record("data_protection.export", about=about, by=by, on=on, changes=changes)
    return number


# History has no name for them but what is theirs.
_WITHOUT_NAME = ("child", "address")
