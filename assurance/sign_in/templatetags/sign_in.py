"""What the page to sign in and an account's page show of identity providers."""

from django import template
from django.utils.http import urlencode

from assurance.sign_in.models.two_step import has_authenticator_app, has_second_step
from assurance.sign_in.open_sessions import open_sessions
from assurance.sign_in.providers import all_providers, login_address, provider_of

register = template.Library()


@register.simple_tag
def provider_links(next_page):
    """(name, address) of each identity provider, which leads back to `next_page`."""
    query = f"?{urlencode({'next': next_page})}" if next_page else ""
    return [(provider.name, f"{login_address(provider)}{query}") for provider in all_providers()]


@register.simple_tag
def has_provider(council):
    """Whether the council has an identity provider."""
    return provider_of(council) is not None


@register.simple_tag(takes_context=True)
def own_sessions(context):
    """The open sessions of whoever asks for the page."""
    request = context["request"]
    return open_sessions(request.user, request.session.session_key)


register.filter("has_second_step", has_second_step)
register.filter("has_authenticator_app", has_authenticator_app)
