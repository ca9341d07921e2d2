"""A citation as it is printed: the words and anchor of what it names, or why it names nothing."""

from dataclasses import dataclass

from reports.papers.language.numbering import Numbering
from reports.papers.language.outline import Address
from reports.papers.language.problems import Problem
from reports.papers.language.template import House
from reports.papers.language.tokens import Reference

_KINDS = {
    "para": ("paragraph", "lead"),
    "section": ("section", "part", "annex"),
    "annex": ("annex",),
    "rec": ("recommendation",),
    "table": ("table",),
    "chart": ("chart",),
}
_NAMES = {
    "para": "paragraph",
    "section": "section",
    "annex": "annex",
    "rec": "recommendation",
    "table": "table",
    "chart": "chart",
    "part": "part",
    "lead": "lead sentence",
}


@dataclass(frozen=True)
class CitationText:
    """A citation's words (`paragraphs 25–28`) and the anchor, without `#`, that it leads to."""

    text: str
    anchor: str


def reference_text(
    reference: Reference, numbering: Numbering, house: House, where: str = ""
) -> CitationText | Problem:
    """What `reference` prints, or a Problem; `where` is the place of the citation in words."""
    try:
        return _resolve(reference, numbering, house)
    except _UnknownCitation as broken:
        return Problem(str(broken), where)


class _UnknownCitation(Exception):
    """A citation of nothing; its text is the sentence."""


def _resolve(reference, numbering, house):
    if reference.what == "paras":
        first = _find(numbering, reference.slug, "para", reference)
        last = _find(numbering, reference.to, "para", reference)
        return CitationText(_range(first, last, house, reference), first.anchor)
    address = _find(numbering, reference.slug, reference.what, reference)
    if reference.item:
        return _item(reference, numbering, address, house)
    if reference.what == "annex":
        return _annex(numbering, reference.slug, address, house)
    if reference.what == "section":
        return _section(numbering, reference, address, house)
    if reference.what == "rec":
        return CitationText(f"{house.recommendation} {address.number}", address.anchor)
    if reference.what == "para":
        return CitationText(_paragraph(address, house), address.anchor)
    return CitationText(address.label, address.anchor)


def _find(numbering, slug, what, reference):
    """The address of `slug`, where it is the kind of thing that `what` cites."""
    try:
        address = numbering.of(slug)
    except KeyError:
        raise _UnknownCitation(
            f"{reference.raw or slug} cites “{slug}”, and this paper has no {_NAMES[what]} "
            "of that name: cite another, or put it back."
        ) from None
    if address.kind not in _KINDS[what]:
        raise _UnknownCitation(
            f"{reference.raw or slug} cites “{slug}” as a {_NAMES[what]}, and it is a "
            f"{_NAMES.get(address.kind, address.kind)}: {_instead(address, slug)}."
        )
    return address


def _instead(address, slug):
    word = next((what for what, kinds in _KINDS.items() if address.kind == kinds[0]), "")
    return f"write [[{word}:{slug}]]" if word else "cite the paragraph it stands in"


def _item(reference, numbering, address, house):
    try:
        item = numbering.item(reference.slug, reference.item)
    except KeyError:
        raise _UnknownCitation(
            f"{reference.raw} cites item {reference.item} of {_paragraph(address, house)}, "
            "which has no such item: cite another, or put it back."
        ) from None
    text = f"{house.paragraph} {address.number}{item.suffix}"
    return CitationText(_within(text, address), item.anchor)


def _paragraph(address, house):
    return _within(f"{house.paragraph} {address.number}", address)


def _within(text: str, address: Address) -> str:
    return f"{text} of {address.within}" if address.within else text


def _range(first, last, house, reference):
    if first.within != last.within:
        raise _UnknownCitation(
            f"{reference.raw} cites a range that begins in {first.within or 'the paper'} "
            f"and ends in {last.within or 'the paper'}: cite the two apart."
        )
    if last.place < first.place:
        raise _UnknownCitation(
            f"{reference.raw} cites a range that ends at {house.paragraph} {last.number}, "
            f"before it begins at {first.number}: turn it round."
        )
    return _span(first, last, house)


def _span(first, last, house):
    if first == last:
        return _paragraph(first, house)
    return _within(f"{house.paragraphs} {first.number}{house.range}{last.number}", first)


def _section(numbering, reference, address, house):
    """A numbered section by its number, any other by the range of its paragraphs."""
    if address.number and address.kind != "annex":
        return CitationText(f"{house.section} {address.number}", address.anchor)
    ends = numbering.section_range(reference.slug)
    if ends is None or ends[0].within != ends[1].within:
        raise _UnknownCitation(
            f"{reference.raw} cites “{address.title or reference.slug}”, "
            "which holds no one run of numbered paragraphs: cite a paragraph."
        )
    return CitationText(_span(*ends, house), ends[0].anchor)


def _annex(numbering, slug, address, house):
    """An annex by its label; one that is a head over others by theirs (`Annexes B1 and B2`)."""
    inner = numbering.sub_annexes(slug)
    if len(inner) < 2:
        only = inner[0] if inner else address
        return CitationText(f"{house.annex} {only.label}", only.anchor)
    joint = " and " if len(inner) == 2 else " to "
    return CitationText(
        f"{house.annexes} {inner[0].label}{joint}{inner[-1].label}", inner[0].anchor
    )
