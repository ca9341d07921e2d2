"""Which roles need two-step sign-in, setting it up when it is asked for, and resetting it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Register, items
from assurance.runtime.periods import today
from assurance.sign_in.forms import NoFilters, ResetForm, TwoStepPolicyForm
from assurance.sign_in.jobs import send_account_emails
from assurance.sign_in.models.two_step import TwoStepPolicy, needed_roles
from assurance.sign_in.operations import two_step

ROLES = "officer approver clerk member administrator data_protection"
POLICIES = Register(
    namespace="sign_in",
    name="two-step",
    path="two-step/",
    model=TwoStepPolicy,
    permission=Permission.MANAGE_ACCOUNTS,
    noun="policy on two-step sign-in",
    plural="policies on two-step sign-in",
    form=TwoStepPolicyForm,
    filters=NoFilters,
    first="-from_date",
    related=("council",),
    columns=(
        Column("Start date", "from_date", sort="from_date", link=True),
        *(Column("", role, sort=role) for role in ROLES.split()),
        Column("Reason", "reason", sort="reason"),
    ),
    summary=items(f"from_date {ROLES} reason"),
)


@requires(Permission.KEEP_OWN_ACCOUNT)
def set_up(request):
    """Leads who needs two-step sign-in to set it up, and says which role needs it."""
    roles = [role.short_label.lower() for role in needed_roles(request.user, today())]
    return render(request, "sign_in/set_up.html", {"roles": roles})


@requires(Permission.MANAGE_ACCOUNTS)
def reset(request, pk):
    """Removes the second step of an account whose holder has lost it."""
    user = get_object_or_404(User.objects.visible_to(request.user), pk=pk)
    form = ResetForm(post_data(request))
    if form.is_valid():
        with refusals_shown_on(form):
            two_step.reset_two_step(user=user, by=request.user, on=today(), **form.cleaned_data)
            send_account_emails.enqueue(user.pk)
            messages.success(
                request, "Two-step sign-in has been reset, and the person gets an e-mail."
            )
            return redirect("accounts:account", user.pk)
    back = reverse("accounts:account", args=[user.pk])
    values = {"form": form, "heading": "Reset two-step sign-in", "caption": user.name, "back": back}
    return render(request, "sign_in/reset.html", values)
