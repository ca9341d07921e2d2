"""Lists that answer a question by themselves: the table that lists what is asked for, such as open
risks or late actions, and the contacts of a report, which have its posts."""

import re

from reports.publication.models.passages import Passage
from reports.publication.search.question import Question
from reports.vocabulary.intents import (
    CONTACT_WORDS,
    LIST_STATES,
    POST_WORDS,
    POSTS,
)
from reports.vocabulary.plain_text import STOP
from reports.vocabulary.stems import stem, stems
from reports.vocabulary.times import is_of_time

# A list is named by the heads of its first columns.
HEADS = 3
LEADS, CONTACTS, APPROVAL = "responsible for", "part-contacts", "part-approval"
# Heads of columns of posts or of people, in stems.
POST_HEADS = frozenset(map(stem, ("post", "posts", "lead", "owner", "chair", "members")))
_POSTS, _OF_POSTS, _CONTACTS = (
    frozenset(map(stem, words)) for words in (POSTS, POST_WORDS, CONTACT_WORDS)
)
# Ways to reach a post.
_WAYS = frozenset(map(stem, ("telephone", "phone", "email", "ring", "call", "speak")))
# A number with the words right after it, in a plain text.
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+(?: [^\W\d]+){1,3}")
# A short list, or the head of a column of numbers, lists nothing by name.
COLUMNS = 3


def is_list_of(question: Question, row: Passage) -> bool:
    """True where `row` is a table that lists what `question` asks for: the head of a column or the
    first word of the caption has that, and the caption, the report's title or a state all else."""
    if not row.label.startswith("Table"):
        return False
    heads = _heads(row)
    terms = [term for term in question.terms if term.strength == 1]
    # A report of a time comes before others; its tables need not print it.
    rest = [
        term
        for term in terms
        if term.typed not in LIST_STATES and not all(map(is_of_time, term.typed.split()))
    ]
    if not rest:
        return False
    _, _, caption = row.heading.removeprefix("Table ").partition(" ")
    named = [stems(head) for head in (*heads[:HEADS], *caption.split()[:1])]
    # A list of one column next to the numbers of its rows is of what its caption begins with.
    named = named if len(heads) >= COLUMNS else []
    around = stems(f"{row.heading} {row.edition.title}")
    phrases = [term.value_stems for term in rest]
    named += [stems(caption.partition(", ")[0])] if len(heads) == COLUMNS - 1 else []
    is_head = [any(phrase in named for phrase in meaning) for meaning in phrases]
    is_near = (any(phrase in around for phrase in meaning) for meaning in phrases)
    return any(is_head) and all(map(max, is_head, is_near))


def names_posts(row: Passage) -> bool:
    """True where `row` is a table with a column of posts or of people, or contacts."""
    heads = stems(" ".join(_heads(row))).split() if row.label.startswith("Table") else ()
    return row.anchor.startswith(CONTACTS) or not POST_HEADS.isdisjoint(heads)


def states_of(question: Question) -> str:
    """The states that `question` asks for, in stems: a list of all has those of each."""
    return stems(" ".join(term.typed for term in question.terms if term.typed in LIST_STATES))


def asks_for_lead(question: Question) -> bool:
    """True where `question` asks who is responsible for something."""
    return question.asks_who and any(LEADS in term.phrases for term in question.terms)


def asks_for_approval(question: Question) -> bool:
    """True where `question` asks who approved something."""
    return question.asks_who and any("approved" in term.phrases for term in question.terms)


def prints_number(question: Question, row: Passage) -> bool:
    """True where a sentence of `row` has the number of what `question` counts: “11 inspectors”, “3
    new teams”."""
    phrases = question.counted_phrases[:1] if not row.label.startswith("Table") else ()
    return any(
        phrase in stems(match[0])
        for phrase in phrases
        for match in _NUMBER.finditer(row.plain_words)
    )


def _heads(row):
    return row.words.partition(";")[0].split(", ")


def is_of_contacts(question: Question) -> bool:
    """True where `question` is about the contacts of a report, or asks who has a post, and about
    nothing else."""
    typed = (word for term in question.terms if term.strength == 1 for word in term.typed.split())
    counting = {stem(word) for word in typed if word not in STOP}
    is_of_post = question.asks_who or bool(counting & (_POSTS | _WAYS))
    return counting <= _CONTACTS or (is_of_post and counting <= _CONTACTS | _OF_POSTS)
