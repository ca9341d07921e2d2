"""What a council states by law on its public pages: accessibility and privacy."""

from django.db import models
from django.db.models import F, Q

from assurance.public_pages import compliance
from assurance.public_pages.models.texts import DatedText
from assurance.records.named_record import may_hold, plain
from assurance.runtime.periods import months_after


class AccessibilityStatement(DatedText):
    """The facts of an accessibility statement (SI 2018/952, regulation 8), from a date on."""

    status = models.CharField(max_length=10, choices=compliance.STATUSES)
    non_compliance = models.TextField(blank=True, default="")
    burden = models.TextField(blank=True, default="")
    out_of_scope = models.TextField(blank=True, default="")
    improvements = models.TextField(blank=True, default="")
    prepared_on = models.DateField()
    reviewed_on = models.DateField()
    tested_on = models.DateField()
    tested_by = models.CharField(max_length=120)
    method = models.CharField(max_length=300)
    email = models.EmailField(max_length=254)
    phone = models.CharField(max_length=30)
    response_days = models.PositiveSmallIntegerField()

    printed = ("non_compliance", "burden", "out_of_scope", "improvements", "tested_by", "method")
    history_prefix = "accessibility_statements"
    history_verbs = ("add", "change", "withdraw")
    field_faults = staticmethod(compliance.faults)
    personal = {
        **plain("status non_compliance burden out_of_scope improvements prepared_on reviewed_on"),
        **plain("tested_on method phone response_days"),
        **may_hold("tested_by email"),
        **DatedText.personal,
    }

    class Meta(DatedText.Meta):
        verbose_name = "accessibility statement"
        verbose_name_plural = "accessibility statements"
        constraints = [
            *DatedText.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reviewed_on__gte=F("prepared_on")),
                name="accessibility_statement_reviewed_after",
            ),
        ]

    @property
    def review_due_on(self):
        """A year after the last review."""
        return months_after(self.reviewed_on, 12)


class PrivacyNotice(DatedText):
    """Who controls personal data and whom to write to about it, from a date on."""

    controller = models.CharField(max_length=120)
    officer = models.CharField(max_length=120)
    email = models.EmailField(max_length=254)
    phone = models.CharField(max_length=30, blank=True, default="")
    full_notice = models.URLField(max_length=300, blank=True, default="")

    printed = ("controller", "officer")
    history_prefix = "privacy_notices"
    history_verbs = ("add", "change", "withdraw")
    field_faults = staticmethod(compliance.phone_faults)
    personal = {
        **plain("controller phone full_notice"),
        **may_hold("officer email"),
        **DatedText.personal,
    }

    class Meta(DatedText.Meta):
        verbose_name = "privacy notice"
        verbose_name_plural = "privacy notices"
