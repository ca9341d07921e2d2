"""Shows which digest keys are still needed, and makes digests again under the key in use."""

from django.core.management.base import CommandError

from assurance.accounts.models.accounts import Council
from assurance.imports.operations import rekey_undo
from assurance.records.history import CommandLine
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import today
from assurance.sign_in.operations.two_step import encrypt_anew
from reports.data_protection.digest_keys import NAMELESS, key_uses, plain_secrets

LINE = "{rows:>9,} {rows_text}: {state}"
IN_USE, OLDER = "the key in use", "an older key, {name}: keep it in CANDOUR_DIGEST_KEY_FALLBACKS"
OLDEST = "a key without a name, from before keys had names: keep the first key"
REKEYED = "{slug}: {rows:,} digests of imported rows were made again."
ENCRYPTED = "{rows:,} secrets of second steps were encrypted again."
UNKNOWN = (
    "{rows:,} {rows_text} were made with a key that is not set ({name}). Add that key to "
    "CANDOUR_DIGEST_KEY_FALLBACKS: without it they are not recognised."
)
PLAIN = "{rows:,} secrets of second steps are not encrypted: run `digest_keys --rekey`."


class Command(DatabaseCommand):
    """`digest_keys [--rekey]`: run it after CANDOUR_DIGEST_KEY was changed. It replaces each digest
    whose text is still kept, and encrypts secrets again; the others need their key for ever."""

    help = "Shows which digest keys are needed, and makes digests again under the key in use."

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument(
            "--rekey", action="store_true", help="make again what can be reckoned again"
        )

    def handle(self, **options):
        """Prints a line per kind of row and key; fails where a key is missing."""
        if options["rekey"]:
            self._rekey(by=CommandLine("digest_keys"), on=today())
        uses = list(key_uses())
        for use in uses:
            self.stdout.write(LINE.format(**vars(use), state=_state(use)))
        wrong = [UNKNOWN.format(**vars(use)) for use in uses if not use.is_known]
        wrong += [PLAIN.format(rows=rows) for rows in [plain_secrets()] if rows]
        if wrong:
            raise CommandError("\n".join(wrong))

    def _rekey(self, **fields):
        """Makes again what can be made again, and prints how much."""
        councils = list(Council.objects.order_by("slug"))
        for council in councils:
            rows = rekey_undo(council=council, **fields)
            self.stdout.write(REKEYED.format(slug=council.slug, rows=rows))
        number = sum(encrypt_anew(council=council, **fields) for council in (*councils, None))
        self.stdout.write(ENCRYPTED.format(rows=number))


def _state(use):
    if use.is_in_use:
        return IN_USE
    if not use.is_known:
        return f"a key that is not set, {use.name}"
    return OLDEST if use.name == NAMELESS else OLDER.format(name=use.name)
