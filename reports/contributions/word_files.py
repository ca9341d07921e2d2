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
from reports.papers.language.text import quotes
from reports.papers.models.contributions import ContributionRequest


def word_file(section: ContributionRequest) -> bytes:
    """The bytes of the Word document of a section, as its writer saved it last."""
    context = {item.slug: item for item in blocks_of(section)}
    made = proposed_by(section, section.words)
    blocks = [_as_asked(item, context.get(item.key)) for item in made]
    places = {slug: place for place, slug in enumerate(context)}
    values = {item.raw for item in tokens_in(section)}
    # Other figures stand by their names: the file may go to somebody who has only the section.
    own = [saying_only(item, values) for item in made]
    value = {raw: text for raw, text in said_by_tokens(section, own).items() if raw in values}
    return document(section.pk, section.title, blocks, places, value)


def from_word(section: ContributionRequest, file) -> tuple[dict, list]:
    """(words of the form, rows of where, words and why of the rest); raises `NotAPaper`."""
    blocks = blocks_of(section)
    return read_section(file.read(), section.pk, section.slug, blocks, _tokens(section))


def from_word_whole(section: ContributionRequest, file) -> tuple[dict, list]:
    """The same, handed in at once; raises `NotAPaper` where a box could not keep it, too."""
    text, missed = from_word(section, file)
    blocks = blocks_of(section)
    if wrong := faults(blocks, text):
        box, (sentence, *_) = next(iter(wrong.items()))
        named = {block.slug: block.name for block in blocks}
        name = named.get(box.partition("-")[2], "what is new")
        raise NotAPaper(f"{name.capitalize()}: {sentence}")
    return text, missed


def _as_asked(item, block):
    if block is None:
        return RequestedBlock(
            item.key, item.kind, item.parent, item.heading, item.text, item.data, item.kind
        )
    return replace(
        block, parent=item.parent, heading=item.heading, text=item.text, data=dict(item.data)
    )


def _tokens(section):
    """Every token that may stand in a file of the section: as asked for, saved or handed in."""
    items = (section.words, *(contribution.words for contribution in section.contributions.all()))
    later = [token for label in items for text in label.values() for token in quotes(text)]
    return tuple(dict.fromkeys(item.raw for item in (*tokens_in(section), *later)))
