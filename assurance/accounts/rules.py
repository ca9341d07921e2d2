"""Rules of accounts and grants: plain values in, a sentence of refusal or None out."""

import hashlib
from datetime import timedelta

# How often an account is told by e-mail of what needs it; an empty choice is never.
DAY, WEEK = "day", "week"
EMAIL_EVERY = [("", "Never"), (DAY, "Every working day"), (WEEK, "Every Monday")]
MONDAY, SATURDAY = 0, 5

# The address in the place of one that was erased.
ERASED_DOMAIN = "@account.invalid"
ERASED_ADDRESS = "erased-{key}" + ERASED_DOMAIN

PAST_START = "The date a role starts must be today or later."
PAST_END = "The end date cannot have passed: end the role today instead."

# The first words of addresses that are not a council's.
RESERVED = frozenset(
    {
        "home",
        "calendar",
        "data-protection",
        "contributions",
        "early",
        "matters",
        "outcomes",
        "oversight",
        "surveys",
        "healthz",
        "readyz",
        "metrics",
        "accessibility",
        "privacy",
        "how-this-works",
        "sign-in",
        "accounts",
        "audits",
        "dbs",
        "looked-after",
        "reviews",
        "actions",
        "import",
        "quote",
        "reports",
        "attachments",
        "committee",
        "teams",
        "sitemap.xml",
        "sitemap-pages.xml",
        ".well-known",
        "static",
        "published",
        "service",
        "set-up",
        "figures",
        "small-numbers",
        "public-pages",
        "notes",
        "offline",
        "offline.js",
        "openapi.json",
        "robots.txt",
    }
)
# Those of them that programs which search may read.
SEARCHED = {
    *(
        "accessibility",
        "privacy",
        "how-this-works",
        "sitemap.xml",
        "sitemap-pages.xml",
        "robots.txt",
        "static",
        "published",
    ),
    "openapi.json",
}
NOT_SEARCHED = (
    *(f"/{word}/" for word in sorted(RESERVED - SEARCHED) if "." not in word),
    *("/healthz", "/readyz", "/metrics", "/*/search/", "/*/follow/", "/*/other-format/"),
)


def why_not_name_council(slug):
    """The sentence that refuses a council's slug, or None: it stands first in public addresses."""
    if slug in RESERVED:
        return f"“{slug}” is the address of a page here: choose another short name."
    return None


def why_not_grant(role, subject, current, from_date, to_date=None):
    """The sentence that refuses a grant, or None.

    `current` are the account's grants as (role, subject, first day, last day or None); two of one
    role and subject that overlap would leave one in force when the other is ended.
    """
    if subject and role != "officer":
        return "Only an officer is limited to a subject: leave the subject empty for this role."
    if to_date is not None and to_date < from_date:
        return "A role cannot end before it starts."
    for held_role, held_subject, held_from, held_to in current:
        same = (held_role, held_subject) == (role, subject)
        begins = to_date is None or held_from <= to_date
        if same and begins and (held_to is None or held_to >= from_date):
            return "This account already has that role for that subject."
    return None


def why_not_begin(from_date, on):
    """The sentence that refuses a role given on `on` from an earlier date, or None."""
    return PAST_START if from_date < on else None


def why_not_end_grant(from_date, to_date, last_day, on):
    """The sentence that refuses on `on` to end a role from–to with `last_day`, or None: access that
    was open until now cannot be closed for earlier dates."""
    if to_date is not None and (to_date <= last_day or to_date < on):
        return "This role has ended already."
    if last_day < from_date:
        return "A role cannot end before it starts."
    return PAST_END if last_day < on else None


def why_not_reactivate(is_active, is_erased):
    """The sentence that refuses to let an account sign in again, or None."""
    if is_active:
        return "This account can sign in already."
    if is_erased:
        return "The data of this account were erased. Add a new account for the person."
    return None


def why_not_leave(is_administrator, others):
    """The sentence that refuses to take away an administrator without `others`, or None."""
    if is_administrator and not others:
        return "This is the council’s last administrator: give the role to another account first."
    return None


def why_not_make_link(is_active, by_provider):
    """The sentence that refuses a link to set a password, or None."""
    if not is_active:
        return "This account cannot sign in: let it sign in first."
    if by_provider:
        return "This account signs in with the council’s identity provider and has no password."
    return None


def why_not_deactivate(is_active, is_own):
    """The sentence that refuses to stop an account from signing in, or None."""
    if not is_active:
        return "This account cannot sign in already."
    if is_own:
        return "You cannot stop your own account: ask another administrator."
    return None


def digest_of(address):
    """SHA-256, in hexadecimal, of the private part of a calendar's address."""
    return hashlib.sha256(address.encode()).hexdigest()


def is_email_due(every, emailed_on, day):
    """Whether an account that is told `every` day or week, last on `emailed_on` or never, is to be
    told on `day`. A Monday that was missed is made up for on the next working day."""
    if not every or day.weekday() >= SATURDAY or (emailed_on and emailed_on >= day):
        return False
    if every == DAY or emailed_on is None:
        return every == DAY or day.weekday() == MONDAY
    return emailed_on < day - timedelta(days=day.weekday())
