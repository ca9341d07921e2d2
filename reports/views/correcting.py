"""Pages on which an issued paper is written again, and its correction is put into words."""

from assurance.access import Permission, requires
from assurance.periods import today
from reports.corrected import proposed
from reports.document import from_json
from reports.forms.approval import ConfirmForm
from reports.forms.correcting import CorrectionForm
from reports.freezing import draft
from reports.operations import approval
from reports.views.saving import found, page, saved, typed

BEGIN = (
    "The published edition stays as it is, for everybody to read, until the new one is issued. The "
    "paper is then written, sent and approved as before. This cannot be taken back."
)
BEGUN = "The paper can be written again. Change it, say what changes, and send it for approval."
WORDED = "Readers will be told this at the top of the new edition."


@requires(Permission.ISSUE_PAPERS)
def begin(request, series, slug):
    """Begins the correction of an issued paper."""
    paper = found(request, series, slug)
    form = ConfirmForm(typed(request), submit="Correct this paper")
    if form.is_valid():
        asked = {"paper": paper, "by": request.user, "on": today()}
        done = saved(request, form, lambda: approval.begin_correction(**asked), BEGUN)
        if done:
            return done
    more = {"template": "reports/step.html", "words": BEGIN}
    return page(request, form, "Correct this paper", paper, **more)


@requires(Permission.COMPOSE_PAPERS)
def word(request, series, slug):
    """What the correction changes, first as the comparison proposes it, then as the clerk words
    it."""
    paper = found(request, series, slug)
    proposal = _proposal(paper)
    form = CorrectionForm(typed(request), initial={"note": paper.correction_note or proposal})
    if form.is_valid():
        asked = {"paper": paper, "by": request.user, "on": today()}
        note = form.cleaned_data["note"]
        done = saved(request, form, lambda: approval.word_correction(note=note, **asked), WORDED)
        if done:
            return done
    more = {"template": "reports/correction.html", "proposal": proposal}
    return page(request, form, "What the correction changes", paper, **more)


def _proposal(paper):
    """What differs now from the edition that is corrected; empty where none is."""
    edition = paper.corrected_edition
    return proposed(from_json(edition.document), draft(paper)) if edition else ""
