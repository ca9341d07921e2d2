"""Shows which digest keys are still needed, and makes digests again under the key in use."""

from django.core.management.base import CommandError

from assurance.accounts.models.accounts import Council
from assurance.imports.operations import rekey_undo
from assurance.records.history import CommandLine
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import today
from reports.data_protection.digest_keys import NAMELESS, key_uses

LINE = "{rows:>9,} {rows_text}: {state}"
IN_USE, OLDER = "the key in use", "an older key, {name}: keep it in CANDOUR_DIGEST_KEY_FALLBACKS"
OLDEST = "a key without a name, from before keys had names: keep the first key"
REKEYED = "{slug}: {rows:,} digests of imported rows were made again."
UNKNOWN = (
    "{rows:,} {rows_text} were digested with a key that is not set ({name}). Add that key to "
    "CANDOUR_DIGEST_KEY_FALLBACKS: without it their rows are not recognised."
)


class Command(DatabaseCommand):
    """`digest_keys [--rekey]`: run it after CANDOUR_DIGEST_KEY was changed. It replaces each digest
    whose text is still kept; the others need their key for ever."""

    help = "Shows which digest keys are needed, and makes digests again under the key in use."

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument(
            "--rekey", action="store_true", help="make again what can be reckoned again"
        )

    def handle(self, **options):
        """Prints a line per kind of row and key; fails where a key is missing."""
        for council in Council.objects.order_by("slug") if options["rekey"] else ():
            rows = rekey_undo(council=council, by=CommandLine("digest_keys"), on=today())
            self.stdout.write(REKEYED.format(slug=council.slug, rows=rows))
        uses = list(key_uses())
        for use in uses:
            self.stdout.write(LINE.format(**vars(use), state=_state(use)))
        if missing := [UNKNOWN.format(**vars(use)) for use in uses if not use.is_known]:
            raise CommandError("\n".join(missing))


def _state(use):
    if use.is_in_use:
        return IN_USE
    if not use.is_known:
        return f"a key that is not set, {use.name}"
    return OLDEST if use.name == NAMELESS else OLDER.format(name=use.name)
