"""The cookie by which a browser is known as one that an account signed in from before."""

from django.conf import settings

from assurance.runtime.periods import this_moment
from assurance.sign_in import rules
from assurance.sign_in.models.devices import KnownDevice, remember_device

NAME = "__Host-device" if settings.SERVER else "device"
# Desks are shared: one browser is known of so many accounts at most.
MOST = 5
SEPARATOR = "."


def device_of(request, email):
    """The known device of the account with the address `email` that a request comes from, or
    None."""
    tokens = _tokens(request)
    return KnownDevice.objects.of_tokens(tokens, email, this_moment()) if tokens else None


def remember(request, user):
    """Notes that `user` signed in from this browser; its cookie goes out with the answer."""
    device = device_of(request, user.email)
    if token := remember_device(user, device, this_moment()):
        request.device_tokens = [token, *_tokens(request)][:MOST]


def send_cookie(request, response):
    """Sends with `response` the cookie of a device that has just become known."""
    if tokens := getattr(request, "device_tokens", ()):
        response.set_cookie(
            NAME,
            SEPARATOR.join(tokens),
            max_age=rules.DEVICE_KEPT,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def _tokens(request):
    written = request.COOKIES.get(NAME, "")[:1000]
    return [token for token in written.split(SEPARATOR) if token][:MOST]
