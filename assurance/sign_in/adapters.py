"""What django-allauth is told about signing in, beyond what `assurance.accounts.adapter` says."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator

from assurance.accounts.adapter import ClosedAccounts
from assurance.accounts.models import step_secrets
from assurance.runtime.periods import this_moment, today
from assurance.sign_in.devices.cookie import remember
from assurance.sign_in.models.sessions import PROVIDER_SESSION
from assurance.sign_in.models.two_step import STEPS, has_second_step, needed_roles

# In the session: the account has to set up two-step sign-in before it does anything else.
MUST_SET_UP = "must_set_up_two_step"
# In the session: when the identity provider was last asked about the person, in seconds.
ASKED_AT = "provider_asked_at"


def note_provider(request, claims):
    """Notes in the session when the identity provider let the person in, and by which session of
    its own."""
    request.session[ASKED_AT] = this_moment().timestamp()
    request.session[PROVIDER_SESSION] = claims.session


class CouncilAccounts(ClosedAccounts):
    """Accounts of a council: what is needed of an account is found out when it signs in."""

    def login(self, request, user):
        """Signs in; notes in the session whether two-step sign-in has to be set up first, and when
        the identity provider let the person in."""
        super().login(request, user)
        claims = getattr(request, "provider_claims", None)
        if claims:
            note_provider(request, claims)
        took_two = bool(claims and claims.two_steps)
        if not took_two and needed_roles(user, today()) and not has_second_step(user):
            request.session[MUST_SET_UP] = True
        remember(request, user)


class CouncilSteps(DefaultMFAAdapter):
    """The second step: in the council's name, and not to be given up where a role needs it."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "A role of yours needs two-step sign-in: set up another way "
        "of taking the second step before you remove this one.",
        "incorrect_code": "The code is wrong or too old: enter the one that the app shows now, or "
        "a recovery code that has not been used",
    }

    def encrypt(self, text):
        """A secret as the database keeps it."""
        return step_secrets.encrypt(text)

    def decrypt(self, encrypted_text):
        """The secret that the database keeps so. Raises `ValidationError` where it cannot be
        read."""
        return step_secrets.decrypt(encrypted_text)

    def can_delete_authenticator(self, authenticator):
        """Whether it is no second step, another is left, or no role of the account needs one."""
        if authenticator.type not in STEPS:
            return True
        others = Authenticator.objects.filter(user=authenticator.user, type__in=STEPS)
        if others.exclude(pk=authenticator.pk).exists():
            return True
        return not needed_roles(authenticator.user, today())

    def generate_authenticator_name(self, user, type):  # noqa: A002
        """What a new passkey is called until its holder names it."""
        number = Authenticator.objects.filter(user=user, type=type).count()
        return f"Passkey {number + 1}"

    def _get_site_name(self):
        """The name that an app and a browser show beside the code or the passkey."""
        return "Committee reports"
