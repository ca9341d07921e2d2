"""Annexes: named in the text, in the list, and attached, under one label and one title."""

import re

from reports.checks.content import content
from reports.checks.reading import FACT, HEADING, shared
from reports.checks.rule import Fault, Mend, Rule, Severity, fault
from reports.checks.structure.labels import row_steps, style_of
from reports.checks.structure.typed_citations import ANNEX, all_cited

FAMILY = "structure"
_WORD = re.compile(r"\b(?:annex(?:es|e)?|appendix|appendices)\b\s*", re.I)
_LABEL = re.compile(r"[A-Za-z]{0,2}\d{0,2}")
_LIST = re.compile(r"\s*(?:,|&|\band\b|/)\s*")
_ANY_NAMED = re.compile(
    r"\b(?:annexes|appendices|annexed|appended|attached|enclosed|supporting\s+information)\b", re.I
)
_LISTING = ("annexes", "supporting_information")
_PRESENT = ("written",)


def labels_of(typed: str) -> tuple[str, ...]:
    """The labels that one line names: `Annex B1 & B2` → B1, B2; `Appendix 1` → 1."""
    words = _WORD.sub("", typed).strip(" :.–—-")
    found = [one for one in _LIST.split(words) if one and _LABEL.fullmatch(one)]
    return tuple(one.upper() for one in found) or ((words.upper(),) if words else ())


def cited_not_listed(reading, _known):
    """An annex that the text cites and the paper does not have, or has under other labels."""
    known = _known_labels(reading)
    for line, one in shared(reading, all_cited):
        if one.kind != ANNEX:
            continue
        for label in _within(one.label.upper(), one.to.upper(), known):
            if label in known:
                continue
            inner = sorted(other for other in known if other.rstrip("0123456789") == label)
            outer = label.rstrip("0123456789")
            if outer and outer != label and outer in known:
                has = f"the paper lists {outer} as one"
            elif inner:
                has = f"the paper lists {' and '.join(inner)}"
            elif known:
                has = f"the paper has {_row(known)}"
            else:
                has = "the paper has no list of annexes"
            word = (
                "Appendix" if line.text[one.start : one.start + 2].casefold() == "ap" else "Annex"
            )
            says = f"{word} {label} is cited, and {has}."
            mend = Mend("Cite what is listed, or list and attach it.", line.block)
            yield fault(line, one.start, says, end=one.end, mend=mend)


def never_cited(reading, _known):
    """An annex of the paper that its text never names; advice where the text names none, so that
    they are known from their list only."""
    if not reading.annexes:
        return
    said = {
        label
        for line, one in shared(reading, all_cited)
        if one.kind == ANNEX
        for label in _within(one.label.upper(), one.to.upper(), _known_labels(reading))
    }
    body = [line for line in reading.lines if not _is_of_the_list(line, reading)]
    anchors = {one.to for line in body for one in line.cites if one.to}
    texts = [line.text for line in body if not line.annex and line.kind not in (FACT, HEADING)]
    if any(_ANY_NAMED.search(text) and not _WORD.search(text) for text in texts):
        return
    named = said or anchors & {one.where for one in reading.annexes}
    severity = None if named else Severity.ADVICE
    for one in reading.annexes:
        labels = labels_of(one.label)
        if one.where in anchors or any(_is_named(label, said, reading) for label in labels):
            continue
        if any(other.where in anchors for other in _inner(one, reading)):
            continue
        if _is_spoken_of(one.title, texts):
            continue
        says = f"{one.label or one.title} stands with the paper, and the text never names it."
        mend = Mend("Name it where it is spoken of, or leave it out.", one.block)
        yield Fault(one.where, one.label, says, one.title, one.label, one.block, mend, severity)


def not_attached(reading, _known):
    """An annex that is listed without words, where others of the paper have theirs."""
    written = [one for one in reading.annexes if one.state in _PRESENT]
    if not any(one.words for one in written):
        return
    for one in written:
        if one.words or _inner(one, reading):
            continue
        says = f"{one.label or one.title} is listed, and nothing is attached under it."
        mend = Mend("Attach it, or mark it “to follow” or exempt.", one.block)
        yield Fault(one.where, one.label, says, one.title, one.label, one.block, mend)


