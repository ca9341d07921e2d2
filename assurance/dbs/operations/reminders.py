"""What officers do with reminders of re-checks, and an administrator with their wording."""

from datetime import timedelta

from django.db import transaction

from assurance.dbs.models.reminders import Reminder, ReminderWording
from assurance.dbs.rules import reminders as rules
from assurance.people.models.people import Person
from assurance.records import email_states, history, operations
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if


@transaction.atomic
def remind(*, person, group, due_on, how, again=False, by, on) -> Reminder:
    """Records a reminder to `person` of the re-check due on `due_on`; where `how` is ``email`` it
    then waits to be sent (`assurance.dbs.jobs`). Refuses a second one of the same day unless
    `again`, a second e-mail on one day, and an e-mail without an address."""
    # Held until the end, so that two officers at once cannot both be the first.
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    own = Reminder.objects.under_way().filter(person=person, due_on=due_on)
    earlier = own.order_by("-sent_on", "-pk").first()
    refuse_if("This record was withdrawn." if person.is_withdrawn else None)
    refuse_if(rules.why_not_remind(earlier, again, how, person.work_email, on))
    wording = ReminderWording.objects.of(person.council).in_force(on).first()
    reminder = Reminder(council=person.council, person=person, sent_by=by)
    fields = {"group": group, "due_on": due_on, "how": how, "sent_on": on, "wording": wording}
    fields["delivery"] = email_states.WAITING if how == Reminder.EMAIL else ""
    changes = operations.add(reminder, {**fields, "again": earlier is not None}, on=on)
    history.record("dbs_reminders.send", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def take_up(*, record, by, on) -> Reminder:
    """Takes up the e-mail `record` to be sent by nobody else; refuses one that does not wait."""
    reminder = Reminder.objects.select_for_update(of=("self",)).get(pk=record.pk)
    waits = reminder.delivery == email_states.WAITING and not reminder.is_withdrawn
    refuse_if(None if waits else "This e-mail is not waiting to be sent.")
    changes = operations.change(reminder, {"delivery": email_states.SENDING, "trouble": ""})
    history.record("dbs_reminders.take_up", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def settle(*, record, state, trouble="", by, on) -> Reminder:
    """Keeps what became of the e-mail `record` that was taken up: `state` is sent, failed or
    unknown, `trouble` says why."""
    reminder = Reminder.objects.select_for_update(of=("self",)).get(pk=record.pk)
    changes = operations.change(reminder, {"delivery": state, "trouble": trouble})
    history.record("dbs_reminders.settle", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def send_again(*, record, seen, by, on) -> Reminder:
    """Lets the e-mail `record`, which was refused or may not have arrived, wait to be sent once
    more; refuses any other, and one beside a reminder that was sent since or goes out that day.
    Raises `EditConflict` where somebody saved first."""
    reminder = lock(record, seen)
    refuse_if("This record was withdrawn." if reminder.is_withdrawn else None)
    refuse_if(rules.why_not_send_again(reminder.delivery))
    others = Reminder.objects.under_way().filter(person=reminder.person, due_on=reminder.due_on)
    refuse_if(rules.why_not_beside(reminder, others.exclude(pk=reminder.pk), on))
    fields = {"delivery": email_states.WAITING, "trouble": "", "sent_on": on}
    changes = operations.change(reminder, fields)
    history.record("dbs_reminders.send_again", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def withdraw_reminder(*, record, seen, because, by, on) -> Reminder:
    """Withdraws the reminder `record`, recorded by mistake or never posted; refuses one withdrawn
    already, or without a reason."""
    reminder = lock(record, seen)
    refuse_if(why_not_withdraw(reminder, because), "because")
    changes = operations.withdraw(reminder, because=because, by=by, on=on)
    history.record("dbs_reminders.withdraw", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def record_wording(*, council, by, on, **fields) -> ReminderWording:
    """Adds a wording from `from_date`, with its `subject`, `body` and `approved_by`; the one before
    ends the day before, and letters sent stay as they were. Refuses a place that cannot be filled,
    a body that does not say when, a subject that could name somebody, and a day on or before the
    newest one's first."""
    newest = ReminderWording.objects.of(council).select_for_update().order_by("-from_date").first()
    refuse_if(rules.why_not_subject(fields["subject"]), "subject")
    refuse_if(rules.why_not_word(fields["body"]), "body")
    started = newest and newest.from_date
    refuse_if(rules.why_not_begin(fields["from_date"], started), "from_date")
    if newest and (newest.to_date is None or newest.to_date >= fields["from_date"]):
        operations.change(newest, {"to_date": fields["from_date"] - timedelta(1)})
    wording = ReminderWording(council=council)
    changes = operations.add(wording, fields, on=on)
    history.record("dbs_reminders.word", about=wording, by=by, on=on, changes=changes)
    return wording
