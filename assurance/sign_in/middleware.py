"""What an account that is signed in has to do before anything else: set up two-step sign-in, or let
the council's identity provider be asked about it again."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from assurance.accounts.access import KEPT_NOWHERE, PUBLIC
from assurance.accounts.resubmission import SIGNED_OUT, resubmission_page
from assurance.runtime.periods import this_moment
from assurance.sign_in.adapters import ASKED_AT, MUST_SET_UP
from assurance.sign_in.devices.cookie import send_cookie
from assurance.sign_in.models.two_step import has_second_step
from assurance.sign_in.providers import login_address, provider_of

# The pages on which two-step sign-in is set up, and those that they lead through.
SET_UP = {
    *("sign_in:set-up", "account_reauthenticate", "mfa_reauthenticate"),
    *("mfa_reauthenticate_webauthn", "mfa_activate_totp", "mfa_add_webauthn"),
}
# An account that the identity provider signs in has no password to change.
OF_PASSWORDS = {"account_change_password", "account_set_password"}
REFUSED = 403


class SignInMiddleware:
    """Stands after the guard, which has let the account in to the page by then."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return send_cookie(request, self.get_response(request))

    def process_view(self, request, view, args, kwargs):
        """None where the page may answer; else what is to be done first."""
        if getattr(view, "access", PUBLIC) == PUBLIC or not request.user.is_authenticated:
            return None
        name = request.resolver_match.view_name
        if request.user.by_provider:
            if name in OF_PASSWORDS:
                return redirect("accounts:yours")
            if answer := _ask_again(request):
                return answer
        if request.session.get(MUST_SET_UP) and name not in SET_UP:
            return _set_up_first(request)
        return None


def _set_up_first(request):
    if has_second_step(request.user):
        del request.session[MUST_SET_UP]
        return None
    if request.method == "GET" and "HX-Request" not in request.headers:
        return redirect("sign_in:set-up")
    response = render(request, "sign_in/set_up_first.html", status=REFUSED)
    response["Cache-Control"] = KEPT_NOWHERE
    return response


def _ask_again(request):
    provider = provider_of(request.user.council)
    asked_at = request.session.get(ASKED_AT, 0)
    if provider and this_moment().timestamp() < asked_at + provider.asked_every * 60:
        return None
    if request.method == "GET" and "HX-Request" not in request.headers:
        query = urlencode({"next": request.get_full_path(), "again": "yes"})
        return redirect(f"{login_address(provider)}?{query}" if provider else "account_logout")
    if request.method == "POST" and "HX-Request" not in request.headers:
        return resubmission_page(request, SIGNED_OUT)
    return HttpResponse(status=SIGNED_OUT)
