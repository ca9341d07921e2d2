"""Who took a list out as a file, searched through records, or read what is exempt, and when."""

from django.db import models

from assurance.accounts.models.accounts import Council, User
from assurance.records.personal import Personal
from assurance.runtime.periods import moment_of_today
from assurance.runtime.watch.security_events import ACCESS, note_event


class LoggedAccessQuerySet(models.QuerySet):
    """Readings over the access log."""

    def visible_to(self, user):
        """Those of `user`'s own council, the newest first."""
        rows = self.filter(council_id=getattr(user, "council_id", None))
        return rows.select_related("account").order_by("-pk")

    def of(self, council):
        """Those of `council`."""
        return self.filter(council=council)

    def by_account(self, account, first, last):
        """Those of one account on the dates from `first` to `last`, the oldest first."""
        rows = self.filter(account=account, at__date__range=(first, last))
        return rows.select_related("account").order_by("pk")

    def of_kind(self, kind):
        """Those of a kind; all where it is empty."""
        return self.filter(kind=kind) if kind else self

    def before(self, moment):
        """Those before `moment`, the oldest first."""
        return self.filter(at__lt=moment).order_by("pk")


class LoggedAccess(models.Model):
    """One list taken out, one search, or one reading of something exempt, by an account. The words
    of a search are not kept: they may name a person."""

    unproved = "Reading adds it, which is no operation."

    EXPORT, SEARCH, EXEMPT = "export", "search", "exempt"
    KINDS = [
        (EXPORT, "List downloaded"),
        (SEARCH, "Records searched"),
        (EXEMPT, "Exempt matter opened"),
    ]

    council = models.ForeignKey(Council, models.PROTECT, related_name="logged_accesses")
    account = models.ForeignKey(User, models.PROTECT, related_name="logged_accesses")
    at = models.DateTimeField()
    kind = models.CharField(max_length=10, choices=KINDS)
    what = models.CharField(max_length=200)
    results = models.PositiveIntegerField(null=True, blank=True)

    personal = {"at": Personal.ABOUT, "kind": Personal.NONE, "what": Personal.NONE}

    objects = LoggedAccessQuerySet.as_manager()

    class Meta:
        verbose_name = "logged access"
        verbose_name_plural = "logged accesses"
        indexes = [models.Index(fields=("council", "at"), name="logged_access_by_time")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.what}"


def log_access(account: User, kind: str, what: str, results: int | None = None) -> LoggedAccess:
    """Keeps that `account` had `results` rows of `what`; never the words that were searched."""
    note_event(ACCESS, account=account.pk, kind=kind, results=results)
    return LoggedAccess.objects.create(
        council_id=account.council_id,
        account=account,
        at=moment_of_today(),
        kind=kind,
        what=what[:200],
        results=results,
    )
