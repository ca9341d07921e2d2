"""The register of policies of small numbers, and their approval."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.figures.models import DisclosurePolicy
from assurance.figures.policies import operations
from assurance.figures.policies.forms import PolicyFilters, PolicyForm
from assurance.records.refusals import Refused
from assurance.registers.declaration import Column, Item, Register
from assurance.runtime.digits import whole
from assurance.runtime.periods import today


def _approval(request, policy):
    """Whether the reader can approve the policy, or why not."""
    own = policy.entered_by_id == request.user.pk
    is_open = not (policy.approved_on or policy.is_withdrawn)
    return {"why_not": operations.BY_ANOTHER if own else "", "waits": is_open}


POLICIES = Register(
    namespace="figures",
    name="policy",
    path="",
    model=DisclosurePolicy,
    permission=Permission.MANAGE_POLICIES,
    noun="small-number policy",
    plural="small-number policies",
    form=PolicyForm,
    filters=PolicyFilters,
    add=operations.enter_policy,
    first="-from_date",
    related=("council", "withdrawn_by", "entered_by", "approved_by"),
    also=_approval,
    verbs={"Enter": "Entered", "Approve": "Approved"},
    columns=(
        Column("Start date", "from_date", sort="from_date", link=True),
        Column("End date", "to_date", sort="to_date"),
        Column("Counts covered", "get_counted_display"),
        Column("Hidden up to", "threshold", kind="numeric"),
        Column("Smallest base", "smallest_base", kind="numeric"),
        Column("State", "state", sort="approved_on"),
    ),
    summary=(
        Item("Counts covered", "get_counted_display", "counted"),
        Item("Start date", "from_date", "from_date"),
        Item("End date", "to_date", "to_date"),
        Item("Largest number that is hidden", "threshold", "threshold"),
        Item("Is none printed as none?", "nought_shown", "nought_shown"),
        Item("Smallest base of a percentage", "smallest_base", "smallest_base"),
        Item("Minute", "minute", "minute"),
        Item("Entered by", "entered_by"),
        Item("Approved by", "approved_by"),
        Item("Approved on", "approved_on", lapses=True),
        Item("State", "state"),
    ),
)


@requires(Permission.MANAGE_POLICIES)
@require_POST
def approve(request, pk):
    """Approves a policy that another administrator entered."""
    policy = get_object_or_404(POLICIES.rows(request.user), pk=pk)
    version = request.POST.get("version", "")
    try:
        operations.approve_policy(
            policy=policy,
            version=whole(version),
            by=request.user,
            on=today(),
        )
        messages.success(request, "Small-number policy approved.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("figures:policy-record", pk)
