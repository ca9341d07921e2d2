"""What was sent by somebody who was signed out meanwhile is shown again and never lost.

A page that was open when its session ended still holds the words. Sending it would lead to the
page for signing in and the words would be gone; so they are shown, to be sent again.
"""

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure

from assurance.accounts.access import KEPT_NOWHERE, PUBLIC
from assurance.runtime.typography import with_capital

SIGNED_OUT, REFUSED = 401, 403
NEVER_SHOWN = ("csrfmiddlewaretoken",)
# Whoever asks for a password must not find it written on a page.
SECRET, SECRET_WORD = "code", "password"
SHORT = 200


class LoginMiddleware(LoginRequiredMiddleware):
    """Sends strangers to sign in; what a stranger posts is shown, to be sent again."""

    def handle_no_permission(self, request, view_func):
        """The page to sign in on; 401 with what was posted, or bare to a script."""
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        if "HX-Request" in request.headers:
            return HttpResponse(status=SIGNED_OUT)
        if not _may_show(request):
            return super().handle_no_permission(request, view_func)
        return resubmission_page(request, SIGNED_OUT)


def refused(request, reason=""):
    """The page of a token that is too old, as it is after signing in again in another tab: what
    was posted, to be sent once more. A post from elsewhere gets Django's own page."""
    view = getattr(request.resolver_match, "func", None)
    is_ours = getattr(view, "access", PUBLIC) != PUBLIC
    # The browser says itself that the page is of this site; nobody else's can pass through here.
    own = f"{request.scheme}://{request.get_host()}"
    if request.META.get("HTTP_ORIGIN") == own and is_ours and _may_show(request):
        return resubmission_page(request, REFUSED)
    return csrf_failure(request, reason)


def resubmission_page(request, status):
    """The page with everything that was posted, in a form that sends it again."""
    fields = [
        {"name": name, "label": with_capital(name.replace("_", " ")), "text": text, "id": place}
        for place, (name, texts) in enumerate(request.POST.lists(), 1)
        for text in texts
        if name not in NEVER_SHOWN
    ]
    context = {
        "hidden": [field for field in fields if not _is_prose(field["text"])],
        "prose": [field for field in fields if _is_prose(field["text"])],
        "signed_in": request.user.is_authenticated,
        "address": request.get_full_path(),
    }
    response = render(request, "accounts/resubmission.html", context, status=status)
    response["Cache-Control"] = KEPT_NOWHERE
    return response


def _is_prose(text):
    return len(text) > SHORT or " " in text.strip() or "\n" in text.strip()


def _may_show(request):
    """Whether something was typed that a page may hold: no password and no file."""
    names = [name for name in request.POST if name not in NEVER_SHOWN]
    secret = any(name == SECRET or SECRET_WORD in name for name in names)
    return bool(names) and not secret and not request.FILES
