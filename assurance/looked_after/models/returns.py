"""Statutory returns that are held for a time, each with its own pseudonymous rows, which censuses
are counted from.
"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import RowNumber

from assurance.looked_after.rules.counts import SHORT_BREAKS, UASC
from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet, in_order
from assurance.runtime.document_field import DocumentField
from assurance.runtime.periods import say_day


class ReturnQuerySet(RecordQuerySet):
    """Readings of held returns."""

    def covering(self, day):
        """The standing returns with rows that say who was looked after on `day`, those whose year
        the day lies in first, each newest first."""
        opening = models.Case(models.When(covers_from=day, then=1), default=0)
        return self.filter(
            withdrawn_on__isnull=True,
            rows_removed_on__isnull=True,
            covers_from__lte=day,
            covers_to__gte=day,
        ).order_by(opening, "-covers_to", "-pk")

    def owning(self, day):
        """Those in whose year `day` lies, with rows or without."""
        return self.filter(covers_from__lt=day, covers_to__gte=day)

    def read_from(self, council, fingerprint):
        """The standing return that was read from the files of this fingerprint; one or none."""
        return self.of(council).active().filter(fingerprint=fingerprint)


class Return(Record):
    """A statutory return that was read: its files by fingerprint, the days it covers, and whether
    its rows are still kept (how long, `row_periods` says by the council's policy).

    `files` holds name, kind, sha256, rows and the names of the columns that were left unread;
    `notices` what was strange in it, as kind, count and sentence; `validated` what each rule found,
    as rule, count and the first row numbers, or None where it was read before rules were kept.
    """

    year_end = models.DateField()
    covers_from = models.DateField()
    covers_to = models.DateField()
    fingerprint = models.CharField(max_length=64)
    files = DocumentField(default=list)
    notices = DocumentField(default=list)
    validated = DocumentField(null=True, blank=True)
    rows_removed_on = models.DateField(null=True, blank=True)

    instead_of_undo = "Import its files again instead."
    personal = {
        **plain("year_end covers_from covers_to rows_removed_on fingerprint"),
        **plain("files notices validated"),
        **Record.personal,
    }

    objects = ReturnQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "SSDA903 return"
        ordering = ("-year_end", "-pk")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(covers_to__gte=F("covers_from")), name="return_cover_in_order"
            ),
            models.UniqueConstraint(
                fields=("council", "fingerprint"),
                condition=Q(withdrawn_on__isnull=True),
                name="return_read_once",
            ),
        ]

    def owns(self, day):
        """Whether `day` lies in its year: on the day before, when it opens, the return of the year
        before closes, which speaks first."""
        return self.covers_from < day <= self.covers_to

    @property
    def holds_rows(self):
        """Whether its child-level rows are here: they go in time."""
        return self.rows_removed_on is None

    @property
    def has_uasc(self):
        """True if it has a file of unaccompanied children: without, none is not known of."""
        return any(file["kind"] == UASC for file in self.files)

    def __str__(self):
        # One that is read within its year is named by the last day that it tells of: its year's end
        # is still to come.
        return (
            f"SSDA903 return to {say_day(min(self.covers_to, self.created_on or self.covers_to))}"
        )


class ChildQuerySet(RecordQuerySet):
    """Readings of the children of returns."""

    def only_in(self, held_return):
        """Those of whom no other return has an episode: they go with its rows."""
        others = Episode.objects.exclude(held_return=held_return)
        return (
            self.filter(episodes__held_return=held_return)
            .exclude(pk__in=others.values("child"))
            .distinct()
        )


class Child(models.Model):
    """A child of a return, by keyed digest of the local reference. No name, number, postcode or
    parent is read; an episode whose child is not in the header file has no birth date and sex."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="children")
    pseudonym = models.CharField(max_length=64)
    sex = models.CharField(max_length=1, blank=True)
    born_on = models.DateField(null=True, blank=True)
    ethnicity = models.CharField(max_length=12, blank=True)
    uasc = models.BooleanField(default=False)
    uasc_until = models.DateField(null=True, blank=True)

    personal = {
        "pseudonym": Personal.PSEUDONYM,
        **dict.fromkeys(("sex", "born_on", "ethnicity", "uasc", "uasc_until"), Personal.SPECIAL),
    }

    objects = ChildQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "children"
        constraints = [models.UniqueConstraint(fields=("council", "pseudonym"), name="child_once")]

    def __str__(self):
        return self.pseudonym[:8]


class UascMark(models.Model):
    """That a return's UASC file named a child, so that withdrawing the return takes it back."""

    held_return = models.ForeignKey(Return, models.PROTECT, related_name="uasc_marks")
    child = models.ForeignKey(Child, models.CASCADE, related_name="uasc_marks")
    until = models.DateField(null=True, blank=True)

    personal = {"until": Personal.SPECIAL}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("held_return", "child"), name="uasc_mark_once")
        ]

    def __str__(self):
        return f"mark {self.pk}"


