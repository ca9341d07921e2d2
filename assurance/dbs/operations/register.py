"""Importing a whole register at once: from another system, or for a demonstration."""

from datetime import date

from django.db import transaction

from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.rules import faults
from assurance.people import rules as staff
from assurance.people.certificate_words import why_not_title
from assurance.people.models.people import Engagement, Person
from assurance.records import history
from assurance.records.refusals import refuse_if

PARTS = {
    "engagements": Engagement,
    "checks": DbsCheck,
    "applications": DbsApplication,
    "lookups": UpdateLookup,
}


@transaction.atomic
def import_register(*, council, people, by, on) -> list[Person]:
    """Adds `people` with all that is held of each; one row of history says how many. All or
    nothing.

    `people` is a list of dicts: `reference`, `name`, `work_email` (may be left out), and the lists
    `engagements`, `checks`, `applications`, `lookups` (each may be left out) of dicts of fields as
    `add_engagement`, `record_check`, `record_application` and `record_lookup` take them. Unlike
    those it takes impossible and missing dates of roles and certificates, which count as not known
    until somebody puts them right. Refuses with the place in the list, counted from 1, a reference
    or number used twice, and a number, application or look-up that makes no sense.
    """
    people = list(people)
    _refuse(council, people)
    made = Person.objects.bulk_create(
        Person(council=council, created_on=on, **_own(person)) for person in people
    )
    values = {"people": len(made)}
    for part, model in PARTS.items():
        rows = [
            model(council=council, person=person, created_on=on, **entry)
            for person, item in zip(made, people, strict=True)
            for entry in _in_order(part, item)
        ]
        model.objects.bulk_create(rows, batch_size=500)
        values[part] = len(rows)
    changes = history.impersonal_changes(values)
    history.record("dbs_register.bring_in", about=council, by=by, on=on, changes=changes)
    return made


def _own(item):
    return {name: value for name, value in item.items() if name not in PARTS}


def _in_order(part, item):
    rows = item.get(part, ())
    if part == "checks":
        # A renewal is recorded after what it renews; a certificate without a day comes first.
        return sorted(rows, key=lambda row: row.get("issued_on") or date.min)
    if part == "lookups":
        return [{**row, "answer": faults.kept_answer(row["answer"])} for row in rows]
    return rows


def _refuse(council, people):
    references = Person.objects.of(council).values_list("reference", flat=True)
    used = {reference.casefold() for reference in references}
    numbers = set(
        DbsCheck.objects.of(council)
        .exclude(certificate_number="")
        .values_list("certificate_number", flat=True)
    )
    for place, item in enumerate(people, 1):
        for field, sentence in _faults(item, used, numbers):
            refuse_if(f"Person {place}: {sentence}" if sentence else None, field)


def _faults(item, used, numbers):
    reference = item["reference"].casefold()
    yield "reference", staff.USED if reference in used else None
    yield "name", why_not_title(item["name"])
    used.add(reference)
    for check in item.get("checks", ()):
        number = check.get("certificate_number", "")
        yield "certificate_number", faults.why_not_number(number)
        yield "certificate_number", faults.DUPLICATE_NUMBER if number in numbers else None
        numbers |= {number} if number else set()
    for entry in item.get("engagements", ()):
        result = staff.faults_of_engagement(entry)
        yield from ((field, values) for field, values in result if field != "ends_on")
    for entry in item.get("applications", ()):
        yield from faults.faults_of_application(
            entry["submitted_on"], entry.get("closed_on"), entry.get("outcome", "")
        )
    issues = [day for check in item.get("checks", ()) if (day := check.get("issued_on"))]
    for entry in item.get("lookups", ()):
        first = min(issues, default=None)
        yield from faults.faults_of_lookup(entry["looked_on"], entry["consent_held"], first)
    for check in item.get("checks", ()):
        yield "seen_on", faults.why_not_see(check.get("issued_on"), check.get("seen_on"))
