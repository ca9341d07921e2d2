"""What was handed in for an asked section, each time, and each e-mail about one."""

from django.db import models

from assurance.records import email_states
from assurance.records.personal import Personal


class ContributionDraftQuerySet(models.QuerySet):
    """Readings over what was handed in."""

    def numbered(self, written):
        """The one of that number, as an address writes it; else the last, or None."""
        known = {str(item.number): item for item in self}
        return known.get(written) or next(iter(known.values()), None)


class ContributionDraft(models.Model):
    """What was handed in at one time for an asked section; later ones stand beside it.

    `writer` is empty where it came by a link, or was handed in for somebody without an account.
    """

    SIGNED_IN, BY_LINK, FOR_THEM = "signed_in", "by_link", "for_them"
    HOW = [
        (SIGNED_IN, "Signed in"),
        (BY_LINK, "By link"),
        (FOR_THEM, "Handed in for them"),
    ]

    section = models.ForeignKey(
        "papers.ContributionRequest", models.PROTECT, related_name="contributions"
    )
    number = models.PositiveIntegerField()
    words = models.JSONField(default=dict)
    how = models.CharField(max_length=10, choices=HOW)
    writer = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    handed_on = models.DateField()

    personal = {
        "words": Personal.MAY,
        "how": Personal.NONE,
        "handed_on": Personal.NONE,
    }

    objects = ContributionDraftQuerySet.as_manager()

    class Meta:
        ordering = ("section", "-number")
        constraints = [
            models.UniqueConstraint(fields=("section", "number"), name="contribution_numbered_once")
        ]

    def __str__(self):
        return f"{self.section}, handed in {self.number}"


class AskedMailQuerySet(models.QuerySet):
    """Readings over e-mails about asked sections."""

    def waiting(self):
        """Those that nobody has taken up."""
        return self.filter(state=email_states.WAITING).select_related("section__paper")

    def broken_off(self, day):
        """Those of days before `day` whose sending never came to an end."""
        return self.filter(state=email_states.SENDING, day__lt=day).select_related("section__paper")


class AskedMail(models.Model):
    """One e-mail about an asked section and what became of it: never a second of its kind, unless
    the first could not be sent or a new link was asked for (`turn`)."""

    ASKED, REMINDER, BACK = "asked", "reminder", "back"
    KINDS = [(ASKED, "Asked"), (REMINDER, "Reminded"), (BACK, "Sent back")]

    section = models.ForeignKey("papers.ContributionRequest", models.PROTECT, related_name="mails")
    kind = models.CharField(max_length=10, choices=KINDS)
    turn = models.PositiveIntegerField(default=1)
    day = models.DateField()
    state = models.CharField(max_length=10, choices=email_states.STATES)
    trouble = models.CharField(max_length=200, blank=True)

    personal = dict.fromkeys(("kind", "day", "state", "trouble"), Personal.NONE)

    objects = AskedMailQuerySet.as_manager()

    class Meta:
        ordering = ("section", "pk")
        constraints = [
            models.UniqueConstraint(fields=("section", "kind", "turn"), name="asked_mail_once")
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.section}"
