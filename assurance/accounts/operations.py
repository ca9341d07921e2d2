"""What an administrator does to accounts and grants. Each takes the council's row first, so that
two
administrators cannot take each other away at once.
"""

import secrets
from datetime import date, timedelta

from django.db import transaction

from assurance.accounts import rules
from assurance.accounts.access import Role
from assurance.accounts.models.accounts import Council, Grant, User
from assurance.accounts.models.notices import Notices
from assurance.accounts.models.sign_in import sign_in_change
from assurance.records import history, writes
from assurance.records.record import locked
from assurance.records.refusals import refuse_if

ADDRESS_TAKEN = "This address cannot be used: there is an account with it already."


@transaction.atomic
def create_council(
    *, slug: str, name: str, short_name: str, email: str, password: str, by, on: date
) -> Council:
    """A council and its first account, an administrator who can sign in with `password`.

    Raises `Refused` where the slug or the address is taken or the slug is a page's.
    """
    refuse_if(rules.why_not_name_council(slug), "slug")
    if Council.objects.filter(slug=slug).exists():
        refuse_if(f"There is a council “{slug}” already.", "slug")
    _refuse_a_taken_address(email)
    council = Council.objects.create(slug=slug, name=name, short_name=short_name)
    user = User.objects.create_account(
        email=email, name="Administrator", council=council, password=password
    )
    Grant.objects.create(user=user, role=Role.ADMINISTRATOR, from_date=on)
    made = {"slug": slug, "name": name, "short_name": short_name}
    changes = history.changes({}, made, Council.personal)
    history.record("accounts.create_council", about=council, by=by, on=on, changes=changes)
    return council


@transaction.atomic
def add_account(
    *,
    council: Council,
    email: str,
    name: str,
    role: str,
    subject: str,
    from_date: date,
    to_date: date | None = None,
    password: str | None = None,
    by,
    on: date,
) -> User:
    """An account with one role. Without a password nobody can sign in to it until a link to set one
    is made."""
    _refuse_a_taken_address(email)
    refuse_if(rules.why_not_begin(from_date, on), "from_date")
    refuse_if(rules.why_not_grant(role, subject, (), from_date, to_date), "subject")
    user = User.objects.create_account(email=email, name=name, council=council, password=password)
    grant = {"role": role, "subject": subject, "from_date": from_date, "to_date": to_date}
    Grant.objects.create(user=user, **grant)
    made = {"email": user.email, "name": name, **grant}
    changes = history.changes({}, made, {**Grant.personal, **User.personal})
    changes += sign_in_change(user)
    history.record("accounts.add_account", about=user, by=by, on=on, changes=changes)
    return user


@transaction.atomic
def record_sign_in(*, user: User, because: str = "", by, on: date) -> User:
    """Writes the digest of what opens an account now: its password, its second steps, its further
    addresses. Called after each change of one of them."""
    user = locked(User, user.pk)
    history.record(
        "accounts.change_sign_in",
        about=user,
        by=by,
        on=on,
        changes=sign_in_change(user),
        reason=because,
    )
    return user


@transaction.atomic
def add_grant(
    *,
    user: User,
    role: str,
    subject: str,
    from_date: date,
    to_date: date | None = None,
    by,
    on: date,
) -> Grant:
    """A further role for an account from today or later; refused where it has that role for that
    subject already."""
    _take(user.council)
    refuse_if(rules.why_not_begin(from_date, on), "from_date")
    grants = Grant.objects.filter(user=user)
    rows = [(row.role, row.subject, row.from_date, row.last_day) for row in grants]
    refuse_if(rules.why_not_grant(role, subject, rows, from_date, to_date), "role")
    made = {"role": role, "subject": subject, "from_date": from_date, "to_date": to_date}
    grant = Grant.objects.create(user=user, **made)
    changes = history.changes({}, made, Grant.personal)
    history.record("accounts.add_grant", about=user, by=by, on=on, changes=changes)
    return grant


