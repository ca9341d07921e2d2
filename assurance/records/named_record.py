"""What every matter has in common: a slug that papers quote it by, a title, and plain readings."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet

# What was withdrawn leaves its name and its day to another.
IS_ACTIVE = Q(withdrawn_on__isnull=True)


def plain(names):
    """A dict of each name of a text of names → what is not about a person, for `personal`."""
    return dict.fromkeys(names.split(), Personal.NONE)


class NamedRecordQuerySet(RecordQuerySet):
    """Readings over matters and what lies within them."""

    def filtered(self, text="", **chosen):
        """Those that hold `text` in one of their model's `searched` fields, and have what was
        chosen from lists."""
        items = (Q(**{f"{field}__icontains": text}) for field in self.model.searched)
        rows = self.filter(reduce(or_, items)) if text else self
        return rows.filter(**chosen)

    def within(self, field, parent):
        """Those that lie within `parent`, a record that the field called `field` names."""
        return self.filter(**{field: parent})


class NamedRecord(Record):
    """The abstract base of a matter; its slug is made of its first title and stays.

    `searched` names the fields that a list's words are looked for in.
    """

    personal = {"slug": Personal.NONE, "title": Personal.NONE, **Record.personal}
    searched = ("title",)
    # The record that one lies within, the fields of which there may be one, and what is said then.
    parent_field, once, taken = "", (), ""

    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)

    objects = NamedRecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=("council", "slug"), condition=IS_ACTIVE, name="%(class)s_named_once"
            ),
        ]

    def __str__(self):
        return self.title


class ChildRecord(Record):
    """The abstract base of what lies within a matter, named by `parent_field`."""

    parent_field, once, taken = "", (), ""
    searched = ()

    objects = NamedRecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True

    @property
    def parent(self):
        """The matter that it lies within."""
        return getattr(self, self.parent_field)
