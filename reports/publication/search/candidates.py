"""What may answer a question: a council's published figures, commitments and recommendations, and
the paragraphs of its published reports that have a word of it."""

from collections.abc import Iterator
from datetime import date

from assurance.figures.registry import FIGURES
from assurance.runtime.periods import today
from reports.editions.models.editions import Edition, EditionQuerySet
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from reports.papers.rules.due_dates import OPEN as OPEN_STATE
from reports.papers.rules.due_dates import STATES
from reports.papers.rules.subjects import BY_SLUG, subject_of
from reports.publication.models.figures import PrintedFigure
from reports.publication.models.passages import A_PAPER, Passage
from reports.publication.search.plain_text import plain
from reports.publication.search.query import search
from reports.publication.search.question import Question
from reports.publication.search.scores import Candidate
from reports.publication.search.stems import stems
from reports.publication.search.thesaurus import COMMITMENT, FIGURE, PARAGRAPH, RECOMMENDATION

OPEN = dict(STATES)[OPEN_STATE]
# So many paragraphs that have a word of the question are weighed.
WEIGHED = 400
# So many paragraphs below a heading are about what it says.
BELOW = 6
# Of what else is alike the whole comes before its parts, a sentence before a table.
PART, TABLE = 0.05, 0.08
LAST = (
    "part-contacts",
    "part-abbreviations",
    "part-approval",
    "part-annexes",
    "listed-",
    "part-w",
    "implications-",
    "risks-",
)


def figures_in(council: str, editions: EditionQuerySet) -> Iterator[Candidate]:
    """Each figure that `editions` print, once, by (key, member)."""
    rows = PrintedFigure.objects.public_in(council).filter(edition__in=editions.values("pk"))
    for row in rows.gathered():
        key = row["figure"]
        subject, declared = BY_SLUG.get(subject_of(key)), FIGURES.get(key)
        near = [key.replace("_", " ").replace(".", " "), subject.title if subject else ""]
        around = [declared.title, declared.counts, declared.out_of] if declared else []
        yield Candidate(
            FIGURE,
            (key, row["member"]),
            stems(f"{row['title']} {' '.join(near)}"),
            stems(f"{' '.join(around)} {row['last'] or ''}"),
            row["last"],
            stems(row["title"]),
            behind=PART if _is_part(declared) else 0,
        )


def commitments_in(council: str, editions: EditionQuerySet) -> Iterator[Candidate]:
    """Each commitment of the reports of `editions`, by its key."""
    rows = Commitment.objects.public_in(council).filter(paper__in=editions.values("paper"))
    for row in rows.order_by("pk"):
        state = row.public_state
        if state == OPEN and row.due_on and row.due_on < today():
            state = f"{state} overdue"
        around = stems(f"{row.who} {row.paper.told_on:%B %Y}")
        text = f"{stems(row.what)}{stems(state)}"
        # What is due to the next report has no date yet.
        yield Candidate(COMMITMENT, row.pk, text, around, row.due_on or date.max, stems(row.what))


def recommendations_in(council: str, editions: EditionQuerySet) -> Iterator[Candidate]:
    """Each recommendation of the reports of `editions`, by its key."""
    rows = Recommendation.objects.public_in(council).filter(paper__in=editions.values("paper"))
    for row in rows.order_by("pk"):
        text = stems(f"{row.wording} {row.amended}")
        around = stems(f"{row.decision_words} {row.paper.told_on:%B %Y}")
        yield Candidate(RECOMMENDATION, row.pk, text, around, row.paper.period_end)


def paragraphs_in(question: Question, editions: EditionQuerySet) -> list[Candidate]:
    """The paragraphs of `editions` that have a word of `question`, by key; those below a heading
    that has one are about it too."""
    result = search(question.phrases, editions, any_of=True)
    keys = result.keys[:WEIGHED]
    rows = _rows(keys)
    headed = [row for row in rows.values() if row.heading]
    below = {row.pk + step for row in headed for step in range(1, BELOW + 1)} - set(rows)
    rows |= _rows(below)
    days = dict(
        Edition.objects.filter(pk__in={key // A_PAPER for key in rows}).values_list(
            "pk", "paper__period_end"
        )
    )
    headings = _headings(rows)
    return [
        Candidate(
            PARAGRAPH,
            row.pk,
            f"{stems(row.plain_heading)}{stems(row.plain_words)}",
            stems(f"{row.label} {headings.get(row.pk, '')}"),
            days[row.edition_id],
            stems(row.plain_heading) if row.plain_words else "",
            behind=0 if row.anchor and not row.label.startswith("Table") else TABLE,
            is_last=row.anchor.startswith(LAST) or not row.plain_words,
        )
        for row in rows.values()
        if row.edition_id in days
    ]


def _is_part(declared):
    return bool(declared and declared.has_members and (declared.whole or declared.base))


def _rows(keys):
    named = ("edition_id", "anchor", "label", "heading", "plain_heading", "plain_words")
    return Passage.objects.only(*named).in_bulk(list(keys))


def _headings(rows):
    """Key of a paragraph → the words of the headings above it, as far as `rows` have them."""
    result, above, last = {}, "", 0
    for key in sorted(rows):
        row = rows[key]
        if key != last + 1:
            above = ""
        if (row.heading and not row.plain_words) or (
            row.heading and row.anchor.startswith(("para", "section"))
        ):
            above = plain(row.heading)
        result[key], last = above, key
    return result
