"""Notes of the person who searches on published reports: “my notes on children’s homes” finds those
whose own words, or whose place in the report, have the words asked for."""

from dataclasses import dataclass

from assurance.accounts.access import Permission, may
from assurance.accounts.models.accounts import User
from reports.publication.notes.queries import in_papers
from reports.tasks.record_search.list_words import content, phrases_for, question_words, word_stem
from reports.vocabulary.plain_text import plain

MOST = 5
# What asks for notes, and for no word in one.
_NOTES = frozenset(map(word_stem, ("note", "notes")))
_MINE = {"my", "mine", "i", "own", "write", "wrote", "written"}


@dataclass(frozen=True)
class OwnNote:
    """A note as a result prints it: its words, the place that it is on, and the title of its
    report."""

    words: str
    place: str
    title: str


def own_notes(text: str, user: User) -> list[OwnNote]:
    """The notes of `user` that have every other word of a question for notes, by meaning; none
    where the question names no notes."""
    words = question_words(text)
    if not any(word.stems & _NOTES for word in words) or not may(user, Permission.READ_ISSUED):
        return []
    rest = [word for word in words if not word.stems & _NOTES and word.plain not in _MINE]
    return [
        OwnNote(one.note.words, one.where, edition.title)
        for edition, notes in in_papers(user)
        for one in notes
        if _has_all(f"{one.note.words} {one.where} {one.excerpt} {edition.title}", rest)
    ][:MOST]


def _has_all(text, words):
    known = content(plain(text))
    return all(word.stems & known or _has_phrase(word, known) for word in words)


def _has_phrase(word, known):
    """True if every word of a phrase that means the same as `word` is `known`."""
    meant = (content(plain(phrase)) for phrase in phrases_for(word.plain))
    return any(words and words <= known for words in meant)
