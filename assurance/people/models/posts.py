"""The directory of posts that records and papers name."""

from django.db import models
from django.db.models import Max, Q
from django.utils.text import slugify

from assurance.people import rules
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet, in_order
from assurance.runtime.periods import today
from assurance.tables.clean import plain as plain_title

# Who is in a post: nobody, or an account that has been stopped from signing in.
NO_ONE, STOPPED = "none", "stopped"


class PostQuerySet(RecordQuerySet):
    """Readings over the directory."""

    def on(self, day):
        """Posts that exist on `day`."""
        return self.filter(Q(to_date__isnull=True) | Q(to_date__gte=day), from_date__lte=day)

    def held_by(self, account, day):
        """The posts whose tasks are those of `account` on `day`: the posts that it holds and is
        not away from, and those for whose absent holder it stands in."""
        away = Post.objects.filter(_away_on(day), holders__account=account)
        own = self.filled_by(account, day).exclude(pk__in=away)
        standing_in = self.filter(_away_on(day), holders__absences__stand_in=account)
        return self.on(day).filter(Q(pk__in=own) | Q(pk__in=standing_in)).distinct()

    def filled_by(self, account, day):
        """The posts that `account` is in on `day`: those that it deputises for are not among
        them."""
        own = self.filter(_held_on(day), holders__account=account)
        return self.on(day).filter(pk__in=own)

    def attended_on(self, day):
        """The posts whose tasks an account that can sign in has on `day`: its holder who is not
        away, or the deputy of one who is."""
        return self.on(day).filter(_attended(self, day, can_sign_in=True))

    def left_on(self, day):
        """The posts whose tasks reach no one on `day`, as the account that has them cannot sign in:
        its holder who is not away, or the deputy of one who is."""
        return self.on(day).filter(_attended(self, day, can_sign_in=False))

    def without_holder(self, day):
        """The posts there on `day` that nobody holds then."""
        return self.on(day).exclude(pk__in=self.filter(_held_on(day)))

    def filled_until(self, day, last):
        """The posts there on `day` that are filled for the time being, by `last` no longer, and
        that no one has after that; each with that date, its `filled_until`."""
        later = Q(holders__to_date__isnull=True) | Q(holders__to_date__gt=last)
        ending = self.on(day).filter(holders__interim=True, holders__to_date__lte=last)
        followed = self.filter(later, holders__isnull=False)
        rows = ending.exclude(pk__in=followed)
        return rows.annotate(filled_until=Max("holders__to_date")).order_by("filled_until")

    def with_every_word(self, text):
        """Those whose title or department has each word of `text`."""
        return self.filtered(text)

    def by_title(self):
        """Plain title → post; of several of one title, the one that came last."""
        return {plain_title(post.title): post for post in self.order_by("from_date", "pk")}

    def filtered(self, text="", on=None, person=""):
        """The posts whose title, department or name has the words of `text`, that exist on `on`,
        and that `person` (`NO_ONE`, `STOPPED`) is in on `on`, else today."""
        rows = self.on(on) if on else self
        in_post = {NO_ONE: rows.without_holder, STOPPED: rows.left_on}
        rows = in_post[person](on or today()) if person else rows
        for word in text.split():
            has = Q(title__icontains=word) | Q(department__icontains=word)
            rows = rows.filter(has | Q(slug__icontains=word))
        return rows


def _held_on(day):
    open_until = Q(holders__to_date__isnull=True) | Q(holders__to_date__gte=day)
    return Q(holders__from_date__lte=day) & open_until


def _away_on(day):
    # Who holds the post no longer is not away from it.
    away = Q(holders__absences__from_date__lte=day, holders__absences__to_date__gte=day)
    return _held_on(day) & away


def _attended(posts, day, *, can_sign_in):
    # Both conditions of a relation are in one call: they are about the same holder.
    own = posts.filter(_held_on(day), holders__account__is_active=can_sign_in)
    own = own.exclude(pk__in=posts.filter(_away_on(day)))
    deputies = posts.filter(_away_on(day), holders__absences__stand_in__is_active=can_sign_in)
    return Q(pk__in=own) | Q(pk__in=deputies)


class Post(RecordedModel):
    """A post in the council's directory. Records and papers name a post; who holds it is said from
    day to day by `PostHolder`."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="posts")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=160)
    department = models.CharField(max_length=160, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    history_prefix, history_verbs = "posts", ("add", "change")
    printed = ("title", "department")
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

    def derived_fields(self, values):
        """The name of a new one, made of its title where none is given."""
        if self.pk or values["slug"]:
            return {}
        return {"slug": slugify(values["title"])[:60]}

    def faults(self, values):
        """Refuses a title or name that another post has in any of its days, an end before its
        first day, and before the last day of who holds it."""
        slug, first, last = values["slug"], values["from_date"], values["to_date"]
        yield "to_date", rules.why_not_end_post(first, last)
        rows = self.others()
        days = rows.filter(title__iexact=values["title"]).values_list("from_date", "to_date")
        yield "title", rules.why_not_title_post(values["title"], first, last, days)
        days = rows.filter(slug=slug).values_list("from_date", "to_date")
        yield "slug", rules.why_not_name_post(slug, first, last, days)
        holders = self.holders.values_list("from_date", "to_date") if self.pk else ()
        yield "to_date", rules.why_not_leave_holders(first, last, holders)

    def holder_on(self, day):
        """Who holds it on `day`, or None."""
        rows = (row for row in self.holders.all() if row.from_date <= day)
        return next((row for row in rows if row.to_date is None or row.to_date >= day), None)
