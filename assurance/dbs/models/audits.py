"""DBS audits: positions over one cohort, entered with a source or counted from the register."""

from django.db import models
from django.db.models import F, Q

from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.rules import positions
from assurance.people.models.people import DatedCount, DatedCountQuerySet
from assurance.records.history import HistoryEntry
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.records.record import Record
from assurance.records.withdrawals.undo import withdrawn_at
from assurance.runtime.periods import say_day

_BESIDE = (
    "The {audit}, recorded since, has the position of {day} of this population: withdraw that one "
    "before this one counts again"
)


class DbsAuditQuerySet(DatedCountQuerySet):
    """Readings over DBS audits."""

    def in_state(self, state):
        """Those in force (an empty `state`), those `withdrawn`, or `every` edition of each."""
        return self.in_force() if not state else super().in_state(state)

    def filtered(self, cohort=None, origin=""):
        """Those of a cohort, and those entered or counted: a list's filter."""
        rows = self.filter(cohort=cohort) if cohort else self
        return rows.filter(origin=origin) if origin else rows

    def other_editions_of(self, audit):
        """The other editions of `audit`, newest first."""
        same = self.filter(cohort=audit.cohort_id, audit_date=audit.audit_date)
        return same.exclude(pk=audit.pk).order_by("-edition")

    def newest_position(self, day):
        """Those of the latest position date by `day` that several have, the newest audit of each
        population; none where no two have one."""
        known = self.filter(position_date__lte=day).order_by("position_date")
        shared = known.values("position_date").annotate(
            populations=models.Count("cohort", distinct=True)
        )
        newest = shared.filter(populations__gte=2).last()
        rows = self.filter(position_date=newest["position_date"]) if newest else self.none()
        return list({row.cohort_id: row for row in rows.order_by("audit_date", "pk")}.values())

    def with_policies(self):
        """Each with the policies that it was held against, in one more query."""
        return self.prefetch_related("policies")

    def with_counts(self):
        """Each with its counts and months, in two more queries."""
        return self.select_related("cohort").prefetch_related("counts", "due")


