"""Who is asked to write a part of every report of a template."""

from django.db import models
from django.db.models import Q

from assurance.records.named_record import plain
from assurance.records.personal import Personal
from reports.papers.models.papers import optional_key
from reports.papers.models.templates import ReportTemplate

CLOSED = "The account “{}” has been closed: choose another person."
NOBODY = "No one is chosen for “{}”: choose an account, or give an e-mail address."


class PartWriterQuerySet(models.QuerySet):
    """Readings over the writers of templates."""

    def by_place(self):
        """Place → writer, with their accounts."""
        return {row.place: row for row in self.select_related("account")}


class PartWriter(models.Model):
    """Whom a template asks for the part or section at `place`: an account, or the address of
    somebody without one. The template's data have their post, question and days, so that its file
    holds nobody's address."""

    template = models.ForeignKey(ReportTemplate, models.PROTECT, related_name="writers")
    place = models.CharField(max_length=70)
    account = optional_key("accounts.User", "parts_to_write")
    email = models.EmailField(max_length=254, blank=True)

    personal = {**plain("place"), "email": Personal.IDENTIFIES}

    objects = PartWriterQuerySet.as_manager()

    class Meta:
        ordering = ("template", "place")
        constraints = [
            models.UniqueConstraint(fields=("template", "place"), name="part_writer_once"),
            models.CheckConstraint(
                condition=Q(account__isnull=False, email="")
                | (Q(account__isnull=True) & ~Q(email="")),
                name="part_written_by_one_person",
            ),
        ]

    def __str__(self):
        return self.place


def name_of(row: PartWriter | None, writer) -> str:
    """What the one who is asked is called: an account by its title now, else as the template has
    them."""
    return row.account.name if row and row.account else writer["name"]


def why_not_asked(row: PartWriter | None, writer) -> str:
    """Why they cannot be asked, or nothing."""
    if row is None:
        return NOBODY.format(writer["name"])
    if row.account and not row.account.is_active:
        return CLOSED.format(row.account.name)
    return ""
