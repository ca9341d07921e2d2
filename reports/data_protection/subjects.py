"""Everybody whose data are kept: found by what names them, with every row about them."""

import re
from dataclasses import dataclass
from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.db.models import Q
from django.urls import reverse

from assurance.accounts.models.accounts import Council, User
from assurance.audits.models.case_audits import CaseAudit
from assurance.looked_after.models.returns import Child
from assurance.people.models.people import Person
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.runtime.digits import whole
from assurance.sign_in.models.reviews import GrantReview
from assurance.sign_in.models.sessions import Session
from reports.approvals.models.guests import EarlyReader, OutsideApprover
from reports.data_protection.labels import title_of
from reports.data_protection.models import LegalHold
from reports.data_protection.references import address_digests, child_pseudonyms
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.part_writers import PartWriter
from reports.publication.models.format_requests import FormatRequest
from reports.publication.models.subscriptions import Subscription

TRIES = (AccessAttempt, AccessFailureLog, AccessLog)
# What an account is answered about: its own rows, and those that it wrote or is named in.
OF_ACCOUNTS = {
    *("grants", "notices", "posts_held", "stands_in", "editings", "sections_asked"),
    *("contributions", "parts_to_write", "exempt_papers", "remarks", "section_marks"),
    *("autosaved_texts", "approvals", "clearances", "early_papers", "reader_notes"),
    *("logged_accesses", "known_devices", "grant_reviews"),
}
# Each model in which somebody without an account stands by an address: the field, and the way to
# the council.
ADDRESSES = (
    (ContributionRequest, "email", "paper__council"),
    (EarlyReader, "email", "paper__council"),
    (OutsideApprover, "email", "paper__council"),
    (PartWriter, "email", "template__council"),
    (Subscription, "email", "council"),
    (FormatRequest, "contact", "council"),
)
# Each model in which an address is one of a person who is kept under another key: the kind, the
# fields of key and address, and the way to the council.
OWN_ADDRESSES = (
    (LegalHold.ACCOUNT, User, ("pk", "email"), "council"),
    (LegalHold.ACCOUNT, EmailAddress, ("user", "email"), "user__council"),
    (LegalHold.PERSON, Person, ("pk", "work_email"), "council"),
)
ADDRESS_FIELDS = {model: field for model, field, _way in ADDRESSES}
# The fields of history that name somebody who wrote or was asked.
NAMING = ("name", "email", "contact", "details", "language")
REMOVED_ADDRESS = "removed@address.invalid"
EMAIL = re.compile(r"[^\s<>,;]+@[^\s<>,;]+")


