"""The Word file of an asked section: made of what is saved of it, and read back."""

from dataclasses import replace

from reports.contributions.proposals import RequestedBlock, faults
from reports.contributions.sections import (
    blocks_of,
    proposed_by,
    said_by_tokens,
    saying_only,
    tokens_in,
)
from reports.contributions.word.reader import read_section
from reports.contributions.word.writer import document
from reports.conversion.results import NotAPaper
from reports.conversion.sources import LARGEST_FILE, MEGABYTE
from reports.papers.language.text import quotes
from reports.papers.models.contribution_requests import ContributionRequest

TOO_LARGE = f"The file must be {LARGEST_FILE // MEGABYTE} MB or smaller"


def word_file(section: ContributionRequest) -> bytes:
    """The bytes of the Word document of a section, as its writer saved it last."""
    asked = {one.slug: one for one in blocks_of(section)}
    made = proposed_by(section, section.words)
    blocks = [_as_asked(one, asked.get(one.key)) for one in made]
    places = {slug: place for place, slug in enumerate(asked)}
    given = {one.raw for one in tokens_in(section)}
    # Other figures stand by their names: the file may go to somebody who has only the section.
    own = [saying_only(one, given) for one in made]
    say = {raw: words for raw, words in said_by_tokens(section, own).items() if raw in given}
    return document(section.pk, section.title, blocks, places, say)


def from_word(section: ContributionRequest, file) -> tuple[dict, list]:
    """(words of the form, rows of where, words and why of what was not understood) of an uploaded
    file. Raises `NotAPaper`."""
    if file.size > LARGEST_FILE:
        raise NotAPaper(TOO_LARGE)
    blocks = blocks_of(section)
    said = read_section(file.read(), section.pk, section.slug, blocks, _tokens(section))
    words, missed = said
    return words, [(one.where, one.words, one.why) for one in missed]


def from_word_whole(section: ContributionRequest, file) -> tuple[dict, list]:
    """The same for somebody who hands it in at once. Raises `NotAPaper` where a box of the form
    could not keep what the file has for it, too."""
    words, missed = from_word(section, file)
    blocks = blocks_of(section)
    if wrong := faults(blocks, words):
        box, (sentence, *_) = next(iter(wrong.items()))
        named = {one.slug: one.name for one in blocks}
        name = named.get(box.partition("-")[2], "what is new")
        raise NotAPaper(f"{name.capitalize()}: {sentence}")
    return words, missed


def _as_asked(one, block):
    if block is None:
        return RequestedBlock(
            one.key, one.kind, one.parent, one.heading, one.text, one.data, one.kind
        )
    return replace(
        block, parent=one.parent, heading=one.heading, text=one.text, data=dict(one.data)
    )


def _tokens(section):
    """Every token that may stand in a file of the section: as asked for, saved or handed in."""
    said = (section.words, *(one.words for one in section.contributions.all()))
    later = [token for words in said for text in words.values() for token in quotes(text)]
    return tuple(dict.fromkeys(one.raw for one in (*tokens_in(section), *later)))
