"""Adding many findings at once: typed line by line, or pasted as the letter's table."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.govuk.outcomes import message_number
from assurance.records.refusals import refusals_shown_on
from assurance.reviews import operations
from assurance.reviews.forms.findings import PasteForm, SeveralForm
from assurance.reviews.models.findings import Finding
from assurance.reviews.rules import pasted_tables as reading
from assurance.reviews.views.registers import REVIEWS
from assurance.runtime.periods import today


@requires(Permission.RECORD_REVIEWS)
def add_several(request, pk):
    """Asks for many findings at once, shows what will be kept, and keeps it when that is said."""
    review = get_object_or_404(REVIEWS.rows(request.user), pk=pk)
    council = request.user.council
    typed = post_data(request)
    form = SeveralForm(typed, council=council, parent=review)
    home = reverse("reviews:record", args=[pk])
    context = {"form": form, "review": review, "back": home, "cancel_url": home}
    if form.is_valid() and "again" not in request.POST:
        if "keep" not in request.POST:
            return render(request, "reviews/several-check.html", {**context, "rows": form.rows()})
        with refusals_shown_on(form):
            made = operations.record_findings(
                council=council, review=review, rows=form.rows(), by=request.user, on=today()
            )
            message_number(request, "Findings added", len(made))
            return redirect(home)
    context |= {"heading": "Add several findings", "caption": review}
    return render(request, "reviews/several.html", context)


@requires(Permission.RECORD_REVIEWS)
def paste(request, pk):
    """Asks for a letter's table, shows what was read in it, and keeps it when that is said."""
    review = get_object_or_404(REVIEWS.rows(request.user), pk=pk)
    typed = post_data(request)
    form = PasteForm(typed, council=review.council, parent=review)
    home = reverse("reviews:record", args=[pk])
    context = {"form": form, "review": review, "back": home, "cancel_url": home}
    if form.is_valid() and "again" not in request.POST:
        result = reading.told_apart(form.lines, review.findings.active().as_told())
        if "keep" not in request.POST:
            return render(
                request, "reviews/paste-check.html", {**context, **_read(review, *result)}
            )
        with refusals_shown_on(form):
            fields = {"council": review.council, "by": request.user, "on": today()}
            lines = result[0]
            made = lines and operations.record_table(review=review, lines=lines, **fields)
            message_number(request, "Findings added", len(made))
            return redirect(home)
    context |= {"heading": "Paste the letter’s table", "caption": review}
    return render(request, "reviews/paste.html", context)


def _read(review, new, current):
    known = {theme.title.casefold() for theme in review.themes.all()}
    themes = dict.fromkeys(line.theme for line in new if line.theme)
    kinds = dict(Finding.KINDS)
    return {
        "rows": [(line.theme, kinds[line.kind], line.text) for line in new],
        "held": len(current),
        "new_themes": [theme for theme in themes if theme.casefold() not in known],
    }
