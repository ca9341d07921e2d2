"""The ends of a session: some hours after signing in, and a while after the last request."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in

from assurance.runtime.periods import this_moment
from assurance.sign_in.devices.browser_names import browser_name

# In the session, in seconds: when it began, and its latest request.
BEGAN, LATEST = "session_began", "latest_request"
# The name of the browser that signed in, for the list of sessions on the account's page.
BROWSER = "browser"
# So often, in seconds, a request is noted: each note writes the session.
NOTED_EVERY = 300


def connect() -> None:
    """Notes in each session when it began, and in which browser."""
    user_logged_in.connect(_begin, dispatch_uid="ends of sessions")


class SessionEnds:
    """Signs out whose session is over, before any page is asked who is signed in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            _continue(request)
        return self.get_response(request)


def _begin(sender, request, **_more):
    now = this_moment().timestamp()
    request.session[BEGAN] = request.session[LATEST] = now
    request.session[BROWSER] = browser_name(request.headers.get("User-Agent", ""))


def _continue(request):
    now, session = this_moment().timestamp(), request.session
    began, latest = session.setdefault(BEGAN, now), session.setdefault(LATEST, now)
    is_old = now - began >= settings.SESSION_COOKIE_AGE
    if is_old or now - latest >= settings.IDLE_MINUTES * 60:
        logout(request)
    elif now - latest >= NOTED_EVERY:
        session[LATEST] = now
