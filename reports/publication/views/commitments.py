"""What anybody may read of what papers promised and asked for: the commitments and recommendations
of a council's published papers, and what became of them."""

from django.shortcuts import get_object_or_404, render

from assurance.accounts.access import public
from assurance.govuk.lists import listed
from assurance.runtime.caching import kept
from assurance.runtime.periods import today
from reports.editor.forms.commitments import PublicCommitments
from reports.papers.models.commitments import Commitment
from reports.papers.models.conditions import first_due_of_open, urgency
from reports.papers.models.recommendations import Recommendation
from reports.publication import commitment_history
from reports.publication.forms.filters import PublicRecommendations
from reports.publication.search.views import owner_of

BY_DUE = {"due": "due_on", "what": "what", "paper": "paper__period_end"}
BY_PAPER = {"paper": "newest", "decision": "decided_on"}


@public
def commitments(request, council):
    """The commitments of a council's published papers."""
    form = PublicCommitments(request.GET)
    rows = Commitment.objects.public_in(council).publicly(**form.chosen(), day=today())
    ties = (first_due_of_open(),)
    page = listed(request, rows, {**BY_DUE, "outcome": urgency(today())}, "-outcome", ties)
    return _drawn(request, council, "commitment", page, form)


@public
def recommendations(request, council):
    """The recommendations of a council's published papers, and what was decided of each."""
    form = PublicRecommendations(request.GET)
    rows = Recommendation.objects.public_in(council).filtered(**form.chosen())
    page = listed(request, rows, BY_PAPER, "paper")
    return _drawn(request, council, "recommendation", page, form)


@public
def commitment(request, council, pk):
    """One commitment from where it was made to where it was answered."""
    row = get_object_or_404(Commitment.objects.public_in(council), pk=pk)
    followed = commitment_history.commitment(row, today())
    context = {"one": row, "followed": followed, "council": row.council}
    return kept(request, render(request, "publication/commitment.html", context))


@public
def recommendation(request, council, pk):
    """One recommendation, what was decided of it, and where it was asked again."""
    rows = Recommendation.objects.public_in(council)
    row = get_object_or_404(rows, pk=pk)
    followed = commitment_history.recommendation(row, rows.in_series_of(row), today())
    context = {"one": row, "followed": followed, "council": row.council}
    return kept(request, render(request, "publication/recommendation.html", context))


def _drawn(request, council, noun, page, form):
    # A list of none or one has nothing to narrow.
    narrows = form if form.chosen() or page.paginator.count > 1 else None
    context = {"page": page, "filter_form": narrows, "council": owner_of(council)}
    return kept(request, render(request, f"publication/{noun}_register.html", context))
