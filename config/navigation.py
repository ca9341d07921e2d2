"""The frame that every page has: look, council, navigation, the demonstration's date."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import resolve, reverse
from django.utils.functional import SimpleLazyObject

from assurance.accounts import access
from assurance.accounts.models.accounts import Council
from assurance.runtime.periods import say_day, today

BUILT = settings.BASE_DIR / "build" / "assets" / "govuk" / "govuk-frontend.css"
EDITOR = settings.BASE_DIR / "build" / "assets" / "editor" / "prosemirror.js"
# A subject's name → its pages (words, address's name); the first that opens stands for it. An
# account sees those that open to it, the pages of the subject it is in below the subjects.
AREAS = {
    "Home": (
        ("Your tasks", "home"),
        ("Search", "record-search"),
        ("Your posts", "people:your-posts"),
    ),
    "Case audits": (
        ("Case audits", "audits:list"),
        ("Audit programme", "audits:programme"),
        ("Audit results", "audits:shown"),
        ("Repeated themes", "audits:themes-again"),
        ("Learning meetings", "audits:meeting-list"),
        ("Audit totals", "audits:total-list"),
    ),
    "DBS checks": (
        ("DBS position", "dbs:position"),
        ("People", "dbs:list"),
        ("DBS audits", "dbs:audit-list"),
        ("Reminders", "dbs:reminders"),
        ("Breaches", "dbs:breach-list"),
    ),
    "Looked-after children": (
        ("Counts of children", "looked_after:performance"),
        ("Every count", "looked_after:list"),
        ("Returns", "looked_after:return-list"),
        ("Comparison areas", "looked_after:area-list"),
    ),
    "Inspections and peer reviews": (
        ("Reviews", "reviews:list"),
        ("Findings", "reviews:finding-list"),
        ("Replies and follow-ups", "reviews:waiting"),
        ("Repeated findings", "reviews:said-before"),
    ),
    "Actions": (
        ("Actions", "improvement:list"),
        ("Improvement plans", "improvement:plan-list"),
        ("Findings without an action", "improvement:unanswered"),
        ("Actions without a finding", "improvement:unlinked"),
    ),
    "Surveys": (("Surveys", "surveys:list"),),
    "Boards, plans and risks": (
        ("Boards, plans and risks", "governance:front"),
        ("Outcome sets", "outcomes:list"),
        ("Scorecards", "oversight:scorecard-list"),
        ("Assurance map", "oversight:map"),
    ),
    "Import files": (
        ("Import files", "imports:start"),
        ("Earlier imports", "imports:list"),
    ),
    "Reports": (
        ("Reports", "editor:list"),
        ("Commitments", "editor:commitment-list"),
        ("Rules of the checks", "verdicts:rules"),
        ("Other formats", "published:other-format-list"),
        ("Removed reports", "issue:removals"),
        ("Record check", "published:issued-checked"),
    ),
    "Definitions": (
        ("Teams", "people:list"),
        ("Posts", "people:post-list"),
        ("Populations", "people:cohort-list"),
        ("Age bands and counting dates", "looked_after:definitions"),
        ("Second persons", "people:second-persons-list"),
        ("Grade scales", "audits:scale-list"),
        ("Re-check policies", "dbs:policy-list"),
        ("Small numbers", "figures:policy-list"),
        ("Concerns about a child", "public_pages:contact-list"),
        ("Accessibility statement", "public_pages:accessibility-list"),
        ("Privacy notice", "public_pages:privacy-list"),
        ("Mark and colours", "public_pages:brand"),
        ("Reminder wordings", "dbs:wording-list"),
        ("Report templates", "report_templates:report-templates"),
        ("House words", "editor:house-word-list"),
        ("Approvers of reports", "approvals:approver-list"),
        ("Rules of the checks", "verdicts:kept-rules"),
        ("Set-up", "set_up:steps"),
    ),
    "Data protection": (
        ("Retention schedule", "data_protection:schedule"),
        ("Retention policies", "data_protection:policy-list"),
        ("Legal holds", "data_protection:hold-list"),
        ("Data about a person", "data_protection:find"),
        ("Access log", "data_protection:log"),
        ("Data an account could see", "data_protection:reach"),
    ),
    "Accounts": (
        ("Accounts", "accounts:list"),
        ("Two-step sign-in", "sign_in:two-step-list"),
        ("Groups with roles", "sign_in:group-list"),
        ("Review of roles", "sign_in:reviews"),
    ),
}
# What opens no area by itself: who writes papers finds it among what is kept beside them, who sees
# audits finds their teams there and who counts children their age bands, and the check of records
# is linked from everyone's own account.
NEVER_ALONE = {
    "published:issued-checked",
    "people:list",
    "people:post-list",
    "looked_after:definitions",
    "report_templates:report-templates",
    "editor:house-word-list",
    "approvals:approver-list",
}


@dataclass(frozen=True)
class Link:
    """A link of the navigation; `within` are the pages of a subject, where there are several."""

    words: str
    address: str
    current: bool
    within: tuple["Link", ...] = ()


def every_page(request):
    """The variables of `layouts/page.html`; `own_council` is a slug or an empty text."""
    user = getattr(request, "user", None)
    # A page of a council knows whose it is, and asks for neither.
    owner = cache(lambda: _council(user))
    return {
        "skin": "govuk" if BUILT.exists() else "plain",
        "has_editor": EDITOR.exists(),
        "masthead": SimpleLazyObject(lambda: owner()[0]),
        "own_council": SimpleLazyObject(lambda: owner()[1]),
        "navigation": _navigation(request, user),
        "demonstration_day": say_day(today()) if settings.CANDOUR_TODAY else "",
    }


def _council(user):
    if council := getattr(user, "council", None):
        return council.name, council.slug
    # Most installations are one council's own: strangers are told whose service this is.
    result = Council.objects.values_list("name", "slug")[:2]
    return result[0] if len(result) == 1 else ("", "")


def _navigation(request, user):
    if not getattr(user, "is_authenticated", False):
        return []
    permissions = access.permissions(user)
    opened = {area: _open_to(permissions, pages) for area, pages in AREAS.items()}
    current = _current(request.path, [item for some in opened.values() for _, item in some])
    return [_area(text, pages, current) for text, pages in opened.items() if pages]


def _open_to(permissions, pages):
    matches = [(text, name, *_placed(name)) for text, name in pages]
    # The page's own declaration decides, so the navigation can never offer what the guard refuses.
    opened = [item[:3] for item in matches if item[-1] in permissions]
    if all(name in NEVER_ALONE for _text, name, _address in opened):
        return []
    return [(text, address) for text, _name, address in opened]


@cache
def _placed(name):
    """The address of a page and the permission that it declares: neither changes while we run."""
    address = reverse(name)
    return address, resolve(address).func.access


def _area(text, pages, current):
    within = tuple(Link(item, address, address == current) for item, address in pages)
    here = any(item.current for item in within)
    return Link(text, within[0].address, here, within if len(within) > 1 else ())


def _current(path, addresses):
    # One area may lie within another's address: the longest that fits is where one is.
    home = reverse("home")
    within = [address for address in addresses if address != home and path.startswith(address)]
    fitting = [*within, *(address for address in addresses if address == path)]
    return max(fitting, key=len, default="")
