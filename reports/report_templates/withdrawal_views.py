"""Pages on which a template is withdrawn and brought back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_as_messages, refusals_shown_on
from assurance.runtime.digits import whole
from assurance.runtime.periods import today
from reports.papers.models.templates import ReportTemplate
from reports.papers.operations import templates as operations
from reports.report_templates.forms import WithdrawForm
from reports.report_templates.template_list import series_that_follow
from reports.report_templates.views import get_template, template_address

WITHDRAWN = "The template has been withdrawn. Reports begun keep it."
BACK = "The template has been brought back: new reports can begin from it."


@requires(Permission.KEEP_REPORT_TEMPLATES)
def withdraw(request, slug):
    """A template from which no new report is to begin, once it is certain."""
    row = get_template(request, slug)
    form = WithdrawForm(post_data(request), version=row.version)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            version = form.cleaned_data["version"]
            operations.withdraw_report_template(
                template=row, version=version, by=request.user, on=today()
            )
            messages.success(request, WITHDRAWN)
            return redirect(template_address(row))
    family = ReportTemplate.objects.visible_to(request.user).family_of(row)
    back = template_address(row)
    context = {"form": form, "heading": "Withdraw the template", "caption": row.title}
    context |= {"series": series_that_follow(request.user, family)}
    context |= {"back": back, "cancel_url": back}
    template = "report_templates/withdraw.html"
    return render(request, template, context, status=form.answered_with)


@require_POST
@requires(Permission.KEEP_REPORT_TEMPLATES)
def bring_back(request, slug):
    """A withdrawn template for new reports again."""
    row = get_template(request, slug)
    with refusals_as_messages(request):
        version = whole(request.POST.get("version", "")) or 0
        operations.bring_back_report_template(
            template=row, version=version, by=request.user, on=today()
        )
        messages.success(request, BACK)
    return redirect(template_address(row))
