"""The words of a question that name records and tell them from others."""

import re
from dataclasses import dataclass

from reports.vocabulary.plain_text import STOP, plain
from reports.vocabulary.question_words import QUESTION_WORDS
from reports.vocabulary.stems import stem, stems
from reports.vocabulary.synonyms import synonyms_with

# “No check” has none whatever words stand between, “not shared” is of the next word alone.
NO, NOT_ONE = frozenset(("no", "without")), frozenset(("none", "nor", "neither", "never", "not"))
NOT = NO | NOT_ONE
# Between “not” and what is not.
FILLERS = frozenset(("a", "an", "any", "been", "its", "the", "their", "yet"))
# What is asked for may be needed or kept for long; lists have neither.
_ASKING = {"list", "lists", "only", "still", "need", "needs", "needing", "long", "keep", "keeps"}
_PASSED_OVER = (STOP | QUESTION_WORDS | FILLERS | _ASKING) - NOT
# Questions have no words for what waits for their reader, or was withdrawn.
LEFT_OUT = ("yours", "withdrawn")
_ALIKE = {"await": "wait", "pend": "wait"}
_UN = re.compile(r"\bun(?=(?:answered|checked|moderated|recorded|reviewed|shared|validated)\b)")


@dataclass(frozen=True)
class QuestionWord:
    """A plain word of a question, the stems that mean the same, and whether “not” is before it."""

    plain: str
    stems: frozenset[str]
    is_denied: bool


def question_words(text: str) -> list[QuestionWord]:
    """The words of a question that name records."""
    words, denied_by = [], ""
    for word in plain(_UN.sub("not ", text.casefold())).split():
        if word in NOT:
            denied_by = word
        elif word not in _PASSED_OVER:
            words.append(QuestionWord(word, meanings(word), bool(denied_by)))
            denied_by = denied_by if denied_by in NO else ""
        elif word not in FILLERS:
            denied_by = denied_by if denied_by in NOT_ONE else ""
    return words


def meanings(word: str) -> frozenset[str]:
    """The stem of `word` and of each single word that means the same."""
    phrases = [stems(phrase).split() for phrase in phrases_for(word)]
    return frozenset({word_stem(word), *(phrase[0] for phrase in phrases if len(phrase) == 1)})


def phrases_for(word: str) -> tuple[str, ...]:
    """The words and phrases that mean the same as `word`."""
    return tuple(synonyms_with(()).get(stems(word), ()))


def word_stem(word: str) -> str:
    """The stem of `word`, the same for words that lists use alike."""
    return _ALIKE.get(stem(word), stem(word))


def content(text: str) -> frozenset[str]:
    """The stems of the words of a plain `text` that tell records from others."""
    return frozenset(word_stem(one) for one in text.split() if one not in STOP | NOT | FILLERS)
