"""What may answer a question: a council's published figures, commitments and recommendations, and
the paragraphs of its published reports that have a word of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from assurance.figures.registry import FIGURES
from assurance.looked_after.rates import OWN
from assurance.runtime.periods import today
from reports.editions.models.editions import EditionQuerySet
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from reports.papers.rules.due_dates import OPEN as OPEN_STATE
from reports.papers.rules.due_dates import STATES
from reports.papers.rules.subjects import BY_SLUG, spoken_of, subject_of
from reports.publication.models.figures import PrintedFigure
from reports.publication.models.passages import Passage
from reports.publication.other_areas import RATE
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
            stems(f"{row['title']} {' '.join(near)} {row['last'] or ''}"),
            stems(" ".join(around)),
            row["last"],
            stems(row["title"]),
            behind=_behind(declared, row["member"]),
        )


def commitments_in(
    council: str, editions: EditionQuerySet, by_subject: bool = False
) -> Iterator[Candidate]:
    """Each commitment of the reports of `editions`, by its key; `by_subject` also by the words of
    the subjects that it is about."""
    rows = Commitment.objects.public_in(council).filter(paper__in=editions.values("paper"))
    for row in rows.order_by("pk"):
        state = row.public_state
        if state == OPEN:
            is_late = row.due_on and row.due_on < today()
            state = f"{state} due {row.due_words}{' overdue' if is_late else ''}"
        subjects = spoken_of(f"{row.what} {row.sentence}") if by_subject else ()
        around = f"{stems(f'{row.who} {row.paper.told_on:%B %Y}')}{''.join(map(_about, subjects))}"
        text = f"{stems(row.what)}{stems(state)}"
        # What is due to the next report has no date yet.
        day, name = row.due_on or date.max, stems(row.what)
        yield Candidate(COMMITMENT, row.pk, text, around, day, name, record=row)


def recommendations_in(council: str, editions: EditionQuerySet) -> Iterator[Candidate]:
    """Each recommendation of the reports of `editions`, by its key."""
    rows = Recommendation.objects.public_in(council).filter(paper__in=editions.values("paper"))
    for row in rows.order_by("pk"):
        text = stems(f"{row.wording} {row.amended}")
        around = stems(f"{row.decision_words} {row.paper.told_on:%B %Y}")
        day = row.paper.period_end
        yield Candidate(RECOMMENDATION, row.pk, text, around, day, record=row)


def paragraphs_in(
    question: Question, editions: EditionQuerySet, few: Sequence[int] | None = None
) -> list[Candidate]:
    """The paragraphs of `editions` that have a word of `question`, by key; those below a heading
    that has one are about it too. `few` as for a search."""
    result = search(question.phrases, editions, any_of=True, few=few)
    rows = _rows(result.keys[:WEIGHED])
    headed = [row for row in rows.values() if row.heading]
    below = {row.pk + step for row in headed for step in range(1, BELOW + 1)} - set(rows)
    rows |= _rows(below)
    headings = _headings(rows)
    return [
        Candidate(
            PARAGRAPH,
            row.pk,
            f"{stems(row.plain_heading)}{stems(row.plain_words)}",
            stems(f"{row.label} {headings.get(row.pk, '')}"),
            row.edition.paper.period_end,
            stems(row.plain_heading) if row.plain_words else "",
            behind=0 if row.anchor and not row.label.startswith("Table") else TABLE,
            is_last=row.anchor.startswith(LAST) or not row.plain_words,
        )
        for row in rows.values()
    ]


@cache
def _about(slug):
    """What figures of a subject are called, with the subject's own words, in stems."""
    subject = BY_SLUG[slug]
    titles = [declared.title for key, declared in FIGURES.items() if subject_of(key) == slug]
    return "".join(map(stems, (subject.title, *subject.words, *titles)))


def _behind(declared, member):
    """What a figure's part, and what is of another area than the council, comes behind by."""
    is_part = bool(declared and declared.has_members and (declared.whole or declared.base))
    is_elsewhere = declared and declared.key == RATE and member != OWN
    return PART if is_part or is_elsewhere else 0


def _rows(keys):
    named = ("anchor", "label", "heading", "plain_heading", "plain_words")
    own = Passage.objects.select_related("edition__paper")
    return own.only(*named, "edition__paper__period_end").in_bulk(list(keys))


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
