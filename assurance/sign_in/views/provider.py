"""Signing in with a council's identity provider, which groups give which role, and which accounts
it signs in."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, public, requires
from assurance.accounts.models.accounts import Council, User
from assurance.records.refusals import Refused, refusals_as_messages
from assurance.registers.declaration import Column, Register, items
from assurance.runtime.periods import today
from assurance.runtime.processes.lazy_modules import LazyModule
from assurance.sign_in.forms import NoFilters, ProviderGroupForm
from assurance.sign_in.models.groups import ProviderGroup
from assurance.sign_in.operations import logout
from assurance.sign_in.operations import provider as operations
from assurance.sign_in.provider_adapter import (
    BY_PROVIDER,
    NO_ANSWER,
    NOT_CHECKED,
    REFUSED,
    UNAVAILABLE,
    note_distrust,
    refusal,
)
from assurance.sign_in.providers import provider_called, provider_of

OAUTH2 = "allauth.socialaccount.providers.oauth2"
client, oauth2 = map(LazyModule, (f"{OAUTH2}.client", f"{OAUTH2}.views"))
openid, requests = map(LazyModule, ("assurance.sign_in.openid", "requests"))

# The errors of back-channel logout, by OAuth's names.
INVALID, UNREACHABLE = "invalid_request", "temporarily_unavailable"
INVALID_TOKEN = 400

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
    return _asked(request, key, "OAuth2LoginView")


@public
def back(request, key):
    """Takes the provider's answer."""
    return _asked(request, key, "OAuth2CallbackView")


@public
@csrf_exempt
@require_POST
@never_cache
def back_channel_logout(request, key):
    """Ends the sessions of a person that the provider has signed out: no browser asks, it does
    (OpenID Connect Back-Channel Logout 1.0). 400 with the error where its token is not valid."""
    provider = provider_called(key)
    if provider is None:
        raise Http404
    if limited := ratelimit.consume_or_429(request, action="provider_logout"):
        return limited
    try:
        token = request.POST.get("logout_token", "")
        values = openid.CouncilOAuth2Adapter(request, key).logout_values(token)
        council = get_object_or_404(Council, slug=provider.council)
        logout.sign_out(council=council, key=key, values=values, by=BY_PROVIDER, on=today())
    except (client.OAuth2Error, ValueError, Refused) as error:
        return JsonResponse(
            {"error": INVALID, "error_description": str(error)}, status=INVALID_TOKEN
        )
    except requests.RequestException:
        return JsonResponse({"error": UNREACHABLE}, status=INVALID_TOKEN)
    return HttpResponse()


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


def _asked(request, key, name):
    provider = provider_called(key)
    if provider is None:
        raise Http404
    try:
        view = getattr(oauth2, name)
        return view.adapter_view(openid.CouncilOAuth2Adapter(request, key))(request)
    except (client.OAuth2Error, requests.RequestException, ValueError) as error:
        note_distrust(key, error)
        is_down = isinstance(error, requests.RequestException)
        sentence = NO_ANSWER if is_down else NOT_CHECKED
        status = UNAVAILABLE if is_down else REFUSED
        return refusal(request, provider, sentence, status, stays=True).response


def _moved(request, pk, operation, sentence, **values):
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    with refusals_as_messages(request):
        operation(user=user, by=request.user, on=today(), **values)
        messages.success(request, sentence)
    return redirect("accounts:account", user.pk)
