"""Pages of a paper while it is written: the list, a new one, the draft itself and its details."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.accounts.history_page import about
from assurance.govuk.forms import post_data
from assurance.govuk.lists import listed
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.editor import paper_page
from reports.editor.forms.dates import DatesForm
from reports.editor.forms.new_report import StartForm
from reports.editor.forms.papers import DetailsForm, PartsForm
from reports.editor.models import AutosavedText
from reports.editor.outline import arranged
from reports.editor.sections.sections import place_of, place_of_new, with_citations
from reports.editor.sections.states import section_states
from reports.editor.sections.views import completed_form
from reports.editor.views.block_page import IN_PLACE, SECTION, VIEW, WHOLE
from reports.papers.assembly.commitments import told_in
from reports.papers.assembly.enclosures import named_without_copy
from reports.papers.draft_pages import address, get_paper, save_or_show
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.papers.models.rounds import last_return
from reports.papers.operations import papers as writing
from reports.verdicts.paper.cause_lines import checks_by_block, lines_for

SORTS = {"title": "title", "period": "period_end", "meeting": "meeting__date", "state": "status"}


@requires(Permission.READ_DRAFTS)
def papers(request):
    """Every paper of the council, drafts with them."""
    page_of = listed(request, Paper.objects.visible_to(request.user), SORTS, "-period")
    may_write = may(request.user, Permission.COMPOSE_PAPERS)
    last_time = Paper.objects.visible_to(request.user).last_issued() if may_write else ()
    context = {"page": page_of, "may_write": may_write, "last_time": last_time}
    return render(request, "editor/papers.html", context)


@requires(Permission.COMPOSE_PAPERS)
def start(request):
    """A new paper from one of the council's report templates."""
    form = StartForm(post_data(request), council=request.user.council)
    if form.is_valid():
        with refusals_shown_on(form):
            paper = writing.start_paper(
                series=form.cleaned_data["series"],
                template=form.cleaned_data["template"],
                details=form.details(),
                names=form.names(),
                blocks=form.standing_blocks(today()),
                by=request.user,
                on=today(),
            )
            messages.success(
                request, "The report has been started. Check the dates that are proposed here."
            )
            return redirect("editor:dates", *address(paper))
    context = {"form": form, "heading": "Start a report", "back": reverse("editor:list")}
    return render(request, "editor/start.html", context)


@requires(Permission.READ_DRAFTS)
def show(request, series, slug):
    """The draft: its parts and blocks, what is wrong, and what can be done next. Who worked on a
    section last goes back to that of the block `at`."""
    paper = get_paper(request, series, slug)
    if "at" in request.GET and request.session.get(VIEW) == SECTION:
        block = paper.blocks.standing_at(request.GET["at"])
        if block:
            return redirect("editor:section", series, slug, block.slug)
    if "whole" in request.GET:
        request.session[VIEW] = WHOLE
    arrangement = arranged(paper)
    own = paper_page.context_of(request.user, paper)
    context = {
        **own,
        "paper": paper,
        "arrangement": arrangement,
        "parts": _parts(request.user, paper, arrangement),
        "marked": _marked(section_states(paper, arrangement, own["open_asks"])),
        **_view(paper, WHOLE),
        "causes": lines_for(request.user, arrangement.verdict.stopping),
        **_promised(request, paper),
        "entries": about(paper),
        "without_copy": named_without_copy(paper) if paper.status == Paper.WRITING else (),
    }
    return render(request, "editor/draft.html", context)


@requires(Permission.READ_DRAFTS)
def section(request, series, slug, section):
    """One section of the draft, by its slug or that of a block in it, as readers will have it."""
    paper = get_paper(request, series, slug)
    outline = arranged(paper)
    states = section_states(paper, outline)
    place = place_of(section, states)
    if place is None:
        raise Http404
    request.session[VIEW] = SECTION
    current = states[place].section
    causes = [cause for cause in outline.verdict.stopping if _is_in(cause, current)]
    page_of = _with_neighbours(states, current, current.page_with(section))
    context = {
        "paper": paper,
        "rows": _rows(request.user, paper, outline, page_of["shown"]),
        **_view(paper, SECTION),
        "states": states,
        "not_shown": outline.not_shown,
        "place_of_new": place_of_new(outline, current),
        **page_of,
        **_state_of(request.user, paper, states[place], page_of["shown"]),
        "causes": lines_for(request.user, causes),
        **paper_page.context_of(request.user, paper),
    }
    return render(request, "editor/section.html", context)


