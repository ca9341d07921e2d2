"""Sends the reminders that wait: the worker beside a server, begun by a timer every minute."""

from django.conf import settings
from django.utils.module_loading import import_string

from assurance.dbs.jobs import deliver_all
from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import reminders
from assurance.records.history import CommandLine
from assurance.runtime import email_states
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import today


class Command(DatabaseCommand):
    """What another process is sending is left to it."""

    help = "Sends the e-mails that wait for the mail server, each once, reminders first."

    def handle(self, **options):
        """Says what became of each, without a name."""
        by, day = CommandLine("send_reminders"), today()
        for reminder in Reminder.objects.broken_off(day):
            fields = {"state": email_states.UNKNOWN, "trouble": email_states.LOST}
            self._say(reminders.settle(record=reminder, **fields, by=by, on=day))
        for reminder in deliver_all(Reminder.objects.waiting(), by=by, on=day):
            self._say(reminder)
        for name in settings.SENT_WITH_REMINDERS:
            for line in import_string(name)(by=by, on=day):
                self.stdout.write(f"{line}.")

    def _say(self, reminder):
        self.stdout.write(f"{reminder.history_name}: {reminder.delivery_words}.")
