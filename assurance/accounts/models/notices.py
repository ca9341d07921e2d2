"""How an account is told of what needs it."""

from django.db import models
from django.db.models import Q

from assurance.accounts import rules
from assurance.records.email import Emailed, OutgoingEmail
from assurance.records.personal import Personal


class NoticesQuerySet(models.QuerySet):
    """Readings of what accounts are told by."""

    def visible_to(self, user):
        """The account's own row alone: nobody sees how another is told."""
        return self.filter(user=user)

    def opened_by(self, address):
        """Of an account that can sign in, the one whose calendar has this private address."""
        opened = self.filter(feed_digest=rules.digest_of(address), user__is_active=True)
        return opened.exclude(user__council=None).select_related("user__council")

    def due_an_email(self, day):
        """Those whose next e-mail is due on `day` or was before and was not taken up on it, unless
        it could not be sent then; of accounts that can sign in."""
        begun = OutgoingEmail.objects.of_model(Notices).under_way().filter(day=day)
        rows = self.filter(user__is_active=True).exclude(email_every="")
        rows = rows.exclude(pk__in=begun.values("key"))
        return [
            row
            for row in rows.exclude(user__council=None).select_related("user__council")
            if rules.is_email_due(row.email_every, row.emailed_on, day)
        ]


class Notices(Emailed, models.Model):
    """How an account is told of what needs it, besides its page: a calendar under a private
    address, and an e-mail each day or week. Of the address only a digest is kept."""

    EVERY = rules.EMAIL_EVERY

    personal = {
        "feed_digest": Personal.NONE,
        "feed_made_on": Personal.NONE,
        "email_every": Personal.NONE,
        "emailed_on": Personal.NONE,
    }

    user = models.OneToOneField("accounts.User", on_delete=models.PROTECT, related_name="notices")
    feed_digest = models.CharField(max_length=64, blank=True)
    feed_made_on = models.DateField(null=True, blank=True)
    email_every = models.CharField(max_length=10, choices=EVERY, blank=True)
    emailed_on = models.DateField(null=True, blank=True)

    objects = NoticesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "notices"
        constraints = [
            models.CheckConstraint(
                condition=Q(feed_digest="", feed_made_on__isnull=True)
                | (~Q(feed_digest="") & Q(feed_made_on__isnull=False)),
                name="calendar_address_has_its_day",
            ),
            models.UniqueConstraint(
                fields=["feed_digest"],
                condition=~Q(feed_digest=""),
                name="calendar_address_is_one_accounts",
            ),
        ]

    def __str__(self):
        return f"notices of {self.user}"

    @property
    def council(self):
        """The account's council, for history."""
        return self.user.council

    @property
    def history_name(self):
        """What history calls it."""
        return f"{self.user.history_name}, notices"
