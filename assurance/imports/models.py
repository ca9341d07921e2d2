"""What was imported from files, what it wrote, and how a council's files name their columns."""

from collections import defaultdict
from datetime import timedelta
from functools import reduce
from operator import or_

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from assurance.accounts.access import SUBJECT_OF, may
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField

UPLOADED, READ, CHECKED, WAITING = "given", "read", "checked", "waiting"
IMPORTED, CANCELLED, UNDONE = "imported", "cancelled", "undone"
# Stands among the permissions that a run needs while it is not known what a table holds.
UNKNOWN = "?"
OPEN = (UPLOADED, READ, CHECKED, WAITING)
# Rows that nobody imported are somebody's data lying about.
STAGED_KEPT = timedelta(days=1)


class ImportRunQuerySet(models.QuerySet):
    """Readings over files imported."""

    def of(self, council):
        """The runs of `council`."""
        return self.filter(council=council)

    def visible_to(self, user):
        """The runs of `user`'s council whose every kind `user` may import; while the kind of a
        table is not known, it shows to the person who gave it alone."""
        rows = self.filter(council_id=getattr(user, "council_id", None))
        for permission in SUBJECT_OF:
            if not may(user, permission):
                rows = rows.exclude(needs__contains=f"|{permission}|")
        return rows.filter(~Q(needs__contains=f"|{UNKNOWN}|") | Q(who=user.history_name))

    def open(self):
        """Those that wait for an answer or for their writing."""
        return self.filter(state__in=OPEN)

    def waiting(self):
        """Those that are to be checked, or imported, in the background."""
        return self.filter(state__in=(UPLOADED, WAITING))

    def left_lying(self, before):
        """Those never imported or cancelled, and given before the day `before`."""
        return self.filter(state__in=(UPLOADED, READ, CHECKED), started_on__lt=before)

    def with_the_file(self, council, sha256, sheet):
        """The runs that imported this very sheet of this very file, latest first."""
        text = f"|{sha256}/{sheet}|"
        return self.of(council).filter(state=IMPORTED, fingerprints__contains=text).order_by("-pk")

    def listed(self):
        """What was imported, cancelled or undone, and what waits, for a list."""
        return self.defer("staged", "found", "refusals")


class ImportRun(models.Model):
    """Files given at one time: what they were read as, what bringing them in did, and whether that
    was undone.

    `staged` holds the tables and the officer's choices, `found` the check, both packed; they go as
    soon as the run is imported or cancelled, and a day after they were given at the latest.
    `trouble` is the sentence that ended the last try in the background. `as_at` are days asked
    about besides a bundle's own, `covers_to` the last day it speaks of where the officer said so.
    `needs` holds the permissions of its kinds and `fingerprints` each `sha256/sheet`, between bars.
    """

    STATES = [
        (UPLOADED, "Being checked"),
        (READ, "Waiting for an answer"),
        (CHECKED, "Checked, not imported"),
        (WAITING, "Being imported"),
        (IMPORTED, "Imported"),
        (CANCELLED, "Cancelled"),
        (UNDONE, "Undone"),
    ]

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="import_runs")
    state = models.CharField(max_length=12, choices=STATES)
    who = models.CharField(max_length=100)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    undone_on = models.DateField(null=True, blank=True)
    as_at = models.JSONField(default=list, blank=True)
    covers_to = models.DateField(null=True, blank=True)
    needs = models.TextField(blank=True)
    fingerprints = models.TextField(blank=True)
    titles = models.TextField(blank=True)
    files = DocumentField(default=list, blank=True)
    records = DocumentField(default=list, blank=True)
    trouble = models.TextField(blank=True)
    refusals = DocumentField(default=list, blank=True)
    staged = models.BinaryField(null=True)
    found = models.BinaryField(null=True)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    personal = {
        "state": Personal.NONE,
        "who": Personal.PSEUDONYM,
        "started_on": Personal.NONE,
        "ended_on": Personal.NONE,
        "undone_on": Personal.NONE,
        "as_at": Personal.NONE,
        "covers_to": Personal.NONE,
        "needs": Personal.NONE,
        "fingerprints": Personal.NONE,
        "titles": Personal.NONE,
        "files": Personal.MAY,
        "records": Personal.NONE,
        "trouble": Personal.NONE,
        "refusals": Personal.NONE,
        "staged": Personal.SPECIAL,
        "found": Personal.SPECIAL,
    }

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = "files imported"
        verbose_name_plural = "files imported"
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=OPEN) | Q(staged__isnull=True, found__isnull=True),
                name="import_run_forgets_its_rows",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, ended_on__isnull=True)
                | (~Q(state__in=OPEN) & Q(ended_on__isnull=False)),
                name="import_run_ends_once",
            ),
            models.CheckConstraint(
                condition=Q(state=UNDONE, undone_on__isnull=False)
                | (~Q(state=UNDONE) & Q(undone_on__isnull=True)),
                name="import_run_undone_says_when",
            ),
        ]

    def __str__(self):
        return self.titles or ", ".join(file["name"] for file in self.files)

    def shows_to(self, user):
        """Whether `user`, of its council, may see it; `visible_to` about one run in hand."""
        needed = [permission for permission in SUBJECT_OF if f"|{permission}|" in self.needs]
        known = f"|{UNKNOWN}|" not in self.needs or self.who == user.history_name
        ours = self.council_id == getattr(user, "council_id", None)
        return ours and known and all(may(user, item) for item in needed)

    @property
    def history_name(self):
        """What history calls it."""
        return f"import {self.pk}"

    @property
    def rows(self):
        """How many rows its files hold."""
        return sum(file["rows"] for file in self.files)

    @property
    def kept_until(self):
        """The last day on which what its files hold is kept, while nobody imports them."""
        return self.started_on + STAGED_KEPT

    @property
    def has_written(self):
        """True where its counts are of rows that it wrote, and not of what a check found."""
        return self.state in (IMPORTED, UNDONE)

    @property
    def files_named(self):
        """Its kinds with the names of its files, which differ between runs of one kind."""
        names = ", ".join(dict.fromkeys(file["name"] for file in self.files))
        return f"{self.titles}: {names}" if self.titles and names else str(self)

    @property
    def records_title(self):
        """The heading of the records that it wrote."""
        return "Records undone" if self.state == UNDONE else "Records that these files wrote"

    @property
    def is_open(self):
        """Whether it can still be imported or cancelled."""
        return self.state in OPEN


