"""OpenID Connect as councils use it, for django-allauth.

django-allauth loads each app's `provider` when Django starts. Few processes need this one, and what
it asks a provider with takes 7 MiB, so it has another name and enters itself when it is loaded.
"""

import secrets

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.urls import reverse

from assurance.runtime.periods import this_moment
from assurance.sign_in.rules import claims_of
from assurance.sign_in.tokens import logout_values, verified_values

ENDPOINTS = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


class CouncilOAuth2Adapter(OpenIDConnectOAuth2Adapter):
    """The exchange with the provider: the token is always checked against its keys."""

    @property
    def openid_config(self):
        """What the provider says of itself; raises `OAuth2Error` where that is not the issuer that
        the settings name, or an address is missing."""
        config = super().openid_config
        if missing := [name for name in ENDPOINTS if not config.get(name)]:
            raise OAuth2Error(f"The provider names no {missing[0]}")
        if config["issuer"].rstrip("/") != self.get_provider().app.settings["server_url"]:
            raise OAuth2Error("The provider calls itself by another name")
        return config

    def complete_login(self, request, app, token, **kwargs):
        """The person whom the provider names, with its claims and the nonce of its token."""
        config = self.openid_config
        values = verified_values(
            str(kwargs["response"].get("id_token", "")),
            self._keys(config["jwks_uri"]),
            issuer=config["issuer"],
            client=app.client_id,
        )
        printed = self._fetch_user_info(token.token) if config.get("userinfo_endpoint") else {}
        if printed and printed.get("sub") != values["sub"]:
            raise OAuth2Error("The provider named another person")
        values = {**printed, **values}
        login = self.get_provider().sociallogin_from_response(request, {"id_token": values})
        login.claims = claims_of(values, app.settings["groups_claim"])
        login.nonce = values.get("nonce")
        return login

    def logout_values(self, token):
        """The contents of a logout token of the provider; raises `OAuth2Error` where it is not
        valid."""
        config = self.openid_config
        return logout_values(
            token,
            self._keys(config["jwks_uri"]),
            issuer=config["issuer"],
            client=self.get_provider().app.client_id,
            now=this_moment().timestamp(),
        )

    def get_callback_url(self, request, app):
        """Where the provider sends the person back to."""
        return request.build_absolute_uri(reverse("sign_in:provider-back", args=[app.provider_id]))

    def _keys(self, address):
        with get_adapter().get_requests_session() as session:
            answer = session.get(address)
            answer.raise_for_status()
            return answer.json()


class CouncilProvider(OpenIDConnectProvider):
    """A council's identity provider; nothing of a reader's address decides what it is asked."""

    id = "council"
    name = "Identity provider"
    oauth2_adapter_class = CouncilOAuth2Adapter
    pkce_enabled_default = True

    def get_login_url(self, request, **kwargs):
        """Where signing in begins."""
        return reverse("sign_in:provider", args=[self.app.provider_id])

    def get_redirect_from_request_kwargs(self, request):
        """How the provider is asked: `again` without any page of its own, for somebody who is
        signed in."""
        kwargs = super().get_redirect_from_request_kwargs(request)
        again = request.GET.get("again") == "yes" and request.user.is_authenticated
        params = {"prompt": "none"} if again else {}
        nonce = secrets.token_urlsafe(24)
        kwargs |= {"process": "login", "scope": self.get_scope(), "nonce": nonce}
        return {**kwargs, "auth_params": {**params, "nonce": nonce}}

    def extract_extra_data(self, data):
        """Nothing of what the provider says is kept but who the person is."""
        return {}

    def extract_email_addresses(self, data):
        """None: an address says nothing of who may use an account."""
        return []


registry.register(CouncilProvider)
