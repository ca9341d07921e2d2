"""Moderating the grade of an audit: a second person gives it again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.audits import operations
from assurance.audits.forms.moderation import ModerateForm
from assurance.audits.models.moderators import why_not_moderate
from assurance.audits.views.case_audits import AUDITS
from assurance.govuk.forms import post_data
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import needs_second_person
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today


@requires(Permission.RECORD_AUDITS)
def moderate(request, pk):
    """Asks for the grade at moderation, for which post it is given, and on which day."""
    audit = get_object_or_404(AUDITS.rows(request.user), pk=pk)
    typed, user = post_data(request), request.user
    initial = {"grade": audit.moderated_grade_id, "moderated_on": audit.moderated_on}
    form = ModerateForm(typed, user=user, audit=audit, version=audit.version, initial=initial)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            operations.moderate(record=audit, by=user, on=today(), **form.cleaned_data)
            messages.success(request, "The grade has been moderated.")
            return redirect("audits:record", pk)
    if form.is_bound:
        # Somebody else may have saved meanwhile: shown is what it is now.
        audit.refresh_from_db()
    context = {"form": form, "heading": "Moderate the grade", **_about(audit, user, form)}
    return render(request, "people/second-person.html", context, status=form.answered_with)


def _about(audit, user, form):
    home = reverse("audits:record", args=[audit.pk])
    posts = Post.objects.visible_to(user).held_by(user, today())
    typed = form.cleaned_data.get("moderated_on") if form.is_bound else None
    needs_second = needs_second_person(audit.council, "audits", typed or audit.moderated_on)
    why_not = why_not_moderate(audit, user, today(), needs_second=needs_second)
    context = {"caption": audit, "back": home, "cancel_url": home, "rows": AUDITS.facts_of(audit)}
    return {**context, "why_not": why_not, "lacks_post": not why_not and not posts}
