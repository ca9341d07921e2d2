"""Words that somebody has typed into a paper and not saved."""

from django.db import models

from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from reports.papers.models.papers import Paper


class AutosavedTextQuerySet(models.QuerySet):
    """Readings over unsaved words."""

    def visible_to(self, user):
        """Those of `user`: nobody reads another's."""
        return self.filter(writer=user, paper__in=Paper.objects.visible_to(user))

    def at(self, paper, place):
        """What was typed at one place of a paper, or None."""
        return self.filter(paper=paper, place=place).first()


class AutosavedText(models.Model):
    """What one person has typed at one place of a paper since it was last saved there.

    `place` is a block's (`block audits`) or that of a new one (`new paragraph body work audits`);
    `seen` the version of the block that it was typed over, nought for a new one. It is no part of
    the paper: saving, removing the block, throwing it away or thirty days end it.
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="unsaved")
    writer = models.ForeignKey("accounts.User", models.PROTECT, related_name="autosaved_texts")
    place = models.CharField(max_length=260)
    seen = models.PositiveIntegerField(default=0)
    words = DocumentField(default=dict)
    at = models.DateTimeField()

    personal = {"place": Personal.NONE, "words": Personal.MAY, "at": Personal.NONE}

    objects = AutosavedTextQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "at")
        verbose_name_plural = "unsaved words"
        constraints = [
            models.UniqueConstraint(
                fields=("paper", "writer", "place"), name="autosaved_text_once_a_place"
            )
        ]

    def __str__(self):
        return f"{self.paper}: {self.place}"

    @property
    def council(self):
        """The paper's council."""
        return self.paper.council
