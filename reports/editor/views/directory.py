"""The registers beside papers: committees, meetings, elections, closures, series, words."""

from django.shortcuts import redirect, render

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.govuk.outcomes import message_number
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.closures import Closure
from assurance.meetings.models.elections import Election
from assurance.meetings.models.meetings import Meeting
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Register
from assurance.registers.forms import ListFilters
from assurance.runtime.periods import today
from reports.editor.forms import directory as forms
from reports.editor.forms.schedule import ClosureForm, ElectionForm, MeetingForm, SeriesForm
from reports.editor.operations import house_words
from reports.papers.models.templates import Abbreviation, HouseWord, Series
from reports.papers.operations import templates
from reports.papers.rules.house_words import MORE, NEW, SAME, planned, usual_lines

EDITOR_PAGES = {"namespace": "editor", "permission": Permission.COMPOSE_PAPERS}
DIRECTORY = {"namespace": "editor", "permission": Permission.KEEP_DIRECTORY}


COMMITTEES = Register(
    **DIRECTORY,
    name="committee",
    path="committee/committees/",
    model=Body,
    manager="committees",
    noun="committee",
    plural="committees",
    form=forms.CommitteeForm,
    filters=forms.NoFilters,
    add=templates.add_committee,
    change=None,
    withdraw=None,
    first="title",
    related=("council",),
    columns=(Column("Committee", "title", sort="title", link=True),),
    summary=(Item("Name", "title"), Item("Address of its reports", "slug")),
)

MEETINGS = Register(
    **DIRECTORY,
    name="meeting",
    path="committee/meetings/",
    model=Meeting,
    manager="committees",
    noun="meeting",
    plural="meetings",
    form=MeetingForm,
    withdraw=None,
    filters=forms.CommitteeFilters,
    first="-date",
    related=("council", "body"),
    columns=(
        Column("Date", "date", sort="date", link=True),
        Column("Committee", "committee", sort="committee__title"),
        Column("Called", "title"),
        Column("Place", "place"),
        Column("Cancelled", "cancelled"),
    ),
    summary=(
        Item("Committee", "committee", "committee"),
        Item("Date", "date", "date"),
        Item("Time", "time", "time"),
        Item("Called", "title", "title"),
        Item("Place", "place", "place"),
        Item("Cancelled", "cancelled", "cancelled"),
    ),
)

ELECTIONS = Register(
    **DIRECTORY,
    name="election",
    path="committee/elections/",
    model=Election,
    noun="election or referendum",
    plural="elections and referendums",
    form=ElectionForm,
    filters=ListFilters,
    first="-polling_on",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Polling day", "polling_on", sort="polling_on", link=True),
        Column("Poll", "get_kind_display", sort="kind"),
        Column("Called", "title", sort="title"),
        Column("Start date", "notice_on", sort="notice_on"),
        Column("Own election", "is_held"),
    ),
    summary=(
        Item("Poll", "get_kind_display", "kind"),
        Item("Called", "title", "title"),
        Item("Polling day", "polling_on", "polling_on"),
        Item("Notice, or start date", "notice_on", "notice_on"),
        Item("Own election", "is_held", "is_held"),
    ),
)

CLOSURES = Register(
    **DIRECTORY,
    name="closure",
    path="committee/closures/",
    model=Closure,
    noun="closure",
    plural="dates on which the council is closed",
    form=ClosureForm,
    filters=ListFilters,
    first="-first_on",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Start date", "first_on", sort="first_on", link=True),
        Column("End date", "last_on", sort="last_on"),
        Column("Why", "reason", sort="reason"),
    ),
    summary=(
        Item("Start date", "first_on", "first_on"),
        Item("End date", "last_on", "last_on"),
        Item("Why", "reason", "reason"),
    ),
)

SERIES = Register(
    **DIRECTORY,
    name="series",
    path="committee/series/",
    model=Series,
    noun="series of reports",
    plural="series of reports",
    form=SeriesForm,
    filters=forms.NoFilters,
    first="title",
    related=("council", "committee"),
    columns=(
        Column("Title", "title", sort="title", link=True),
        Column("Committee", "committee", sort="committee__title"),
        Column("How often", "get_interval_display", sort="interval"),
        Column("Address", "slug", file_only=True),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("Committee", "committee", "committee"),
        Item("Address of the series", "slug", "slug"),
        Item("How often it reports", "get_interval_display", "interval"),
        Item("The decision behind it", "decision", "decision"),
        Item("Texts are in, working days before publication", "texts_days", "texts_days"),
        Item("Sent for approval, working days before publication", "send_days", "send_days"),
        Item("Approved, working days before publication", "submit_days", "submit_days"),
    ),
)

GLOSSARY = Register(
    **EDITOR_PAGES,
    name="abbreviation",
    path="committee/glossary/",
    model=Abbreviation,
    noun="abbreviation",
    plural="abbreviations",
    form=forms.AbbreviationForm,
    filters=forms.WordsFilters,
    first="short",
    related=("council",),
    columns=(
        Column("Abbreviation", "short", sort="short", link=True),
        Column("Meaning", "long", sort="long"),
    ),
    summary=(Item("Abbreviation", "short", "short"), Item("Meaning", "long", "long")),
)


STATES = {NEW: "New", MORE: "Gains words"}

HOUSE_WORDS = Register(
    namespace="editor",
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
            ("say", "plural", "refused", "reason", "holds"),
            ("",) * 5,
            (True, *(False,) * 4),
        )
    ),
    summary=(
        Item("Word to use", "say", "say"),
        Item("Plural", "plural", "plural"),
        Item("Words to avoid", "refused_words", "refused"),
        Item("Where it applies", "get_holds_display", "holds"),
        Item("Reason", "reason", "reason"),
    ),
)


@requires(Permission.KEEP_HOUSE_WORDS)
def several(request):
    """Asks for many house words, shows what would be kept, and keeps it once told."""
    first = {"text": usual_lines()} if "usual" in request.GET else {}
    form = forms.SeveralWordsForm(post_data(request), request.FILES or None, initial=first)
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
            message_number(request, "House words kept", len(saved))
            return redirect(home)
    return render(request, "editor/house-words-several.html", context)


def _plan_context(plan):
    return {
        "rows": [(STATES[state], item) for state, item in plan if state != SAME],
        "same": sum(state == SAME for state, _item in plan),
    }
