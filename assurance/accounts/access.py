"""Who may do what: the one place of roles, permissions and what each role is given.

A view only *declares* (`@requires`, `@public`); the guard middleware decides, so the order of
decorators cannot matter and a view that declares nothing is refused.
"""

from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.http import Http404

from assurance.accounts.client_address import client_address
from assurance.runtime.periods import today
from assurance.runtime.watch.security_events import REFUSALS, note_refusal


class Role(TextChoices):
    """What an account may be granted; one account may hold several, each for a time."""

    OFFICER = "officer", "Officer: keeps the records of their subjects"
    APPROVER = "approver", "Approver: reads drafts and restricted matter, approves, never edits"
    CLERK = "clerk", "Clerk: composes and publishes reports from counts, sees no row about a person"
    MEMBER = "member", "Member: reads published reports"
    ADMINISTRATOR = "administrator", "Administrator: keeps accounts, policies and definitions"
    DATA_PROTECTION = (
        "data_protection",
        "Data protection: keeps retention and legal holds, answers people about their data",
    )

    @property
    def short_label(self) -> str:
        """Its name without what it does, as pages call it."""
        return self.label.partition(":")[0]


class Subject(TextChoices):
    """The subjects a grant may be limited to; an empty subject is all of them."""

    AUDITS = "audits", "Case-file audits"
    DBS = "dbs", "DBS checks"
    LOOKED_AFTER = "looked_after", "Looked-after children"
    FINDINGS = "findings", "Reviews and findings"
    IMPROVEMENTS = "improvements", "Improvement plans"
    SURVEYS = "surveys", "Surveys"
    MATTERS = "matters", "Boards, plans and risks"


class Permission(StrEnum):
    """What a page may ask for."""

    SEE_HOME = "see what is waiting for them"
    KEEP_OWN_ACCOUNT = "change their own password and two-step sign-in"
    RECORD_AUDITS = "see and keep case-file audits"
    RECORD_DBS = "see and keep DBS checks"
    RECORD_LOOKED_AFTER = "see and keep counts of looked-after children"
    RECORD_REVIEWS = "see and keep reviews and findings"
    RECORD_ACTIONS = "see and keep improvement actions"
    RECORD_SURVEYS = "see and keep surveys"
    RECORD_MATTERS = "see and keep developments, strategies, boards, events, risks and measures"
    IMPORT_FILES = "import files of records"
    SEE_COUNTS = "see figures before they are issued"
    SEE_TEAMS = "see teams and those that follow them"
    COMPOSE_PAPERS = "write reports"
    ISSUE_PAPERS = "publish reports"
    REMOVE_EDITIONS = "remove published reports, and confirm or undo another’s removal"
    READ_CHECKS = "read whether records, history and published files are unchanged"
    CHECK_ISSUED = "check whether published files are unchanged, and write them again"
    KEEP_HOUSE_WORDS = "keep the list of the council’s preferred words"
    KEEP_APPROVERS = "keep who approves reports"
    KEEP_POSTS = "keep the directory of posts and the people in them"
    KEEP_DIRECTORY = "keep committees, their meetings and series of reports"
    KEEP_REPORT_TEMPLATES = "make and change report templates"
    READ_DRAFTS = "read reports before they are published"
    READ_RESTRICTED = "read the exempt parts of a report"
    APPROVE_PAPERS = "approve reports"
    READ_ISSUED = "read published reports"
    MANAGE_ACCOUNTS = "keep accounts, their roles, the review of roles, and how people sign in"
    MANAGE_POLICIES = "keep policies and definitions"
    KEEP_RETENTION = "keep the retention schedule and see what ends"
    PROTECT_DATA = "export and erase data about a person, keep legal holds, read the access log"


# The subject that a grant has to cover for the permission; the others ask for no subject.
SUBJECT_OF = {
    Permission.RECORD_AUDITS: Subject.AUDITS,
    Permission.RECORD_DBS: Subject.DBS,
    Permission.RECORD_LOOKED_AFTER: Subject.LOOKED_AFTER,
    Permission.RECORD_REVIEWS: Subject.FINDINGS,
    Permission.RECORD_ACTIONS: Subject.IMPROVEMENTS,
    Permission.RECORD_SURVEYS: Subject.SURVEYS,
    Permission.RECORD_MATTERS: Subject.MATTERS,
}

