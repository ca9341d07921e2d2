"""What officers do with reminders of re-checks."""

from django.db import transaction

from assurance.dbs.models.reminders import Reminder, ReminderWording
from assurance.dbs.rules import reminders as rules
from assurance.people.models.people import Person
from assurance.records import history, writes
from assurance.records.record import lock, locked
from assurance.records.refusals import refuse_if
from assurance.runtime import email_states


@transaction.atomic
def remind(*, person, group, due_on, how, again=False, by, on) -> Reminder:
    """Records a reminder to `person` of the re-check due on `due_on`; where `how` is ``email`` it
    then waits to be sent (`assurance.dbs.jobs`). Refuses a second one of the same day unless
    `again`, a second e-mail on one day, and an e-mail without an address."""
    # Held until the end, so that two officers at once cannot both be the first.
    person = _locked(Person, person)
    own = Reminder.objects.under_way().filter(person=person, due_on=due_on)
    earlier = own.order_by("-sent_on", "-pk").first()
    refuse_if("This record was withdrawn." if person.is_withdrawn else None)
    refuse_if(rules.why_not_remind(earlier, again, how, person.work_email, on))
    wording = ReminderWording.objects.of(person.council).in_force(on).first()
    reminder = Reminder(council=person.council, person=person, sent_by=by)
    fields = {"group": group, "due_on": due_on, "how": how, "sent_on": on, "wording": wording}
    fields["delivery"] = email_states.WAITING if how == Reminder.EMAIL else ""
    changes = writes.insert(reminder, {**fields, "again": earlier is not None}, on=on)
    history.record("dbs_reminders.send", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def take_up(*, record, by, on) -> Reminder:
    """Takes up the e-mail `record` to be sent by nobody else; refuses one that does not wait."""
    reminder = _locked(Reminder, record)
    waits = reminder.delivery == email_states.WAITING and not reminder.is_withdrawn
    refuse_if(None if waits else "This e-mail is not waiting to be sent.")
    changes = writes.update(reminder, {"delivery": email_states.SENDING, "trouble": ""})
    history.record("dbs_reminders.take_up", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def settle(*, record, state, trouble="", by, on) -> Reminder:
    """Keeps how the e-mail `record` ended: `state` is sent, failed or unknown, `trouble` why."""
    reminder = _locked(Reminder, record)
    changes = writes.update(reminder, {"delivery": state, "trouble": trouble})
    history.record("dbs_reminders.settle", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def send_again(*, record, version, by, on) -> Reminder:
    """Lets the e-mail `record`, which was refused or may not have arrived, wait to be sent once
    more; refuses any other, and one beside a reminder that was sent since or goes out that day.
    Raises `EditConflict` where somebody saved first."""
    reminder = lock(record, version)
    refuse_if("This record was withdrawn." if reminder.is_withdrawn else None)
    refuse_if(rules.why_not_send_again(reminder.delivery))
    others = Reminder.objects.under_way().filter(person=reminder.person, due_on=reminder.due_on)
    refuse_if(rules.why_not_beside(reminder, others.exclude(pk=reminder.pk), on))
    fields = {"delivery": email_states.WAITING, "trouble": "", "sent_on": on}
    changes = writes.update(reminder, fields)
    history.record("dbs_reminders.send_again", about=reminder, by=by, on=on, changes=changes)
    return reminder


def _locked(model, record):
    return locked(model, record.pk)
