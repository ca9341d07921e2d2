"""Values that answer a question by themselves, of a figure or of a row of a table: only if each
word that carries the question is of its name, its member or its definition."""

from collections.abc import Collection, Iterable

from assurance.figures.figure import Unit
from assurance.figures.keys import current_key
from assurance.figures.registry import FIGURES
from reports.editions.models.editions import EditionQuerySet
from reports.papers.rules.subjects import BY_SLUG, subject_of
from reports.publication.models.headlines import headlines_by_edition
from reports.publication.search.question import Question
from reports.publication.search.scores import Candidate, Ranked, closeness
from reports.vocabulary.plain_text import STOP
from reports.vocabulary.requests import LENGTH
from reports.vocabulary.stems import stem, stems
from reports.vocabulary.terms import FAINT, Term, longest_first
from reports.vocabulary.thesaurus import FIGURE, GENERAL, ROW
from reports.vocabulary.times import is_of_time

# How much of a name a question has that asks for no number, and where that is enough.
NAMED, CLOSE = 0.25, 0.6
# Heads of columns that add nothing to the name of a row.
PLAIN_HEADS = frozenset(("", "value", "number", "total", "rate", "share"))
# A figure that counts what others wrote down of a subject counts nothing of the subject.
ACCOUNTS_OF = "reviews."
# One of these counts those who said one of many things, or the documents of one kind.
OF_ONE_OF_MANY = ("surveys.", "documents.")
# Words of a question that asks what something costs.
MONEY = frozenset(
    ("cost", "costs", "price", "spend", "spent", "money", "budget", "expensive", "paid")
)
# Values of nearly one time are of one year, in days.
YEAR = 366
# So much behind the best is nearly as good.
NEAR = 0.25
# A headline figure of so many of the newest reports is so much nearer to a question.
NEWEST, HEADLINE = 5, 0.1
# Words after which the name of a part says by what way, or with whom: care through an agency.
NARROWS = (" through ", " with ")
_GENERAL = frozenset(map(stem, GENERAL))
# Words of who is asked, or asked about, which name none of the answers to a survey.
ASKED = frozenset(map(stem, ("social", "worker", "workers", "practitioner", "carers", "parents")))
# Words after which a name says what its first words are of.
JOINS = frozenset(("that", "who", "which", "by", "with", "of", "for", "in", "at", "found", "on"))


def answers(question: Question, row: Ranked) -> bool:
    """True where the value of a figure or of a row of a table answers `question` by itself."""
    item, terms = row.candidate, [term for term in question.terms if carries(term)]
    if not any(term.strength > FAINT for term in question.terms):
        # Words that are about nothing have no value.
        return False
    if covered(question, item) < len(terms) or not is_of_head(question, item):
        return False
    if _counts_others(question, item):
        return False
    if question.asks_for == LENGTH and item.kind == FIGURE:
        # A count of people or things is no length of time.
        return False
    if item.kind == FIGURE and _is_in(item, Unit.POUNDS) and not _asks_for_money(question):
        return False
    # How many other councils there are says of this one nothing, unless that is asked.
    if item.kind == FIGURE and _is_in(item, Unit.COUNCILS) and question.kind != FIGURE:
        return False
    if item.kind == FIGURE and _is_narrower(terms, item):
        return False
    is_of_many = item.kind == FIGURE and item.key[0].startswith(OF_ONE_OF_MANY)
    if is_of_many and not _names_member(terms, item):
        return False
    if item.kind == FIGURE and item.key[0].startswith(ACCOUNTS_OF):
        has_head = _has_head(terms, _without_member(item))
        if item.key[1] and not _names_member(terms, item):
            return False
        return has_head and (question.kind == FIGURE or _is_named_by(question, item))
    is_of_subject = item.kind == FIGURE and subject_of(item.key[0]) in question.subjects
    if question.kind == FIGURE or is_of_subject or len(terms) > 1:
        return True
    return _is_named_by(question, item)


def _counts_others(question, item):
    """True where the question counts what the name of `item` has not: no inspectors are counted by
    a value of homes by their grade, whoever gave it."""
    texts = (item.text, item.around if item.kind == ROW else "")
    named = any(phrase in text for text in texts for phrase in question.counted_phrases)
    return bool(question.counted_phrases) and question.counted not in _GENERAL and not named


def carries(term: Term) -> bool:
    """True where a question is not answered without `term`: not so a time."""
    return term.strength > FAINT and term.typed not in GENERAL and not is_of_time(term.typed)


def covered(question: Question, item: Candidate) -> int:
    """How many of the terms that carry `question` the name, member or definition of `item` has; a
    paragraph is all that it prints."""
    around = item.around
    if item.kind == FIGURE and (subject := BY_SLUG.get(subject_of(item.key[0]))):
        # The title of a subject is neither its name nor its definition.
        around = around.removeprefix(stems(subject.title)[:-1])
    if item.kind == ROW:
        heads = (head for head, _ in item.record.others)
        around = stems(f"{item.record.caption} {' '.join(heads)}")
    terms = (term for term in question.terms if carries(term))
    return sum(_covers(term, (item.text, around), item.kind) for term in terms)


