"""What officers do with certificates, applications and look-ups of one person.

Of a certificate its number, day, level and workforce are kept, and never what it says.
"""

from dataclasses import replace

from django.db import transaction
from django.db.models import Max, Min

from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.rules import faults
from assurance.records import history, operations
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if

WITHDRAWN = "This record was withdrawn and cannot be changed."


@transaction.atomic
def record_check(*, council, person, by, on, **fields) -> DbsCheck:
    """Records a certificate that `person` showed: `certificate_number`, `issued_on`, `level`,
    `workforce`, `seen_on`. Refuses a number that is not 12 digits or is recorded already, a
    re-check issued before the check it renews, one seen before its issue."""
    refuse_if(WITHDRAWN if person.is_withdrawn else None)
    check = DbsCheck(council=council, person=person)
    _refuse_check(check, fields)
    changes = _without_numbers(operations.add(check, fields, on=on))
    history.record("dbs_register.record_check", about=check, by=by, on=on, changes=changes)
    return check


@transaction.atomic
def change_check(*, record, seen, by, on, **fields) -> DbsCheck:
    """Changes the fields `said` of the certificate `record`; refuses as `record_check` does, and a
    withdrawn one. Raises `EditConflict` where somebody saved first."""
    check = lock(record, seen)
    refuse_if(WITHDRAWN if check.is_withdrawn else None)
    _refuse_check(check, fields)
    changes = _without_numbers(operations.change(check, fields))
    history.record("dbs_register.change_check", about=check, by=by, on=on, changes=changes)
    return check


@transaction.atomic
def withdraw_check(*, record, seen, because, by, on) -> DbsCheck:
    """Withdraws the certificate `record`; refuses one withdrawn already, or without a reason."""
    check = lock(record, seen)
    refuse_if(why_not_withdraw(check, because), "because")
    changes = operations.withdraw(check, because=because, by=by, on=on)
    history.record("dbs_register.withdraw_check", about=check, by=by, on=on, changes=changes)
    return check


@transaction.atomic
def record_application(*, council, person, by, on, **fields) -> DbsApplication:
    """Records an application for a first check or a re-check: `submitted_on` and, once it is
    closed, `closed_on` with `outcome`. Refuses one closed before it was submitted."""
    refuse_if(WITHDRAWN if person.is_withdrawn else None)
    application = DbsApplication(council=council, person=person)
    _refuse_application(application, fields)
    changes = operations.add(application, fields, on=on)
    history.record("dbs_register.apply", about=application, by=by, on=on, changes=changes)
    return application


@transaction.atomic
def change_application(*, record, seen, by, on, **fields) -> DbsApplication:
    """Changes the fields `said` of the application `record`, closes it or opens it again; refuses
    as `record_application` does, and a withdrawn one."""
    application = lock(record, seen)
    refuse_if(WITHDRAWN if application.is_withdrawn else None)
    _refuse_application(application, fields)
    changes = operations.change(application, fields)
    history.record("dbs_register.change_apply", about=application, by=by, on=on, changes=changes)
    return application


@transaction.atomic
def close_application(*, record, seen, closed_on, outcome, by, on) -> DbsApplication:
    """Closes the application `record` with what came of it (``certificate`` or ``stopped``);
    refuses one withdrawn or closed already, a day before it was submitted, no outcome."""
    application = lock(record, seen)
    refuse_if(WITHDRAWN if application.is_withdrawn else None)
    refuse_if("This application was closed already." if application.closed_on else None)
    fields = {"closed_on": closed_on, "outcome": outcome}
    _refuse_application(application, fields)
    changes = operations.change(application, fields)
    history.record("dbs_register.close", about=application, by=by, on=on, changes=changes)
    return application


@transaction.atomic
def withdraw_application(*, record, seen, because, by, on) -> DbsApplication:
    """Withdraws the application `record`, recorded by mistake; refuses one withdrawn already, or
    without a reason."""
    application = lock(record, seen)
    refuse_if(why_not_withdraw(application, because), "because")
    changes = operations.withdraw(application, because=because, by=by, on=on)
    history.record("dbs_register.withdraw_apply", about=application, by=by, on=on, changes=changes)
    return application