@transaction.atomic
def end_grant(*, grant: Grant, last_day: date, by, on: date) -> Grant:
    """Ends a grant with `last_day`, today or later; a council keeps an administrator whose role has
    no last day."""
    _take(grant.council)
    grant = locked(Grant, grant.pk)
    refuse_if(rules.why_not_end_grant(grant.from_date, grant.to_date, last_day, on), "last_day")
    others = _other_administrators(grant.user, last_day + timedelta(days=1))
    refuse_if(rules.why_not_leave(grant.role == Role.ADMINISTRATOR, others))
    before = {"role": grant.role, "subject": grant.subject, "to_date": grant.to_date}
    grant.to_date = last_day
    grant.save(update_fields=["to_date"])
    changes = history.changes(before, {"to_date": last_day}, Grant.personal)
    history.record("accounts.end_grant", about=grant.user, by=by, on=on, changes=changes)
    return grant


@transaction.atomic
def deactivate(*, user: User, by, on: date) -> User:
    """Stops an account from signing in, now; its grants and history stay."""
    _take(user.council)
    user = locked(User, user.pk)
    refuse_if(rules.why_not_deactivate(user.is_active, user.pk == by.pk))
    others = _other_administrators(user, on)
    refuse_if(rules.why_not_leave(user.has_role(Role.ADMINISTRATOR, on), others))
    user.is_active = False
    user.save(update_fields=["is_active"])
    changes = history.changes({"is_active": True}, {"is_active": False}, User.personal)
    history.record("accounts.deactivate", about=user, by=by, on=on, changes=changes)
    return user


@transaction.atomic
def reactivate(*, user: User, by, on: date) -> User:
    """Lets an account sign in again."""
    user = locked(User, user.pk)
    refuse_if(rules.why_not_reactivate(user.is_active, user.is_erased))
    user.is_active = True
    user.save(update_fields=["is_active"])
    changes = history.changes({"is_active": False}, {"is_active": True}, User.personal)
    history.record("accounts.reactivate", about=user, by=by, on=on, changes=changes)
    return user


@transaction.atomic
def make_sign_in_link(*, user: User, by, on: date) -> User:
    """Writes down that `by` was given a link with which the account's password can be set."""
    refuse_if(rules.why_not_make_link(user.is_active, user.by_provider))
    history.record("accounts.make_sign_in_link", about=user, by=by, on=on)
    return user


@transaction.atomic
def make_calendar(*, user: User, by, on: date) -> tuple[Notices, str]:
    """Gives the account a calendar under a new private address; one made before stops working.

    Returns the row and the private part of the address, which is told once and kept nowhere.
    """
    private = secrets.token_urlsafe(32)
    notices, _ = Notices.objects.get_or_create(user=user)
    values = writes.update(notices, {"feed_digest": rules.digest_of(private), "feed_made_on": on})
    rows = tuple(item for item in values if item.field != "feed_digest")
    history.record("accounts.make_calendar", about=notices, by=by, on=on, changes=rows)
    return notices, private


@transaction.atomic
def stop_calendar(*, user: User, by, on: date) -> Notices:
    """Takes the calendar's address away; refuses where there is none."""
    notices = Notices.objects.filter(user=user).exclude(feed_digest="").first()
    refuse_if("There is no calendar address to stop." if notices is None else None)
    values = writes.update(notices, {"feed_digest": "", "feed_made_on": None})
    rows = tuple(item for item in values if item.field != "feed_digest")
    history.record("accounts.stop_calendar", about=notices, by=by, on=on, changes=rows)
    return notices


@transaction.atomic
def choose_email(*, user: User, email_every: str, by, on: date) -> Notices:
    """Says how often the account is told by e-mail of what needs it; empty for never."""
    notices, _ = Notices.objects.get_or_create(user=user)
    values = writes.update(notices, {"email_every": email_every})
    history.record("accounts.choose_email", about=notices, by=by, on=on, changes=values)
    return notices


def _take(council):
    Council.objects.select_for_update().get(pk=council.pk)


def _refuse_a_taken_address(email):
    if User.objects.filter(email=email.strip().lower()).exists():
        refuse_if(ADDRESS_TAKEN, "email")


def _other_administrators(user, on):
    return User.objects.administering_from(user.council, on).exclude(pk=user.pk).exists()
