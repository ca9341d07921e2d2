"""The answers to a question, kind by kind: which come first, how many there are of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from math import trunc

from django.urls import reverse

from assurance.accounts.models.accounts import Council
from assurance.public_pages.contact_questions import WORDS, asks_for_contacts
from assurance.runtime.periods import say_day
from reports.editions.models.editions import Edition, EditionQuerySet
from reports.publication.search import candidates
from reports.publication.search.corrections import corrected, corrections, meant, unknown_words
from reports.publication.search.query import few_keys
from reports.publication.search.question import Question, read_question, synonyms_with
from reports.publication.search.scores import Ranked, has_all, missing, ranked
from reports.publication.search.site_pages import (
    asks_for_removed,
    is_of_pages,
    named_in,
    pages_about,
)
from reports.publication.search.table_rows import rows_in
from reports.publication.search.vocabulary.plain_text import plain, printed
from reports.publication.search.vocabulary.thesaurus import (
    COMMITMENT,
    FIGURE,
    PARAGRAPH,
    RECOMMENDATION,
    ROW,
)

KINDS = (FIGURE, COMMITMENT, RECOMMENDATION, ROW, PARAGRAPH)
# What has so much less than the best has is no answer; of the kind asked for a little more.
BEHIND = {FIGURE: 0.25, ROW: 0.2, COMMITMENT: 0.2, RECOMMENDATION: 0.2, PARAGRAPH: 0.25}
BEHIND_ASKED = 0.55
# A row of a table answers before a figure or commitment where it has so much more.
LEADS = 0.05
# Words of a council's name that mean something by themselves.
KEPT = frozenset(("children", "city", "county", "council"))


@dataclass(frozen=True)
class Answers:
    """The keys of what answers, best first, by kind; `kinds` in the order to show them. `partial`
    where nothing has every word, `has_figure` where the first figure is about the question;
    `missing` are the words that nothing has at all."""

    keys: dict[str, tuple]
    kinds: tuple[str, ...]
    partial: bool = False
    has_figure: bool = False
    missing: tuple[str, ...] = ()

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
    `records` the commitments and recommendations that were read, by kind and key."""

    question: Question
    answers: Answers
    near: Mapping[str, str]
    records: Mapping[tuple[str, object], object] = field(default_factory=dict)


def answer(
    text: str,
    council: Council,
    editions: EditionQuerySet,
    as_typed: bool = False,
) -> Search:
    """What answers the question `text` in `editions` of a council; `as_typed` without words of the
    same meaning and without corrections."""
    glossary = () if as_typed else council.abbreviations.values_list("short", "long")
    synonyms = {} if as_typed else synonyms_with(glossary)
    ignored = _ignored(council)
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
    of_tables = tuple(rows_in(question.terms, paragraphs, question.month))
    rows = ranked(question.terms, [*fixed, *paragraphs, *of_tables], count)
    read = (*fixed, *of_tables)
    records = {(item.kind, item.key): item.record for item in read if item.record}
    answers, kind = _chosen(question, rows), question.kind
    # Where none is as the question says, such as rejected, all are shown.
    if question.of_all or (question.is_named and kind not in answers.keys):
        every = candidates.every_record(council.slug, editions, kind)
        records |= {(kind, row.pk): row for row in every}
        answers = _with_all(question, tuple(row.pk for row in every), answers)
    return Search(question, answers, near, records)


def _ignored(council):
    return frozenset(plain(council.name).split()) - KEPT


def offered_pages(text: str, council: Council, as_typed: bool = False) -> list[dict[str, str]]:
    """The pages of the service that `text` asks for, each with its title, what a person does there
    and its address; `as_typed` without corrections."""
    ignored = _ignored(council) | KEPT
    pages = [
        {"title": page.title, "about": page.about, "address": page.address(council.slug)}
        for page in pages_about(text, ignored, as_typed)
    ]
    return [*_removed_reports(text, council), *pages]


def _removed_reports(text, council):
    """The removed reports of each series that `text` names, with date and reason, and without their
    own titles, which may be the reason."""
    if not asks_for_removed(text):
        return []
    rows = Edition.objects.public_in(council.slug).removed().order_by("number")
    newest = [row for row in {row.paper_id: row for row in rows}.values() if row.removal]
    names = [f"{row.paper.series.title} {row.paper.told_on:%B %Y}" for row in newest]
    return [
        {
            "title": f"Removed report in the series “{row.paper.series.title}”",
            "about": f"Removed on {say_day(row.removal.taken_on)}. "
            f"Reason: {row.removal.get_reason_display()}.",
            "address": reverse(
                "publication:paper", args=[council.slug, row.paper.series.slug, row.paper.slug]
            ),
        }
        for row in (newest[place] for place in named_in(text, names))
    ]


