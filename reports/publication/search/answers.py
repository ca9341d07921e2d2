"""The answers to a question, kind by kind: which come first, how many there are of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from math import trunc

from assurance.accounts.models.accounts import Council
from reports.editions.models.editions import EditionQuerySet
from reports.publication.search import candidates
from reports.publication.search.corrections import corrected, corrections, unknown_words
from reports.publication.search.direct import coverage
from reports.publication.search.direct.council_words import KEPT, ignored_of
from reports.publication.search.direct.decisions import with_decided_places
from reports.publication.search.direct.meanings import Meaning, meaning_of
from reports.publication.search.direct.nearest import (
    OfTime,
    names_time_alone,
    nearest_reports,
    of_time,
)
from reports.publication.search.direct.order import RANKED, doubtful, in_order
from reports.publication.search.direct.reports import (
    Naming,
    newest_reports,
    places_named,
    report_rows,
    reports_named,
)
from reports.publication.search.query import few_keys
from reports.publication.search.question import Question, read_question
from reports.publication.search.scores import Ranked, has_all, missing, ranked, repeats_last
from reports.publication.search.site_pages import is_of_pages
from reports.publication.search.table_rows import rows_in
from reports.vocabulary.plain_text import printed
from reports.vocabulary.question_text import asks_for_decision
from reports.vocabulary.synonyms import synonyms_with
from reports.vocabulary.thesaurus import (
    COMMITMENT,
    FIGURE,
    PARAGRAPH,
    RECOMMENDATION,
    REPORT,
    ROW,
)

KINDS = (REPORT, *RANKED)
# What has so much less than the best has is no answer; of the kind asked for a little more.
BEHIND = {FIGURE: 0.25, ROW: 0.2, COMMITMENT: 0.2, RECOMMENDATION: 0.2, PARAGRAPH: 0.25}
BEHIND_ASKED = 0.55
# What a paragraph is behind for each day that it is older than another; none where a time is named.
AGE = 0.015 / 365


@dataclass(frozen=True)
class Answers:
    """The keys of what answers, best first, by kind; `kinds` in the order to show them. `partial`
    where nothing has every word, `has_figure` where the first figure is about the question;
    `missing` are the words that nothing has at all, `single` the kinds of values of which one is
    shown among others: it alone answers, or may be of something else; `note` says that what comes
    first is of the time nearest to that asked for."""

    keys: dict[str, tuple]
    kinds: tuple[str, ...]
    partial: bool = False
    has_figure: bool = False
    missing: tuple[str, ...] = ()
    single: frozenset[str] = frozenset()
    note: str = ""

    @property
    def missing_words(self) -> str:
        """The word “a”, or the words “a”, “b” or “c”, that nothing has."""
        *others, last = (f"“{word}”" for word in self.missing)
        return f"the words {', '.join(others)} or {last}" if others else f"the word {last}"

    @property
    def count(self) -> int:
        """How many answers there are in all."""
        return sum(len(keys) for keys in self.keys.values())


@dataclass(frozen=True)
class Search:
    """A question as it was answered: `near` are the words that took the place of typed ones,
    `records` the reports, commitments and recommendations that were read, by kind and key;
    `meaning` is that of the abbreviation that was asked for."""

    question: Question
    answers: Answers
    near: Mapping[str, str]
    records: Mapping[tuple[str, object], object] = field(default_factory=dict)
    meaning: Meaning | None = None


def answer(
    text: str, council: Council, editions: EditionQuerySet, as_typed: bool = False
) -> Search:
    """What answers the question `text` in `editions` of a council; `as_typed` without words of the
    same meaning and without corrections."""
    glossary = () if as_typed else council.abbreviations.values_list("short", "long")
    synonyms = {} if as_typed else synonyms_with(glossary)
    ignored = ignored_of(council)
    question = read_question(text, synonyms, ignored)
    if not question.terms:
        return Search(question, Answers({}, ()), {})
    few = few_keys(editions)
    fixed = candidates.records_in(council.slug, editions, question)
    unknown = () if as_typed else unknown_words(question, fixed)
    unknown = [word for word in unknown if not is_of_pages(word)]
    near = corrections(unknown, editions, few) if unknown else {}
    if near:
        better = read_question(corrected(text, near), synonyms, ignored)
        question, near = (better, near) if better.terms else (question, {})
        fixed = candidates.records_in(council.slug, editions, question)
    paragraphs = candidates.paragraphs_in(question, editions, few)
    count = candidates.count_records(council.slug, editions) + len(paragraphs)
    if asks_for_decision(text):
        fixed = _with_decisions(fixed, question, council.slug, editions, paragraphs)
    of_tables = tuple(rows_in(question.terms, paragraphs, question.month))
    rows = ranked(question.terms, [*fixed, *paragraphs, *of_tables], count, question.pairs)
    read = (*fixed, *of_tables)
    records = {(item.kind, item.key): item.record for item in read if item.record}
    answers, kind = _chosen(question, rows, editions), question.kind
    # Where none is as the question says, such as rejected, all are shown.
    is_timed = names_time_alone(question)
    if is_timed or question.of_all or (question.is_named and kind not in answers.keys):
        every = candidates.every_record(council.slug, editions, kind)
        records |= {(kind, row.pk): row for row in every}
        timed = of_time(question, every) if is_timed else OfTime(tuple(every))
        answers = _with_all(question, tuple(row.pk for row in timed.rows), answers, is_timed)
        answers = replace(answers, note=timed.note)
    result = Search(question, answers, near, records, meaning_of(text, editions))
    return _with_reports(result, Naming(text, ignored | KEPT), editions)


def _with_decisions(fixed, question, council, editions, paragraphs):
    """The candidates `fixed`, with every recommendation and the paragraph that it is about."""
    every = candidates.every_recommendation(council, editions)
    decided = with_decided_places(question, every, paragraphs, editions)
    return (*(item for item in fixed if item.kind != RECOMMENDATION), *decided)


def _with_reports(result, naming, editions):
    """The search with the reports that its question names before all else, or with the paragraph
    of them that it names by number."""
    if result.question.kind in (FIGURE, COMMITMENT, RECOMMENDATION):
        return result
    named, note = reports_named(naming, editions), ""
    if not named and naming.month:
        near = nearest_reports(naming.month, newest_reports(editions))
        named, note = near.rows, near.note
    keys, kinds = dict(result.answers.keys), result.answers.kinds
    if first := places_named(naming, named):
        others = tuple(key for key in keys.get(PARAGRAPH, ()) if key not in first)
        keys[PARAGRAPH] = (*first, *others)
        kinds = (PARAGRAPH, *(kind for kind in kinds if kind != PARAGRAPH))
        return replace(result, answers=replace(result.answers, keys=keys, kinds=kinds))
    if not named or naming.place:
        return result
    rows = {(REPORT, row.edition.pk): row for row in report_rows(named)}
    # Who names nothing but a report looks for nothing in others.
    keys, kinds = (keys, kinds) if naming.content else ({}, ())
    keys = {REPORT: tuple(key for _, key in rows), **keys}
    answers = Answers(keys, (REPORT, *kinds), note=note)
    return replace(result, answers=answers, records={**result.records, **rows})


def _with_all(question, keys, answers, is_timed):
    """The answers with all `keys` of the kind that is asked for: before the others, or after them
    where only those are about the question."""
    if not keys:
        return answers
    kind = question.kind
    others = tuple(name for name in answers.kinds if name != kind)
    leads = is_timed or question.of_all or question.is_of_state or not others
    kinds = (kind, *others) if leads else (*others, kind)
    partial = not (is_timed or question.of_all)
    return replace(answers, keys={**answers.keys, kind: keys}, kinds=kinds, partial=partial)


def _chosen(question, rows: Sequence[Ranked], editions: EditionQuerySet):
    if not rows:
        return Answers({}, ())
    weighed = (row.candidate for row in rows)
    usual = (not item.is_last and item.kind != ROW for item in weighed)
    best = max(compress((row.covers for row in rows), usual), default=rows[0].covers)
    whole = (row for row in rows if row.covers >= best - BEHIND[FIGURE])
    partial = not any(has_all(question.terms, row.candidate) for row in whole)
    by_kind = {kind: _of_kind(kind, rows, best, question) for kind in RANKED}
    by_kind = {kind: chosen for kind, chosen in by_kind.items() if chosen}
    full, alone = _full_answers(question, by_kind, editions)
    kinds = in_order(question, by_kind, full)
    keys = {kind: tuple(row.candidate.key for row in chosen) for kind, chosen in by_kind.items()}
    unheard = missing(question.terms, [row.candidate for row in rows]) if partial else ()
    words = tuple(printed(term.typed) for term in unheard)
    few = doubtful(question, by_kind, full) | alone
    return Answers(keys, kinds, partial, kinds[0] in full, words, few)


def _full_answers(question, by_kind, editions):
    """The kinds whose first row answers the question by its value alone, and those of which no
    other row does; such rows are put before the others of `by_kind`."""
    full, alone = set(), set()
    for kind in {FIGURE, ROW} & by_kind.keys():
        answers = [row for row in by_kind[kind] if coverage.answers(question, row)]
        if kind == FIGURE and len(answers) > 1:
            headlines = coverage.headline_keys(editions)
            answers = coverage.nearest_first(answers, question, headlines)
        others = [row for row in by_kind[kind] if row not in answers]
        by_kind[kind] = [*answers, *others]
        full |= {kind} if answers else set()
        alone |= {kind} if len(answers) == 1 else set()
    return full, alone


def _of_kind(kind, rows, best, question):
    behind = BEHIND_ASKED if kind == question.kind else BEHIND[kind]
    chosen = [row for row in rows if row.candidate.kind == kind and row.covers >= best - behind]
    if kind == FIGURE:
        return chosen
    if kind == ROW:
        chosen = [row for row in chosen if row.is_about]
    # Nearly alike, the newest report or date first.
    if kind == PARAGRAPH:
        chosen = _without_headings_of(chosen)
        newest = max((row.candidate.day.toordinal() for row in chosen), default=0)
        a_day = 0 if question.month else AGE
        return repeats_last(sorted(chosen, key=lambda row: _paragraph_order(row, newest, a_day)))
    return sorted(chosen, key=_newest_first)


def _without_headings_of(rows):
    """The paragraphs, without a heading where one right below it answers as well."""
    worded = {row.candidate.key for row in rows if row.candidate.record.plain_words}
    return [
        row
        for row in rows
        if row.candidate.key in worded
        or worded.isdisjoint(row.candidate.key + step for step in range(1, candidates.BELOW + 1))
    ]


def _newest_first(row):
    return (-round(row.score * 20), -row.candidate.day.toordinal())


def _paragraph_order(row, newest, a_day):
    """Contacts and abbreviations come after all others, older paragraphs a little behind."""
    item, day = row.candidate, row.candidate.day.toordinal()
    score = row.score - a_day * (newest - day)
    return (item.is_last, -trunc(score * 10), -day, -row.score)
