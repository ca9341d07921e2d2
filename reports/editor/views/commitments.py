"""Pages of commitments, made and answered, of all of them, and of a committee's decisions."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Register
from assurance.runtime.periods import today
from reports.editor.commitment_detection import paragraphs_of, promised
from reports.editor.forms import commitments as forms
from reports.editor.forms.decisions import DecisionsForm
from reports.editor.operations import commitments
from reports.editor.operations import commitments as deciding
from reports.papers.assembly.commitments import told_in
from reports.papers.draft_pages import address, draft_address, get_paper, page, saved
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation

COMMITMENTS_SAVED = "The commitments have been saved."
OUTCOME_SAVED = "The answer has been saved."
NOTHING = "Nothing was chosen, so nothing has been saved."
DECIDED = "The decisions have been saved."


@requires(Permission.COMPOSE_PAPERS)
def of_paper(request, series, slug):
    """The promises found in a paper's sentences, kept or refused at once; those kept already."""
    paper = get_paper(request, series, slug)
    values = promised(paper)
    form = forms.ProposalsForm(post_data(request), proposals=values.proposals)
    if form.is_valid():
        with refusals_shown_on(form):
            if rows := list(form.rows()):
                commitments.keep_commitments(paper=paper, rows=rows, by=request.user, on=today())
            messages.success(request, COMMITMENTS_SAVED if rows else NOTHING)
            return redirect("editor:commitments", *address(paper))
    rows = Commitment.objects.visible_to(request.user).made_in(paper)
    more = {"template": "editor/commitments.html", "kept": rows, "lost": values.lost}
    return page(request, form, "Commitments of this report", paper, **more)


@requires(Permission.COMPOSE_PAPERS)
def answer(request, series, slug, pk):
    """What became of one promise that was made for this paper."""
    paper = get_paper(request, series, slug)
    rows = Commitment.objects.visible_to(request.user).answerable_in(paper).with_papers()
    item = get_object_or_404(rows, pk=pk)
    paragraphs = paragraphs_of(paper)
    context = {"commitment": told_in(item, paper), "version": item.version}
    form = forms.AnswerForm(post_data(request), paragraphs=paragraphs, **context)
    if form.is_valid():
        fields = {"version": form.cleaned_data["version"], **form.answer()}
        context = {"commitment": item, "paper": paper, "by": request.user, "on": today()}
        done = saved(
            request, form, lambda: commitments.answer_commitment(**context, **fields), OUTCOME_SAVED
        )
        if done:
            return redirect(draft_address(paper, "promised")) if done.status_code == 302 else done
    more = {"template": "editor/answer.html", "one": item}
    return page(request, form, "Outcome", paper, **more)


@requires(Permission.COMPOSE_PAPERS)
def decisions(request, series, slug):
    """What the committee decided of each recommendation of an issued paper."""
    paper = get_paper(request, series, slug)
    edition = paper.editions.published().first()
    if edition is None:
        raise Http404
    rows = Recommendation.objects.visible_to(request.user).of_paper(paper)
    meeting = paper.meeting.date if paper.meeting else None
    days = {"issued_on": edition.issued_on, "meeting": meeting, "day": today()}
    form = DecisionsForm(post_data(request), recommendations=rows, **days)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            if value := form.rows():
                deciding.record_decisions(paper=paper, rows=value, by=request.user, on=today())
            messages.success(request, DECIDED if value else NOTHING)
            return redirect(draft_address(paper))
    more = {"template": "editor/decisions.html", "recommendations": form.recommendations}
    return page(request, form, "Decisions of the committee", paper, **more)


COMMITMENTS = Register(
    namespace="editor",
    permission=Permission.COMPOSE_PAPERS,
    reading=Permission.READ_DRAFTS,
    name="commitment",
    path="committee/commitments/",
    model=Commitment,
    noun="commitment",
    plural="commitments",
    form=forms.CommitmentForm,
    filters=forms.CommitmentFilters,
    first="due_on",
    related=(
        "council",
        "withdrawn_by",
        "paper__series",
        "paper__meeting",
        "answered_in__series",
    ),
    columns=(
        Column("Commitment", "what", sort="what", link=True),
        Column("Who", "who", sort="who"),
        Column("When it is due", "due_words", sort="due_on"),
        Column("State", "get_state_display", sort="state"),
        Column("Report", "paper.dated_title", sort="paper__title"),
        Column("Answered in", "answered_in.slug", file_only=True),
        Column("Reason", "because", free_text=True, file_only=True),
        Column("Sentence", "sentence", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Commitment", "what", "what"),
        Item("Who", "who", "who"),
        Item("When it is due", "due_words", "due_on"),
        Item("Report", "paper.title", "paper"),
        Item("Moved from the commitment", "follows", lapses=True),
        Item("The report’s sentence", "sentence"),
        Item("State", "get_state_display"),
        Item("Reason", "because"),
        Item("Answers proposed", "proposed_answers"),
        Item("Answered in", "answered_in.title"),
        Item("Other evidence", "evidence"),
        Item("Answered on", "answered_on"),
    ),
)
