"""What every page shows around its own matter: look, council, navigation, demonstration's day."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import resolve, reverse

from assurance import access
from assurance.accounts.models import Council
from assurance.periods import say_day, today

BUILT = settings.BASE_DIR / "build" / "assets" / "govuk" / "govuk-frontend.css"
AREAS = (
    ("Home", "home"),
    ("Case audits", "audits:list"),
    ("Audit programme", "audits:programme"),
    ("DBS position", "dbs:position"),
    ("DBS checks", "dbs:list"),
    ("DBS audits", "dbs:audit-list"),
    ("Looked-after children", "looked_after:list"),
    ("Children in care", "looked_after:performance"),
    ("Reviews", "findings:list"),
    ("Actions", "improvements:list"),
    ("Surveys", "surveys:list"),
    ("Other matters", "matters:front"),
    ("Bring in files", "imports:start"),
    ("Papers", "papers:list"),
    ("Teams", "people:list"),
    ("Populations", "people:cohort-list"),
    ("Re-check policies", "dbs:policy-list"),
    ("Reminder wordings", "dbs:wording-list"),
    ("Accounts", "accounts:list"),
)


@dataclass(frozen=True)
class Link:
    """A link of the navigation."""

    words: str
    address: str
    current: bool


def every_page(request):
    """The variables of `layouts/page.html`: skin, masthead, navigation, demonstration_day."""
    user = getattr(request, "user", None)
    return {
        "skin": "govuk" if BUILT.exists() else "plain",
        "masthead": _council_name(user),
        "navigation": _navigation(request, user),
        "demonstration_day": say_day(today()) if settings.CANDOUR_TODAY else "",
    }


def _council_name(user):
    if council := getattr(user, "council", None):
        return council.name
    # Most installations are one council's own: strangers are told whose service this is.
    names = Council.objects.values_list("name", flat=True)[:2]
    return names[0] if len(names) == 1 else ""


def _navigation(request, user):
    if not getattr(user, "is_authenticated", False):
        return []
    open_to = [(words, address) for words, address in _areas() if _may_open(user, address)]
    current = _current(request.path, [address for _, address in open_to])
    return [Link(words, address, address == current) for words, address in open_to]


def _areas():
    return [(words, reverse(name)) for words, name in AREAS]


def _may_open(user, address):
    # The page's own declaration decides, so the navigation can never offer what the guard refuses.
    return access.may(user, resolve(address).func.access)


def _current(path, addresses):
    # One area may lie within another's address: the longest that fits is where one is.
    within = [one for one in addresses if one != reverse("home") and path.startswith(one)]
    fitting = [*within, *(one for one in addresses if one == path)]
    return max(fitting, key=len, default="")
