"""What django-allauth is told about people whom an identity provider signs in."""

import logging

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.contrib.auth import logout
from django.shortcuts import redirect, render

from assurance.accounts.access import KEPT_NOWHERE
from assurance.accounts.models.accounts import Council
from assurance.records.history import CommandLine
from assurance.records.refusals import Refused
from assurance.runtime.periods import today
from assurance.runtime.processes.lazy_modules import LazyModule
from assurance.sign_in import rules
from assurance.sign_in.adapters import note_provider
from assurance.sign_in.operations.provider import admit
from assurance.sign_in.providers import provider_called

requests = LazyModule("requests")

logger = logging.getLogger(__name__)
REFUSED, UNAVAILABLE = 403, 503
NO_ANSWER = "{provider} does not answer. No one can sign in with it now: try again in some minutes."
NOT_LET_IN = "{provider} did not let you in. If you should have access, ask its administrator."
NOT_CHECKED = "The answer of {provider} could not be trusted, so you were not signed in. Try again."
NO_COUNCIL = "{provider} is set up for a council that this service does not have."
BY_PROVIDER = CommandLine("identity_provider")


class ProviderSignIn(DefaultSocialAccountAdapter):
    """Lets in whom the council's provider names and a group gives a role, and refuses in words."""

    def list_apps(self, request, provider=None, client_id=None):
        """The providers that the settings name, and none from anywhere else."""
        apps = [_app(entry) for entry in settings.IDENTITY_PROVIDERS.values()]
        return [
            app
            for app in apps
            if provider in (None, app.provider, app.provider_id)
            and client_id in (None, app.client_id)
        ]

    def pre_social_login(self, request, sociallogin):
        """Checks the answer against the question, gives the account what the groups give, and lets
        it go on; somebody who is signed in already only goes back to where they were."""
        provider = provider_called(sociallogin.provider.app.provider_id)
        if not sociallogin.nonce or sociallogin.nonce != sociallogin.state.get("nonce"):
            raise refusal(request, provider, NOT_CHECKED)
        known = sociallogin.user if sociallogin.is_existing else None
        try:
            user = _admitted(provider, sociallogin.claims, known)
        except Refused as refused:
            raise refusal(request, provider, refused.sentence) from None
        request.provider_claims = sociallogin.claims
        if known is None:
            sociallogin.connect(request, user)
        sociallogin.user = user
        if request.user.is_authenticated and request.user.pk == user.pk:
            note_provider(request, sociallogin.claims)
            raise ImmediateHttpResponse(redirect(sociallogin.get_redirect_url(request) or "home"))

    def on_authentication_error(
        self, request, provider, error=None, exception=None, extra_context=None
    ):
        """Says in a sentence what went wrong. Where the provider itself refuses somebody who is
        signed in, they are signed out."""
        if exception:
            note_distrust(provider.app.provider_id, exception)
        is_down = isinstance(exception, requests.RequestException)
        was_asked = bool((extra_context or {}).get("state"))
        says_no = was_asked and "error" in request.GET
        no = NOT_LET_IN if error == AuthError.CANCELLED or says_no else NOT_CHECKED
        sentence = NO_ANSWER if is_down else no
        stays = is_down or not was_asked
        raise refusal(request, provider, sentence, UNAVAILABLE if is_down else REFUSED, stays)

    def get_requests_session(self):
        """A session without redirects: only the addresses of the settings are asked."""
        session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def send_notification_mail(self, *args, **kwargs):
        """None: who comes by the provider knows it."""


def note_distrust(key: str, error: Exception) -> None:
    """A line of the log with the reason why no one was signed in, without the provider's own
    words, which may have a token."""
    own, kind = str(error).partition(":")[0], type(error.__cause__ or error).__name__
    logger.warning("Identity provider %s: %s (%s)", key, own, kind)


def refusal(request, provider, sentence, status=REFUSED, stays=False):
    """The page that says why somebody is not let in. Whom the provider signed in before is signed
    out, unless it only does not answer, or was not asked (`stays`)."""
    if not stays and request.user.is_authenticated and request.user.by_provider:
        logout(request)
    values = {"sentence": sentence.format(provider=provider.name), "provider": provider}
    response = render(request, "sign_in/not_let_in.html", values, status=status)
    response["Cache-Control"] = KEPT_NOWHERE
    return ImmediateHttpResponse(response)


def _admitted(provider, claims, known):
    """The account of the person, with the roles that their groups give; raises `Refused`."""
    council = Council.objects.filter(slug=provider.council).first()
    if council is None:
        raise Refused(NO_COUNCIL.format(provider=provider.name))
    on = today()
    values = {"provider": provider.name, "claims": claims, "user": known}
    user = admit(council=council, key=provider.key, **values, by=BY_PROVIDER, on=on)
    # Asked only now, so that the roles of who is in no group any more are gone.
    if not user.roles(on):
        raise Refused(rules.NO_GROUP.format(provider=provider.name))
    return user


def _app(entry):
    return SocialApp(
        provider="council",
        provider_id=entry["key"],
        name=entry["name"],
        client_id=entry["client_id"],
        secret=entry["client_secret"],
        settings={
            "server_url": entry["issuer"].rstrip("/"),
            "groups_claim": entry.get("groups_claim", "groups"),
            "scope": entry.get("scopes", ["openid", "profile", "email"]),
        },
    )
