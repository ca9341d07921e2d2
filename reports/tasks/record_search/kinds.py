"""The kinds of record that search looks through, each with the permission that opens its pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.db.models import Model, QuerySet
from django.urls import get_resolver, reverse
from django.utils.text import Truncator

from assurance.accounts.access import Permission, permissions
from assurance.accounts.models.accounts import User
from assurance.attachments.models import Attachment
from assurance.registers.declaration import REGISTERS, Register
from assurance.registers.values import short_value, value_of
from assurance.runtime.typography import with_capital
from reports.approvals.models.clearances import ClearanceRequest
from reports.papers.models.papers import Paper
from reports.publication.models.format_requests import FormatRequest
from reports.tasks.record_search.fields import (
    LABEL,
    NAMES,
    date_fields,
    facts_fields,
    label_words,
    labelled,
    text_fields,
    text_of,
)

# So many facts are printed below the name of a result, and so many words of its text.
FACTS, TEXT = 3, 30
# Those that people look for most come first, the others as they are declared.
FIRST = (
    *("papers-paper", "dbs-person", "audits-caseaudit", "improvement-action", "reviews-review"),
    *("reviews-finding", "governance-measure", "governance-document", "editor-commitment"),
    *("improvement-plan", "surveys-survey", "governance-risk", "people-post"),
)
# What a page prints of a record by more than one field.
MORE = {
    "dbs-breach": ("person__name",),
    "audits-allocation": ("post__title", "role"),
    "audits-caseaudit": ("round__kind__title",),
    "people-absence": ("holder__account__name", "holder__post__title"),
}
# Words of a record that its list has no column for, and that answer a question.
MORE_TEXT = {"governance-meeting": ("resolutions",)}
# What people call them who do not know their name here.
ALSO_CALLED = {"people-absence": "away off leave cover covers covering deputy deputies"}
# Kinds whose records are called by the words of a choice.
CALLED_BY = {"data_protection-policy": "kind"}


@dataclass(frozen=True)
class RecordKind:
    """One kind of record: `rows(user)` are those that `user` may open with `permission`, `fields`
    the look-ups that are searched, the record's name first, `dates` those of its dates, `labels`
    words of its pages that are in no record, `also_called` other names for them, `facts`
    (label, what is read) of the line below it, `text` the field of its words, `more_text` others,
    `address(record)` its page. `is_within` is true where they lie within another record, and so
    come later."""

    name: str
    noun: str
    plural: str
    permission: Permission
    rows: Callable[[User], QuerySet]
    address: Callable[[Model], str]
    fields: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    is_within: bool = False
    dates: tuple[str, ...] = ()
    labels: str = ""
    also_called: str = ""
    text: str = ""
    more_text: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The look-ups of what a record is called by."""
        return tuple(name for name in self.fields if name in NAMES) or self.fields[:1]

    @property
    def title(self) -> str:
        """What a heading calls them."""
        return with_capital(self.plural)

    def facts_of(self, record: Model) -> list[tuple[str, str]]:
        """(label, words) of each fact that `record` has."""
        facts = [(label, short_value(value_of(record, read))) for label, read in self.facts]
        return [(label, text) for label, text in facts if text and text not in str(record)]

    def text_of(self, record: Model) -> str:
        """The beginning of the words of `record`; empty where its name has them."""
        texts = (getattr(record, name) for name in (self.text, *self.more_text) if name)
        text = ". ".join(text.strip().rstrip(".") for text in texts if text.strip())
        return "" if text in str(record) else Truncator(text).words(TEXT)


def kinds_for(user: User) -> list[RecordKind]:
    """The kinds whose records `user` may open, in their order."""
    permitted = permissions(user)
    return [kind for kind in every_kind() if kind.permission in permitted]


@cache
def every_kind() -> tuple[RecordKind, ...]:
    """Every kind: drafts, what each register has, accounts, attached files."""
    # Registers are made in the modules of the addresses: all of them have to be read before.
    _ = get_resolver().url_patterns
    pages: dict[tuple, Register] = {}
    for register in REGISTERS:
        # Of two registers of the same records the first has the pages that are found.
        pages.setdefault((register.model, register.manager), register)
    kinds = [DRAFTS, *map(_of_register, pages.values()), ACCOUNTS, *FILES, CLEARANCES, FORMATS]
    places = {name: place for place, name in enumerate(FIRST)}
    kinds.sort(key=lambda kind: (places.get(kind.name, len(places)), kind.is_within))
    return tuple(kind for kind in kinds if kind.fields)


