"""Who is told by e-mail of new papers, and of which. An address stands here only while its owner
wants it to, or for the days in which they may say so."""

import secrets
from hashlib import sha256

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from assurance.meetings.models.bodies import Body
from assurance.records.email import OutgoingEmail
from assurance.records.personal import Personal
from assurance.runtime.keyed_digests import keys

PAPERS, COMMITTEE, SERIES = "papers", "committee", "series"
# Kinds of e-mails: to confirm what was asked for, and of one edition.
CONFIRMATION, ALERT = "confirmation", "alert"
KINDS = [(PAPERS, "All reports"), (COMMITTEE, "A committee’s"), (SERIES, "A series")]


class SubscriptionQuerySet(models.QuerySet):
    """Readings over what is followed."""

    def opened_by(self, key):
        """The one that a link with this key is of; none where it has ended."""
        return self.filter(key_digest=_digest(key)).select_related("council")

    def of_council(self, council):
        """Those of one council's papers."""
        return self.filter(council=council)

    def confirmed(self):
        """Those whose owner said that they want them."""
        return self.filter(confirmed_on__isnull=False)

    def of_address(self, following):
        """Everything that is followed at one council with the address of `following`."""
        return self.filter(council=following.council_id, email=following.email).order_by("pk")

    def of_paper(self, paper):
        """Those that are told of `paper`."""
        committee = (paper.meeting or paper.series).committee
        target = Q(kind=PAPERS) | Q(kind=COMMITTEE, slug=committee.slug)
        target |= Q(kind=SERIES, slug=paper.series.slug)
        return self.confirmed().filter(target, council=paper.council_id)

    def to_tell(self, edition):
        """Those that are still to be told of `edition`, one for each address."""
        emails = OutgoingEmail.objects.of_model(Subscription).under_way()
        known = emails.filter(kind=ALERT, occasion=str(edition.pk))
        # Who asked since it was published has read of it, or can.
        then = self.of_paper(edition.paper).filter(
            confirmed_on__lte=timezone.localdate(edition.published_at)
        )
        reached = Subscription.objects.filter(pk__in=known.values("key"))
        left = then.exclude(email__in=reached.values("email"))
        first = left.order_by().values("email").annotate(first=models.Min("pk"))
        return self.filter(pk__in=first.values("first")).order_by("pk")

    def to_forget(self, on):
        """Those whose owner has not said by `on` that they want them."""
        return self.filter(confirmed_on__isnull=True, until__lt=on).select_related("council")


class Subscription(models.Model):
    """That an address is told of a council's papers: of all, of a committee's or of a series, the
    slug of which is `slug`.

    `until` is the last day on which it can be confirmed. The key of its links, which every letter
    needs again, is made of `nonce` and the service's own key; the row holds its digest, so a copy
    of the database opens no link.
    """

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="followings")
    email = models.EmailField()
    kind = models.CharField(max_length=10, choices=KINDS)
    slug = models.SlugField(max_length=60, blank=True)
    nonce = models.CharField(max_length=43, default=secrets.token_urlsafe)
    key_digest = models.CharField(max_length=64, unique=True)
    asked_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)

    personal = {
        "email": Personal.IDENTIFIES,
        "kind": Personal.ABOUT,
        "slug": Personal.ABOUT,
        "nonce": Personal.PSEUDONYM,
        "key_digest": Personal.PSEUDONYM,
        "asked_on": Personal.ABOUT,
        "until": Personal.ABOUT,
        "confirmed_on": Personal.ABOUT,
    }

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        ordering = ("council", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("council", "email", "kind", "slug"), name="following_once"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on__isnull=True, until__isnull=False)
                | Q(confirmed_on__isnull=False, until__isnull=True),
                name="following_waits_until_or_is_confirmed",
            ),
        ]

    def __str__(self):
        return self.history_name

    @property
    def key(self):
        """The words of its links, under the digest key that they were first made with."""
        own = [_link_words(self.nonce, key) for key in keys()]
        return next((words for words in own if _digest(words) == self.key_digest), own[0])

    @property
    def followed(self):
        """What is followed, in words that go on after “e-mails about”."""
        rows = {COMMITTEE: Body.committees.of(self.council), SERIES: self.council.series}
        row = rows[self.kind].filter(slug=self.slug).first() if self.kind in rows else None
        if self.kind == COMMITTEE and row:
            return f"reports for the {row.title}"
        if self.kind == PAPERS:
            return "all reports"
        return f"“{row.title if row else self.slug}”"

    @property
    def beside(self):
        """Everything confirmed that its address follows at its council, itself among it."""
        return Subscription.objects.of_address(self).confirmed().select_related("council")

    @property
    def history_name(self):
        """What history calls it: a number, and nothing of whose it is."""
        return f"following {self.pk}"


def _link_words(nonce, key):
    return salted_hmac("following", nonce, secret=key, algorithm="sha256").hexdigest()


def _digest(words):
    return sha256(words.encode()).hexdigest()
