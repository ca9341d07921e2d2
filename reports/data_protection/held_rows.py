"""The rows about a person on legal hold, each with the sentence that names the reason."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model

from assurance.accounts.models.accounts import User
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.samples import AuditSample
from assurance.looked_after.models.returns import Child, Return
from assurance.people.models.people import Person
from assurance.records.proofs.faults import council_path
from assurance.runtime.digits import whole
from reports.data_protection import rules
from reports.data_protection.models import LegalHold
from reports.data_protection.references import address_digests
from reports.data_protection.subjects import ADDRESSES, EMAIL, OF_ACCOUNTS


def held_rows(council, model: type[Model], keys: Iterable, day: date) -> dict[int, str]:
    """Key → the sentence that names a hold, of those rows of `model` with `keys` that are about
    a person under one on `day`."""
    result = {}
    for hold in LegalHold.objects.in_force(council, day).order_by("from_date", "pk"):
        for key in _ROWS[hold.subject](model, {*keys}, hold.key):
            result.setdefault(key, rules.why_held(hold.pk, hold.reason, hold.from_date))
    return result


def _of_person(model, keys, key):
    path = council_path(model, Person)
    return () if path is None else _keys(model, keys, **{path or "pk": key})


def _of_account(model, keys, key):
    if model is User:
        return keys & {whole(key)}
    related = [item for item in User._meta.related_objects if item.related_model is model]
    own = [item for item in related if item.get_accessor_name() in OF_ACCOUNTS]
    return {pk for item in own for pk in _keys(model, keys, **{item.field.name: key})}


def _of_audit(model, keys, key):
    if model is AuditSample:
        audit = CaseAudit.objects.filter(pk=whole(key))
        return {row.pk for row in model.objects.filter(pk__in=keys) if row.has_one_of(audit)}
    path = council_path(model, CaseAudit)
    return () if path is None else _keys(model, keys, **{path or "pk": key})


def _of_child(model, keys, key):
    if model is Return:
        return _keys(model, keys, episodes__child__pseudonym=key)
    path = council_path(model, Child)
    return () if path is None else _keys(model, keys, **{_joined(path, "pseudonym"): key})


def _of_address(model, keys, key):
    fields = [field for other, field, _way in ADDRESSES if other is model]
    rows = model._base_manager.filter(pk__in=keys)
    return {
        pk
        for field in fields
        for pk, text in rows.values_list("pk", field)
        if any(key in address_digests(email) for email in EMAIL.findall(text))
    }


def _keys(model, keys, **lookups):
    rows = model._base_manager.filter(**lookups).values_list("pk", flat=True)
    return keys & {*rows}


def _joined(path, field):
    return f"{path}__{field}" if path else field


_ROWS = {
    LegalHold.PERSON: _of_person,
    LegalHold.ACCOUNT: _of_account,
    LegalHold.CHILD: _of_child,
    LegalHold.AUDIT: _of_audit,
    LegalHold.ADDRESS: _of_address,
}
