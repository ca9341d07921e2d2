"""Brings files of a kind in: the statutory return in its own words, every kind as JSON."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import CommandError

from assurance.accounts.models.accounts import Council
from assurance.imports import kinds as declared
from assurance.imports.run.lifecycle import NOTHING_TO_DO
from assurance.imports.upload import Days
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations import returns
from assurance.looked_after.rules import return_files
from assurance.looked_after.rules.returns import put_together, why_not_read
from assurance.records.history import CommandLine
from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.command import DatabaseCommand
from assurance.runtime.periods import say_day, today
from assurance.tables.phrases import several
from reports.service.import_files import (
    NOTHING,
    REFUSED,
    FileImport,
    in_words,
    tables_at,
    warning_lines,
    why_not_saved,
)

FAULTS_SHOWN = 20
RETURN = "ssda903"


def day(text):
    """A date typed as 2017-12-01 or 01/12/2017; raises ValueError, which argparse says."""
    if "/" in text:
        day_of_month, month, year = text.split("/")
        return date.fromisoformat(f"{year}-{month:0>2}-{day_of_month:0>2}")
    return date.fromisoformat(text)


class Command(DatabaseCommand):
    """Reads the files, keeps the rows under digests and counts the censuses; all or nothing."""

    help = (
        "Brings files of records in, all or nothing. An SSDA903 return gives a count for every "
        "month-end it covers."
    )

    def add_arguments(self, parser):
        """`KIND FILE… [--as-at DATE] [--mapping FILE] [--dry-run] [--format json]`."""
        kinds = sorted({RETURN, *(kind.key for kind in declared.KINDS)})
        parser.add_argument("kind", choices=kinds, help="The kind of the files.")
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--as-at",
            action="append",
            default=[],
            type=day,
            metavar="DATE",
            help="Also count children on this date (may be repeated); no row is left out by it.",
        )
        parser.add_argument(
            "--covers-to", type=day, metavar="DATE", help="The end date of the data."
        )
        parser.add_argument("--council", default="", metavar="SLUG")
        parser.add_argument("--by", default="import_files", metavar="NAME")
        parser.add_argument("--leave-out-refused", action="store_true")
        parser.add_argument(
            "--accept-warnings",
            action="store_true",
            help="Import though there are warnings, once you have looked at them.",
        )
        parser.add_argument(
            "--preview", action="store_true", help="Show its content; save nothing."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Show what it would do; save nothing."
        )
        parser.add_argument("--mapping", type=Path, metavar="FILE", help="JSON: columns, orders.")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *, kind, council, by, **options):
        """Raises `CommandError` with the sentence where anything is refused."""
        council, by = _council(council), CommandLine(by)
        in_own_words = kind == RETURN and options["format"] == "text"
        if in_own_words and not options["dry_run"] and not options["mapping"]:
            self._read_return(council, by, **options)
        else:
            self._import(council, kind, by, **options)

    def _import(self, council, kind, by, *, files, mapping, dry_run, preview, **options):
        declared_kind = declared.kind_called(kind)
        if declared_kind is None:
            raise CommandError(f"Files of {kind} are imported with --format text alone.")
        try:
            value = mapping.read_text(encoding="utf-8-sig") if mapping else ""
        except (OSError, UnicodeDecodeError):
            raise CommandError(f"{mapping} cannot be read: give a JSON file.") from None
        days = Days(tuple(options["as_at"]), options["covers_to"])
        bringing = FileImport(council, declared_kind, days=days, mapping=value, by=by, on=today())
        accepted = options["leave_out_refused"], options["accept_warnings"]
        values = bringing.told(files, dry_run or preview, *accepted)
        if kind == RETURN and values["state"] == NOTHING:
            values["counted"] = self._days_counted(council, files, days.as_at, by)
        if options["format"] == "json":
            self.stdout.write(json.dumps(values, ensure_ascii=False, indent=1))
        else:
            for line in in_words(values):
                self.stdout.write(line)
        if preview and values["refused"] and not options["leave_out_refused"]:
            # As the return's own words do, so that both formats end alike.
            values["state"] = REFUSED
        if sentence := why_not_saved(values):
            raise CommandError(sentence)

    def _days_counted(self, council, files, as_at, by):
        """The dates that a return which was read before is asked about, each with its children or
        why it has none."""
        tables = [table for path in files for table in tables_at(path)]
        whole = put_together([return_files.read_table(table) for table in tables], today())
        record = Return.objects.read_from(council, whole.fingerprint).first()
        return [
            {"date": day.isoformat(), "children": census and census.total, "reason": sentence}
            for day, census, sentence in (_counted_more(record, as_at, by) if record else ())
        ]

    def _read_return(
        self, council, by, *, files, as_at, covers_to, leave_out_refused, preview, **options
    ):
        tables = [table for path in files for table in tables_at(path)]
        whole = put_together([self._read(table) for table in tables], today())
        for fault in whole.faults[:FAULTS_SHOWN]:
            self.stderr.write(str(fault))
        record = Return.objects.read_from(council, whole.fingerprint).first()
        try:
            if preview:
                return self._preview(whole, leave_out_refused)
            refuse_if(why_not_read(whole, leave_out_refused))
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        if record:
            return self._count_more(record, as_at, by)
        # As the pages and the other format do it, so that it can be undone like any import.
        days, kind = Days(tuple(as_at), covers_to), declared.kind_called(RETURN)
        bringing = FileImport(council, kind, days=days, mapping="", by=by, on=today())
        values = bringing.told(files, False, leave_out_refused, options["accept_warnings"])
        for line in warning_lines(values):
            self.stdout.write(line)
        if sentence := why_not_saved(values):
            raise CommandError(sentence)
        record = Return.objects.read_from(council, whole.fingerprint).first()
        if record is None:
            self.stdout.write(NOTHING_TO_DO)
            return None
        return self._tell(record, len(whole.episodes))

    def _read(self, table):
        file = return_files.read_table(table)
        if file.kind and not file.needed:
            self.stdout.write(f"{file.name}: the {file.kind} file is not needed and was not read.")
        elif file.needed:
            dropped = ", ".join(file.dropped) or "none"
            self.stdout.write(
                f"{file.name}: the {file.kind} file, {several(len(file.rows), 'row')}; "
                f"columns dropped unread: {dropped}."
            )
        return file

    def _preview(self, whole, leave_out_refused):
        if sentence := why_not_read(whole, leave_out_refused):
            raise CommandError(sentence)
        self.stdout.write(f"{len(whole.episodes):,} episodes could be read; nothing was saved.")

    def _count_more(self, current, as_at, by):
        self.stdout.write(
            f"These files were read already on {say_day(current.created_on)}: nothing has changed."
        )
        for day, census, sentence in _counted_more(current, as_at, by):
            if census:
                self._say_census(census)
            else:
                self.stdout.write(f"{say_day(day)}: not returned. {sentence}")

    def _tell(self, current, episodes):
        self.stdout.write(
            f"{current}: {episodes:,} episodes; it covers who was looked after from "
            f"{say_day(current.covers_from)} to {say_day(current.covers_to)}."
        )
        for notice in current.notices:
            self.stdout.write(f"Notice: {notice['sentence']}")
        for census in current.censuses.in_force().order_by("date"):
            self._say_census(census)

    def _say_census(self, census):
        self.stdout.write(f"{say_day(census.date)}: {census.total:,} children looked after.")


def _counted_more(record, as_at, by):
    """(Date, its census or None, why it has none) of each of `as_at` for a return that was read
    before; those without a census from it are counted now."""
    current = {census.date: census for census in record.censuses.in_force()}
    for item in sorted(set(as_at)):
        census, sentence = current.get(item), ""
        try:
            census = census or returns.count_census(held_return=record, day=item, by=by, on=today())
        except Refused as refused:
            sentence = refused.sentence
        yield item, census, sentence


def _council(slug):
    councils = Council.objects.filter(slug=slug) if slug else Council.objects.all()
    matches = list(councils[:2])
    if len(matches) == 1:
        return matches[0]
    if slug:
        raise CommandError(f"There is no council “{slug}”: check the slug.")
    if not matches:
        raise CommandError("There is no council yet: make one with manage.py create_council.")
    raise CommandError("There are several councils: name one with --council SLUG.")
