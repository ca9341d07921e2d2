"""Numbers typed into a paper, each with the figures that say the same and with the sources that
it may be stated with: what the page offers on which they are settled.

Values are exact, as the records give them: for writers, never for the public.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from itertools import islice

from assurance.figures.figure import Mark, Value
from assurance.runtime.periods import today
from reports.documents.document import NO_VALUE
from reports.language.grammar import TOKEN
from reports.language.inline import parse_inline
from reports.language.rules.sources import NumberSource, why_not_source
from reports.language.tokens import StatedNumber, read_token, walk
from reports.papers import typed_numbers as settled
from reports.papers.assembly.figure_text import in_form
from reports.papers.assembly.row_counts import counted_blocks
from reports.papers.countable import Countable, counted
from reports.papers.manuscript import BlockText, Manuscript
from reports.papers.source_faults import writers_of
from reports.papers.wording import number_words
from reports.papers.wording.block_names import called
from reports.prose.numbers import MONEY, PERCENT, Number, numbers
from reports.prose.quantities.shares_of_figures import SHARE
from reports.quotable.insertion.figure_catalogue import answers, token_of
from reports.quotable.values import renderer_of

MOST_CHOICES = 8
SHOWN_AT_ONCE = 12
SMALL = 10
_WORD = re.compile(r"[a-z]{4,}")
# Words of sentences that give the length of a list or table of the paper.
_ROWS = frozenset(("list", "listed", "below", "follow", "row", "table", "headin"))
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
    the figures and lists of the same value, and the sources of the paper.

    `is_stated` where one source serves its whole block; `wrong` is what its own source lacks."""

    slug: str
    path: str
    name: str
    number: Number
    words: str
    sentence: str
    choices: tuple[Choice, ...]
    sources: tuple[NumberSource, ...] = ()
    nth: int = 0
    is_stated: bool = False
    wrong: str = ""

    @property
    def must(self) -> bool:
        """Whether the paper cannot be sent while it stands so."""
        return bool(self.wrong) or not (self.is_stated or not settled.must_be_settled(self.number))

    @property
    def stated(self) -> tuple[tuple[str, NumberSource], ...]:
        """(token, source) of each source that it may be stated with."""
        return tuple((settled.stated(self.words, item.slug), item) for item in self.sources)

    @property
    def key(self) -> str:
        """What it is called on a page."""
        return f"{self.slug}.{self.path}.{self.number.start}"

    @property
    def best(self) -> Choice | None:
        """The figure that is meant: its words stand in the sentence, or it alone says so."""
        choices = [item for item in self.choices if item.fit >= 0]
        if not choices:
            return None
        first, *others = choices
        alone = not others and "[[rows:" not in first.token and abs(self.number.value) >= SMALL
        ahead = first.fit > 0 and all(other.fit < first.fit for other in others)
        return first if alone or ahead else None


def typed_numbers(
    manuscript: Manuscript, slugs: Collection[str] | None = None
) -> tuple[TypedNumber, ...]:
    """Every bare count, per cent and sum of money of the paper, or of its blocks `slugs`, and every
    typed number whose source is none, in print order."""
    why_not, why = _why_not(manuscript), counted(manuscript)
    blocks = [block for block in manuscript.blocks if slugs is None or block.slug in slugs]
    places = [(block, list(_numbers_in(block, why_not, why))) for block in blocks]
    if not any(items for _block, items in places):
        return ()
    figures = _by_value(manuscript)
    return tuple(item for block, items in places for item in _of(block, items, manuscript, figures))


def as_readers_see(
    manuscript: Manuscript, items: Collection[TypedNumber]
) -> tuple[TypedNumber, ...]:
    """The numbers with the sentences around them as they print, without codes of figures."""
    texts = {item.sentence: tuple(parse_inline(item.sentence)) for item in items}
    renderer = renderer_of(manuscript, [token for text in texts.values() for token in walk(text)])
    printed = {
        written: TOKEN.sub(NO_VALUE, "".join(run.printed for run in renderer.runs(text, "")))
        for written, text in texts.items()
    }
    return tuple(replace(item, sentence=printed[item.sentence]) for item in items)


def typed_in(manuscript: Manuscript, block: BlockText) -> tuple[TypedNumber, ...]:
    """The first typed numbers in the sentences of a block, one more than are shown at once."""
    value = replace(block, data=settled.without_source(block.data))
    rows = list(_numbers_in(value, _why_not(manuscript), counted(manuscript)))
    if not rows:
        return ()
    manuscript = manuscript.with_block(value)
    result = _of(value, rows, manuscript, _by_value(manuscript))
    spoken_of = (item for item in result if item.path in ("text", *settled.SENTENCES))
    return tuple(islice(spoken_of, SHOWN_AT_ONCE + 1))


def may_hold_typed(block: BlockText) -> bool:
    """Whether a number may be typed in a block: nothing is counted for that."""
    return settled.is_stated(block) or any(row for *_text, row in settled.passages(block))


