"""Which kind of result is shown first: a value that answers, a list, paragraphs or what is asked
for."""

from collections.abc import Collection, Mapping

from reports.publication.search.direct import coverage
from reports.publication.search.direct.lists import prints_number
from reports.publication.search.question import Question
from reports.publication.search.scores import Ranked
from reports.vocabulary.thesaurus import (
    COMMITMENT,
    FIGURE,
    LOOSE,
    PARAGRAPH,
    RECOMMENDATION,
    ROW,
)

RANKED = (FIGURE, COMMITMENT, RECOMMENDATION, ROW, PARAGRAPH)
# So many of the first of each kind say which kind has most of the question.
SEEN = 3
# A row of a table answers before a figure or commitment where it has so much more.
LEADS = 0.05
# What is not asked for by its name comes before paragraphs that have so much more at most.
NEARLY = {FIGURE: 0.1, COMMITMENT: 0.1, RECOMMENDATION: 0.1, ROW: 0}
# The same of figures where a number is asked for.
ASKED = 0.55
# A value that has so much less than paragraphs is shown alone, and no other of its kind.
ALONE, ALONE_ASKED = 0.1, 0.5
# A value that has so much less than the first, or than a row of a table, is of something else.
SECOND = 0.25


def in_order(
    question: Question, by_kind: Mapping[str, list[Ranked]], full: Collection[str]
) -> tuple[str, ...]:
    """The kinds of `by_kind` in the order to show them; `full` have a value that answers by
    itself, and paragraphs with the number asked for come first among those."""
    first = {kind: max(row.covers for row in rows) for kind, rows in by_kind.items()}
    is_number = not full and _numbers_first(question, by_kind)
    lead = PARAGRAPH if is_number else _lead(question, by_kind, first, full)
    behind = _behind_paragraphs(question, by_kind, full)

    def order(kind):
        least = first.get(PARAGRAPH, 0) - NEARLY.get(kind, 0)
        is_less = kind not in full and first[kind] < least
        return (kind in behind, kind != lead, is_less, RANKED.index(kind))

    return tuple(sorted(by_kind, key=order))


def doubtful(
    question: Question, by_kind: Mapping[str, list[Ranked]], full: Collection[str]
) -> frozenset[str]:
    """The kinds of values of which none answers by itself, and paragraphs have more, rows of tables
    have much more, or the second has much less than the first."""
    first = {kind: rows[0].covers for kind, rows in by_kind.items()}
    least = first.get(PARAGRAPH, 0) - (ALONE_ASKED if question.kind == FIGURE else ALONE)
    values = {FIGURE, ROW} & by_kind.keys() - set(full)
    return frozenset(
        kind
        for kind in values
        if first[kind] < max(least, first.get(ROW, 0) - SECOND)
        or any(row.covers < first[kind] - SECOND for row in by_kind[kind][1:2])
    )


def _numbers_first(question, by_kind):
    """True where paragraphs have the number of what the question counts and no value is of it;
    `by_kind` has them first."""
    values = [row.candidate for kind in (FIGURE, ROW) for row in by_kind.get(kind, ())[:SEEN]]
    if any(phrase in item.text for item in values for phrase in question.counted_phrases):
        return False
    rows = by_kind.get(PARAGRAPH, ())
    full = sum(term.strength >= 1 for term in question.terms)
    # “How many inspectors did Ofsted send” has words that no report needs to say.
    near = (row for row in rows if 2 * row.having >= full)
    printing = [row for row in near if prints_number(question, row.candidate.record)]
    most = max((row.having for row in printing), default=0)
    answers = [row for row in printing if row.having == most]
    if answers:
        by_kind[PARAGRAPH] = [*answers, *(row for row in rows if row not in answers)]
    return bool(answers)


def _lead(question, by_kind, first, full):
    """The kind that is shown first: a row that answers better than any other, the list of what is
    asked for where no value answers, else the kind that is asked for."""
    if ROW in full and _leads(by_kind, first, question.kind):
        return ROW
    if question.kind == PARAGRAPH and first.get(COMMITMENT, 0) > first.get(PARAGRAPH, 0):
        # Why, when and by whom a commitment is kept stands with it.
        return COMMITMENT
    best = next(iter(by_kind.get(PARAGRAPH, ())), None)
    lists = best is not None and best.candidate.lists
    is_list = (lists or question.wants_words) and not full
    if question.kind and not question.is_named and not full:
        nearly = ASKED if question.kind == FIGURE else NEARLY.get(question.kind, 0)
        if first.get(question.kind, 0) < first.get(PARAGRAPH, 0) - nearly:
            return PARAGRAPH
    return question.kind or (PARAGRAPH if is_list else "")


def _behind_paragraphs(question, by_kind, full):
    """The kinds of values that have nothing of what carries the question, where paragraphs have."""
    if full or PARAGRAPH not in by_kind:
        return ()
    if not question.kind and [term.typed in LOOSE for term in question.terms] == [True]:
        # A bare word asks for all that is near it, values first.
        return ()
    # Who asks for a number is given no number of something else.
    several = question.kind == FIGURE or sum(term.strength >= 1 for term in question.terms) > 1
    kinds = {FIGURE, ROW} & by_kind.keys()
    first = (row.candidate for kind in kinds for row in by_kind[kind][:SEEN])
    has_any = several and any(_covered(question, item) for item in first)
    return () if has_any else kinds


def _covered(question, item):
    """How much of the question an answer has; nothing where its value is of something else."""
    has_value = item.kind == PARAGRAPH or coverage.is_of_head(question, item)
    return coverage.covered(question, item) if has_value else 0


def _leads(by_kind, first, asked):
    """True where a row of a table answers better than any figure, commitment or recommendation."""
    row = next(iter(by_kind.get(ROW, ())), None)
    if row is None or asked in (COMMITMENT, RECOMMENDATION, PARAGRAPH):
        return False
    others = (first.get(kind, 0) for kind in (FIGURE, COMMITMENT, RECOMMENDATION))
    return row.covers > max(others) + LEADS
