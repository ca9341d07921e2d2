"""The people of the tests: one account per role, and the councils they work for."""

from datetime import date

from assurance.accounts.access import Role
from assurance.accounts.models.accounts import Council, Grant, User

PASSWORD = "a long enough pass phrase"
LONG_AGO = date(2010, 1, 1)
ROLES = tuple(Role.values)


def make_council(slug="netherby", name="", short_name=""):
    """The council with this slug, made where it is not there yet."""
    title = slug.replace("-", " ").title()
    council, _ = Council.objects.get_or_create(
        slug=slug,
        defaults={
            "name": name or f"{title} Metropolitan Council",
            "short_name": short_name or title,
        },
    )
    return council


def make_user(*roles, council=None, subject="", email="", name="", since=LONG_AGO):
    """An account of `council` (the usual one) that holds `roles` from `since`, for `subject` or for
    all.
    """
    council = council or make_council()
    number = User.objects.count() + 1
    user = User.objects.create_account(
        email=email or f"{'-'.join(roles) or 'nobody'}-{number}@{council.slug}.example",
        name=name or (f"{roles[0].capitalize()} {number}" if roles else f"No role {number}"),
        council=council,
    )
    for role in roles:
        Grant.objects.create(user=user, role=role, subject=subject, from_date=since)
    return user


def with_password(user):
    """The account, able to sign in with `PASSWORD`; setting one is slow, so only sign-in's own
    tests do.
    """
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    return user


def officer(council=None, subject=""):
    """An officer, of every subject unless one is named."""
    return make_user("officer", council=council, subject=subject)


def approver(council=None):
    """An approver."""
    return make_user("approver", council=council)


def clerk(council=None):
    """A clerk."""
    return make_user("clerk", council=council)


def member(council=None):
    """A member of the council."""
    return make_user("member", council=council)


def administrator(council=None):
    """An administrator."""
    return make_user("administrator", council=council)


def data_protection_lead(council=None):
    """A data-protection lead."""
    return make_user("data_protection", council=council)


def cast(council=None):
    """A dict of role → an account that holds that role alone."""
    return {role: make_user(role, council=council) for role in ROLES}