def wants_contacts(text: str, as_typed: bool = False) -> bool:
    """True where `text` asks for the contacts about a child; `as_typed` without corrections."""
    words = plain(text)
    near = {} if as_typed else {word: meant(word, WORDS) for word in words.split()}
    return asks_for_contacts(words) or asks_for_contacts(plain(corrected(text, near)))


def _with_all(question, keys, answers):
    """The answers with all `keys` of the kind that is asked for: before the others, or after them
    where only those are about the question."""
    if not keys:
        return answers
    kind = question.kind
    others = tuple(name for name in answers.kinds if name != kind)
    leads = question.of_all or question.is_of_state or not others
    kinds = (kind, *others) if leads else (*others, kind)
    partial = not question.of_all
    return replace(answers, keys={**answers.keys, kind: keys}, kinds=kinds, partial=partial)


def _chosen(question, rows: Sequence[Ranked]):
    if not rows:
        return Answers({}, ())
    weighed = (row.candidate for row in rows)
    usual = (not item.is_last and item.kind != ROW for item in weighed)
    best = max(compress((row.covers for row in rows), usual), default=rows[0].covers)
    whole = (row for row in rows if row.covers >= best - BEHIND[FIGURE])
    partial = not any(has_all(question.terms, row.candidate) for row in whole)
    by_kind = {kind: _of_kind(kind, rows, best, question.kind) for kind in KINDS}
    if partial:
        # Whoever reads that nothing has all of the words looks for what has most of them.
        by_kind = {kind: sorted(some, key=_most_words) for kind, some in by_kind.items()}
    by_kind = {kind: chosen for kind, chosen in by_kind.items() if chosen}
    first = {kind: max(row.covers for row in chosen) for kind, chosen in by_kind.items()}
    leads = _leads(by_kind, first, question.kind)
    kinds = sorted(
        by_kind,
        key=lambda kind: (
            kind != (ROW if leads else question.kind),
            first[kind] < (first.get(PARAGRAPH, 0) if kind == ROW else best - BEHIND[kind]),
            KINDS.index(kind),
        ),
    )
    keys = {kind: tuple(row.candidate.key for row in chosen) for kind, chosen in by_kind.items()}
    first_kind = ROW if leads else FIGURE
    has_figure = any(row.is_about for row in by_kind.get(first_kind, ())[:1])
    unheard = missing(question.terms, [row.candidate for row in rows]) if partial else ()
    words = tuple(printed(term.typed) for term in unheard)
    return Answers(keys, tuple(kinds), partial, has_figure, words)


def _leads(by_kind, first, asked):
    """True where a row of a table answers better than any figure, commitment or recommendation."""
    row = next(iter(by_kind.get(ROW, ())), None)
    if row is None or asked in (COMMITMENT, RECOMMENDATION, PARAGRAPH):
        return False
    others = (first.get(kind, 0) for kind in (FIGURE, COMMITMENT, RECOMMENDATION))
    return row.covers > max(others) + LEADS


def _most_words(row):
    return (row.candidate.is_last, -row.having)


def _of_kind(kind, rows, best, asked):
    behind = BEHIND_ASKED if kind == asked else BEHIND[kind]
    chosen = [row for row in rows if row.candidate.kind == kind and row.covers >= best - behind]
    if kind == FIGURE:
        return chosen
    if kind == ROW:
        chosen = [row for row in chosen if row.is_about]
    # Nearly alike, the newest report or date first.
    if kind == PARAGRAPH:
        return _repeats_last(sorted(chosen, key=_newest_paragraph_first))
    return sorted(chosen, key=_newest_first)


def _repeats_last(rows):
    """Of paragraphs that several reports print word for word, the others after all."""
    first = {}
    for row in rows:
        first.setdefault(row.candidate.text, row.candidate.key)
    return sorted(rows, key=lambda row: first[row.candidate.text] != row.candidate.key)


def _newest_first(row):
    return (-round(row.score * 20), -row.candidate.day.toordinal())


def _newest_paragraph_first(row):
    """Contacts and abbreviations come after all others."""
    item = row.candidate
    return (item.is_last, -trunc(row.score * 10), -item.day.toordinal(), -row.score)
