"""Signing in with a council's identity provider, which groups give which role, and which accounts
it signs in."""

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from requests import RequestException

from assurance.accounts.access import Permission, public, requires
from assurance.accounts.models.accounts import User
from assurance.records.refusals import refusals_as_messages
from assurance.registers.declaration import Column, Register, items
from assurance.runtime.periods import today
from assurance.sign_in.forms import NoFilters, ProviderGroupForm
from assurance.sign_in.models.groups import ProviderGroup
from assurance.sign_in.operations import provider as operations
from assurance.sign_in.provider import CouncilOAuth2Adapter
from assurance.sign_in.provider_adapter import (
    NO_ANSWER,
    NOT_CHECKED,
    REFUSED,
    UNAVAILABLE,
    refusal,
)
from assurance.sign_in.providers import provider_called, provider_of

GROUPS = Register(
    namespace="sign_in",
    name="group",
    path="groups/",
    model=ProviderGroup,
    permission=Permission.MANAGE_ACCOUNTS,
    noun="group with a role",
    plural="groups with roles",
    form=ProviderGroupForm,
    filters=NoFilters,
    first="label",
    related=("council",),
    columns=(
        Column("Name of the group", "label", sort="label", link=True),
        Column("Role", "role", sort="role"),
        Column("Subject", "get_subject_display"),
        Column("Start date", "from_date", sort="from_date"),
        Column("End date", "to_date", sort="to_date"),
        Column("Group", "group", sort="group"),
    ),
    summary=items("label group role subject from_date to_date"),
)


@public
def begin(request, key):
    """Sends a person to the provider to sign in."""
    return _asked(request, key, OAuth2LoginView)


@public
def back(request, key):
    """Takes the provider's answer."""
    return _asked(request, key, OAuth2CallbackView)


@requires(Permission.MANAGE_ACCOUNTS)
@require_POST
def move_to_provider(request, pk):
    """Lets the provider sign an account in, and no password any more."""
    provider = provider_of(request.user.council)
    sentence = "The account signs in with the identity provider from now on."
    return _moved(request, pk, operations.move_to_provider, sentence, provider=provider)


@requires(Permission.MANAGE_ACCOUNTS)
@require_POST
def move_to_password(request, pk):
    """Lets an account sign in with a password again."""
    sentence = "The account signs in with a password from now on: make a link to set one."
    return _moved(request, pk, operations.move_to_password, sentence)


def _asked(request, key, view):
    provider = provider_called(key)
    if provider is None:
        raise Http404
    try:
        return view.adapter_view(CouncilOAuth2Adapter(request, key))(request)
    except (OAuth2Error, RequestException, ValueError) as error:
        is_down = isinstance(error, RequestException)
        sentence = NO_ANSWER if is_down else NOT_CHECKED
        status = UNAVAILABLE if is_down else REFUSED
        return refusal(request, provider, sentence, status, stays=True).response


def _moved(request, pk, operation, sentence, **values):
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    with refusals_as_messages(request):
        operation(user=user, by=request.user, on=today(), **values)
        messages.success(request, sentence)
    return redirect("accounts:account", user.pk)