def nearest_first(
    rows: Iterable[Ranked], question: Question, headlines: Collection[object] = ()
) -> list[Ranked]:
    """The `rows` with one before the others: of those nearly as good as the best, of the last year,
    that which answers best, one of the `headlines` of reports before others nearly as
    good; in the order of their scores where the question names a time."""
    rows = list(rows)
    if not rows or question.month:
        return rows
    least = max(row.score for row in rows) - NEAR
    days = [row.candidate.day for row in rows if row.score >= least and row.candidate.day]
    since = max(days).toordinal() - YEAR if days else 0

    def order(row):
        bonus = HEADLINE * (row.candidate.key in headlines)
        return (_is_newer(row, least, since), row.score + bonus)

    first = max(rows, key=order)
    return [first, *(row for row in rows if row is not first)]


def headline_keys(editions: EditionQuerySet) -> frozenset[tuple[str, str]]:
    """The headline figures of the newest of `editions`, by (key, member)."""
    newest = editions.order_by("-issued_on", "-pk").values_list("pk", flat=True)[:NEWEST]
    rows = headlines_by_edition(list(newest)).values()
    entries = (entry for row in rows for entry in row.document.figures)
    return frozenset((current_key(entry.key), entry.member) for entry in entries)


def _is_newer(row, least, since):
    day = row.candidate.day
    return row.score >= least and bool(day) and day.toordinal() >= since


def _covers(term, texts, kind=FIGURE):
    phrases = term.value_stems if kind in (FIGURE, ROW) else term.stems
    return any(phrase in text for text in texts for phrase in phrases)


def _is_in(item, unit):
    declared = FIGURES.get(item.key[0])
    return bool(declared) and declared.unit == unit


def _asks_for_money(question):
    return not MONEY.isdisjoint(word for phrase in question.phrases for word in phrase.split())


def _is_named_by(question, item):
    """True where the words of `question` are what the name of `item` is of: of its head, and a good
    part of it, or of all of its member."""
    terms = [term for term in question.terms if carries(term)]
    if closeness(question.terms, item.name) >= CLOSE:
        return True
    if _has_head(terms, item.name) and _share_of_content(question.terms, item.name) >= NAMED:
        return True
    member = _member(item) if item.kind == FIGURE else ()
    phrases = "".join(phrase for term in question.terms for phrase in term.stems)
    return bool(member) and all(f" {word} " in phrases for word in member)


def _has_head(terms, name):
    """True where one of `terms` is of the first words of `name`, or begins it: “areas for
    development” has itself a word that joins others."""
    begins = any(name.startswith(phrase) for term in terms for phrase in term.stems)
    return begins or any(_covers(term, (_head(name),)) for term in terms)


def _head(name):
    """The words of `name` before the first that joins others."""
    words = name.split()
    place = next((at for at, word in enumerate(words) if word in JOINS), len(words))
    return f" {' '.join(words[:place])} "


def _share_of_content(terms, name):
    """The share of the content words of `name` that `terms` have; “for” in one counts for none."""
    content = [word for word in name.split() if word not in STOP and word not in JOINS]
    rest = name
    for phrase in longest_first(terms):
        rest = rest.replace(phrase, " ")
    left = [word for word in rest.split() if word not in STOP and word not in JOINS]
    return 1 - len(left) / len(content) if content else 0


def _names_member(terms, item):
    """True if one of `terms` has a word of the member of a figure, besides who was asked."""
    member = (f" {_plain_member(item)} ",)
    naming = (term for term in terms if not ASKED.issuperset(stems(term.typed).split()))
    return any(_covers(term, member) for term in naming)


def _is_narrower(terms, item):
    """True where a member counts some of what is asked for: those in foster care through an agency
    are not all who live with foster carers."""
    if not item.key[1]:
        return False
    narrow = next((item.name.partition(join)[2] for join in NARROWS if join in item.name), "")
    question_stems = {word for term in terms for phrase in term.stems for word in phrase.split()}
    content = {word for word in narrow.split() if word not in STOP}
    return bool(content) and content.isdisjoint(question_stems)


def _member(item):
    """The words of the member of a figure that count."""
    general = {*map(stem, GENERAL), *STOP}
    return [word for word in _plain_member(item).split() if word not in general]


def _plain_member(item):
    return stems(item.key[1].replace("-", " ").replace("_", " ")).strip()


def _without_member(item):
    """The words of a figure's name without those of its member."""
    member = _plain_member(item)
    return item.name.replace(f" {member} ", " ") if member else item.name


def is_of_head(question: Question, item: Candidate) -> bool:
    """True where a value is what `question` asks for, by the head of its column; so is that of a
    row of which it asks for another cell."""
    head = item.record.value.head if item.kind == ROW else ""
    if head.casefold() in PLAIN_HEADS:
        return True
    phrases = "".join(phrase for term in question.terms for phrase in term.stems)
    if all(f" {word} " in phrases for word in stems(head).split() if word not in STOP):
        return True
    own, terms = (item.text, stems(item.record.caption)), question.terms
    rest = [term for term in terms if carries(term) and not _covers(term, own, ROW)]
    others = [stems(other) for other, _ in item.record.others]
    return any(_covers(term, others, ROW) for term in rest)
