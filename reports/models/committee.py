"""Committees, their meetings, and the posts that papers name: two small tables and a directory."""

from django.db import models
from django.db.models import F, Q

from assurance.personal import Personal
from assurance.records import RecordQuerySet
from reports.models.papers import Paper, open_to_all


class Committee(models.Model):
    """A committee that papers go to."""

    council = models.ForeignKey("assurance.Council", models.PROTECT, related_name="committees")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)

    personal = {"slug": Personal.NONE, "title": Personal.NONE}

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ("title",)
        constraints = [
            models.UniqueConstraint(fields=("council", "slug"), name="committee_named_once")
        ]

    def __str__(self):
        return self.title

    @property
    def history_name(self):
        """What history calls it."""
        return self.slug


class MeetingQuerySet(models.QuerySet):
    """Readings over meetings, whose council is their committee's."""

    def visible_to(self, user):
        """The meetings of `user`'s own council."""
        return self.filter(committee__council_id=getattr(user, "council_id", None))

    def of(self, council):
        """The meetings of `council`, each with its committee."""
        return self.filter(committee__council=council).select_related("committee")

    def with_issued_papers(self):
        """Those that a paper went to which anybody may read."""
        return self.filter(pk__in=Paper.objects.filter(open_to_all()).values("meeting"))

    def to_come_or_held(self):
        """Those that were not cancelled: what a paper can go to."""
        return self.filter(cancelled=False)

    def narrowed(self, committee=None):
        """The meetings of a committee, or all."""
        return self.filter(committee=committee) if committee else self


class Meeting(models.Model):
    """One meeting of a committee."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="meetings")
    date = models.DateField()
    title = models.CharField(max_length=160, blank=True)
    time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    cancelled = models.BooleanField(default=False)

    personal = {
        "date": Personal.NONE,
        "title": Personal.NONE,
        "time": Personal.NONE,
        "place": Personal.NONE,
        "cancelled": Personal.NONE,
        "committee": Personal.NONE,
    }

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-date",)
        constraints = [
            models.UniqueConstraint(fields=("committee", "date"), name="one_meeting_a_day")
        ]

    def __str__(self):
        return f"{self.committee} on {self.date:%-d %B %Y}"

    @property
    def council(self):
        """The committee's council."""
        return self.committee.council

    @property
    def history_name(self):
        """What history calls it."""
        return f"{self.committee.slug} {self.pk}"


class PostQuerySet(RecordQuerySet):
    """Readings over the directory."""

    def on(self, day):
        """Posts that exist on `day`."""
        return self.filter(Q(to_date__isnull=True) | Q(to_date__gte=day), from_date__lte=day)

    def narrowed(self, text="", on=None):
        """The posts whose title, department or name has the words of `text`, that exist on `on`."""
        rows = self.on(on) if on else self
        for word in text.split():
            has = Q(title__icontains=word) | Q(department__icontains=word)
            rows = rows.filter(has | Q(slug__icontains=word))
        return rows


class Post(models.Model):
    """A post in the council's directory. A paper names a post; no person is needed."""

    council = models.ForeignKey("assurance.Council", models.PROTECT, related_name="posts")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    department = models.CharField(max_length=160, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    personal = {
        "slug": Personal.NONE,
        "title": Personal.NONE,
        "department": Personal.NONE,
        "telephone": Personal.NONE,
        "email": Personal.NONE,
        "from_date": Personal.NONE,
        "to_date": Personal.NONE,
    }

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ("title",)
        constraints = [
            models.UniqueConstraint(
                fields=("council", "slug", "from_date"), name="post_named_once"
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="post_dates_in_order",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def history_name(self):
        """What history calls it: its holder and its days may change, its row stays."""
        return f"{self.slug} {self.pk}"
