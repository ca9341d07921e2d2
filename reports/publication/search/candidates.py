"""The candidates to answer a question: a council's published figures, commitments and
recommendations, and the paragraphs of its published reports that have a word of it."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from django.db.models import Q

from assurance.figures.registry import FIGURES
from assurance.looked_after.rates import OWN
from reports.documents.entries import DIFFERENCE
from reports.editions.models.editions import EditionQuerySet
from reports.editions.other_areas import RATE
from reports.language.rules.due_dates import OPEN as OPEN_STATE
from reports.language.rules.due_dates import STATES
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from reports.papers.rules.subjects import spoken_of, subject_of
from reports.publication.models.passages import Passage
from reports.publication.models.search_texts import FigureText, RecordText
from reports.publication.search.direct.lists import states_of
from reports.publication.search.direct.paragraphs import ParagraphOrder
from reports.publication.search.query import search
from reports.publication.search.question import Question
from reports.publication.search.scores import Candidate
from reports.publication.search.texts import (
    commitment_around,
    recommendation_around,
    states_in,
    words_about,
)
from reports.vocabulary.plain_text import plain
from reports.vocabulary.stems import plain_stems, stems
from reports.vocabulary.thesaurus import (
    COMMITMENT,
    FIGURE,
    PARAGRAPH,
    RECOMMENDATION,
)

OPEN = dict(STATES)[OPEN_STATE]
# So many paragraphs that have a word of the question are weighed.
WEIGHED = 400
# So many figures, commitments and recommendations that may have a word of it are read.
READ = 500
# So many paragraphs below a heading are about what it says.
BELOW = 6
# Of what else is alike the whole comes before its parts.
PART = 0.05
# How much two values differ stands beside each of them.
STEP = 0.3
# A figure of another subject than those that the question names.
OFF_SUBJECT = 0.2


def records_in(
    council: str, editions: EditionQuerySet, question: Question
) -> tuple[Candidate, ...]:
    """The candidates to answer `question` besides paragraphs in `editions` of a council."""
    phrases = question.stems
    return (
        *figures_in(council, editions, phrases, question.subjects),
        *commitments_in(council, editions, phrases, question.kind == COMMITMENT),
        *recommendations_in(council, editions, phrases),
    )


def count_records(council: str, editions: EditionQuerySet) -> int:
    """How many figures, commitments and recommendations `editions` of a council have in all."""
    papers = editions.values("paper")
    figures, *others = (
        rows.order_by().values_list("pk")
        for rows in (
            FigureText.objects.printed_in(council, editions),
            Commitment.objects.public_in(council).filter(paper__in=papers),
            Recommendation.objects.public_in(council).filter(paper__in=papers),
        )
    )
    return figures.union(*others, all=True).count()


def figures_in(
    council: str,
    editions: EditionQuerySet,
    phrases: Sequence[str],
    subjects: Collection[str] = (),
) -> list[Candidate]:
    """Each figure that `editions` print and that has any of `phrases`, once, by (key, member);
    where the question names `subjects`, those of others come behind."""
    rows = FigureText.objects.printed_in(council, editions).with_any(phrases)
    return [
        Candidate(
            FIGURE,
            (row.figure, row.member),
            row.text,
            row.around,
            row.day,
            _figure_name(row),
            behind=_behind(FIGURES.get(row.figure), row.member)
            + OFF_SUBJECT * bool(subjects and subject_of(row.figure) not in subjects),
        )
        for row in rows.order_by("figure", "member")[:READ]
    ]


def _figure_name(row):
    """The name of a figure, without the population that is printed after it."""
    declared = FIGURES.get(row.figure)
    return stems(declared.title) if declared and not row.member else row.name


def commitments_in(
    council: str, editions: EditionQuerySet, phrases: Sequence[str], by_subject: bool = False
) -> Iterator[Candidate]:
    """Each commitment of the reports of `editions` that may have any of `phrases`, by its key;
    `by_subject` also by the words of the subjects that it is about."""
    texts, states = RecordText.objects, [*states_in(phrases)]
    may_have = Q(texts.having("commitment", phrases)) | texts.stale("commitment")
    may_have |= Q(state__in=states)
    if OPEN_STATE in states:
        # To the public what a draft answers is open.
        may_have |= Q(answered_in__isnull=False)
    rows = Commitment.objects.public_in(council).filter(paper__in=editions.values("paper"))
    for row in _newest(rows.filter(may_have)):
        state = row.public_state
        if not row.answer_is_public:
            state = f"{OPEN} due {row.due_words}{' overdue' if row.is_overdue() else ''}"
        subjects = spoken_of(f"{row.what} {row.sentence}") if by_subject else ()
        around = f"{commitment_around(row)}{''.join(map(words_about, subjects))}"
        text = f"{stems(row.what)}{stems(state)}"
        # What is due to the next report has no date yet.
        day, name = row.due_on or date.max, stems(row.what)
        yield Candidate(COMMITMENT, row.pk, text, around, day, name, record=row)


def recommendations_in(
    council: str, editions: EditionQuerySet, phrases: Sequence[str]
) -> Iterator[Candidate]:
    """Each recommendation of the reports of `editions` that may have any of `phrases`, by its
    key."""
    texts = RecordText.objects
    may_have = Q(texts.having("recommendation", phrases)) | texts.stale("recommendation")
    yield from _recommendations(council, editions, may_have)


def every_recommendation(council: str, editions: EditionQuerySet) -> Iterator[Candidate]:
    """Each recommendation of the reports of `editions`, by its key."""
    yield from _recommendations(council, editions, Q())


def _recommendations(council, editions, may_have):
    rows = Recommendation.objects.public_in(council).filter(paper__in=editions.values("paper"))
    for row in _newest(rows.filter(may_have)):
        text = stems(f"{row.wording} {row.amended}")
        around = recommendation_around(row)
        day = row.paper.period_end
        yield Candidate(RECOMMENDATION, row.pk, text, around, day, record=row)


def every_record(
    council: str, editions: EditionQuerySet, kind: str
) -> list[Commitment] | list[Recommendation]:
    """The commitments or recommendations of the reports of `editions`: open ones first, by due
    date, then the newest; of `kind`, which is one of `LISTED`."""
    model, order = {
        COMMITMENT: (Commitment, _open_first),
        RECOMMENDATION: (Recommendation, _newest_first),
    }[kind]
    rows = model.objects.public_in(council).filter(paper__in=editions.values("paper"))
    return sorted(_newest(rows), key=order)


def _open_first(row):
    day = (row.due_on or date.max).toordinal()
    return (True, -day) if row.answer_is_public else (False, day)


def _newest_first(row):
    return (-row.paper.period_end.toordinal(), row.pk)


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
    headings, order = _headings(rows), ParagraphOrder(question)
    return [_paragraph(question, row, headings.get(row.pk, ""), order) for row in rows.values()]


def _paragraph(question, row, heading, order):
    """The candidate of one paragraph below a `heading`."""
    fields = order.fields(row)
    states = states_of(question) if fields["lists"] else ""
    return Candidate(
        PARAGRAPH,
        row.pk,
        f"{plain_stems(row.plain_heading)}{plain_stems(row.plain_words)}{states}",
        stems(f"{row.label} {heading} {row.edition.title}"),
        row.edition.paper.period_end,
        plain_stems(row.plain_heading) if row.plain_words else "",
        record=row,
        **fields,
    )


def _newest(rows):
    """The rows of the newest reports, in the order in which they were made."""
    newest = rows.order_by("-paper__period_end", "-pk")[:READ]
    return sorted(newest, key=lambda row: row.pk)


def _behind(declared, member):
    """How far a figure's part, a difference, and one of another area come behind."""
    is_part = declared and declared.has_members and (declared.whole or declared.out_of)
    is_elsewhere = declared and declared.key == RATE and member != OWN
    if member.startswith(DIFFERENCE):
        return STEP
    return PART if is_part or is_elsewhere else 0


def _rows(keys):
    named = ("anchor", "label", "heading", "words", "plain_heading", "plain_words")
    days = ("period_end", "paper_date", "meeting__date")
    of_papers = ("edition__title", *(f"edition__paper__{day}" for day in days))
    own = Passage.objects.select_related("edition__paper__meeting")
    return own.only(*named, *of_papers).in_bulk(list(keys))


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