@dataclass(frozen=True)
class DataSubject:
    """A person with every row about them: (what the rows are, rows), their own first."""

    council: Council
    kind: str
    key: str
    name: str
    groups: tuple[tuple[str, tuple], ...]
    correct: str = ""

    @property
    def rows(self):
        """Every row, their own first."""
        return [row for _title, rows in self.groups for row in rows]

    @property
    def counts(self):
        """(what the rows are, how many)."""
        return [(title, len(rows)) for title, rows in self.groups]

    @property
    def terms(self):
        """The names and references by which free text may name them, where known."""
        own = self.rows[0]
        fields = {LegalHold.PERSON: ("name", "reference"), LegalHold.ACCOUNT: ("name", "email")}
        fields |= {LegalHold.AUDIT: ("reference",)}
        names = [getattr(own, name) for name in fields.get(self.kind, ())]
        if self.kind == LegalHold.ADDRESS:
            rows = [getattr(row, "email", "") for row in self.rows]
            names = [*rows, *(getattr(row, "name", "") for row in self.rows)]
        return list(dict.fromkeys(filter(None, names)))

    @property
    def noun(self):
        """The noun for the person or the record in sentences."""
        return {LegalHold.CHILD: "child", LegalHold.AUDIT: "case audit"}.get(self.kind, "person")

    @property
    def others(self):
        """The kind and the key of each account and person of the DBS register with this address."""
        is_address = self.kind == LegalHold.ADDRESS
        return by_address(self.council, self.key) if is_address else []

    @property
    def address(self):
        """The address of their page."""
        return reverse("data_protection:subject", args=[self.kind, self.key])

    def entries(self):
        """The entries of history about the rows, the oldest first."""
        named = [row for row in self.rows if hasattr(row, "history_name") and has_council(row)]
        return HistoryEntry.objects.about(*named).order_by("seq") if named else []

    def details(self):
        """The personal values that history keeps of the rows: of an account and an address those
        alone that name somebody, since what they wrote stays."""
        seqs = [entry.seq for entry in self.entries()]
        rows = HistoryDetail.objects.filter(council=self.council.slug, seq__in=seqs)
        names_alone = self.kind in (LegalHold.ACCOUNT, LegalHold.ADDRESS)
        return rows.filter(field__in=NAMING) if names_alone else rows

    def hold(self, day: date):
        """The legal hold over them on `day`, under whichever key it was made, or None."""
        return LegalHold.objects.over(self.council, day, self.kind, self._keys())

    def _keys(self):
        if self.kind != LegalHold.ADDRESS:
            return {self.key}
        texts = [getattr(row, ADDRESS_FIELDS[type(row)]) for row in self.rows]
        emails = {email for text in texts for email in EMAIL.findall(text)}
        digests = [address_digests(email) for email in emails]
        return {self.key, *(key for keys in digests if self.key in keys for key in keys)}


def has_council(row) -> bool:
    """Whether history can be written about a row."""
    return getattr(row, "council", None) is not None


def find_subject(council, kind: str, reference: str) -> tuple[str, str]:
    """The kind and the key of the person that `reference` names. An e-mail address that is kept
    with no one else names the account, or the person in the DBS register, that has it."""
    key = find_key(council, kind, reference)
    if key or kind != LegalHold.ADDRESS:
        return kind, key
    matches = by_address(council, address_digests(reference.strip())[0])
    return matches[0] if matches else (kind, "")


def namesakes(council, name: str) -> list[Person]:
    """The people of the DBS register with this full name, or else with it as a part of theirs."""
    rows, text = Person.objects.of(council).order_by("reference"), name.strip()
    return list(rows.filter(name__iexact=text) or rows.filter(name__icontains=text))


def by_address(council, key: str) -> list[tuple[str, str]]:
    """The kind and the key of each account and each person of the DBS register with the address
    of this digest."""
    return [
        (kind, str(pk))
        for kind, model, fields, way in OWN_ADDRESSES
        for pk, email in model.objects.filter(**{way: council}).values_list(*fields)
        if email and key in address_digests(email)
    ]


def find_key(council, kind: str, reference: str) -> str:
    """The key of the person that `reference` names: a staff reference or a name that one person
    has, an account's address, a child's local reference, the reference of a case audit or an
    e-mail address; empty where nothing is kept of them."""
    text = reference.strip()
    if kind == LegalHold.PERSON:
        key = _pk(Person.objects.of(council).filter(reference__iexact=text))
        people = [] if key else namesakes(council, text)
        return str(people[0].pk) if len(people) == 1 else key
    if kind == LegalHold.AUDIT:
        return _pk(CaseAudit.objects.of(council).filter(reference__iexact=text))
    if kind == LegalHold.ACCOUNT:
        return _pk(User.objects.filter(council=council, email=text.lower()))
    if kind == LegalHold.CHILD:
        rows = Child.objects.filter(council=council, pseudonym__in=child_pseudonyms(council, text))
        return rows.values_list("pseudonym", flat=True).first() or ""
    digests = address_digests(text)
    if not _addressed(council, digests[0]):
        return ""
    # A hold keeps the key that it was made under.
    on_hold = LegalHold.objects.filter(council=council, subject=kind, key__in=digests)
    return on_hold.values_list("key", flat=True).first() or digests[0]