def _of_register(register: Register) -> RecordKind:
    name = f"{register.namespace}-{register.name or register.model._meta.model_name}"
    called_by = CALLED_BY.get(name, "")
    parent = register.parent.register if register.parent else None
    within = f"{parent.noun} {parent.plural}" if parent else ""
    also_called = f"{within} {ALSO_CALLED.get(name, '')}".strip()
    more = (*MORE.get(name, ()), *([LABEL] if called_by else ()))
    return RecordKind(
        name=name,
        noun=register.noun,
        plural=register.plural,
        permission=register.reads_with,
        # A result prints fields of its record alone: nothing else has to be fetched.
        rows=lambda user: labelled(register.rows(user).prefetch_related(None), called_by),
        address=lambda record: register.address("record", record.pk),
        is_within=register.parent is not None,
        fields=tuple(dict.fromkeys((*text_fields(register), *more))),
        facts=facts_fields(register, FACTS),
        dates=date_fields(register),
        labels=label_words(register),
        also_called=also_called,
        text=text_of(register),
        more_text=MORE_TEXT.get(name, ()),
    )


def _draft_rows(user):
    return Paper.objects.visible_to(user).without_content()


def _clearance_rows(user):
    rows = ClearanceRequest.objects.visible_to(user)
    return labelled(rows.filter(paper__in=_draft_rows(user).order_by().values("pk")), "kind")


def _files_with(permission, page):
    return RecordKind(
        name=f"attachments-{page}",
        noun="attached file",
        plural=f"files attached to {page}",
        permission=permission,
        rows=lambda user: Attachment.objects.visible_to(user).kept_with(permission),
        address=lambda record: reverse(f"attachments:{page}-record", args=[record.pk]),
        fields=("title", "name"),
        facts=(("File", "name"),),
    )


DRAFTS = RecordKind(
    name="papers-paper",
    noun="report",
    plural="reports, drafts included",
    permission=Permission.READ_DRAFTS,
    rows=_draft_rows,
    address=lambda paper: reverse("editor:draft", args=[paper.series.slug, paper.slug]),
    fields=("title", "series__title", "meeting__body__title"),
    facts=(("State", "get_status_display"), ("Meeting", "meeting.date")),
    dates=("meeting__date",),
)
ACCOUNTS = RecordKind(
    name="accounts-user",
    noun="account",
    plural="accounts",
    permission=Permission.MANAGE_ACCOUNTS,
    rows=User.objects.visible_to,
    address=lambda user: reverse("accounts:account", args=[user.pk]),
    fields=("name", "email"),
    facts=(("E-mail", "email"),),
)
FILES = (
    _files_with(Permission.RECORD_REVIEWS, "reviews"),
    _files_with(Permission.RECORD_ACTIONS, "actions"),
)
CLEARANCES = RecordKind(
    name="approvals-clearance",
    noun="clearance",
    plural="clearances of reports",
    permission=Permission.READ_DRAFTS,
    rows=_clearance_rows,
    address=lambda row: reverse(
        "approvals:clearance", args=[row.paper.series.slug, row.paper.slug, row.scope]
    ),
    fields=("paper__title", "called", "scope", LABEL),
    facts=(("Report", "paper.title"), ("To clear by", "due_on"), ("Asked on", "asked_on")),
    dates=("due_on", "asked_on"),
    labels="report cleared clear implications",
)
FORMATS = RecordKind(
    name="publication-format",
    noun="request for another format",
    plural="requests for other formats and languages",
    permission=Permission.ISSUE_PAPERS,
    rows=lambda user: labelled(FormatRequest.objects.visible_to(user), "wanted"),
    address=lambda row: reverse("published:other-format-record", args=[row.pk]),
    fields=(LABEL, "about", "language"),
    facts=(("Asked on", "asked_on"), ("Outcome", "get_outcome_display")),
    dates=("asked_on", "closed_on"),
    labels="report asked answered reader",
)
