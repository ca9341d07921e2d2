"""Numbers typed into a paper, each with the figures that say the same and with who may answer for
it: what the page offers on which they are settled.

Values are exact, as the records give them: for writers, never for the public.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import islice

from assurance.accounts.history_page import names_of
from assurance.figures.figure import Mark
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import say_day, today
from reports.editor.figure_catalogue import answers, token_of
from reports.editor.outline import called
from reports.papers import typed_numbers as settled
from reports.papers.assembly.tokens import in_form
from reports.papers.language import number_words
from reports.papers.manuscript import BlockText, Manuscript
from reports.prose.numbers import MONEY, PERCENT, Number

MOST_CHOICES = 8
SHOWN_AT_ONCE = 12
SMALL = 10
WRITINGS = ("papers.add_block", "papers.change_block", "papers.settle")
_WORD = re.compile(r"[a-z]{4,}")
_USUAL = frozenset(
    ("with", "from", "that", "this", "were", "have", "been", "which", "their", "when", "over")
)


@dataclass(frozen=True)
class Choice:
    """A figure that says the number: its token, and what and when it counts."""

    token: str
    title: str
    when: str
    fit: int = 0


@dataclass(frozen=True)
class TypedNumber:
    """A number typed at one place: block and path of its text, where it stands in it, its sentence,
    the figures of the same value, and the source that it has unless another is given.

    `is_stated` where the block was imported with its paper, which answers for its numbers."""

    slug: str
    path: str
    name: str
    number: Number
    words: str
    sentence: str
    choices: tuple[Choice, ...]
    source: str
    nth: int = 0
    is_stated: bool = False

    @property
    def must(self) -> bool:
        """Whether the paper cannot be sent while it stands so."""
        return not self.is_stated and settled.must_be_settled(self.number)

    @property
    def as_stated(self) -> str:
        """The token that states it with its source."""
        return settled.stated(self.words, self.source)

    @property
    def key(self) -> str:
        """What it is called on a page."""
        return f"{self.slug}.{self.path}.{self.number.start}"

    @property
    def best(self) -> Choice | None:
        """The figure that is meant: its words stand in the sentence, or it alone says so."""
        if not self.choices:
            return None
        first, *others = self.choices
        alone = not others and abs(self.number.value) >= SMALL
        ahead = first.fit > 0 and all(other.fit < first.fit for other in others)
        return first if alone or ahead else None


def typed_numbers(manuscript: Manuscript) -> tuple[TypedNumber, ...]:
    """Every bare count, per cent and sum of money of the paper, in print order."""
    blocks = [block for block in manuscript.blocks if any(settled.bare_in(block))]
    if not blocks:
        return ()
    sources = _sources(manuscript, blocks)
    figures = _by_value(manuscript)
    return tuple(
        item for block in blocks for item in _of(block, manuscript, figures, sources[block.slug])
    )


def typed_in(manuscript: Manuscript, block: BlockText, writer) -> tuple[TypedNumber, ...]:
    """The first bare numbers in the sentences of a block, one more than are shown at once."""
    if not any(settled.bare_in(block)):
        return ()
    source = source_of(writer.name, today())
    value = replace(block, data=settled.without_source(block.data))
    result = _of(value, manuscript.with_block(value), _by_value(manuscript), source)
    spoken_of = (item for item in result if item.path in ("text", *settled.SENTENCES))
    return tuple(islice(spoken_of, SHOWN_AT_ONCE + 1))


def source_of(who: str, on: date) -> str:
    """The source of a number that its writer answers for."""
    return f"{who}, {say_day(on)}"


def _of(block, manuscript, figures, source):
    name = called(manuscript, block)
    for text, path, number in settled.bare_in(block):
        sentence = settled.sentence_at(text, number.start)
        yield TypedNumber(
            slug=block.slug,
            path=path,
            name=name,
            number=number,
            words=text[number.start : number.end].strip(),
            sentence=sentence,
            choices=_choices(number, sentence, figures),
            source=source,
            nth=settled.occurrence(text, number),
            is_stated=settled.STATED_BY in block.data,
        )


def _choices(number, sentence, figures):
    kind = number.kind if number.kind in (PERCENT, MONEY) else "count"
    matches = [
        replace(item, token=_in_words(item.token) if number.in_words else item.token, fit=fit)
        for item, text in figures.get((kind, number.value), ())
        if (fit := _fit(sentence, text, item.when)) >= 0
    ]
    return tuple(sorted(matches, key=lambda item: -item.fit)[:MOST_CHOICES])


def _in_words(token):
    return token.replace("]]", " | words]]") if "|" not in token else token


def _fit(sentence, text, when):
    """How many words of a figure stand in the sentence; its day or period counts for two."""
    value = _stems(sentence)
    return len(value & text) + 2 * (when in sentence)


def _stems(text):
    return {word[:6].rstrip("s") for word in _WORD.findall(text.casefold())} - _USUAL


def _by_value(manuscript) -> Mapping:
    """(kind, exact number) → [(choice, stems of words)] of every figure at the paper's dates."""
    index = {}
    for figure, at, when, value in answers(manuscript):
        if value.mark != Mark.SHOWN:
            continue
        title = f"{figure.title}: {value.label}" if value.label else figure.title
        stems = frozenset(_stems(f"{title} {figure.counts}"))
        for kind, number, form in _sayings(value):
            choice = Choice(token_of(figure, value, at, form), title, str(when))
            index.setdefault((kind, number), []).append((choice, stems))
    return index


def _sayings(value):
    """(kind, number, form) as a value may have been typed; none for a bound, which has its word."""
    parts, unit, bound = number_words.PARTS.get(str(value.unit), (1, str(value.unit), ""))
    if bound:
        return
    kind = {number_words.POUNDS: MONEY, number_words.PER_CENT: PERCENT}.get(unit, "count")
    yield kind, Fraction(value.count) / parts, "number"
    if kind == "count" and value.base:
        display = settled.as_shown(in_form([value], "percent"))
        if display is not None:
            yield PERCENT, display, "percent"


def _sources(manuscript, blocks):
    """Slug → the source that a number in the block has: who wrote it last, and when."""
    paper = manuscript.paper
    names = {f"{paper.history_name}#{block.slug}": block.slug for block in blocks}
    values = HistoryEntry.objects.of(paper.council).filter(
        about_kind__in=("block", "paper"), about__in=[*names, paper.history_name]
    )
    entries = list(values.filter(what__in=(*WRITINGS, "papers.start")))
    titles = names_of(entry.who for entry in entries)
    result, started = {}, ""
    for entry in entries:
        source = source_of(titles.get(entry.who, entry.who), entry.on)
        if entry.about in names:
            result[names[entry.about]] = source
        elif not started:
            started = source
    fallback = started or source_of(paper.council.name, paper.created_on)
    return {block.slug: _stated(block) or result.get(block.slug, fallback) for block in blocks}


def _stated(block):
    """Who states the numbers of a block that was imported, or an empty text."""
    return block.data.get(settled.STATED_BY, {}).get("source", "")
