"""Remarks on a paper while it is written, marks of its completed sections, and words typed and not
saved."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Q

from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from assurance.runtime.periods import say_day
from reports.papers.models.papers import OfPaper, Paper, both_or_neither, optional_key


class RemarkQuerySet(models.QuerySet):
    """Readings over remarks."""

    def visible_to(self, user):
        """The remarks on papers that `user` may see."""
        papers = Paper.objects.visible_to(user)
        return self.filter(paper__in=papers).select_related("said_by", "settled_by")

    def opening(self):
        """Those that are no answers, each with its answers."""
        return self.filter(answers__isnull=True).prefetch_related("replies__said_by")

    def sent_back(self):
        """Those of paragraphs that were sent back last."""
        last = self.filter(sent_back_in__isnull=False).aggregate(last=models.Max("sent_back_in"))
        return self.opening().filter(sent_back_in=last["last"]).exclude(sent_back_in=None)

    def open(self):
        """Those that nobody has settled."""
        return self.filter(answers__isnull=True, settled_on__isnull=True)


class Remark(OfPaper, models.Model):
    """A remark on a block (`slug`) or the whole paper; `answers` another. It never prints.

    Of a paragraph that an approver sent back, `sent_back_in` is the round which ended with it and
    `printed` how the paragraph read.
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="remarks")
    slug = models.SlugField(max_length=60, blank=True)
    answers = optional_key("self", "replies")
    words = models.TextField()
    said_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="remarks")
    said_on = models.DateField()
    settled_by = optional_key("accounts.User", "+")
    settled_on = models.DateField(null=True, blank=True)
    sent_back_in = models.PositiveIntegerField(null=True, blank=True)
    printed = models.TextField(blank=True, default="")

    personal = {
        **plain("slug said_on settled_on sent_back_in"),
        **dict.fromkeys(("words", "printed"), Personal.MAY),
    }

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="remark_says_something"),
            models.CheckConstraint(
                condition=both_or_neither("settled_on", "settled_by"),
                name="remark_settled_by_and_on",
            ),
        ]

    def __str__(self):
        return f"comment on {self.slug or self.paper}"


class SectionMark(OfPaper, models.Model):
    """That somebody has completed a section of a paper, the one called `slug`, as it then read.

    `digest` is of that; it is empty once the section is to be come back to.
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="section_marks")
    slug = models.SlugField(max_length=60)
    digest = models.CharField(max_length=64, blank=True)
    marked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="section_marks")
    marked_on = models.DateField()

    personal = plain("slug digest marked_on")

    class Meta:
        ordering = ("paper", "slug")
        constraints = [
            models.UniqueConstraint(fields=("paper", "slug"), name="section_marked_once_a_paper"),
        ]

    def __str__(self):
        return f"{self.paper}: {self.slug}"


@dataclass(frozen=True)
class MarkState:
    """The mark of a section, and whether the section reads as it did when it was marked."""

    mark: SectionMark
    is_current: bool

    @property
    def sentence(self) -> str:
        """Who has completed it and when, or that it has changed since."""
        who = f"by {self.mark.marked_by.name} on {say_day(self.mark.marked_on)}"
        return f"{'Completed' if self.is_current else 'Changed since it was completed'} {who}"


class AutosavedTextQuerySet(models.QuerySet):
    """Readings over unsaved words."""

    def visible_to(self, user):
        """Those of `user`: nobody reads another's."""
        return self.filter(writer=user, paper__in=Paper.objects.visible_to(user))

    def at(self, paper, place):
        """What was typed at one place of a paper, or None."""
        return self.filter(paper=paper, place=place).first()

    def blocks_of(self, paper):
        """The slugs of the standing blocks of a paper in which words wait."""
        places = self.filter(paper=paper).values_list("place", flat=True)
        pairs = (place.split(" ") for place in places)
        return {slug for kind, slug, *_ in pairs if kind == "block"}


class AutosavedText(OfPaper, models.Model):
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
    unproved = "Typed and not saved yet."

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
