"""Who holds a post from one day to another, and who stands in while that holder is away."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from assurance.people import rules
from assurance.people.models.posts import Post
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet, in_order
from assurance.registers.orders import Alphabetical, first_of
from assurance.runtime.periods import today


class DatedQuerySet(RecordQuerySet):
    """Readings over rows that hold from one day to another."""

    def on(self, day):
        """Those that hold on `day`; both ends count."""
        return self.filter(_lasts(day), from_date__lte=day)


class HolderQuerySet(DatedQuerySet):
    """Readings over who holds posts."""

    def of_account(self, account):
        """What `account` holds, with its post and absences, by the titles of posts."""
        rows = self.filter(account=account).select_related("post")
        return rows.prefetch_related("absences__stand_in").order_by("post__title")

    def lasting(self, day):
        """Those that have not ended by `day`."""
        return self.filter(_lasts(day))

    def title_of(self, account, day):
        """What readers are given in place of an account's name on `day`: the title of a post that
        it holds then; where it holds none, what it is called."""
        row = self.on(day).filter(account=account).select_related("post")
        first = row.order_by("post__title").first()
        return first.post.title if first else account.name


class AbsenceQuerySet(DatedQuerySet):
    """Readings over absences. One that begins after its holder left the post counts for nothing."""

    def stood_in_for(self, account, day):
        """Those for which `account` stands in on `day` or later, with who is away."""
        rows = self.filter(_lasts(F("from_date"), "holder__"), stand_in=account, to_date__gte=day)
        return rows.select_related("holder__post", "holder__account")

    def recorded_for(self, account):
        """Those of the posts of `account`, whenever they are."""
        return self.filter(holder__account=account).select_related("holder__post")

    def of_account(self, account, day):
        """Those of the posts of `account` that include `day`, with their deputies."""
        rows = self.filter(_lasts(day, "holder__"), from_date__lte=day, to_date__gte=day)
        return rows.filter(holder__account=account).select_related("holder__post", "stand_in")


def _lasts(day, whose=""):
    """The condition that a row, or that of its relation `whose` (`holder__`), ends on `day` at the
    earliest."""
    return Q(**{f"{whose}to_date__isnull": True}) | Q(**{f"{whose}to_date__gte": day})


class PostHolder(RecordedModel):
    """An account that holds a post from a day, to a day where it ended or is to end (both
    included); `interim` where the post is filled until somebody is appointed."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="holders")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts_held")
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    interim = models.BooleanField(default=False)

    parent_field = "post"
    history_prefix, history_verbs = "post_holders", ("add", "change")
    personal = plain("post account from_date to_date interim")

    objects = HolderQuerySet.as_manager()

    class Meta:
        verbose_name = "holder"
        ordering = ("post", "-from_date")
        constraints = [in_order("post_holder_dates_in_order")]

    def __str__(self):
        return f"{self.account}, {self.post}"

    def absences_in_post(self):
        """Its absences, but those that were to begin after it ended; for rows fetched with them."""
        last = self.to_date
        return [row for row in self.absences.all() if last is None or row.from_date <= last]

    def faults(self, values):
        """Refuses an end before the first day, days outside those of the post, days on which
        another account holds it, and an interim holder without a last day."""
        first, last = values["from_date"], values["to_date"]
        yield "to_date", rules.why_not_end_holder(first, last, is_interim=values["interim"])
        yield "from_date", rules.why_not_within_post(first, last, self.post)
        days = self.others().filter(post=self.post).values_list("from_date", "to_date")
        yield "from_date", rules.why_not_hold(self.post, first, last, days)


class Absence(RecordedModel):
    """Days on which who holds a post is away, and the account that stands in meanwhile, if any."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="+")
    holder = models.ForeignKey(PostHolder, models.PROTECT, related_name="absences")
    from_date = models.DateField()
    to_date = models.DateField()
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="stands_in"
    )

    parent_field = "holder"
    history_prefix, history_verbs = "absences", ("add", "change")
    personal = plain("holder from_date to_date stand_in")

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = "absence"
        ordering = ("holder", "-from_date")
        constraints = [in_order("post_absence_dates_in_order")]

    def __str__(self):
        return f"Absence of {self.holder}"

    def faults(self, values):
        """Refuses an end before the first day, days on which the post is not held by this account,
        days of another absence, and a holder who stands in for themselves."""
        first, last = values["from_date"], values["to_date"]
        yield "to_date", rules.why_not_end_absence(first, last)
        yield "from_date", rules.why_not_be_away(self.holder, first, last)
        days = self.others().filter(holder=self.holder).values_list("from_date", "to_date")
        yield "from_date", rules.why_not_be_away_twice(first, last, days)
        is_own = values["stand_in"] == self.holder.account
        yield "stand_in", rules.OWN_STAND_IN if is_own else None


def holder_order():
    """What a list of posts sorts by: the name of the account that holds each today."""
    rows = PostHolder.objects.on(today()).filter(post=OuterRef("pk"))
    return first_of(rows, Alphabetical("account__name"), "-from_date")


def was_in(account, post, day):
    """The condition on rows that `account` was in the post that their field `post` names, or its
    deputy, at the date in their field `day`."""
    then = OuterRef(day)
    own = PostHolder.objects.on(then).filter(post=OuterRef(post), account=account)
    deputy = Absence.objects.on(then).filter(_lasts(then, "holder__"), stand_in=account)
    return Q(Exists(own)) | Q(Exists(deputy.filter(holder__post=OuterRef(post))))
