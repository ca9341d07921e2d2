"""Which digest keys the kept digests were made with: those that an operator cannot leave out."""

from collections.abc import Iterator
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db.models import CharField, Count
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, Right

from assurance.accounts.models.step_secrets import BEGINNING
from assurance.dbs.models.audits import DbsAudit
from assurance.imports.models import RowWritten
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.returns import Child
from assurance.records.history import HistoryEntry
from assurance.records.withdrawals.erasures import IDENTITY
from assurance.runtime.keyed_digests import NAME_DIGITS, keys, name_of
from reports.data_protection.models import LegalHold
from reports.editions.models.editions import Provenance
from reports.editor.models import SectionMark

# The secret of an authenticator app, or what recovery codes are reckoned from.
SECRETS = Authenticator.objects.annotate(secret=Coalesce(KT("data__secret"), KT("data__seed")))
ERASED = HistoryEntry.objects.filter(changes__has_key=IDENTITY).annotate(
    digest_text=Cast(KT(f"changes__{IDENTITY}__to"), CharField())
)
# What is kept under a digest key: rows in words, where they are, the field.
KEPT = (
    ("children of returns", Child.objects, "pseudonym"),
    ("counts of looked-after children", Census.objects, "rows_digest"),
    ("counts offered", CountOffer.objects, "rows_digest"),
    ("DBS audits", DbsAudit.objects, "rows_digest"),
    ("figures of editions", Provenance.objects, "rows_digest"),
    ("rows of imports", RowWritten.objects, "digest"),
    (
        "legal holds",
        LegalHold.objects.filter(subject__in=(LegalHold.CHILD, LegalHold.ADDRESS)),
        "key",
    ),
    ("names of erased records", ERASED, "digest_text"),
    ("sections marked as completed", SectionMark.objects, "digest"),
    ("secrets of second steps", SECRETS.filter(secret__startswith=BEGINNING), "secret"),
)
NAMELESS = ""


@dataclass(frozen=True)
class KeyUse:
    """How many `rows` of a kind have digests of the key called `name`, which is known or not."""

    rows_text: str
    name: str
    rows: int
    is_known: bool
    is_in_use: bool


def key_uses() -> Iterator[KeyUse]:
    """The keys that kept digests were made with, by kind of row."""
    names = [name_of(key) for key in keys()]
    for text, rows, field in KEPT:
        for name, number in sorted(_names(rows, field).items()):
            known = name in names or name == NAMELESS
            yield KeyUse(text, name, number, known, name == names[0])


def plain_secrets() -> int:
    """How many second steps have a secret that is not encrypted."""
    return SECRETS.exclude(secret=None).exclude(secret__startswith=BEGINNING).count()


def _names(rows, field):
    """The name of each key → how many of `rows` have a digest of it."""
    marked = rows.exclude(**{field: ""}).order_by().annotate(key_mark=Right(field, NAME_DIGITS + 1))
    counted = marked.values_list("key_mark").annotate(number=Count("pk"))
    index = {}
    for mark, number in counted:
        name = mark[1:] if mark.startswith("-") else NAMELESS
        index[name] = index.get(name, 0) + number
    return index
