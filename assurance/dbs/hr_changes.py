"""What an officer takes over of the HR system's list: each change by the register's own operation,
so that one that is refused stops no other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core import signing
from django.db import transaction

from assurance.dbs.entry import add_person
from assurance.people.models.people import Engagement, Person
from assurance.records import operations
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused

SALT = "dbs.hr"
PERSON, ROLE, NEW_PERSON, NEW_ROLE = "person", "role", "new person", "new role"
MODELS = {PERSON: Person, ROLE: Engagement}
NOT_READ = "A choice could not be read: compare the list again"
CHANGED = "was changed meanwhile: compare the list again"
GONE = "A record is no longer there: compare the list again"
DAYS = ("starts_on", "ends_on")


@dataclass(frozen=True)
class HrChanges:
    """How many changes were taken over, and a sentence for each that was refused."""

    done: int
    refused: Sequence[str]


def sealed(kind: str, fields: Mapping, *, pk: int | None = None, version: int | None = None) -> str:
    """A change as the page sends it back: nothing of it is kept here meanwhile."""
    values = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in fields.items()
    }
    return signing.dumps([kind, pk, version, values], salt=SALT, compress=True)


def take_over(choices: Iterable[str], *, council, by, on) -> HrChanges:
    """Makes the changes that were sealed and chosen; those of one record are one change."""
    needed, refused, done = defaultdict(dict), [], 0
    for place, choice in enumerate(choices):
        try:
            kind, pk, version, values = signing.loads(choice, salt=SALT)
        except signing.BadSignature:
            refused.append(NOT_READ)
            continue
        key = (kind, pk, version, None if kind in MODELS else place)
        needed[key] |= {
            name: date.fromisoformat(value) if value and name in DAYS else value
            for name, value in values.items()
        }
    for (kind, pk, version, _), fields in needed.items():
        try:
            _change(kind, pk, version, fields, council=council, by=by, on=on)
            done += 1
        except EditConflict as conflict:
            refused.append(f"{conflict.newer} {CHANGED}")
        except Refused as refusal:
            refused.append(f"{_reference(kind, pk, fields, council)}: {refusal.sentence}")
        except (Person.DoesNotExist, Engagement.DoesNotExist):
            refused.append(GONE)
    return HrChanges(done, refused)


@transaction.atomic
def _change(kind, pk, version, fields, *, council, by, on):
    who = {"by": by, "on": on}
    if kind in MODELS:
        record = MODELS[kind].objects.of(council).get(pk=pk)
        operations.change(record=record, version=version, **who, **fields)
    elif kind == NEW_ROLE:
        person = Person.objects.of(council).get(pk=pk)
        operations.create(model=Engagement, council=council, person=person, **who, **fields)
    else:
        own = {name: fields[name] for name in ("reference", "name")}
        role = {name: value for name, value in fields.items() if name not in own}
        add_person(council=council, role=role, **who, **own)


def _reference(kind, pk, fields, council):
    """The reference of the person that a change is about."""
    if kind == NEW_PERSON:
        return fields["reference"]
    if kind == ROLE:
        return Engagement.objects.of(council).get(pk=pk).person.reference
    return Person.objects.of(council).get(pk=pk).reference