class RowWrittenQuerySet(models.QuerySet):
    """Readings over the rows that runs wrote."""

    def of_records(self, records):
        """Those that are of some `records`, each (label of its model, key)."""
        keys = defaultdict(list)
        for model, key in records:
            keys[model].append(key)
        kinds = (models.Q(model=model, key__in=some) for model, some in keys.items())
        return self.filter(reduce(or_, kinds))


class RowWritten(models.Model):
    """A row of the register that a run added or changed, so that it is known where it came from and
    can be undone; with `WHOLE`, the record that stands for the files of a bundle, which its subject
    undoes.

    `file` is the place of its file among the run's. `before` holds the changed fields' values as
    they were; `digest`, keyed, the whole row as the run left it, which shows whether somebody
    changed it since. Once the run is undone, `name` is how the row was called and `before` empty.
    All three are emptied once it is too late to undo the run.
    """

    ADDED, CHANGED, WHOLE = "added", "changed", "whole"
    HOW = [(ADDED, "Added"), (CHANGED, "Changed"), (WHOLE, "Read as one")]

    # The first column of what is there once, which is found by it.
    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="rows_written", db_index=False)
    model = models.CharField(max_length=100)
    key = models.BigIntegerField()
    how = models.CharField(max_length=7, choices=HOW)
    file = models.PositiveSmallIntegerField(null=True, blank=True)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    digest = models.CharField(max_length=64, blank=True)
    name = models.TextField(blank=True)

    personal = {
        "model": Personal.NONE,
        "how": Personal.NONE,
        "before": Personal.SPECIAL,
        "digest": Personal.PSEUDONYM,
        "name": Personal.PSEUDONYM,
    }

    objects = RowWrittenQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "rows written"
        constraints = [
            models.UniqueConstraint(fields=("run", "model", "key"), name="row_written_once"),
        ]
        indexes = [
            models.Index(fields=("model", "key"), name="row_written_of"),
            # What is left to forget at each import, among the rows of years.
            models.Index(fields=("run",), condition=~models.Q(digest=""), name="row_written_kept"),
        ]

    def __str__(self):
        return f"{self.model} {self.key}: {self.how}"


class ColumnReadingQuerySet(models.QuerySet):
    """Readings over remembered columns."""

    def of_shapes(self, council, digests):
        """A dict of (kind, digest) → the reading remembered for it."""
        rows = self.filter(council=council, digest__in=digests)
        return {(row.kind, row.digest): row for row in rows}


class ColumnReading(models.Model):
    """How a council's files with these headings were read last: `columns` maps a plain heading to
    its column ("" for none), `orders` a column to how its days are written, `fixed` a column that
    these files lack to the cell of every row."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="column_readings")
    kind = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    orders = models.JSONField(default=dict)
    fixed = models.JSONField(default=dict)

    personal = dict.fromkeys(("kind", "digest", "columns", "orders", "fixed"), Personal.NONE)

    objects = ColumnReadingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("council", "kind", "digest"), name="column_reading_once"
            ),
        ]

    def __str__(self):
        return f"{self.kind}: {', '.join(self.columns)}"

    @property
    def as_read(self):
        """The three mappings by which such files are read, by their names."""
        return {"columns": self.columns, "orders": self.orders, "fixed": self.fixed}
