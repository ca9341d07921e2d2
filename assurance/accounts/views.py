"""An administrator's pages: accounts and what each is granted."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts import history_page, operations, rules
from assurance.accounts.access import Permission, Role, requires
from assurance.accounts.forms import AddAccountForm, EndGrantForm, GrantForm
from assurance.accounts.models.accounts import Grant, User
from assurance.accounts.sign_in_links import sign_in_address
from assurance.records.refusals import Refused, refusals_as_messages, refusals_shown_on
from assurance.runtime.periods import today

# An operation about an account, as history has it, in words.
VERBS = {
    "Add account": "Added",
    "Change sign in": "Sign-in changed",
    "Add grant": "Role given",
    "End grant": "Role ended",
    "Review grant": "Role reviewed",
    "Stop the account": "Stopped",
    "Let the account sign in again": "Allowed to sign in again",
    "Make sign in link": "Link to set a password made",
    "Reset two step": "Two-step sign-in reset",
    "Move to provider": "Signs in with the identity provider",
    "Move to password": "Signs in with a password",
    "Sign out": "Signed out by the identity provider",
    "Admit": "Admitted by the identity provider",
    "Erase account": "Data erased",
    "Export": "Data exported",
}


@requires(Permission.MANAGE_ACCOUNTS)
def accounts(request):
    """Every account of the council and the roles it holds today."""
    current = User.objects.visible_to(request.user).prefetch_related("grants")
    day = today()
    rows = [(user, [g for g in user.grants.all() if g.in_force(day)]) for user in current]
    return render(request, "accounts/list.html", {"rows": rows})


@requires(Permission.MANAGE_ACCOUNTS)
def account(request, pk):
    """One account: its grants, past ones too, and its history."""
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    return render(request, "accounts/account.html", _about(user))


@requires(Permission.KEEP_OWN_ACCOUNT)
def your_account(request):
    """The account signed in: its roles today, its password and its second factor."""
    day = today()
    grants = [grant for grant in request.user.held_grants if grant.in_force(day)]
    context = {"grants": grants, "idle_minutes": settings.IDLE_MINUTES}
    return render(request, "accounts/yours.html", context)


@requires(Permission.MANAGE_ACCOUNTS)
def add_account(request):
    """Adds an account with its first role, then asks for its post; a member needs none."""
    form = AddAccountForm(request.POST or None, initial={"from_date": today()})
    if form.is_valid():
        with refusals_shown_on(form):
            user = operations.add_account(
                council=request.user.council, by=request.user, on=today(), **form.cleaned_data
            )
            messages.success(request, "The account has been added.")
            needs_post = form.cleaned_data["role"] != Role.MEMBER
            return redirect("people:take-post" if needs_post else "accounts:account", user.pk)
    back = reverse("accounts:list")
    return render(
        request, "layouts/form.html", {"form": form, "heading": "Add an account", "back": back}
    )


@requires(Permission.MANAGE_ACCOUNTS)
def add_grant(request, pk):
    """Gives an account a further role."""
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    form = GrantForm(request.POST or None, initial={"from_date": today()})
    if form.is_valid():
        with refusals_shown_on(form):
            operations.add_grant(user=user, by=request.user, on=today(), **form.cleaned_data)
            messages.success(request, "The role has been given.")
            return redirect("accounts:account", user.pk)
    return _form(request, form, "Give a role", user)


@requires(Permission.MANAGE_ACCOUNTS)
def end_grant(request, pk):
    """Ends a role from a day."""
    grant = get_object_or_404(Grant.objects.visible_to(request.user), pk=pk)
    form = EndGrantForm(request.POST or None, initial={"last_day": today()})
    if form.is_valid():
        with refusals_shown_on(form):
            operations.end_grant(grant=grant, by=request.user, on=today(), **form.cleaned_data)
            messages.success(request, "The role has been ended.")
            return redirect("accounts:account", grant.user_id)
    return _form(request, form, f"End the role of {grant.role}", grant.user)


@requires(Permission.MANAGE_ACCOUNTS)
def deactivate(request, pk):
    """Asks whether an account is to be stopped, and stops it from signing in."""
    if request.method != "POST":
        user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
        why_not = rules.why_not_deactivate(user.is_active, user.pk == request.user.pk)
        return render(request, "accounts/stop.html", {"account": user, "why_not": why_not})
    return _done(request, pk, operations.deactivate, "The account can no longer sign in.")


@requires(Permission.MANAGE_ACCOUNTS)
@require_POST
def reactivate(request, pk):
    """Lets an account sign in again."""
    return _done(request, pk, operations.reactivate, "The account can sign in again.")


@requires(Permission.MANAGE_ACCOUNTS)
@require_POST
def sign_in_link(request, pk):
    """Shows, once, a link with which the account's holder sets a password."""
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    try:
        operations.make_sign_in_link(user=user, by=request.user, on=today())
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("accounts:account", user.pk)
    address = request.build_absolute_uri(sign_in_address(user))
    return render(request, "accounts/sign_in_link.html", {"account": user, "address": address})


def _form(request, form, heading, user):
    back = reverse("accounts:account", args=[user.pk])
    values = {"form": form, "heading": heading, "caption": user.name, "back": back}
    return render(request, "layouts/form.html", values)


def _done(request, pk, operation, sentence):
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    with refusals_as_messages(request):
        operation(user=user, by=request.user, on=today())
        messages.success(request, sentence)
    return redirect("accounts:account", user.pk)


def _about(user):
    day = today()
    grants = [(grant, _can_end(grant, day)) for grant in user.grants.all()]
    return {
        "account": user,
        "grants": grants,
        "told": history_page.with_verbs(history_page.about(user), VERBS),
    }


def _can_end(grant, day):
    return grant.to_date is None or (grant.to_date >= day and not grant.ended_at_once)
