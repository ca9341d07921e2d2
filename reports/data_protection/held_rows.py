"""The rows about a person on legal hold, each with the sentence that names the reason."""

from collections import defaultdict
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
    a person under one on `day`: of the first of several. It asks no more for more holds or rows."""
    keys, names, sentences = {*keys}, defaultdict(set), {}
    holds = LegalHold.objects.in_force(council, day) if keys else LegalHold.objects.none()
    for place, hold in enumerate(holds.order_by("from_date", "pk")):
        names[hold.subject].add(hold.key)
        sentence = rules.why_held(hold.pk, hold.reason, hold.from_date)
        sentences.setdefault((hold.subject, hold.key), (place, sentence))
    found = defaultdict(list)
    for subject, own in names.items():
        for key, name in _ROWS[subject](model, keys, own):
            found[key].append(sentences[subject, str(name)])
    return {key: min(rows)[1] for key, rows in found.items()}


# Each of these gives (key of a row, name of its subject) of the rows that are about one of `names`.


def _of_person(model, keys, names):
    return _named(model, keys, names, council_path(model, Person))


def _of_account(model, keys, names):
    if model is User:
        return [(key, key) for key in keys if str(key) in names]
    related = [item for item in User._meta.related_objects if item.related_model is model]
    own = [item for item in related if item.get_accessor_name() in OF_ACCOUNTS]
    return [pair for item in own for pair in _named(model, keys, names, item.field.name)]


def _of_audit(model, keys, names):
    if model is not AuditSample:
        return _named(model, keys, names, council_path(model, CaseAudit))
    audits = CaseAudit.objects.filter(pk__in=map(whole, names)).values_list("pk", "reference")
    held = [(pk, reference.casefold()) for pk, reference in audits]
    drawn = model.objects.filter(pk__in=keys).values_list("pk", "references")
    drawn = [(key, {reference.casefold() for reference in row}) for key, row in drawn]
    return [(key, pk) for key, row in drawn for pk, reference in held if reference in row]


def _of_child(model, keys, names):
    path = "episodes__child" if model is Return else council_path(model, Child)
    field = None if path is None else f"{path}__pseudonym".removeprefix("__")
    return _named(model, keys, names, field)


def _of_address(model, keys, names):
    fields = [field for other, field, _way in ADDRESSES if other is model]
    rows = model._base_manager.filter(pk__in=keys)
    return [
        (key, name)
        for field in fields
        for key, text in rows.values_list("pk", field)
        for email in EMAIL.findall(text)
        for name in names.intersection(address_digests(email))
    ]


def _named(model, keys, names, field):
    """Those whose `field`, a way to their subject, is one of `names`: themselves where it is empty,
    none where there is no way."""
    if field is None:
        return []
    field = field or "pk"
    rows = model._base_manager.filter(**{f"{field}__in": names}).values_list("pk", field)
    return [(key, name) for key, name in rows.distinct() if key in keys]


_ROWS = {
    LegalHold.PERSON: _of_person,
    LegalHold.ACCOUNT: _of_account,
    LegalHold.CHILD: _of_child,
    LegalHold.AUDIT: _of_audit,
    LegalHold.ADDRESS: _of_address,
}