def replaced_texts(block: BlockText, places: Mapping[str, list]) -> dict:
    """The texts of a block with other words at some places, (start, end, words) by the path of
    their text."""
    for path, text in list(settled.texts(block)):
        if path in places:
            block = settled.with_text(block, path, settled.replaced(text, places[path]))
    return {"heading": block.heading, "text": block.text, "data": block.data}


def _why_not(manuscript) -> Callable[[str], str]:
    """Gives the sentence that refuses the source of a typed number of the paper, or nothing."""
    people = writers_of(manuscript.paper)
    return partial(why_not_source, sources=manuscript.sources, people=people, today=today())


def _numbers_in(block, why_not, why_counted):
    """(text, path, number, its words, what is wrong with its source) of each, in order."""
    why = why_counted(block)
    for path, text, numbers_of in settled.passages(block):
        bare = (
            (number, text[number.start : number.end].strip(), why.get((path, number.start)))
            for number in numbers_of
        )
        tokens = _wrong_tokens(text, path, why_not, why)
        rows = sorted((*bare, *tokens), key=lambda row: row[0].start)
        yield from ((text, path, *row) for row in rows)


def _wrong_tokens(text, path, why_not, why):
    """(number, its words, what is wrong with its source) of each typed number whose source does
    not serve; its stretch is that of its token."""
    for match in TOKEN.finditer(text):
        token = read_token(match[0])
        stated = isinstance(token, StatedNumber)
        wrong = stated and (why.get((path, match.start())) or why_not(token.source))
        read_as = [number for number in numbers(token.words) if wrong] if wrong else ()
        if read_as:
            number = replace(read_as[0], start=match.start(), end=match.end())
            yield number, token.words, wrong


def _of(block, rows, manuscript, figures):
    name, sources = called(manuscript, block), tuple(manuscript.sources.values())
    for text, path, number, printed, wrong in rows:
        sentence = settled.sentence_at(text, number.start)
        yield TypedNumber(
            slug=block.slug,
            path=path,
            name=name,
            number=number,
            words=printed,
            sentence=sentence,
            choices=_choices(number, sentence, figures, wrong)
            if _bears(path, text, number)
            else (),
            sources=sources,
            nth=settled.occurrence(text, number),
            is_stated=not wrong and settled.STATED_BY in block.data,
            wrong=wrong.sentence if isinstance(wrong, Countable) else wrong or "",
        )


def _bears(path, text, number):
    """Whether a figure can stand where a number does: not in a heading, caption, label or note."""
    plain = path.partition("-")[0] in ("heading", "caption", settled.HEAD, settled.LABEL)
    return not plain and number.kind != SHARE and not settled.is_in_note(text, number.start)


def _choices(number, sentence, figures, wrong=None):
    kind = number.kind if number.kind in (PERCENT, MONEY) else "count"
    matches = [
        replace(item, token=_in_words(item.token) if number.in_words else item.token, fit=fit)
        for item, text in figures.get((kind, number.value), ())
        if (fit := _fit(sentence, text, item.when)) >= 0
    ]
    matches = sorted(matches, key=lambda item: -item.fit)[:MOST_CHOICES]
    # What counts the same says another number: it is chosen by nobody but the writer.
    offered = wrong.figures if isinstance(wrong, Countable) else ()
    known = {item.token for item in matches}
    return (*matches, *(Choice(*row, "", -1) for row in offered if row[0] not in known))


def _in_words(token):
    return token.replace("]]", " | words]]") if "|" not in token else token


def _fit(sentence, text, when):
    """How many words of a figure stand in the sentence; its day or period counts for two."""
    value = _stems(sentence)
    return len(value & text) + 2 * bool(when and when in sentence)


def _stems(text):
    return {word[:6].rstrip("s") for word in _WORD.findall(text.casefold())} - _USUAL


def _by_value(manuscript) -> Mapping:
    """(kind, exact number) → [(choice, stems of words)] of every figure at the paper's dates, once
    where two of them are one date or period."""
    index = {}
    for figure, at, when, value in answers(manuscript):
        if value.mark != Mark.SHOWN:
            continue
        title = figure.title_of(value.label)
        stems = frozenset(_stems(f"{title} {figure.counts}"))
        once = token_of(figure, value, ""), str(when)
        for kind, number, form in number_forms(value):
            choice = Choice(token_of(figure, value, at, form), title, str(when))
            offered = index.setdefault((kind, number), {})
            # What the report counts by itself, before a date that is named for another subject.
            if once not in offered or not at:
                offered[once] = (choice, stems)
    for slug, count in counted_blocks(manuscript).items():
        name = called(manuscript, manuscript.block(slug))
        choice = Choice(f"[[rows:{slug}]]", f"Rows counted in {name}", "")
        index.setdefault(("count", Fraction(count)), {})[choice.token] = (choice, _ROWS)
    return {number: tuple(offered.values()) for number, offered in index.items()}


def number_forms(value: Value) -> Iterator[tuple[str, Fraction, str]]:
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
