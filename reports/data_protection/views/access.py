"""The access log, and whose data an account could have seen."""

from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from assurance.accounts.access import KEPT_NOWHERE, Permission, requires
from assurance.accounts.models.access_log import LoggedAccess
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import post_data
from assurance.govuk.lists import listed
from reports.data_protection.forms import LogFilters, ReachForm
from reports.data_protection.reach import answers


@requires(Permission.PROTECT_DATA)
def show_log(request):
    """Downloads of lists, searches and readings of exempt matter, the newest first."""
    form = LogFilters(request.GET)
    rows = LoggedAccess.objects.visible_to(request.user).of_kind(form.chosen().get("kind", ""))
    page = listed(request, rows, {"at": "at"}, "-at")
    return render(request, "data_protection/log.html", {"form": form, "page": page})


@requires(Permission.PROTECT_DATA)
@require_http_methods(["GET", "HEAD", "POST"])
def show_reach(request):
    """Whose data an account could have seen from one date to another."""
    form = ReachForm(post_data(request), accounts=User.objects.visible_to(request.user))
    context = {"form": form, "limits": answers.CANNOT_KNOW, "named": answers.NAMED}
    if form.is_valid():
        fields = form.cleaned_data
        context["answer"] = answers.answer(fields["account"], fields["first"], fields["last"])
    response = render(request, "data_protection/reach.html", context)
    response["Cache-Control"] = KEPT_NOWHERE
    return response