def labelled_wrong(reading, _known):
    """Annexes whose labels repeat or skip, and one annex under two titles."""
    rows = [(one, label) for one in reading.annexes for label in labels_of(one.label)]
    outer = [(one, label) for one, label in rows if not re.search(r"[A-Z]\d", label)]
    seen = {}
    for one, label in rows:
        if label in seen and seen[label].where != one.where:
            says = f"Two annexes are called {label}: “{seen[label].title}” and “{one.title}”."
            mend = Mend("Give one of them another letter.", one.block)
            yield Fault(one.where, one.label, says, one.title, one.label, one.block, mend)
        seen.setdefault(label, one)
    labels = [label for _, label in outer]
    if len(labels) == len(rows) and style_of(labels):
        for step in row_steps(labels):
            if step.how == "twice":
                continue
            one = outer[step.place][0]
            says = f"Annex {labels[step.place]} follows Annex {labels[step.place - 1]}."
            mend = Mend("Letter the annexes in order.", one.block)
            yield Fault(one.where, one.label, says, one.title, one.label, one.block, mend)
    yield from _two_titles(reading)


def _two_titles(reading):
    for one in reading.annexes:
        listed, attached = (content(_WORD.sub("", words)) for words in (one.listed, one.attached))
        if listed and attached and not listed & attached:
            says = f"It is listed as “{one.listed}” and headed “{one.attached}”."
            mend = Mend("Give it one title.", one.block)
            yield Fault(one.where, one.label, says, one.listed, one.label, one.block, mend)


def _is_of_the_list(line, reading):
    part = next((one for one in reading.parts if one.slug == line.part), None)
    return part is not None and part.kind in _LISTING


def _known_labels(reading):
    return {label for one in reading.annexes for label in labels_of(one.label)}


def _within(first, last, known):
    """The labels from `first` to `last`: those in order between two letters or numbers."""
    if not last:
        return (first,)
    if len(first) == len(last) == 1 and first < last:
        between = tuple(chr(one) for one in range(ord(first), ord(last) + 1))
        return tuple(one for one in between if one in (first, last) or one in known)
    return (first, last)


def _is_named(label, said, reading):
    outer = label.rstrip("0123456789")
    inner = any(one.rstrip("0123456789") == label for one in said if one != label)
    return label in said or inner or (outer in said and outer != label and bool(outer))


def _inner(annex, reading):
    """The annexes within an annex: B1 and B2 of B."""
    label = next(iter(labels_of(annex.label)), "")
    return [
        one
        for one in reading.annexes
        for inner in labels_of(one.label)
        if inner != label and label and inner.rstrip("0123456789") == label
    ]


def _is_spoken_of(title, texts):
    """Whether the title of an annex stands in the text, so that a reader knows of it."""
    said = title.casefold()
    return len(title.split()) > 1 and any(said in text.casefold() for text in texts)


def _row(labels):
    return ", ".join(sorted(labels))


RULES = (
    Rule(
        "annex-not-there",
        FAMILY,
        Severity.ERROR,
        "Every annex that the text cites is listed under the label that it is cited by.",
        cited_not_listed,
        "C12",
        ("annex-never-named",),
    ),
    Rule(
        "annex-never-named",
        FAMILY,
        Severity.WARNING,
        "Every annex is named in the text.",
        never_cited,
        "C12",
    ),
    Rule(
        "annex-not-attached",
        FAMILY,
        Severity.WARNING,
        "Every annex that is listed is attached, to follow, or exempt.",
        not_attached,
        "C12",
    ),
    Rule(
        "annex-labels",
        FAMILY,
        Severity.ERROR,
        "Annexes have labels in order, none twice, and one title each.",
        labelled_wrong,
        "C12",
    ),
)
