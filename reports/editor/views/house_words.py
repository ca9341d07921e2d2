"""The register of house words, and the page that keeps several of them at once."""

from django.contrib import messages
from django.shortcuts import redirect, render

from assurance.accounts.access import Permission, requires
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Register
from assurance.runtime.periods import today
from reports.editor.forms import house_words as forms
from reports.editor.operations import house_words
from reports.papers.draft_pages import typed
from reports.papers.models.house_words import HouseWord
from reports.papers.rules.house_words import MORE, NEW, SAME, planned, usual_lines

STATES = {NEW: "New", MORE: "Gains words"}

HOUSE_WORDS = Register(
    namespace="papers",
    folder="editor",
    permission=Permission.KEEP_HOUSE_WORDS,
    name="house-word",
    path="committee/house-words/",
    model=HouseWord,
    noun="house word",
    plural="house words",
    form=forms.HouseWordForm,
    filters=forms.HouseWordFilters,
    first="say",
    related=("council", "withdrawn_by"),
    verbs={"End": "Ended"},
    columns=tuple(
        map(
            Column,
            forms.HEADINGS,
            ("say", "plural", "refused_words", "reason", "get_holds_display"),
            ("say", "", "", "", "holds"),
            ("",) * 5,
            (True, *(False,) * 4),
        )
    ),
    summary=(
        Item("What is said", "say", "say"),
        Item("Plural", "plural", "plural"),
        Item("What is not said", "refused_words", "refused"),
        Item("Where it holds", "get_holds_display", "holds"),
        Item("Reason", "reason", "reason"),
    ),
)


@requires(Permission.KEEP_HOUSE_WORDS)
def several(request):
    """Asks for many house words, shows what would be kept, and keeps it once told."""
    first = {"text": usual_lines()} if "usual" in request.GET else {}
    form = forms.SeveralWordsForm(typed(request), request.FILES or None, initial=first)
    home = HOUSE_WORDS.address("list")
    context = {"form": form, "back": home, "cancel_url": home, "heading": "Add several house words"}
    if form.is_valid() and "again" not in request.POST:
        if "keep" not in request.POST:
            current = HouseWord.objects.visible_to(request.user).as_wordings()
            rows = planned(current, form.wordings)
            return render(
                request, "editor/house-words-check.html", {**context, **_plan_context(rows)}
            )
        with refusals_shown_on(form):
            fields = {"council": request.user.council, "by": request.user, "on": today()}
            saved = house_words.keep_house_words(wordings=form.wordings, **fields)
            messages.success(request, f"House words kept: {len(saved)}.")
            return redirect(home)
    return render(request, "editor/house-words-several.html", context)


def _plan_context(plan):
    return {
        "rows": [(STATES[state], item) for state, item in plan if state != SAME],
        "same": sum(state == SAME for state, _item in plan),
    }
