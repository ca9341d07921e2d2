"""How long others may keep what anybody reads here."""

# For a minute, then asked for again by its fingerprint: what is taken down must go from the copies
# that others keep as well.
CURRENT = "public, max-age=60"
# The masthead and the navigation of somebody signed in are nobody else's.
OWN = "private, no-cache"
# What was taken down may be undone, and is told anew each time.
GONE = "no-store"


def of_page(request) -> str:
    """The `Cache-Control` of a public page as this reader gets it."""
    return OWN if request.user.is_authenticated else CURRENT
