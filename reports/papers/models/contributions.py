"""What was handed in for an asked section, each time."""

from django.db import models

from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField


class ContributionDraftQuerySet(models.QuerySet):
    """Readings over what was handed in."""

    def numbered(self, written):
        """The one of that number, as an address writes it; else the last, or None."""
        known = {str(item.number): item for item in self}
        return known.get(written) or next(iter(known.values()), None)


class ContributionDraft(models.Model):
    """What was handed in at one time for an asked section; later ones stand beside it.

    `writer` is empty where it came by a link, or was handed in for somebody without an account.
    """

    SIGNED_IN, BY_LINK, FOR_THEM = "signed_in", "by_link", "for_them"
    HOW = [
        (SIGNED_IN, "Signed in"),
        (BY_LINK, "By link"),
        (FOR_THEM, "Handed in for them"),
    ]

    section = models.ForeignKey(
        "papers.ContributionRequest", models.PROTECT, related_name="contributions"
    )
    number = models.PositiveIntegerField()
    words = DocumentField(default=dict)
    how = models.CharField(max_length=10, choices=HOW)
    writer = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    handed_on = models.DateField()

    personal = {
        "words": Personal.MAY,
        "how": Personal.NONE,
        "handed_on": Personal.NONE,
    }

    objects = ContributionDraftQuerySet.as_manager()

    class Meta:
        ordering = ("section", "-number")
        constraints = [
            models.UniqueConstraint(fields=("section", "number"), name="contribution_numbered_once")
        ]

    def __str__(self):
        return f"{self.section}, handed in {self.number}"
