"""Texts of blocks made from what they mean, so that reading them back can be compared."""

from hypothesis import strategies as st

from reports.language.text import Item, Listing, Passage
from reports.language.tokens import (
    Compare,
    DateName,
    DerivedNumber,
    Emphasis,
    Link,
    NoteMark,
    Quote,
    RecordField,
    Reference,
    RowCount,
    StatedNumber,
    Strong,
)
from reports.papers.wording.date_words import FORMS

_WORDS = st.lists(
    st.sampled_from(
        ["staff", "children", "30", "of", "(all)", "2015–16", "£48k", "é", "l’été", "e.g."]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
_NAMES = st.sampled_from(["position", "2015-12-01", "audits_2014", "2015-01-01..2015-12-31"])
_SLUGS = st.sampled_from(["dbs-cohort", "a", "b2", "work_1"])
_KEYS = st.sampled_from(["dbs.overdue", "looked_after.placement", "audits.by_grade"])
_COHORTS = st.sampled_from(["", "staff"])
_FORMS = st.sampled_from(["number", "words", "percent base", "money k", "bound 90", "none"])


def _reckoned(operation, key, cohort, when):
    """A number reckoned from two members of one figure and, in a sum, from a typed one."""
    operands = [Quote(key, member, cohort, when=when) for member in ("a", "b_2")]
    operands += [StatedNumber("7", "a list (of 2015)")] if operation == "sum" else []
    return DerivedNumber(operation, tuple(operands), "percent")


TOKENS = st.one_of(
    st.builds(
        Quote,
        _KEYS,
        st.sampled_from(["", "agency_foster", "2", "M", "C1"]),
        _COHORTS,
        when=_NAMES,
        form=_FORMS,
    ),
    st.builds(Compare, _KEYS, earlier=_NAMES, later=_NAMES),
    st.builds(RowCount, _SLUGS, st.sampled_from(["number", "words"])),
    st.builds(StatedNumber, st.sampled_from(["44", "over 30"]), _WORDS),
    st.builds(DateName, st.sampled_from(["position", "a_1"]), st.sampled_from(FORMS)),
    st.builds(_reckoned, st.sampled_from(["difference", "share", "sum"]), _KEYS, _COHORTS, _NAMES),
    st.builds(RecordField, st.just("review"), _SLUGS, st.just("title")),
    st.builds(NoteMark, _WORDS),
    st.builds(Reference, st.sampled_from(["para", "section", "annex", "rec", "table"]), _SLUGS),
    st.builds(Reference, st.just("paras"), _SLUGS, to=_SLUGS),
    st.builds(Reference, st.just("para"), _SLUGS, st.sampled_from(["ii", "iv-2"])),
)
_LINKS = st.builds(Link, _WORDS, st.sampled_from(["https://a.b/c_d", "mailto:a@b.uk"]))
_MARKED = st.one_of(
    st.builds(lambda words: Strong((words,)), _WORDS),
    st.builds(lambda words: Emphasis((words,)), _WORDS),
    st.builds(lambda token: Strong((token,)), TOKENS),
)


@st.composite
def passages(draw):
    """A passage that begins with a capital letter, so that it cannot be taken for an item."""
    pieces = ["The " + draw(_WORDS) + " "]
    for piece in draw(st.lists(st.one_of(TOKENS, _LINKS, _MARKED), max_size=3)):
        pieces += [piece, " " + draw(_WORDS) + " "]
    pieces[-1] = pieces[-1].rstrip()
    return Passage(tuple(pieces))


@st.composite
def listings(draw, depth):
    """A list of one kind; an item holds passages and, at the first level, a list."""
    numbered = draw(st.booleans())
    marks = draw(st.sampled_from([("i", "ii", "iii"), ("a", "b", "c"), ("1", "2", "3")]))
    items = []
    for mark in marks[: draw(st.integers(1, 3))]:
        content = draw(st.lists(passages(), min_size=1, max_size=2))
        if depth == 1 and draw(st.booleans()):
            content.append(draw(listings(2)))
        items.append(Item(numbered, tuple(content), mark if numbered else ""))
    return Listing(tuple(items))


@st.composite
def contents(draw):
    """The content of a block: passages, then perhaps a list and passages after it, in turn."""
    content = draw(st.lists(passages(), min_size=1, max_size=2))
    for _ in range(draw(st.integers(0, 2))):
        content += [draw(listings(1)), *draw(st.lists(passages(), min_size=1, max_size=2))]
    return tuple(content)


def write(content, indent=0):
    """The text that means `content`."""
    return "\n\n".join(
        _line(part.pieces, indent) if isinstance(part, Passage) else _list(part, indent)
        for part in content
    )


def _list(listing, indent):
    return "\n".join(_item(item, indent) for item in listing.items)


def _item(item, indent):
    mark = f"{item.mark}." if item.numbered else "*"
    first, *rest = item.content
    opening = f"{' ' * indent}{mark} {inline(first.pieces)}"
    return "\n\n".join([opening, write(rest, indent + 2)]) if rest else opening


def _line(pieces, indent):
    return " " * indent + inline(pieces)


def typed(token):
    """A token as it is typed."""
    return f"[[{_TOKENS[type(token)](token)}]]"


def inline(pieces, say=typed):
    """One passage with its marks; `say` gives the words of a token."""
    return "".join(_written(piece, say) for piece in pieces)


def _written(piece, say):
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Strong):
        return f"**{inline(piece.pieces, say)}**"
    if isinstance(piece, Emphasis):
        return f"_{inline(piece.pieces, say)}_"
    if isinstance(piece, Link):
        return f"[{piece.words}]({piece.address})"
    return say(piece)


def _figure(token):
    cohort = f" of={token.cohort}" if token.cohort else ""
    return token.key + (f":{token.member}" if token.member else "") + cohort


def _quote(token):
    return _figure(token) + (f" @{token.when}" if token.when else "") + f" | {token.form}"


def _operands(token):
    joint = {"sum": " + ", "difference": " - ", "share": " of "}[token.operation]
    return joint.join(
        f"({_TOKENS[StatedNumber](item)})"
        if isinstance(item, StatedNumber)
        else _quote(item).removesuffix(" | number")
        for item in token.operands
    )


def _reference(token):
    to = f"..{token.to}" if token.to else ""
    item = f"#{token.item}" if token.item else ""
    return f"{token.what}:{token.slug}{to}{item}"


_TOKENS = {
    Quote: _quote,
    Compare: lambda token: f"compare {_figure(token)} @{token.earlier} @{token.later}",
    StatedNumber: lambda token: f"stated {token.words}: {token.source}",
    DateName: lambda token: f"date:{token.name} | {token.form}",
    DerivedNumber: lambda token: f"{token.operation} {_operands(token)} | {token.form}",
    RowCount: lambda token: f"rows:{token.slug} | {token.form}",
    RecordField: lambda token: f"record:{token.kind}/{token.slug}.{token.name}",
    NoteMark: lambda token: f"note: {token.words}",
    Reference: _reference,
}
