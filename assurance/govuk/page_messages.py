"""Sentences of success for the next page: in the session of who is signed in, so that no name
of a person comes into a cookie; for others in a cookie of this host alone, without a session."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage

COOKIE = "__Host-messages" if settings.SERVER else "messages"


class HostCookie(CookieStorage):
    """The signed cookie, by a name that no other host can set."""

    cookie_name = COOKIE


class PageMessages(FallbackStorage):
    """The session first where an account is signed in, the cookie first for others."""

    def __init__(self, request, *args, **kwargs):
        stores = (SessionStorage, HostCookie) if request.user.is_authenticated else (HostCookie,)
        self.storage_classes = stores
        super().__init__(request, *args, **kwargs)