def _view(paper, name):
    """The view of a report in which kinds of blocks are written where they are read, and whether
    they were sent back."""
    return {"in_place": IN_PLACE, "view": name, "returned": last_return(paper)}


def _state_of(user, paper, state, shown):
    """A section with its state, and on the last of its pages whether it is completed, asked of who
    may write it."""
    section, form = state.section, None
    may_write = may(user, Permission.COMPOSE_PAPERS) and paper.status == Paper.WRITING
    if section.lines and may_write and shown == section.pages[-1]:
        form = completed_form(paper, section, state.mark)
    all_copied = all(line.is_copied for line in section.lines)
    end = "at the end of this page" if len(section.pages) > 1 else "at the end of this section"
    context = {"section": section, "state": state, "all_copied": all_copied, "completed": form}
    return context | {"adding": section.end_of(shown), "at": end if section.lines else "here"}


def _marked(states):
    """The sections with a text, and how many of them are marked as completed."""
    written = [state for state in states if state.section.lines]
    return {"states": written, "number": sum(state.is_marked for state in written)}


def _parts(user, paper, outline):
    """(part, rows of its lines) of each part that is written in the draft."""
    parts = [part for part in outline.parts if not part.generated]
    rows = iter(_with_checks(user, paper, outline, [line for one in parts for line in one.lines]))
    return [(part, [next(rows) for _line in part.lines]) for part in parts]


def _rows(user, paper, outline, shown):
    """The rows of one page, whose citations lead to the pages of other sections."""

    def page_of(slug):
        return reverse("editor:section", args=(*address(paper), slug))

    return _with_checks(user, paper, outline, with_citations(shown.lines, outline, page_of))


def _with_checks(user, paper, outline, lines):
    """(line, what was found in it, whether `user` has unsaved words in it) of each line."""
    matches = checks_by_block(user, (*outline.verdict.stopping, *outline.verdict.advice))
    unsaved = AutosavedText.objects.visible_to(user).blocks_of(paper)
    return [(line, matches.get(line.slug, ()), line.slug in unsaved) for line in lines]


def _with_neighbours(states, section, page):
    """The page of a section that is shown, with the section and page before it and after it."""
    pages = [(state.section, one) for state in states for one in state.section.pages]
    spot = pages.index((section, page))
    before, after = pages[max(spot - 1, 0) : spot], pages[spot + 1 : spot + 2]
    return {"shown": page, "before": next(iter(before), None), "after": next(iter(after), None)}


def _is_in(cause, section):
    """Whether something other than copied text is to be put right in a section."""
    return not cause.is_unread and any(item.fault.block in section.blocks for item in cause.results)


def _promised(request, paper):
    """The commitments due for the report, each with the answer that it proposes or gave, and
    overdue ones of other series, which it may answer."""
    rows = Commitment.objects.visible_to(request.user)
    lists = {"promised": rows.due_for(paper), "overdue_elsewhere": rows.overdue_elsewhere(paper)}
    return {
        name: [told_in(row, paper) for row in some.with_papers().with_proposals(paper)]
        for name, some in lists.items()
    }


@requires(Permission.COMPOSE_PAPERS)
def details(request, series, slug):
    """Title, meeting, period and date of the paper."""
    paper = get_paper(request, series, slug)
    return _save_details(request, paper, DetailsForm, "Details of the report")


@requires(Permission.COMPOSE_PAPERS)
def parts(request, series, slug):
    """Contacts, wards and background papers."""
    paper = get_paper(request, series, slug)
    return _save_details(request, paper, PartsForm, "Contacts, wards and background papers")


@requires(Permission.COMPOSE_PAPERS)
def dates(request, series, slug):
    """The days and periods that the paper's figures name."""
    paper = get_paper(request, series, slug)
    form = DatesForm(post_data(request), paper=paper, version=paper.version)

    def save():
        fields = {"version": form.cleaned_data["version"], "names": form.named}
        return writing.set_dates(paper=paper, by=request.user, on=today(), **fields)

    heading, template = "Dates and periods of its figures", "editor/dates.html"
    done = "The dates have been saved, and every figure is counted at them."
    return save_or_show(request, form, heading, paper, save, done, template=template)


def _save_details(request, paper, of_the_paper, heading):
    """Saves the details that a form of the class `of_the_paper` gives, or shows it again."""
    council = request.user.council
    form = of_the_paper(post_data(request), council=council, paper=paper, version=paper.version)

    def save():
        fields = {"version": form.cleaned_data["version"], "details": form.details()}
        return writing.change_details(paper=paper, by=request.user, on=today(), **fields)

    return save_or_show(request, form, heading, paper, save, f"{heading}: saved.")
