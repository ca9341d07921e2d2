"""The draft of a report as PDF, kept for as long as the draft reads so."""

from django.db import models

from assurance.records.personal import Personal
from reports.papers.models.papers import OfPaper, Paper


class DraftFileQuerySet(models.QuerySet):
    """Readings over draft files."""

    def visible_to(self, user):
        """Those of the papers that `user` may see."""
        return self.filter(paper__in=Paper.objects.visible_to(user))

    def of(self, paper, digest):
        """The file of `paper` whose words have that digest, or None."""
        return self.filter(paper=paper, digest=digest).first()


class DraftFile(OfPaper, models.Model):
    """The PDF of a draft whose words have the digest `digest`; `content` is empty until it is made,
    and `trouble` why it cannot be. `looked_at` is when the words were read for it last."""

    paper = models.OneToOneField("papers.Paper", models.PROTECT, related_name="draft_file")
    digest = models.CharField(max_length=64)
    content = models.BinaryField(default=bytes)
    trouble = models.TextField(blank=True, default="")
    asked_at = models.DateTimeField()
    looked_at = models.DateTimeField()

    personal = {
        **dict.fromkeys(("digest", "asked_at", "looked_at"), Personal.NONE),
        **dict.fromkeys(("content", "trouble"), Personal.MAY),
    }
    unproved = "Made of the draft, and made again where it is missing."

    objects = DraftFileQuerySet.as_manager()

    def __str__(self):
        return f"draft of {self.paper} as PDF"

    @property
    def is_settled(self) -> bool:
        """Whether it is made, or cannot be."""
        return bool(self.content or self.trouble)
