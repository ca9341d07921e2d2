"""Removes what the retention schedules end today."""

from assurance.accounts.models.accounts import Council
from assurance.records.history import CommandLine
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import today
from reports.data_protection.schedule import apply_schedule

LINE = "{council}: {title}: {removed:,} removed, {kept:,} on hold, {refused:,} refused."


class Command(DatabaseCommand):
    """Run once a day; run again on a day, it removes nothing twice. A kind of record without a
    policy is left as it is."""

    help = "Removes what each council's retention schedule ends today; run it daily."

    def handle(self, **options):
        """Prints a line for each kind of record that has a policy."""
        by, day = CommandLine("apply_retention"), today()
        for council in Council.objects.order_by("slug"):
            for row in apply_schedule(council, by=by, on=day):
                counted = {**row, "kept": row["held"], "refused": len(row["refused"])}
                self.stdout.write(LINE.format(council=council.slug, **counted))
