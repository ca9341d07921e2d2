"""The promises that a paper may quote, each as its words, as a sentence and as a row of a table:
what a clerk chooses from."""

from reports.editor.figure_catalogue import FigureLine, Other
from reports.papers.assembly.commitments import slug_of, told_in
from reports.papers.manuscript import Manuscript
from reports.papers.models.commitments import Commitment

MOST = 200
SENTENCE = "Promised in the paper of {paper}: {what}, {due}. {outcome}"
ROW = "{what} | {due} | {outcome}"
FIELDS = ("paper", "what", "due", "state", "outcome")


def promises(manuscript: Manuscript) -> list[tuple[str, list[FigureLine]]]:
    """(when it was promised, its promises) of the paper's series, those that it must answer first;
    of the older ones the two hundred that are due last."""
    paper, current = manuscript.paper, Commitment.objects.kept_track_of()
    due_here = list(current.due_for(paper).with_papers())
    before = current.promised_before(paper).exclude(pk__in=[item.pk for item in due_here])
    older = list(before.with_papers().order_by("-due_on", "-pk")[:MOST])
    groups = (
        ("For this paper to answer", due_here),
        ("Promised before", older),
        ("Promised in this paper", current.made_in(paper).with_papers()),
    )
    return [(title, [_offered(row, paper) for row in rows]) for title, rows in groups if rows]


def _offered(item, paper):
    tokens = {name: f"[[record:commitment/{slug_of(item)}.{name}]]" for name in FIELDS}
    return FigureLine(
        token=tokens["outcome"],
        value=told_in(item, paper).get_state_display(),
        title=item.what,
        when=item.due_words,
        called="what became of it",
        definition=f"Promised in the paper of {item.paper.told_on:%B %Y}.",
        others=(
            Other("as a sentence", SENTENCE.format(**tokens)),
            Other("its words", tokens["what"]),
            Other("as a row of a table", ROW.format(**tokens), as_line=True),
        ),
    )
