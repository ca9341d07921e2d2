"""The yearly review of who may do what."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.accounts.models.accounts import Grant
from assurance.govuk.forms import post_data
from assurance.govuk.lists import sorted_lines
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from assurance.sign_in.forms import ReviewForm
from assurance.sign_in.models.reviews import grants_under_review
from assurance.sign_in.operations.reviews import review_grant

_ORDERS = {
    "account": lambda row: row.grant.user.name.casefold(),
    "role": lambda row: row.grant.role_title.casefold(),
    "from": lambda row: row.grant.from_date,
    "end": lambda row: row.grant.to_date,
    "sign-in": lambda row: row.grant.user.last_login,
    "review": lambda row: row.last and row.last.reviewed_on,
    "due": lambda row: row.due_on,
}


@requires(Permission.MANAGE_ACCOUNTS)
def reviews(request):
    """Each role of each account: its end, its last review and when the next is due."""
    day = today()
    rows = sorted_lines(request, grants_under_review(request.user.council, day), _ORDERS)
    lines = [(row, row.is_overdue(day), row.grant.user_id == request.user.pk) for row in rows]
    overdue = [is_own for _row, is_overdue, is_own in lines if is_overdue]
    numbers = {"overdue": overdue.count(False), "own_overdue": overdue.count(True)}
    context = {"lines": lines, "page": rows, **numbers}
    return render(request, "sign_in/reviews.html", context)


@requires(Permission.MANAGE_ACCOUNTS)
def review(request, pk):
    """The outcome of a review of one role."""
    grant = get_object_or_404(Grant.objects.visible_to(request.user), pk=pk)
    form = ReviewForm(post_data(request))
    if form.is_valid():
        with refusals_shown_on(form):
            review_grant(grant=grant, by=request.user, on=today(), **form.cleaned_data)
            messages.success(request, "The review has been recorded.")
            return redirect("sign_in:reviews")
    values = {"form": form, "heading": "Review a role", "caption": grant.user.name, "grant": grant}
    return render(request, "sign_in/review.html", {**values, "back": reverse("sign_in:reviews")})
