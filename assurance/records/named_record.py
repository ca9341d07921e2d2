"""Records that are named: matters by a slug and a title, others by a reference of their own."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.text import slugify

from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet
from assurance.records.refusals import why_not_name

# What was withdrawn leaves its name and its day to another.
IS_ACTIVE = Q(withdrawn_on__isnull=True)


def one_active(name, *fields):
    """A constraint that one row that stands, and no more, has the same `fields`."""
    return models.UniqueConstraint(fields=fields, condition=IS_ACTIVE, name=name)


def reference_once(name):
    """The constraints that a council has a reference once, in capitals or small letters."""
    return [
        # Rows are found by their exact reference, which needs an index as well.
        models.UniqueConstraint(fields=("council", "reference"), name=name),
        models.UniqueConstraint(F("council"), Lower("reference"), name=f"{name}_in_any_case"),
    ]


def plain(names):
    """A dict of each name of a text of names → what is not about a person, for `personal`."""
    return dict.fromkeys(names.split(), Personal.NONE)


def may_hold(names):
    """A dict of each name of a text of names → words that may be about a person."""
    return dict.fromkeys(names.split(), Personal.MAY)


def slug_of_new(record, values):
    """The slug of a new one, made of its title where none is given: `derived_fields` of a record
    that papers quote by its slug."""
    return {} if record.pk else {"slug": values["slug"] or slugify(values["title"])[:60]}


class NamedRecordQuerySet(RecordQuerySet):
    """Readings over matters and what lies within them."""

    def filtered(self, text="", **chosen):
        """Those with `text` in a `searched` field and with what lists chose."""
        return self.with_words(text, *self.model.searched).filter(**chosen)

    def within(self, field, parent):
        """Those that lie within `parent`, a record that the field called `field` names."""
        return self.filter(**{self.model.aliases.get(field, field): parent})


class NamedRecord(Record):
    """The abstract base of a matter; its slug is made of its first title and stays.

    `searched` names the fields that a list's words are looked for in.
    """

    personal = {"slug": Personal.NONE, "title": Personal.NONE, **Record.personal}
    searched = ("title",)

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

    derived_fields = slug_of_new

    def faults(self, values):
        """Refuses also a title that another one has."""
        yield from super().faults(values)
        is_used = self.others().active().filter(slug=values["slug"]).exists()
        yield "title", why_not_name(self._meta.verbose_name, values["slug"], is_used)


class ChildRecord(Record):
    """The abstract base of what lies within a matter, named by `parent_field`."""

    searched = ()
    parent_withdrawn = "“{parent}” was withdrawn: nothing can be added to it."

    objects = NamedRecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True

    @property
    def parent(self):
        """The matter that it lies within."""
        return getattr(self, self.parent_field)

    def derived_fields(self, values):
        """Of a new one its parent, which history tells as well."""
        return {} if self.pk else {self.parent_field: self.parent}

    def faults(self, values):
        """Refuses also what lies within a matter that was withdrawn."""
        yield "", self.why_not_within(self.parent)
        yield from super().faults(values)


class ReferencedQuerySet(RecordQuerySet):
    """Readings of records that are named by a `reference` of their own."""

    def with_reference(self, reference):
        """The records of this reference, whichever of its letters are capitals."""
        return self.filter(reference__iexact=reference)

    def by_references(self, references):
        """Reference as written in `references` → the record that has it, in that order; those that
        no record has are left out."""
        lowered = {reference.lower() for reference in references}
        # SQLite makes letters small only where they have no accent.
        fits = Q(reference__in={*references}) | Q(lowered__in=lowered)
        rows = self.annotate(lowered=Lower("reference")).filter(fits).order_by("pk")
        index = {row.reference.casefold(): row for row in rows}
        keys = {reference: reference.casefold() for reference in references}
        return {reference: index[key] for reference, key in keys.items() if key in index}
