"""Who may do what in a council, and what of it ends soon, for its administrators."""

from collections import Counter
from datetime import timedelta

from assurance.accounts.access import Role
from assurance.accounts.models.accounts import Grant, User

SOON = timedelta(days=60)


def of_roles(reader):
    """(role, what it does, accounts with it today) of each role; how many accounts can sign in."""
    users = User.objects.visible_to(reader.user).able_to_sign_in()
    grants = Grant.objects.visible_to(reader.user).in_force(reader.day).filter(user__is_active=True)
    pairs = set(grants.values_list("role", "user"))
    numbers = Counter(role for role, _ in pairs)
    rows = [(*_title(role), numbers[role.value]) for role in Role]
    without = users.count() - len({user for _, user in pairs})
    return {"rows": rows, "total": users.count(), "without": without}


def _title(role):
    """(what a role is called, what it does)."""
    title, _, does = role.label.partition(": ")
    return title, does


def of_expiry(reader):
    """The roles that end within two months, those too that have not started yet, and the accounts
    that have never signed in."""
    grants = Grant.objects.visible_to(reader.user).not_ended(reader.day)
    grants = grants.filter(user__is_active=True, to_date__lte=reader.day + SOON)
    ending = grants.select_related("user")
    users = User.objects.visible_to(reader.user).able_to_sign_in()
    return {
        "ending": list(ending.order_by("to_date", "user__name", "pk")),
        "unused": users.filter(last_login=None).count(),
        "today": reader.day,
        "until": reader.day + SOON,
    }
