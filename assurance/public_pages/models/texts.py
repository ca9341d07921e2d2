"""What a council prints on its public pages from a date on."""

from django.db import models

from assurance.records.named_record import one_active, plain
from assurance.records.record import Record, RecordQuerySet
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital


class DatedTextQuerySet(RecordQuerySet):
    """Readings over dated texts."""

    def current(self, council, day):
        """The text of `council` on `day`, or None: the last that is valid by then."""
        return self.of(council).on(day)

    def public_in(self, slug):
        """Those that anybody may read of the council with this slug."""
        return self.active().filter(council__slug=slug)

    def on(self, day):
        """The last of these that is valid on `day`, or None."""
        return self.active().filter(from_date__lte=day).order_by("-from_date").first()


class DatedText(Record):
    """The abstract base of a council's text that is valid from a date until a later one."""

    from_date = models.DateField()

    once, duplicate_error = (
        ("from_date",),
        "A text is valid from this date already: change that one",
    )
    personal = {**plain("from_date"), **Record.personal}

    objects = DatedTextQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True
        ordering = ("-from_date",)
        constraints = [
            *Record.Meta.constraints,
            one_active("%(class)s_from_a_date", "council", "from_date"),
        ]

    def __str__(self):
        return f"{with_capital(self._meta.verbose_name)} from {say_day(self.from_date)}"
