"""Names that the box of search offers while somebody types: the same for every reader."""

from reports.editions.models.editions import EditionQuerySet
from reports.papers.models.commitments import Commitment
from reports.papers.rules.subjects import SUBJECTS
from reports.publication.models.figures import PrintedFigure

# A list that a browser filters quickly.
MOST = 300


def suggested(council: str, editions: EditionQuerySet) -> list[str]:
    """The titles of subjects, of figures and of commitments that `editions` of a council print."""
    figures = PrintedFigure.objects.public_in(council).filter(edition__in=editions.values("pk"))
    commitments = Commitment.objects.public_in(council).filter(paper__in=editions.values("paper"))
    titles = [subject.title for subject in SUBJECTS]
    titles += sorted(
        {row["title"] for row in figures.gathered()}, key=lambda title: (":" in title, title)
    )
    titles += sorted(set(commitments.order_by().values_list("what", flat=True)))
    return list(dict.fromkeys(titles))[:MOST]
