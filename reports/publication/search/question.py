"""What a person asks of search: terms, each with the words that mean the same, and the kind of
result that the words ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.papers.rules.subjects import spoken_of
from reports.vocabulary.intents import (
    DECISION_WORDS,
    KINDS_ASKED,
    LISTED,
    STATE_WORDS,
    SUBJECT_WORDS,
)
from reports.vocabulary.plain_text import (
    MOST,
    STOP,
    plain,
    plain_chunks,
    quoted_parts,
)
from reports.vocabulary.question_text import question_text
from reports.vocabulary.question_words import QUESTION_WORDS, SPANS, WEAK_WORDS
from reports.vocabulary.requests import (
    LENGTH,
    PERSON,
    counted_word,
    sign_asked,
    wants_words,
)
from reports.vocabulary.stems import stem, stems
from reports.vocabulary.terms import FAINT, WEAK, Term, terms_of
from reports.vocabulary.thesaurus import (
    ASKS_FOR,
    COMMITMENT,
    FIGURE,
    HINTS,
    NOUNS,
    PARAGRAPH,
    PARTIES,
    RECOMMENDATION,
    SUBJECT_TOO,
)
from reports.vocabulary.times import MONTHS, YEARS, is_of_time

STATES_ASKED = {COMMITMENT: STATE_WORDS, RECOMMENDATION: DECISION_WORDS}
# Words that are of no name with those next to them.
_ALONE = QUESTION_WORDS | WEAK_WORDS | frozenset(ASKS_FOR)
# So far from each other are two words of one name: “Second to None”.
NEXT = 3
# So many other words are named on a page.
MOST_NAMED = 6


@dataclass(frozen=True)
class Question:
    """The terms of a question and the kind of result that it asks for, empty for any; `of_all`
    where it asks for every one of that kind, `is_named` where it names the kind, `asks_for` the
    person, reason, date or length of time that it asks for, `wants_words` where it asks for no
    value, `counted` the stem of what it asks the number of; `also` are the words that were searched
    besides those typed."""

    terms: tuple[Term, ...]
    kind: str = ""
    of_all: bool = False
    is_named: bool = False
    asks_for: str = ""
    wants_words: bool = False
    counted: str = ""
    pairs: tuple[str, ...] = ()

    @property
    def counted_phrases(self) -> tuple[str, ...]:
        """The phrases, in stems, of what it asks the number of; none where its word is common."""
        terms = (term for term in self.terms if term.strength >= 1 and self.counted)
        own = (term for term in terms if f" {self.counted} " in term.stems[0])
        return next((term.value_stems for term in own), ())

    @property
    def phrases(self) -> tuple[str, ...]:
        """Every plain phrase that is looked for."""
        return tuple(dict.fromkeys(phrase for term in self.terms for phrase in term.phrases))

    @property
    def asks_who(self) -> bool:
        """True where it asks for a person or a post."""
        return self.asks_for == PERSON

    @property
    def subjects(self) -> frozenset[str]:
        """The subjects of figures that the question names, by their slugs."""
        typed = {word for term in self.terms for word in term.typed.split()}
        named = (slug for slug, words in SUBJECT_WORDS.items() if words & typed)
        return frozenset((*spoken_of("; ".join(self.phrases)), *named))

    @property
    def is_of_state(self) -> bool:
        """True if it names a state: broken commitments, rejected recommendations."""
        states = STATES_ASKED.get(self.kind, {})
        return any(term.typed in states for term in self.terms)

    @property
    def month(self) -> str:
        """The year that the question names, as `2015` or with its month as `2015-12`; else
        empty."""
        typed = [word for term in self.terms for word in term.typed.split()]
        dated = (pair for pair in pairwise(typed) if pair[0] in MONTHS)
        month, year = next((pair for pair in dated if YEARS.fullmatch(pair[1])), ("", ""))
        year = year or next((word for word in typed if YEARS.fullmatch(word)), "")
        number = MONTHS.get(month) or next((MONTHS[word] for word in typed if word in MONTHS), 0)
        return f"{year}-{number:02}" if year and number else year

    @property
    def stems(self) -> tuple[str, ...]:
        """The same in stems, and each word that was typed by itself."""
        typed = (stems(word) for term in self.terms for word in term.typed.split())
        return tuple(dict.fromkeys((*map(stems, self.phrases), *typed)))

    @property
    def also(self) -> tuple[str, ...]:
        """The words searched besides those typed, as a page names them: no mere form of another."""
        names, known = [], [_content(term.typed) for term in self.terms]
        for name in (name for term in self.terms for name in (*term.others, *term.wider)):
            content = _content(name)
            if not any(content <= other or other <= content for other in known):
                names.append(name)
                known.append(content)
        return tuple(names)

    @property
    def also_printed(self) -> str:
        """The same as a page prints them: the first few, and the number of the others."""
        names = self.also
        more = len(names) - MOST_NAMED
        return ", ".join(names) if more < 2 else f"{', '.join(names[:MOST_NAMED])} and {more} more"


def _content(text):
    """The stems of what a phrase says, common words left out."""
    return {stem(word) for word in plain(text).split() if word not in STOP}


def read_question(
    text: str, synonyms: Mapping[str, tuple[str, ...]], ignored: frozenset[str] = frozenset()
) -> Question:
    """The question that `text` asks; `ignored` are plain words that say nothing here."""
    terms, asking = [], []
    for part, is_quoted in quoted_parts(text):
        if is_quoted:
            terms.append(Term(plain(part), exact=True))
            continue
        more, names = terms_of(question_text(part, ignored), synonyms, ignored)
        terms += more
        asking += names
    terms, asking = _subjects_apart(terms, asking)
    kind = min((ASKS_FOR[name] for name in asking), key=KINDS_ASKED.index, default="")
    kind = kind or (PARAGRAPH if any(term.typed in SPANS for term in terms) else "")
    sign = sign_asked(text)
    kind = PARAGRAPH if kind == FIGURE and sign == LENGTH else kind
    kind = ASKS_FOR["why"] if kind == ASKS_FOR["number"] and "why" in asking else kind
    named = kind in LISTED and any(ASKS_FOR[name] == kind and name not in HINTS for name in asking)
    states = STATES_ASKED.get(kind, {})
    narrow = [term for term in terms if _narrows(term, states)]
    of_all = named and not narrow
    terms = narrow or terms if named else terms
    terms = terms or [Term(name) for name in asking or _all_words(text)]
    terms = [_of_state(term, states) for term in terms]
    terms = _parted([term for term in dict.fromkeys(terms) if term.typed])
    first, counted = tuple(terms[:MOST]), stem(counted_word(text))
    phrases = "".join(phrase for term in first for phrase in term.stems)
    pairs = tuple(pair for pair in _pairs(question_text(text, ignored)) if pair not in phrases)
    return Question(first, kind, of_all, named, sign, wants_words(text), counted, pairs)


def _pairs(text):
    """Every two words of a question, in stems, that have common words alone between them."""
    words = plain(text).split()
    places = [place for place, word in enumerate(words) if word not in STOP]
    named = (
        (start, other)
        for start, other in pairwise(places)
        if other - start <= NEXT and _ALONE.isdisjoint((words[start], words[other]))
    )
    return tuple(dict.fromkeys(stems(" ".join(words[start : other + 1])) for start, other in named))


def _subjects_apart(terms, asking):
    """The terms, and the names of kinds: what may be either is a term where there are others
    besides parties and dates."""
    if all(term.typed in PARTIES or _is_of_date(term.typed) for term in terms):
        return terms, asking
    names = [name for name in asking if name in SUBJECT_TOO]
    subjects = (Term(name, NOUNS.get(name, ())) for name in names)
    return [*terms, *subjects], [name for name in asking if name not in SUBJECT_TOO]


def _is_of_date(typed):
    return all(is_of_time(word) or word.isdecimal() for word in typed.split())


def _all_words(text):
    """The words of a question that would otherwise have no term, such as “council”."""
    return [word for chunk in plain_chunks(text) for word in chunk if word not in STOP]


def _narrows(term, states):
    """Whether a term leaves out some of what is listed: no mere word beside the name of a kind."""
    return term.typed not in PARTIES and (term.strength > FAINT or term.typed in states)


def _of_state(term, states):
    """A term, with the words of the states that it means."""
    others = states.get(term.typed)
    if not others or term.exact:
        return term
    # A word that says little of a subject, such as “changed”, is the state alone.
    return Term(*others[:1], others[1:]) if term.strength == WEAK else Term(term.typed, others)


def _parted(terms):
    """The terms, each without words of its meaning that were typed as well."""
    return [replace(term, others=tuple(_not_typed(term, terms))) for term in terms]


def _not_typed(term, terms):
    typed = {other.stems[0] for other in terms if other is not term}
    return (name for name in term.others if stems(name) not in typed)
