"""Words typed with an error, and the words of a council's reports that they are nearest to.

One mechanism for both databases: a word that neither a candidate nor a passage has is compared with
the words that the newest reports print and with those of the thesaurus.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reports.editions.models.editions import EditionQuerySet
from reports.publication.models.passages import Passage
from reports.publication.search.query import printed_words
from reports.publication.search.question import Question
from reports.publication.search.scores import Candidate
from reports.vocabulary.plain_text import STOP, pieces, plain
from reports.vocabulary.question_words import QUESTION_WORDS, WEAK_WORDS
from reports.vocabulary.spellings import sound
from reports.vocabulary.stems import stem, stems
from reports.vocabulary.thesaurus import ASKS_FOR, SYNONYMS

# The words of so many reports are compared with what was typed.
NEWEST = 40
# Every word of the thesaurus: it is meant as it is typed.
FIELD_WORDS = frozenset(
    word for group in SYNONYMS for name in group for word in plain(name).split()
)
# Shorter words are near to too many others.
SHORTEST = 4
# A short word is near only to what begins alike; only a long one may have two letters wrong, or a
# less long one two letters at other places.
SHORT, LONG, LESS_LONG = 6, 9, 8
# A shorter word that was typed with an error may be another.
LONG_ENOUGH = 6


def unknown_words(question: Question, candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """The words of `question` that no candidate has."""
    words = [
        word
        for term in question.terms
        if not term.exact and not term.others
        for word in term.typed.split()
        if len(word) >= SHORTEST and word.isalpha()
    ]
    texts = "".join(f"{item.text}{item.around}" for item in candidates) if words else ""
    return tuple(word for word in words if stems(word) not in texts)


def corrections(
    words: Sequence[str], editions: EditionQuerySet, few: Sequence[int] | None = None
) -> dict[str, str]:
    """Word → the nearest that is printed, of those `words` that nothing in `editions` has; `few` as
    for a search."""
    printed = printed_words(words, editions, few) if words else set()
    missing = [word for word in words if word not in printed]
    if not missing:
        return {}
    vocabulary = _vocabulary(editions)
    known = set(map(stem, vocabulary))
    near = {
        word: nearest(word, vocabulary) or parted(word, vocabulary)
        for word in missing
        if stem(word) not in known
    }
    return {word: other for word, other in near.items() if other and not _is_another(word, other)}


def _is_another(word, other):
    """True where a common word took the place of a word that is no form of it: “wall” of “well”,
    and “when” of the name Wren; “happend” is a form of “happens”."""
    is_common = any(other in common for common in (STOP, QUESTION_WORDS, WEAK_WORDS, ASKS_FOR))
    is_form = sorted(word) == sorted(other) or word[:LONG_ENOUGH] == other[:LONG_ENOUGH]
    return is_common and len(word) == len(other) and not is_form


def corrected(text: str, near: dict[str, str]) -> str:
    """`text` with each word that `near` knows replaced."""
    parts, at = [], 0
    for piece in pieces(text):
        if piece.word in near:
            parts += [text[at : piece.start], near[piece.word]]
            at = piece.end
    return "".join([*parts, text[at:]])


def distance(one: str, other: str) -> int:
    """How many letters are left out, added, changed or swapped between two words."""
    before, last = [], list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, mark in enumerate(other, 1):
            steps = [last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != mark)]
            is_swap = (
                row > 1 and column > 1 and letter == other[column - 2] and mark == one[row - 2]
            )
            if is_swap:
                steps.append(before[column - 2] + 1)
            line.append(min(steps))
        before, last = last, line
    return last[-1]


def nearest(word: str, vocabulary: Mapping[str, int]) -> str:
    """The word of `vocabulary` (word → how often it is printed) nearest to `word`; empty where none
    is near. Of words equally near the one with the same first letter, then the commonest; a short
    word is near to none that begins otherwise. Where none is near, the commonest that sounds the
    same."""
    if len(word) < SHORTEST or not word.isalpha():
        return ""
    most = 1 if len(word) < LESS_LONG else 2
    near = []
    for known, times in vocabulary.items():
        if abs(len(known) - len(word)) > most or len(known) < SHORTEST:
            continue
        begins_alike = known[0] == word[0]
        if len(word) < SHORT and not begins_alike:
            continue
        steps = distance(word, known)
        are_others = steps > 1 and len(word) < LONG and sorted(word) != sorted(known)
        if steps <= most and not are_others:
            near.append((steps, not begins_alike, -times, known))
    return min(near)[3] if near else _sounding(word, vocabulary)


def _sounding(word, vocabulary):
    """The commonest word of `vocabulary` that sounds like `word`; empty where none does."""
    own = sound(word)
    alike = (known for known in vocabulary if len(known) >= SHORTEST and sound(known) == own)
    return max(alike, key=vocabulary.__getitem__, default="")


def parted(word: str, vocabulary: Mapping[str, int]) -> str:
    """The two words of `vocabulary` that were typed as one `word`; empty where it is no two. Of
    several, the two of which the rarer is the commonest."""
    places = range(SHORTEST, len(word) - SHORTEST + 1)
    halves = ((word[:at], word[at:]) for at in places)
    pairs = [pair for pair in halves if all(half in vocabulary for half in pair)]
    return " ".join(max(pairs, key=lambda pair: min(map(vocabulary.get, pair)), default=()))


def meant(word: str, vocabulary: Mapping[str, int], shortest: int = LONG_ENOUGH) -> str:
    """The word of `vocabulary` that `word`, of `shortest` letters or more, was most likely meant
    for, else `word`."""
    return (len(word) >= shortest and nearest(word, vocabulary)) or word


def _vocabulary(editions):
    """Word → how often the newest reports print it; the thesaurus's words once."""
    newest = editions.order_by("-issued_on", "-pk").values("pk")[:NEWEST]
    rows = Passage.objects.filter(edition__in=newest).order_by()
    texts = rows.values_list("plain_heading", "plain_words")
    counts = Counter(word for both in texts for text in both for word in text.split())
    return Counter(dict.fromkeys((*FIELD_WORDS, *ASKS_FOR, *QUESTION_WORDS, *STOP), 1)) + counts