@transaction.atomic
def record_lookup(*, council, person, by, on, **fields) -> UpdateLookup:
    """Records what the Update Service answered: `looked_on`, `answer` (any of its four, kept as
    one of three), `looked_by`, `consent_held`. Refuses one without consent, or without a
    certificate issued by then."""
    refuse_if(WITHDRAWN if person.is_withdrawn else None)
    lookup = UpdateLookup(council=council, person=person)
    fields = _with_stored_answer(fields)
    _refuse_lookup(lookup, fields)
    changes = operations.add(lookup, fields, on=on)
    history.record("dbs_register.look_up", about=lookup, by=by, on=on, changes=changes)
    return lookup


@transaction.atomic
def change_lookup(*, record, seen, by, on, **fields) -> UpdateLookup:
    """Changes the fields `said` of the look-up `record`; refuses as `record_lookup` does, and a
    withdrawn one."""
    lookup = lock(record, seen)
    refuse_if(WITHDRAWN if lookup.is_withdrawn else None)
    fields = _with_stored_answer(fields)
    _refuse_lookup(lookup, fields)
    changes = operations.change(lookup, fields)
    history.record("dbs_register.change_look_up", about=lookup, by=by, on=on, changes=changes)
    return lookup


@transaction.atomic
def withdraw_lookup(*, record, seen, because, by, on) -> UpdateLookup:
    """Withdraws the look-up `record`; refuses one withdrawn already, or without a reason."""
    lookup = lock(record, seen)
    refuse_if(why_not_withdraw(lookup, because), "because")
    changes = operations.withdraw(lookup, because=because, by=by, on=on)
    history.record("dbs_register.withdraw_look_up", about=lookup, by=by, on=on, changes=changes)
    return lookup


def _refuse_check(check, value):
    def current_value(name):
        return value.get(name, getattr(check, name))

    number, issued_on = current_value("certificate_number"), current_value("issued_on")
    refuse_if(faults.why_not_number(number), "certificate_number")
    others = DbsCheck.objects.of(check.council).exclude(pk=check.pk)
    is_used = bool(number) and others.filter(certificate_number=number).exists()
    refuse_if(faults.DUPLICATE_NUMBER if is_used else None, "certificate_number")
    own = others.active().filter(person=check.person)
    before = own.filter(pk__lt=check.pk) if check.pk else own
    after = own.filter(pk__gt=check.pk) if check.pk else own.none()
    earlier = before.aggregate(last=Max("issued_on"))["last"]
    later = after.aggregate(first=Min("issued_on"))["first"]
    refuse_if(faults.why_not_issue(issued_on, earlier, later), "issued_on")
    refuse_if(faults.why_not_see(issued_on, current_value("seen_on")), "seen_on")


def _refuse_application(application, value):
    fields = ("submitted_on", "closed_on", "outcome")
    current = {name: value.get(name, getattr(application, name)) for name in fields}
    for field, sentence in faults.faults_of_application(**current):
        refuse_if(sentence, field)


def _refuse_lookup(lookup, value):
    fields = ("looked_on", "consent_held")
    current = {name: value.get(name, getattr(lookup, name)) for name in fields}
    checks = lookup.person.checks.all().active()
    first = checks.aggregate(first=Min("issued_on"))["first"]
    for field, sentence in faults.faults_of_lookup(**current, first_issue=first):
        refuse_if(sentence, field)


def _with_stored_answer(value):
    return {**value, "answer": faults.kept_answer(value["answer"])} if "answer" in value else value


def _without_numbers(changes):
    # History shows what changed to everybody who may see the record: four digits are enough there.
    return tuple(
        replace(change, before=faults.masked(change.before), after=faults.masked(change.after))
        if change.field == "certificate_number"
        else change
        for change in changes
    )
