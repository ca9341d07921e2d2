"""The exempt annexes of published editions, kept apart from their open words, and who was named as
entitled to read them."""

from django.db import models

from assurance.accounts.access import Permission, may
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField


class ExemptAnnexQuerySet(models.QuerySet):
    """Readings over exempt annexes."""

    def visible_to(self, user):
        """Those of the user's council: all for who may read what is restricted, else those of the
        papers whose named readers hold the user."""
        rows = self.filter(edition__paper__council=user.council_id)
        rows = rows.select_related("edition__paper__series", "edition__paper__council")
        if may(user, Permission.READ_RESTRICTED):
            return rows
        return rows.filter(edition__paper__exempt_readers__reader=user.pk)

    def of_edition(self, edition):
        """Those of one edition, in its order; none where it was removed."""
        if edition.removal:
            return self.none()
        return self.filter(edition=edition.pk).order_by("pk")

    def at(self, series, slug, number, anchor):
        """The one at an address."""
        paper = {"edition__paper__series__slug": series, "edition__paper__slug": slug}
        return self.filter(**paper, edition__number=number, anchor=anchor)


class ExemptAnnex(models.Model):
    """One exempt annex of an edition, whole, as it was sent for approval; in no public file."""

    edition = models.ForeignKey("editions.Edition", models.PROTECT, related_name="exempt_annexes")
    anchor = models.CharField(max_length=80)
    title = models.CharField(max_length=400)
    section = DocumentField()

    personal = {
        "anchor": Personal.NONE,
        "title": Personal.NONE,
        "section": Personal.SPECIAL,
    }

    objects = ExemptAnnexQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "exempt annexes"
        ordering = ("edition", "pk")
        constraints = [
            models.UniqueConstraint(fields=("edition", "anchor"), name="exempt_annex_once")
        ]

    def __str__(self):
        return self.title

    @property
    def council(self):
        """The paper's council."""
        return self.edition.paper.council


class ExemptReader(models.Model):
    """That somebody is entitled to read the exempt annexes of one paper, and who named them."""

    paper = models.ForeignKey("papers.Paper", models.PROTECT, related_name="exempt_readers")
    reader = models.ForeignKey("accounts.User", models.PROTECT, related_name="exempt_papers")
    named_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    named_on = models.DateField()

    personal = {"named_on": Personal.NONE}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("paper", "reader"), name="exempt_reader_once")
        ]

    def __str__(self):
        return f"{self.reader} reads what is exempt in {self.paper}"

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council
