"""What officers do with reminders of re-checks, and an administrator with their wording."""

from datetime import timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction

from assurance import history, writing
from assurance.dbs.models.reminders import Reminder, ReminderWording
from assurance.dbs.rules import reminders as rules
from assurance.people.models import Person
from assurance.records import lock, why_not_withdraw
from assurance.refusals import Refused, refuse_if

NOT_SENT = "The mail server did not take the e-mail: try again, or print a letter"


@transaction.atomic
def remind(*, person, group, due_on, how, again=False, post=None, by, on) -> Reminder:
    """Records a reminder to `person` of the re-check due on `due_on`, and sends it where `how` is
    ``email``, through the mail connection `post`: what is not sent is not recorded. Refuses a
    second one of the same day unless `again`, and an e-mail without an address."""
    # Held until the end, so that two officers at once cannot both be the first.
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    own = Reminder.objects.standing().filter(person=person, due_on=due_on)
    earlier = own.order_by("-sent_on", "-pk").first()
    refuse_if("This record was withdrawn." if person.is_withdrawn else None)
    refuse_if(rules.why_not_remind(earlier, again, how, person.work_email))
    wording = ReminderWording.objects.of(person.council).in_force(on).first()
    reminder = Reminder(council=person.council, person=person, sent_by=by)
    said = {"group": group, "due_on": due_on, "how": how, "sent_on": on, "wording": wording}
    changes = writing.add(reminder, {**said, "again": earlier is not None}, on=on)
    if how == Reminder.EMAIL:
        _send(reminder, post)
    history.record("dbs_reminders.send", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def withdraw_reminder(*, record, seen, because, by, on) -> Reminder:
    """Withdraws the reminder `record`, recorded by mistake or never posted; refuses one withdrawn
    already, or without a reason."""
    reminder = lock(record, seen)
    refuse_if(why_not_withdraw(reminder, because), "because")
    changes = writing.withdraw(reminder, because=because, by=by, on=on)
    history.record("dbs_reminders.withdraw", about=reminder, by=by, on=on, changes=changes)
    return reminder


@transaction.atomic
def record_wording(*, council, by, on, **said) -> ReminderWording:
    """Adds a wording from `from_date`, with its `subject`, `body` and `approved_by`; the one before
    ends the day before, and letters sent stay as they were. Refuses a place that cannot be filled,
    a body that does not say when, a subject that could name somebody, and a day on or before the
    newest one's first."""
    newest = ReminderWording.objects.of(council).select_for_update().order_by("-from_date").first()
    refuse_if(rules.why_not_subject(said["subject"]), "subject")
    refuse_if(rules.why_not_word(said["body"]), "body")
    started = newest and newest.from_date
    refuse_if(rules.why_not_begin(said["from_date"], started), "from_date")
    if newest and (newest.to_date is None or newest.to_date >= said["from_date"]):
        writing.change(newest, {"to_date": said["from_date"] - timedelta(1)})
    wording = ReminderWording(council=council)
    changes = writing.add(wording, said, on=on)
    history.record("dbs_reminders.word", about=wording, by=by, on=on, changes=changes)
    return wording


def _send(reminder, post):
    subject, body = reminder.words
    letter = EmailMessage(subject, body, to=[reminder.person.work_email], connection=post)
    try:
        letter.send()
    except (SMTPException, OSError, ValueError) as error:
        # The server's words may repeat the address.
        raise Refused(NOT_SENT) from error
