"""Pages on which an issued paper is written again, and its correction is put into words."""

from assurance.accounts.access import Permission, requires
from assurance.runtime.periods import today
from reports.approvals.forms import ConfirmForm
from reports.approvals.operations import approvals
from reports.documents.document import from_json
from reports.editions.snapshot import draft
from reports.issue.correction_note import proposed
from reports.issue.forms.corrections import CorrectionForm
from reports.papers.draft_pages import get_paper, page, saved, typed

BEGIN = (
    "The published edition stays as it is, for everybody to read, until the new one is issued. The "
    "paper is then written, sent and approved as before. This cannot be taken back."
)
BEGUN = "The paper can be written again. Change it, say what changes, and send it for approval."
WORDED = "Readers will be told this at the top of the new edition."


@requires(Permission.ISSUE_PAPERS)
def begin(request, series, slug):
    """Begins the correction of an issued paper."""
    paper = get_paper(request, series, slug)
    form = ConfirmForm(typed(request), submit="Correct this paper")
    if form.is_valid():
        context = {"paper": paper, "by": request.user, "on": today()}
        done = saved(request, form, lambda: approvals.begin_correction(**context), BEGUN)
        if done:
            return done
    more = {"template": "issue/step.html", "words": BEGIN}
    return page(request, form, "Correct this paper", paper, **more)


@requires(Permission.COMPOSE_PAPERS)
def word(request, series, slug):
    """What the correction changes, first as the comparison proposes it, then as the clerk words
    it."""
    paper = get_paper(request, series, slug)
    proposal = _proposal(paper)
    form = CorrectionForm(typed(request), initial={"note": paper.correction_note or proposal})
    if form.is_valid():
        context = {"paper": paper, "by": request.user, "on": today()}
        note = form.cleaned_data["note"]
        done = saved(request, form, lambda: approvals.word_correction(note=note, **context), WORDED)
        if done:
            return done
    more = {"template": "issue/correction.html", "proposal": proposal}
    return page(request, form, "What the correction changes", paper, **more)


def _proposal(paper):
    """What differs now from the edition that is corrected; empty where none is."""
    edition = paper.corrected_edition
    return proposed(from_json(edition.document), draft(paper)) if edition else ""
