"""How long others may keep what anybody reads here, and by which fingerprint they ask again."""

from hashlib import sha256

from django.http import HttpResponse
from django.utils.cache import get_conditional_response

# For a minute, then asked for again by its fingerprint: what is removed must go from the copies
# that others keep as well.
CURRENT = "public, max-age=60"
# The masthead and the navigation of somebody signed in are nobody else's.
OWN = "private, no-cache"
# What was removed may be undone, and is told anew each time.
GONE = "no-store"


def fingerprinted(request, content: bytes, media_type: str, digest: str = "") -> HttpResponse:
    """The answer that holds `content` under its SHA-256, or 304 for who has it already."""
    fingerprint = f'"{digest or sha256(content).hexdigest()}"'
    response = get_conditional_response(request, etag=fingerprint)
    response = response or HttpResponse(content, content_type=media_type)
    response["ETag"], response["Cache-Control"] = fingerprint, CURRENT
    return response


def of_page(request) -> str:
    """The `Cache-Control` of a public page as this reader gets it."""
    return OWN if request.user.is_authenticated else CURRENT


def kept(request, response: HttpResponse) -> HttpResponse:
    """A public page that others may keep as they keep every public page."""
    response["Cache-Control"] = of_page(request)
    return response
