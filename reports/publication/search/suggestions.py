"""Names that the box of search offers while somebody types: the same for every reader."""

from reports.editions.models.editions import EditionQuerySet
from reports.papers.models.commitments import Commitment
from reports.papers.rules.subjects import SUBJECTS
from reports.publication.models.search_texts import FigureText

# A list that a browser filters quickly.
MOST = 300


def suggested(council: str, editions: EditionQuerySet) -> list[str]:
    """The titles of subjects, of figures and of commitments that `editions` of a council print."""
    figures = FigureText.objects.printed_in(council, editions).order_by("title")
    commitments = Commitment.objects.public_in(council).filter(paper__in=editions.values("paper"))
    names = [*figures.values_list("title", flat=True)]
    titles = [subject.title for subject in SUBJECTS]
    titles += sorted(set(names), key=lambda title: (":" in title, title))
    titles += sorted(commitments.order_by("what").values_list("what", flat=True).distinct()[:MOST])
    return list(dict.fromkeys(titles))[:MOST]