def subject_of(council, kind: str, key: str) -> DataSubject | None:
    """Who is kept in `council` under `key`, or None."""
    return _READERS[kind](council, key) if kind in _READERS else None


def of_person(person: Person) -> DataSubject:
    """A person of the DBS register, with their roles, checks, applications, look-ups, breaches and
    reminders."""
    back = reverse("dbs:record", args=[person.pk])
    groups = _groups(person, None)
    return DataSubject(person.council, LegalHold.PERSON, str(person.pk), str(person), groups, back)


def of_account(user: User) -> DataSubject:
    """An account with all that hangs on it, its second steps and sessions, and the tries to sign in
    to it."""
    groups = [*_groups(user, OF_ACCOUNTS), _group(EmailAddress, user=user)]
    groups += [_group(SocialAccount, user=user), _group(GrantReview, grant__user=user)]
    groups += [_group(Authenticator, user=user), _group(Session, account=user)]
    groups += [_group(model, username=user.email) for model in TRIES]
    printed = tuple(group for group in groups if group[1])
    back = reverse("accounts:account", args=[user.pk])
    return DataSubject(user.council, LegalHold.ACCOUNT, str(user.pk), user.name, printed, back)


def of_child(child: Child) -> DataSubject:
    """A child of returns, with episodes and marks."""
    name = f"Child {child.pseudonym[:8]}"
    groups = _groups(child, None)
    return DataSubject(child.council, LegalHold.CHILD, child.pseudonym, name, groups)


def of_audit(audit: CaseAudit) -> DataSubject:
    """A case audit with its actions, whose words may describe a child, a family or a worker."""
    groups = _groups(audit, {"agreed_actions"})
    back = reverse("audits:record", args=[audit.pk])
    return DataSubject(audit.council, LegalHold.AUDIT, str(audit.pk), str(audit), groups, back)


def _person(council, key):
    row = Person.objects.of(council).filter(pk=whole(key) or 0).select_related("council").first()
    return row and of_person(row)


def _account(council, key):
    row = User.objects.filter(council=council, pk=whole(key) or 0).first()
    return row and of_account(row)


def _child(council, key):
    row = Child.objects.of(council).filter(pseudonym=key).select_related("council").first()
    return row and of_child(row)


def _audit(council, key):
    rows = CaseAudit.objects.of(council).filter(pk=whole(key) or 0).select_related("council")
    return of_audit(rows[0]) if rows else None


def _address(council, key):
    groups = _addressed(council, key)
    name = "A person without an account"
    return DataSubject(council, LegalHold.ADDRESS, key, name, groups) if groups else None


_READERS = {
    LegalHold.PERSON: _person,
    LegalHold.ACCOUNT: _account,
    LegalHold.CHILD: _child,
    LegalHold.AUDIT: _audit,
    LegalHold.ADDRESS: _address,
}


def _addressed(council, key):
    """The rows in which the address of this digest stands, by what they are."""
    groups = []
    for model, field, way in ADDRESSES:
        kept = model.objects.filter(~Q(**{field: ""}), **{way: council})
        keys = [
            pk
            for pk, text in kept.values_list("pk", field)
            if any(key in address_digests(email) for email in EMAIL.findall(text))
        ]
        groups.append(_group(model, pk__in=keys))
    return tuple(group for group in groups if group[1])


def _groups(root, names):
    """The group of `root` and those of what hangs on it, `names` alone where given."""
    groups = [(title_of(type(root)), (root,))]
    for related in root._meta.related_objects:
        if names is None or related.get_accessor_name() in names:
            groups.append(_group(related.related_model, **{related.field.name: root}))
    return tuple(group for group in groups if group[1])


def _group(model, **lookups):
    return title_of(model, is_plural=True), tuple(
        model._base_manager.filter(**lookups).order_by("pk")
    )


def _pk(rows):
    return str(rows.values_list("pk", flat=True).first() or "")
