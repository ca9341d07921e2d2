"""Proves that history, editions and the published folder are what they were."""

from django.core.management.base import CommandError

from assurance.accounts.models.accounts import Council, User
from assurance.accounts.models.sign_in import changed_accounts, unrecorded_accounts
from assurance.accounts.operations import record_sign_in
from assurance.records import history_chain
from assurance.records.proofs.faults import is_begun
from assurance.records.proofs.operations import adopt
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import today
from assurance.tables.phrases import several
from reports.issue.models.site import SiteFault
from reports.issue.site.checks import look_at_shared
from reports.issue.site.faults import readable
from reports.issue.site.jobs import UNDER_WAY, check, write_again
from reports.service import lookup

WHOLE = "{slug}: {entries:,} entries of history end with {digest}."
READ = "{slug}: {editions}, {files}, {rows} of records."
ADOPTED = "{slug}: {rows} taken into history without a change."
NOT_BEGUN = (
    "{slug}: rows from before history had their digests are not compared. Look at them, then run "
    '`verify --adopt "REASON" --account EMAIL` once.'
)
NO_COUNCIL = "There is no council in this database, and so nothing of one was compared."
WHOSE = "Name with --account the account, one that can sign in, whose decision this is."


class Command(DatabaseCommand):
    """Reckons every fingerprint anew, in history, in the database's editions and in the published
    folder, and compares them with each other; run it once a day and after a restore."""

    help = "Checks that history, every edition and the published folder are unchanged."

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument("--council")
        parser.add_argument(
            "--write-again", action="store_true", help="write the folder from the record first"
        )

        parser.add_argument(
            "--adopt",
            metavar="REASON",
            help="take records into history as they are now, for this reason, which stays there",
        )
        parser.add_argument(
            "--account", metavar="EMAIL", help="whose decision an adoption is: it stays in history"
        )

    def handle(self, **options):
        """Prints the end of each history and how much was read; fails with one line per fault."""
        wrong, by = [], _decided_by(options["adopt"], options["account"])
        for council in _councils(options["council"]):
            if options["write_again"]:
                write_again.func(council.pk)
            if because := options["adopt"]:
                self._adopt(council, because, by)
            if not is_begun(council):
                self.stdout.write(NOT_BEGUN.format(slug=council.slug))
            version = check(council)
            for name in version.awaited:
                self.stdout.write(UNDER_WAY.format(name=name))
            self.stdout.write(_history_line(council.slug))
            self.stdout.write(
                READ.format(
                    slug=council.slug,
                    editions=several(version.editions, "edition"),
                    files=several(version.files, "file"),
                    rows=several(version.rows or 0, "row"),
                )
            )
            wrong += SiteFault.objects.filter(council=council).active().order_by("name")
        if not Council.objects.exists():
            self.stdout.write(NO_COUNCIL)
            wrong += _without_councils()
        if wrong:
            lines = (f"{item}: {item.why}".rstrip(".: ") + "." for item in wrong)
            # What all councils share is found at each.
            raise CommandError("\n".join(dict.fromkeys(lines)))

    def _adopt(self, council, because, by):
        """Takes the rows of `council` that differ from history into it, and prints how many."""
        number = adopt(council=council, because=because, by=by, on=today())
        for user in [*changed_accounts(council), *unrecorded_accounts(council)]:
            record_sign_in(user=user, because=because, by=by, on=today())
        self.stdout.write(ADOPTED.format(slug=council.slug, rows=several(number, "row")))


def _without_councils():
    """The faults of a database without a council, which keeps none."""
    faults = look_at_shared().faults
    return [SiteFault(name=readable(one.name), what=one.what, why=one.why) for one in faults]


def _decided_by(because, email):
    """The account whose decision an adoption is."""
    if not because:
        return None
    account = User.objects.filter(email=(email or "").strip().lower(), is_active=True).first()
    if account is None:
        raise CommandError(WHOSE)
    return account


def _councils(named):
    try:
        return [lookup.council(named)] if named else Council.objects.order_by("slug")
    except lookup.NotFound as fault:
        raise CommandError(str(fault)) from fault


def _history_line(slug):
    end = history_chain.head_entry(slug)
    return WHOLE.format(slug=slug, entries=end.seq, digest=end.digest)