class DbsAudit(DatedCount):
    """A DBS audit: the register of one cohort, as the audit found it and again at the position
    date. `needing` is everybody in scope at the position date. Of those overdue at the audit, three
    counts say what had come of them by the position date; they are empty where that was not
    asked."""

    audit_date = models.DateField()
    position_date = models.DateField()
    policies = models.ManyToManyField(RecheckPolicy, related_name="audits")
    needing = models.PositiveIntegerField()
    rechecked = models.PositiveIntegerField(null=True, blank=True)
    in_progress = models.PositiveIntegerField(null=True, blank=True)
    not_started = models.PositiveIntegerField(null=True, blank=True)

    history_prefix = "dbs_audits"
    personal = {
        **DatedCount.personal,
        **plain("cohort audit_date position_date policies edition replaced_on needing"),
        **dict.fromkeys(positions.FOLLOW_UP, Personal.NONE),
    }

    objects = DbsAuditQuerySet.as_manager()

    class Meta(DatedCount.Meta):
        abstract = False
        verbose_name = "DBS audit"
        ordering = ("-position_date", "-edition")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("cohort", "audit_date", "edition"), name="dbs_audit_edition_once"
            ),
            models.UniqueConstraint(
                fields=("cohort", "audit_date"),
                condition=Q(replaced_on__isnull=True, withdrawn_on__isnull=True),
                name="one_dbs_audit_in_force",
            ),
            models.CheckConstraint(
                condition=Q(position_date__gte=F("audit_date")),
                name="dbs_position_not_before_audit",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="dbs_audit_has_a_source"),
            models.CheckConstraint(
                condition=Q(
                    rechecked__isnull=True, in_progress__isnull=True, not_started__isnull=True
                )
                | Q(rechecked__isnull=False, in_progress__isnull=False, not_started__isnull=False),
                name="dbs_follow_up_whole_or_absent",
            ),
        ]

    def __str__(self):
        return f"DBS audit of {self.audit_date.day} {self.audit_date:%B %Y}"

    def faults(self, values):
        """Pairs of field and sentence; a withdrawn audit is refused where another one with its
        audit date or position date was recorded after the withdrawal, unasked."""
        yield from super().faults(values)
        since = withdrawn_at(self) if self.is_withdrawn else None
        same = Q(audit_date=self.audit_date) | Q(position_date=self.position_date)
        for row in self.others().in_force().filter(same, cohort=self.cohort) if since else ():
            if HistoryEntry.objects.about(row).filter(at__gt=since).exists():
                yield "", _BESIDE.format(audit=row, day=say_day(row.position_date))

    @property
    def is_in_force(self):
        """Whether figures read it: neither replaced nor withdrawn."""
        return self.replaced_on is None and not self.is_withdrawn

    def day_of(self, moment):
        """The day of a moment: that of the audit, or the position date."""
        return self.audit_date if moment == positions.AUDIT else self.position_date

    @property
    def edition_name(self):
        """What provenance calls this edition."""
        return f"{self.history_name}, edition {self.edition}"

    @property
    def policy(self):
        """The policy in force in words, “every 36 months”; per group where there are several."""
        return "; ".join(words for _, words in self.worded_policies())

    def worded_policies(self):
        """(policy, itself in words) of each policy in force, with its group where it is of one."""
        rows = sorted(self.policies.all(), key=lambda row: row.group)
        return [
            (row, f"{row.get_group_display()}: {row}" if row.group else str(row)) for row in rows
        ]

    @property
    def follow_up(self):
        """What came of those overdue at the audit → people, or None where it was not asked."""
        if self.rechecked is None:
            return None
        return {part: getattr(self, part) for part in positions.FOLLOW_UP}

    @property
    def in_words(self):
        """What it says at both moments, as one text for its history."""
        entries = []
        for moment, text in DbsAuditCount.MOMENTS:
            parts = self.parts_at(moment) or {}
            known = [part for part in positions.PARTS if part in parts]
            items = [f"{positions.PART_LABELS[part]} {parts[part]}" for part in known]
            entries += [f"{text}: {', '.join(items)}"] if items else []
        return "; ".join(entries)

    def parts_at(self, moment):
        """Part → people of all groups at `moment`; those beside the population left out. None where
        nothing was said of that moment."""
        return self._parts(moment, positions.PARTS) or None

    def due_in(self, month):
        """How many fall due in the month that begins on `month`; None where it was not said."""
        values = {row.month: row.people for row in self.due.all()}
        return values.get(month, 0 if self.origin == self.COUNTED else None)

    def beside_at(self, moment):
        """Part → people who are not of the population at `moment`: not begun, set aside, left."""
        return self._parts(moment, positions.OUTSIDE_POPULATION)

    def groups_at(self, moment):
        """Group → part → people at `moment`, those beside the population left out."""
        index = {}
        for row in self.counts.all():
            if row.moment == moment and row.group and row.part in positions.PARTS:
                index.setdefault(row.group, {})[row.part] = row.people
        return index

    def _parts(self, moment, among):
        rows = [row for row in self.counts.all() if row.moment == moment and not row.group]
        return {row.part: row.people for row in rows if row.part in among}


class DbsAuditCount(models.Model):
    """How many people stood in one part, for one group or (`group` empty) for all, at one of the
    two moments. A part is a status, or several that were not told apart."""

    AUDIT, POSITION = positions.AUDIT, positions.POSITION
    MOMENTS = [(AUDIT, "at the audit"), (POSITION, "at the position date")]

    audit = models.ForeignKey(DbsAudit, models.PROTECT, related_name="counts")
    moment = models.CharField(max_length=10, choices=MOMENTS)
    group = models.CharField(max_length=30, blank=True)
    part = models.CharField(max_length=30, choices=list(positions.PART_LABELS.items()))
    people = models.PositiveIntegerField()

    personal = plain("moment group part")

    class Meta:
        ordering = ("audit", "moment", "group", "part")
        constraints = [
            models.UniqueConstraint(
                fields=("audit", "moment", "group", "part"), name="dbs_count_once"
            )
        ]

    def __str__(self):
        return f"{self.part}: {self.people}"


class DbsAuditDue(models.Model):
    """How many, not overdue at the audit, fall due in the month that begins on `month`."""

    audit = models.ForeignKey(DbsAudit, models.PROTECT, related_name="due")
    month = models.DateField()
    people = models.PositiveIntegerField()

    personal = {}

    class Meta:
        ordering = ("audit", "month")
        constraints = [
            models.UniqueConstraint(fields=("audit", "month"), name="dbs_due_month_once"),
            models.CheckConstraint(
                condition=Q(month__day=1), name="dbs_due_month_begins_on_its_first"
            ),
        ]

    def __str__(self):
        return f"{self.month:%B %Y}: {self.people}"
