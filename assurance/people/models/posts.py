"""The directory of posts that papers name."""

from django.db import models
from django.db.models import Q

from assurance.people import rules
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet, in_order


class PostQuerySet(RecordQuerySet):
    """Readings over the directory."""

    def on(self, day):
        """Posts that exist on `day`."""
        return self.filter(Q(to_date__isnull=True) | Q(to_date__gte=day), from_date__lte=day)

    def filtered(self, text="", on=None):
        """The posts whose title, department or name has the words of `text`, that exist on `on`."""
        rows = self.on(on) if on else self
        for word in text.split():
            has = Q(title__icontains=word) | Q(department__icontains=word)
            rows = rows.filter(has | Q(slug__icontains=word))
        return rows


class Post(RecordedModel):
    """A post in the council's directory. A paper names a post; no person is needed."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="posts")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    department = models.CharField(max_length=160, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    history_prefix, history_verbs = "posts", ("add", "change")
    personal = plain("slug title department telephone email from_date to_date")

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ("title",)
        constraints = [
            models.UniqueConstraint(
                fields=("council", "slug", "from_date"), name="post_named_once"
            ),
            in_order("post_dates_in_order"),
        ]

    def __str__(self):
        return self.title

    @property
    def history_name(self):
        """What history calls it: its holder and its days may change, its row stays."""
        return f"{self.slug} {self.pk}"

    def faults(self, values):
        """Refuses a name that another post has in any of its days, and an end before its first
        day."""
        slug, first, last = values["slug"], values["from_date"], values["to_date"]
        yield "to_date", rules.why_not_end_post(first, last)
        days = self.others().filter(slug=slug).values_list("from_date", "to_date")
        yield "slug", rules.why_not_name_post(slug, first, last, days)
