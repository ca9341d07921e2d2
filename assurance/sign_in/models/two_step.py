"""For which roles of a council two-step sign-in is needed, from a date on."""

from allauth.mfa.models import Authenticator
from django.db import models

from assurance.accounts.access import Role
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet
from assurance.runtime.periods import say_day
from assurance.sign_in import rules

# What an account can take the second step with; recovery codes alone are none.
STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class TwoStepPolicyQuerySet(RecordQuerySet):
    """Readings over the policies of two-step sign-in."""

    def on(self, day):
        """The policy in force on `day`, the one with the latest first day, or None."""
        return self.filter(from_date__lte=day).order_by("-from_date").first()


class TwoStepPolicy(RecordedModel):
    """The roles that need two-step sign-in, one field for each, from a date on."""

    council = models.ForeignKey("accounts.Council", models.PROTECT, related_name="+")
    from_date = models.DateField()
    officer = models.BooleanField(default=False)
    approver = models.BooleanField(default=True)
    clerk = models.BooleanField(default=True)
    member = models.BooleanField(default=False)
    administrator = models.BooleanField(default=True)
    data_protection = models.BooleanField(default=True)
    reason = models.CharField(max_length=200, blank=True)

    history_prefix, history_verbs = "two_step_policies", ("add", "change")
    once, duplicate_error = ("from_date",), rules.POLICY_TAKEN
    personal = plain(f"from_date {' '.join(Role.values)} reason")

    objects = TwoStepPolicyQuerySet.as_manager()

    class Meta:
        verbose_name = "policy on two-step sign-in"
        verbose_name_plural = "policies on two-step sign-in"
        ordering = ("-from_date",)
        constraints = [
            models.UniqueConstraint(
                fields=("council", "from_date"), name="two_step_policy_once_a_day"
            ),
        ]

    def __str__(self):
        return f"Two-step sign-in from {say_day(self.from_date)}"

    @property
    def roles(self):
        """The roles that need it."""
        return [role for role in Role if getattr(self, role)]

    def faults(self, values):
        """Refuses also a policy without a role and without a reason."""
        yield from super().faults(values)
        has_role = any(values[role] for role in Role.values)
        yield "reason", rules.why_not_policy(has_role, values["reason"] or "")


def needed_roles(user, day):
    """The roles of `user` on `day` that need two-step sign-in, as a list."""
    roles = user.roles(day) if user.council_id else []
    policy = TwoStepPolicy.objects.of(user.council).on(day) if roles else None
    return [role for role in roles if policy and getattr(policy, role)]


def has_second_step(user):
    """Whether `user` has an authenticator app or a passkey here."""
    return Authenticator.objects.filter(user=user, type__in=STEPS).exists()


def has_authenticator_app(user):
    """True where `user` has an authenticator app here, which shows codes."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
