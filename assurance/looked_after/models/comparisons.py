"""What is published of looked-after children elsewhere, and whom a council compares itself with."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from assurance.looked_after.rules import comparison
from assurance.records.named_record import plain
from assurance.records.record import Record, RecordQuerySet, in_order

MEASURES = {
    "looked_after": "Children looked after on 31 March",
    "starting": "Children starting to be looked after in the year to 31 March",
    "ceasing": "Children ceasing to be looked after in the year to 31 March",
}
ENGLAND, REGION, AUTHORITY = "england", "region", "authority"
LEVELS = {ENGLAND: "England", REGION: "Region", AUTHORITY: "Local authority"}


class PublishedFigureQuerySet(RecordQuerySet):
    """Readings of published figures."""

    def of_areas(self, council, codes, day):
        """Those standing of England and of the areas `codes`, published of a day up to `day`."""
        rows = self.of(council).active()
        return rows.filter(Q(level=ENGLAND) | Q(area_code__in=codes), date__lte=day)

    def compared_on(self, council, day):
        """Those standing up to `day` of England and of the areas that `council` compares itself
        with on the day, each with the `role` of its area (None of England), the newest first."""
        areas = ComparedArea.objects.on(council, day).filter(area_code=OuterRef("area_code"))
        rows = self.of(council).active().filter(date__lte=day)
        rows = rows.annotate(role=Subquery(areas.values("role")[:1]))
        return rows.filter(Q(level=ENGLAND) | Q(role__isnull=False)).order_by("-date", "pk")

    def of_area(self, code, day):
        """Those of children looked after in the area `code` up to `day`, the newest first."""
        rows = self.filter(area_code=code, measure="looked_after", date__lte=day)
        return rows.order_by("-date")


class PublishedFigure(Record):
    """A published number and rate per 10,000 of one area: of `date`, or of the year that ends on
    it. A cell that was withheld or not available keeps its `mark` (`c`, `x`, `z`); one that was
    published has the mark `none`."""

    level = models.CharField(max_length=12, choices=list(LEVELS.items()))
    area_code = models.CharField(max_length=12)
    area_name = models.CharField(max_length=120)
    measure = models.CharField(max_length=20, choices=list(MEASURES.items()))
    date = models.DateField()
    children = models.PositiveIntegerField(null=True, blank=True)
    rate = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    mark = models.CharField(max_length=4, blank=True)
    source = models.CharField(max_length=200)
    licence = models.CharField(max_length=120)

    personal = {
        **plain("level area_code area_name measure date mark source licence"),
        **Record.personal,
    }

    objects = PublishedFigureQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("-date", "measure", "area_name")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "area_code", "measure", "date"),
                condition=Q(withdrawn_on__isnull=True),
                name="published_figure_once",
            ),
            models.CheckConstraint(
                condition=~Q(source="") & ~Q(licence=""), name="published_figure_has_a_source"
            ),
        ]

    def __str__(self):
        return f"{self.area_name}, {self.date.year}"

    @property
    def is_published(self):
        """Whether the number stands, and no mark in its place."""
        return self.mark in ("", "none")


class ComparedAreaQuerySet(RecordQuerySet):
    """Readings of whom a council compares itself with."""

    def filtered(self, role=""):
        """Those of a role: a list's filter."""
        return self.filter(role=role) if role else self

    def on(self, council, day):
        """Those standing that hold on `day`, first and last days included."""
        still = Q(to_date__isnull=True) | Q(to_date__gte=day)
        return self.of(council).active().filter(still, from_date__lte=day)


class ComparedArea(Record):
    """An area that a council compares itself with from a day: itself as it is published, its
    region, or a statistical neighbour, by the code that official statistics use."""

    OWN, IN_REGION, NEIGHBOUR = "own", "region", "neighbour"
    ROLES = [
        (OWN, "This council itself, as published"),
        (IN_REGION, "Its region"),
        (NEIGHBOUR, "Statistical neighbour"),
    ]

    role = models.CharField(max_length=12, choices=ROLES)
    area_code = models.CharField(max_length=12)
    area_name = models.CharField(max_length=120)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200)

    history_prefix, history_verbs = "compared_areas", ("add", "change", "withdraw")
    personal = {
        **plain("role area_code area_name from_date to_date source"),
        **Record.personal,
    }

    objects = ComparedAreaQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "comparison area"
        verbose_name_plural = "comparison areas"
        ordering = ("role", "area_name")
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "area_code", "from_date"),
                condition=Q(withdrawn_on__isnull=True),
                name="compared_area_once",
            ),
            in_order("compared_area_dates_in_order"),
            models.CheckConstraint(condition=~Q(source=""), name="compared_area_has_a_source"),
        ]

    def __str__(self):
        return self.area_name

    def faults(self, values):
        """Refuses a code that is none, and an area that is in the list on the same days."""
        area = ComparedArea(**values.of(("role", "area_code", "from_date", "to_date")))
        yield "area_code", comparison.why_not_this_code(area.area_code)
        yield "to_date", comparison.why_not_these_days(area.from_date, area.to_date)
        yield "area_code", comparison.why_not_beside(area, self.others().active())
