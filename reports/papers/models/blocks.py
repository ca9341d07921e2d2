"""What a paper is made of while it is written, and what it was at each saving and sending."""

from django.db import models
from django.db.models import F, Q

from assurance.records.named_record import plain
from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from assurance.runtime.typography import with_capital
from reports.language.grammar import LONGEST_LABEL
from reports.papers.models.papers import OfPaper, Paper, optional_key


class BlockQuerySet(models.QuerySet):
    """Readings over blocks."""

    def visible_to(self, user):
        """Standing blocks of the papers that `user` may see."""
        papers = Paper.objects.visible_to(user)
        return self.filter(paper__in=papers, removed_on__isnull=True).select_related(
            "paper__series", "parent"
        )

    def exempt(self):
        """The standing annexes that are not open to the public."""
        return self.filter(kind="annex", removed_on__isnull=True, data__state="exempt")

    def versions(self, slugs):
        """Slug → version of the standing blocks called `slugs`."""
        rows = self.filter(slug__in=slugs, removed_on__isnull=True)
        return dict(rows.values_list("slug", "version"))

    def names(self):
        """The slug of every block, removed ones too: a name is never used again."""
        return self.values_list("slug", flat=True)

    def annexes_in_words(self):
        """(slug, heading) of every standing annex, in their order, for a form to offer."""
        rows = self.filter(kind="annex", removed_on__isnull=True).order_by("order", "pk")
        return [(slug, heading or slug) for slug, heading in rows.values_list("slug", "heading")]

    def standing_at(self, slug):
        """The standing block called `slug`, or None."""
        # PostgreSQL cannot be asked about a null character, which an address can hold.
        query = (slug or "").replace("\0", "")
        return self.filter(slug=query, removed_on__isnull=True).first()

    def removed_at(self, slug):
        """The block called `slug` that was taken out of the paper, or None."""
        query = (slug or "").replace("\0", "")
        return self.filter(slug=query, removed_on__isnull=False).select_related("parent").first()

    def last_before(self, block, parent):
        """The last standing block in `parent` and its part that came before `block`, or None."""
        rows = self.filter(part=block.part, parent=parent, removed_on__isnull=True)
        return rows.filter(order__lt=block.order).order_by("-order", "-pk").first()

    def twin_of(self, block, after):
        """The standing block like `block` straight behind `after` (None: the first), or None."""
        other = self.filter(
            part=block["part"], parent=block["parent"], removed_on__isnull=True
        ).order_by("order", "pk")
        rows = other.filter(order__gt=after.order) if after else other
        row = rows.first()
        same = row and all(
            getattr(row, name) == block[name] for name in ("kind", "heading", "text", "data")
        )
        return row if same else None


class NamedDate(models.Model):
    """A day or period that a paper's tokens name (`@position`), and what readers call it."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="named_dates")
    name = models.CharField(max_length=40)
    start = models.DateField()
    end = models.DateField()
    label = models.CharField(max_length=LONGEST_LABEL, blank=True, default="")

    personal = plain("name start end label")

    class Meta:
        ordering = ("paper", "name")
        constraints = [
            models.UniqueConstraint(fields=("paper", "name"), name="named_date_once"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="named_date_in_order"),
        ]

    def __str__(self):
        return self.name


class Block(OfPaper, models.Model):
    """One block of a paper, by stable slug.

    `carried_from` is the slug of the last paper's block; `looked_at` maps each sentence that
    somebody looked at to a digest of what it read then (`reports.papers.sentences`), None before.
    """

    KINDS = [
        (kind, with_capital(kind))
        for kind in (
            "section",
            "heading",
            "paragraph",
            "list",
            "table",
            "chart",
            "headlines",
            "records",
            "recommendation",
            "annex",
            "note",
        )
    ]

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="blocks")
    slug = models.SlugField(max_length=60)
    part = models.SlugField(max_length=40)
    kind = models.CharField(max_length=20, choices=KINDS)
    parent = optional_key("self", "children")
    order = models.PositiveIntegerField()
    heading = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    data = DocumentField(default=dict, blank=True)
    carried_from = models.SlugField(max_length=60, blank=True)
    looked_at = models.JSONField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    removed_on = models.DateField(null=True, blank=True)

    personal = {
        **plain("slug part kind heading carried_from removed_on"),
        **dict.fromkeys(("text", "data"), Personal.MAY),
        "looked_at": Personal.SPECIAL,
    }

    objects = BlockQuerySet.as_manager()

    class Meta:
        ordering = ("paper", "order", "pk")
        constraints = [models.UniqueConstraint(fields=("paper", "slug"), name="block_named_once")]

    def __str__(self):
        return self.slug

    @property
    def history_name(self):
        return f"{self.paper.history_name}#{self.slug}"


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
