"""What follows for an account from what the council's identity provider says of a person, and which
accounts it signs in."""

from datetime import date

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from assurance.accounts.models.accounts import Council, Grant, User
from assurance.accounts.models.sign_in import sign_in_change
from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from assurance.sign_in import rules
from assurance.sign_in.models.groups import ProviderGroup

BY_PASSWORD = "This account signs in with a password already."
BY_PROVIDER = "This account signs in with the identity provider already."
NO_PROVIDER = "Your council has no identity provider: the service’s operator sets one up."


@transaction.atomic
def admit(
    *, council: Council, key: str, provider: str, claims: rules.Claims, user: User | None, by,
    on: date,
) -> User:  # fmt: skip
    """The account of whom the provider names, made where nobody has the address: roles of their
    groups begin on `on`, those of other groups end at once. Refuses what `rules` refuse, an account
    that is stopped, one with a password, and somebody new whom no group gives a role."""
    Council.objects.select_for_update().get(pk=council.pk)
    refuse_if(rules.why_not_claims(claims, provider))
    known = user or User.objects.filter(email=claims.email).first()
    refuse_if(_why_not_admit(known, user is not None, council, key, provider, claims))
    wanted = _wanted(council, claims, on)
    refuse_if("" if known or wanted else rules.NO_GROUP.format(provider=provider))
    made = known is None
    user = _new_account(council, claims) if made else locked(User, known.pk)
    ended = _end_others(user, wanted, on)
    begun = _begin(user, wanted, on)
    if ended and not user.grants.in_force(on).exists():
        # Who has left is signed out everywhere.
        user.sign_outs += 1
        user.save(update_fields=["sign_outs"])
    _settle(user, made, begun, ended, by, on)
    return User.objects.select_related("council").get(pk=user.pk)


@transaction.atomic
def move_to_provider(*, user: User, provider, by, on: date) -> User:
    """Lets the council's identity provider sign an account in, and no password any more; its
    sessions end. Refuses where the council has no provider."""
    refuse_if("" if provider else NO_PROVIDER)
    user = locked(User, user.pk)
    refuse_if(BY_PROVIDER if user.by_provider else "")
    user.by_provider = True
    user.set_unusable_password()
    return _moved(user, "sign_in.move_to_provider", by, on)


@transaction.atomic
def move_to_password(*, user: User, by, on: date) -> User:
    """Lets an account sign in with a password, which a link sets, and by the provider no more; what
    the provider calls the person is forgotten and their sessions end."""
    user = locked(User, user.pk)
    refuse_if("" if user.by_provider else BY_PASSWORD)
    user.by_provider = False
    SocialAccount.objects.filter(user=user).delete()
    return _moved(user, "sign_in.move_to_password", by, on)


def _moved(user, what, by, on):
    user.sign_outs += 1
    user.save(update_fields=["by_provider", "password", "sign_outs"])
    changes = history.impersonal_changes({"by_provider": user.by_provider})
    changes += sign_in_change(user)
    history.record(what, about=user, by=by, on=on, changes=changes)
    return user


def _why_not_admit(known, is_linked, council, key, provider, claims):
    if known is None:
        return ""
    values = {"provider": provider, "email": claims.email, "council": council}
    if known.council_id != council.pk:
        return rules.ELSEWHERE.format(**values)
    if not known.by_provider:
        return rules.HAS_PASSWORD.format(**values)
    if not is_linked and SocialAccount.objects.filter(user=known, provider=key).exists():
        return rules.OTHER_PERSON.format(**values)
    return "" if known.is_active else rules.DISABLED


def _new_account(council, claims):
    name = claims.name or claims.email.partition("@")[0]
    user = User.objects.create_account(email=claims.email, name=name, council=council)
    user.by_provider = True
    user.save(update_fields=["by_provider"])
    EmailAddress.objects.filter(user=user).delete()
    return user


def _wanted(council, claims, on):
    """(role, subject) → the group that gives it on the day `on`."""
    rows = ProviderGroup.objects.of(council).in_force(on).filter(group__in=claims.groups)
    return {(row.role, row.subject): row.group for row in rows}


def _end_others(user, wanted, on):
    """Ends at once the grants of groups that are not `wanted`; gives them."""
    current = list(user.grants.in_force(on).exclude(group=""))
    ended = [grant for grant in current if (grant.role, grant.subject) not in wanted]
    for grant in ended:
        grant.to_date, grant.ended_at_once = on, True
        grant.save(update_fields=["to_date", "ended_at_once"])
    return ended


def _begin(user, wanted, on):
    """Begins the `wanted` grants that are not in force; gives them."""
    current = {(grant.role, grant.subject) for grant in user.grants.in_force(on)}
    return [
        Grant.objects.create(user=user, role=role, subject=subject, from_date=on, group=group)
        for (role, subject), group in wanted.items()
        if (role, subject) not in current
    ]


def _settle(user, made, begun, ended, by, on):
    if not (made or begun or ended):
        return
    fields = {"email": user.email, "name": user.name} if made else {}
    changes = history.changes({}, fields, User.personal)
    roles = {"roles_given": list(map(_title, begun)), "roles_ended": list(map(_title, ended))}
    changes += history.impersonal_changes({name: row for name, row in roles.items() if row})
    changes += sign_in_change(user)
    history.record("sign_in.admit", about=user, by=by, on=on, changes=changes)


def _title(grant):
    subject = f" ({grant.get_subject_display()})" if grant.subject else ""
    return f"{grant.role}{subject}, group {grant.group}"
