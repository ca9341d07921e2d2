"""What a paper was at each of its savings and sendings, so that any two can be compared."""

from django.db import models

from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from reports.papers.models.papers import Paper, both_or_neither, optional_key


class PaperVersion(models.Model):
    """One saving of a paper; `editor` is empty where a command line wrote."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    made_on = models.DateField()
    editor = optional_key("accounts.User", "+")

    personal = {"number": Personal.NONE, "made_on": Personal.NONE}

    class Meta:
        ordering = ("paper", "-number")
        constraints = [
            models.UniqueConstraint(fields=("paper", "number"), name="paper_version_once")
        ]

    def __str__(self):
        return f"version {self.number} of {self.paper}"


class BlockVersionQuerySet(models.QuerySet):
    """Readings over what blocks were."""

    def standing_at(self, paper, number):
        """Each block at version `number` of `paper`, removed ones left out, in their order."""
        rows = self.filter(paper=paper, since__lte=number).order_by("slug", "since")
        last = {row.slug: row for row in rows}
        return sorted((row for row in last.values() if not row.removed), key=lambda row: row.order)

    def of_block(self, block, version):
        """What `block` was at its own `version`; None where that was not kept."""
        return self.filter(paper=block.paper_id, slug=block.slug, version=version).first()


class BlockVersion(models.Model):
    """A block as it was from version `since` of its paper on; `version` is its own."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="block_versions")
    since = models.PositiveIntegerField()
    slug = models.SlugField(max_length=60)
    part = models.SlugField(max_length=40)
    kind = models.CharField(max_length=20)
    parent = models.SlugField(max_length=60, blank=True)
    order = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    heading = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    data = DocumentField(default=dict, blank=True)
    removed = models.BooleanField(default=False)

    personal = {
        **plain("since slug part kind parent heading"),
        **dict.fromkeys(("text", "data"), Personal.MAY),
    }

    objects = BlockVersionQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "since", "order")
        constraints = [
            models.UniqueConstraint(fields=("paper", "slug", "since"), name="block_version_once")
        ]

    def __str__(self):
        return f"{self.slug} since version {self.since}"


class SentRound(models.Model):
    """The public words of a paper as fixed in a round; `digest` is what an approval was given to,
    `returned_because` what was asked."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="sent_rounds")
    round = models.PositiveIntegerField()
    sent_on = models.DateField()
    sent_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    document = DocumentField()
    digest = models.CharField(max_length=64, blank=True, default="")
    returned_by = optional_key("accounts.User", "+")
    returned_on = models.DateField(null=True, blank=True)
    returned_because = models.TextField(blank=True, default="")

    personal = {
        **plain("round sent_on digest returned_on"),
        **dict.fromkeys(("document", "returned_because"), Personal.MAY),
    }

    class Meta:
        ordering = ("paper", "-round", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("returned_by", "returned_on"),
                name="sent_round_returned_by_somebody",
            )
        ]

    def __str__(self):
        return f"{self.paper}, sent in round {self.round}"