class EpisodeQuerySet(models.QuerySet):
    """Readings by the counting rule of domain 3.2; each has its plain twin in `rules`."""

    def open_on(self, day):
        """Open at the end of `day`: one that ends on it is not, one that starts on it is."""
        return self.filter(Q(dec__isnull=True) | Q(dec__gt=day), decom__lte=day)

    def without_short_breaks(self):
        """Leaves out agreed series of short breaks (legal status V3 and V4), as the DfE does."""
        return self.exclude(ls__in=SHORT_BREAKS)

    def counted_on(self, day):
        """The open episodes at the end of `day` without short breaks."""
        return self.open_on(day).without_short_breaks()

    def children_on(self, day):
        """How many children were looked after at the end of `day`, each once."""
        return self.counted_on(day).aggregate(n=models.Count("child", distinct=True))["n"]

    def describing(self, day):
        """One episode per child looked after on `day`: the latest start, then the lower line."""
        latest = models.Window(
            RowNumber(), partition_by=F("child"), order_by=[F("decom").desc(), F("line").desc()]
        )
        return self.counted_on(day).annotate(place_in_line=latest).filter(place_in_line=1)

    def to_count(self):
        """What a census reads of each describing episode and its child, and no more."""
        return self.annotate(
            sex=F("child__sex"),
            born_on=F("child__born_on"),
            ethnicity=F("child__ethnicity"),
            uasc=F("child__uasc"),
            uasc_until=F("child__uasc_until"),
        ).values_list(
            *("child__pseudonym", "decom", "place", "place_provider", "ls", "cin"),
            *("sex", "born_on", "ethnicity", "uasc", "uasc_until"),
            named=True,
        )

    def movements(self):
        """`periods`, how many episodes, and `children`, how many children, in one query."""
        return self.aggregate(
            periods=models.Count("pk"), children=models.Count("child", distinct=True)
        )

    def starting(self, first, last):
        """Episodes that begin a period of being looked after between both days, both included."""
        return self.without_short_breaks().filter(rne="S", decom__range=(first, last))

    def ceasing(self, first, last):
        """Episodes that end a period of being looked after between both days, both included."""
        return self.without_short_breaks().filter(dec__range=(first, last)).exclude(rec="X1")


class Episode(models.Model):
    """One episode of a child being looked after, as the return has it; field names are the
    return's own. Each return keeps its own, so that what it said is counted whatever a later one
    says."""

    # The index of `episode_start_once` begins with the child: one of its own would only cost.
    child = models.ForeignKey(Child, models.CASCADE, related_name="episodes", db_index=False)
    held_return = models.ForeignKey(Return, models.PROTECT, related_name="episodes")
    line = models.PositiveIntegerField()
    decom = models.DateField()
    rne = models.CharField(max_length=12, blank=True)
    ls = models.CharField(max_length=12, blank=True)
    cin = models.CharField(max_length=12, blank=True)
    place = models.CharField(max_length=12, blank=True)
    place_provider = models.CharField(max_length=12, blank=True)
    dec = models.DateField(null=True, blank=True)
    rec = models.CharField(max_length=12, blank=True)
    reason_place_change = models.CharField(max_length=12, blank=True)

    personal = dict.fromkeys(
        [
            "decom",
            "rne",
            "ls",
            "cin",
            "place",
            "place_provider",
            "dec",
            "rec",
            "reason_place_change",
        ],
        Personal.SPECIAL,
    )

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("child", "decom", "held_return"), name="episode_start_once"
            ),
            in_order("episode_dates_in_order", "decom", "dec"),
        ]
        # Everything that a count reads, so that the table itself is never opened: measured at half
        # the time of an index on (decom, dec).
        indexes = [
            models.Index(
                fields=("dec", "decom", "ls", "held_return", "child"), name="episode_cover"
            )
        ]

    def __str__(self):
        return f"episode from {self.decom}"
