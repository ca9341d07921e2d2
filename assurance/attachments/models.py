"""Files attached to records: letters, minutes, what shows that an action is done."""

from django.db import models
from django.db.models import Q

from assurance.accounts.access import Permission, may
from assurance.attachments import rules, storage
from assurance.records.personal import Personal
from assurance.records.record import Record, RecordQuerySet

# Field that names the record → who may read and attach.
PARENTS = {
    "review": Permission.RECORD_REVIEWS,
    "finding": Permission.RECORD_REVIEWS,
    "plan": Permission.RECORD_ACTIONS,
    "action": Permission.RECORD_ACTIONS,
}


class AttachmentQuerySet(RecordQuerySet):
    """Readings over attachments."""

    def kept_with(self, permission):
        """Those of the kinds of record that `permission` opens."""
        fields = [field for field, needed in PARENTS.items() if needed == permission]
        target = Q()
        for field in fields:
            target |= Q(**{f"{field}__isnull": False})
        return self.filter(target).select_related("council", "withdrawn_by", *fields)


def _of_one_record():
    one_of_them = Q()
    for field in PARENTS:
        one_of_them |= Q(**{f"{other}__isnull": other != field for other in PARENTS})
    return one_of_them


class Attachment(Record):
    """A file of one record. Its bytes lie outside the database and the web's folders, named by
    their digest; it is served through the permission of its record alone."""

    review = models.ForeignKey(
        "reviews.Review", models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    finding = models.ForeignKey(
        "reviews.Finding", models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    plan = models.ForeignKey(
        "improvement.Plan", models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    action = models.ForeignKey(
        "improvement.Action", models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    title = models.CharField(max_length=160)
    name = models.CharField(max_length=rules.LONGEST_NAME)
    kind = models.CharField(
        max_length=10, choices=[(kind.slug, kind.words) for kind in rules.KINDS.values()]
    )
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    history_prefix = "attachments"
    stored_files = ("sha256",)
    personal = {
        **dict.fromkeys(PARENTS, Personal.NONE),
        "title": Personal.MAY,
        "name": Personal.MAY,
        "kind": Personal.NONE,
        "size": Personal.NONE,
        "sha256": Personal.NONE,
        **Record.personal,
    }

    objects = AttachmentQuerySet.as_manager()

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=_of_one_record(), name="attachment_of_one_record"),
            models.CheckConstraint(condition=Q(size__gt=0), name="attachment_holds_something"),
        ]

    def __str__(self):
        return self.title

    @property
    def parent(self):
        """The record that it is attached to."""
        return next(current for field in PARENTS if (current := getattr(self, field)) is not None)

    @property
    def path(self):
        """Where its bytes lie."""
        return storage.place_of(self.council.slug, self.sha256)

    @property
    def content_type(self):
        """What it is served as: what it was found to be, never what it was called."""
        return rules.KINDS[self.kind].content_type

    def faults(self, values):
        """What refuses that a withdrawn file is there again: its record was withdrawn meanwhile, or
        the same file was attached anew."""
        yield None, self.why_not_within(self.parent)
        own = {field: getattr(self, field) for field in PARENTS}
        same = self.others().active().filter(**own, sha256=self.sha256)
        yield None, rules.why_not_again(same.first())

    def content(self):
        """Its bytes, or None where they are gone or are not those that were attached."""
        return storage.held_at(self.path, self.sha256)


def records_to_attach_to(field, user):
    """The records of the kind that `field` names which `user` may see."""
    return Attachment._meta.get_field(field).related_model.objects.visible_to(user)


def attached_to(record, user):
    """{"files", "pages", "pk", "may_add"} of `record` for `attachments/within.html`: its standing
    files, the names of their pages and whether `user` may attach another."""
    field = record._meta.model_name
    return {
        "files": list(record.attachments.active()),
        "page": f"attachments:{field}-add",
        "pk": record.pk,
        "reads": "reviews" if PARENTS[field] == Permission.RECORD_REVIEWS else "actions",
        "may_add": may(user, PARENTS[field]) and not getattr(record, "is_withdrawn", False),
    }
