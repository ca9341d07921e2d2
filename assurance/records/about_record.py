"""What is kept about any record, of whatever app: e-mails, links."""

from django.apps import apps
from django.db import models

from assurance.records.personal import Personal


class AboutRecordQuerySet(models.QuerySet):
    """Readings over what is kept about records."""

    def of_model(self, model):
        """Those about rows of one model."""
        return self.filter(model=model._meta.label)

    def about(self, *rows):
        """Those about `rows`, which are of one model."""
        keys = [row.pk for row in rows]
        return self.of_model(type(rows[0])).filter(key__in=keys) if rows else self.none()

    def attach_newest(self, rows, name):
        """A list of `rows`, each with its newest of these, or None, under `name`."""
        rows = list(rows)
        newest = {item.key: item for item in self.about(*rows).order_by("pk")}
        for row in rows:
            setattr(row, name, newest.get(row.pk))
        return rows


class AboutRecord(models.Model):
    """The abstract base of what is kept of any record, named by its `model` and its `key`."""

    council = models.ForeignKey("accounts.Council", on_delete=models.PROTECT, related_name="+")
    model = models.CharField(max_length=100)
    key = models.BigIntegerField()

    personal = {"model": Personal.NONE}

    objects = AboutRecordQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def record(self):
        """The row that it is about."""
        return apps.get_model(self.model)._default_manager.get(pk=self.key)