EVERYONE_SIGNED_IN = frozenset(
    {
        Permission.SEE_HOME,
        Permission.KEEP_OWN_ACCOUNT,
        Permission.READ_ISSUED,
        Permission.READ_CHECKS,
    }
)

GRANTS = {
    Role.OFFICER: frozenset(
        {
            *SUBJECT_OF,
            Permission.IMPORT_FILES,
            Permission.SEE_COUNTS,
            Permission.SEE_TEAMS,
            Permission.KEEP_POSTS,
        }
    ),
    Role.APPROVER: frozenset(
        {
            Permission.SEE_COUNTS,
            Permission.READ_DRAFTS,
            Permission.READ_RESTRICTED,
            Permission.APPROVE_PAPERS,
        }
    ),
    Role.CLERK: frozenset(
        {
            Permission.SEE_COUNTS,
            Permission.READ_DRAFTS,
            Permission.COMPOSE_PAPERS,
            Permission.ISSUE_PAPERS,
            Permission.REMOVE_EDITIONS,
            Permission.CHECK_ISSUED,
            Permission.KEEP_HOUSE_WORDS,
            Permission.KEEP_APPROVERS,
            Permission.KEEP_POSTS,
            Permission.KEEP_DIRECTORY,
            Permission.KEEP_REPORT_TEMPLATES,
        }
    ),
    Role.MEMBER: frozenset(),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.MANAGE_ACCOUNTS,
            Permission.MANAGE_POLICIES,
            Permission.SEE_TEAMS,
            Permission.KEEP_HOUSE_WORDS,
            Permission.KEEP_APPROVERS,
            Permission.KEEP_POSTS,
            Permission.KEEP_DIRECTORY,
            Permission.KEEP_REPORT_TEMPLATES,
            Permission.REMOVE_EDITIONS,
            Permission.CHECK_ISSUED,
            Permission.KEEP_RETENTION,
        }
    ),
    Role.DATA_PROTECTION: frozenset({Permission.KEEP_RETENTION, Permission.PROTECT_DATA}),
}

PUBLIC = "public"
KEPT_NOWHERE = "private, no-store"


def may(user, permission, on=None):
    """Whether `user` has `permission` on the day `on` (today where none is given)."""
    return permission in permissions(user, on)


def permissions(user, on=None):
    """The set of permissions that `user` has on the day `on` (today where none is given).

    Nobody who is signed out, inactive or without a council has any.
    """
    if not user.is_authenticated or not user.is_active or user.council_id is None:
        return frozenset()
    day = on or today()
    return EVERYONE_SIGNED_IN.union(
        permission
        for grant in user.held_grants
        if grant.in_force(day)
        for permission in GRANTS[grant.role]
        if grant.covers(SUBJECT_OF.get(permission))
    )


def requires(permission):
    """Declares that a view answers only those who hold `permission`."""

    def declare(view):
        view.access = permission
        return view

    return declare


def public(view):
    """Declares that a view answers everyone, signed in or not."""
    view.access = PUBLIC
    view.login_required = False
    return view


class GuardMiddleware:
    """Refuses (403) a view that declares no access, or whose permission the account does not hold,
    and sends a security event of what was refused.

    Django's `LoginRequiredMiddleware` stands before it and sends strangers to sign in.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code in REFUSALS:
            note_refusal(request, response.status_code, client_address(request))
        # Desks are shared: after signing out, Back must not bring a record about a person again.
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = KEPT_NOWHERE
        return response

    def process_view(self, request, view, args, kwargs):
        """None where the view may answer; else `PermissionDenied`, or `Http404` at no address."""
        # No address of ours holds a null character, and PostgreSQL cannot be asked about one.
        if any("\0" in kwarg for kwarg in kwargs.values() if isinstance(kwarg, str)):
            raise Http404
        needed = getattr(view, "access", None)
        if needed == PUBLIC:
            return
        if needed is None or not may(request.user, needed):
            raise PermissionDenied
