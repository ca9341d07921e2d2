"""Which groups of the council's identity provider give which role, from a date to a date."""

from django.db import models
from django.db.models import F, Q

from assurance.accounts.access import Role, Subject
from assurance.accounts.rules import why_not_grant
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet
from assurance.sign_in import rules


class ProviderGroupQuerySet(RecordQuerySet):
    """Readings over the groups that give roles."""

    def in_force(self, on):
        """Those that give their role on the day `on`."""
        not_ended = Q(to_date__isnull=True) | Q(to_date__gte=on)
        return self.filter(not_ended, from_date__lte=on).order_by("pk")


class ProviderGroup(RecordedModel):
    """A group of the identity provider and the role it gives, for a subject or for all. `group` is
    as the provider sends it (of Entra, the group's object ID), `label` what people call it."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="+")
    group = models.CharField(max_length=200)
    label = models.CharField(max_length=100)
    role = models.CharField(max_length=20, choices=Role)
    subject = models.CharField(max_length=20, choices=Subject, blank=True, default="")
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    history_prefix, history_verbs = "provider_groups", ("add", "change")
    once, duplicate_error = ("group", "role", "subject", "from_date"), rules.GROUP_TAKEN
    personal = plain("group label role subject from_date to_date")

    objects = ProviderGroupQuerySet.as_manager()

    class Meta:
        verbose_name = "group with a role"
        verbose_name_plural = "groups with roles"
        ordering = ("label", "from_date")
        constraints = [
            models.UniqueConstraint(
                fields=("council", "group", "role", "subject", "from_date"),
                name="provider_group_role_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="provider_group_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(subject="") | Q(role=Role.OFFICER),
                name="provider_group_only_officers_have_a_subject",
            ),
        ]

    def __str__(self):
        return f"{self.label}: {Role(self.role).short_label}"

    @staticmethod
    def field_faults(values):
        """Pairs of field and sentence of what does not fit together."""
        first, last = values["from_date"], values["to_date"]
        if first and last and last < first:
            yield "to_date", "A group cannot stop giving a role before it starts."
        if values["role"] and first:
            yield "subject", why_not_grant(values["role"], values["subject"], (), first)
