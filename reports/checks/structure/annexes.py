"""Annexes: named in the text, in the list, and attached, under one label and one title."""

import re

from reports.checks.reading import FACT, HEADING, shared
from reports.checks.rule import Fault, Mend, Severity, fault, rule
from reports.checks.structure.labels import row_steps, style_of
from reports.checks.structure.typed_citations import ANNEX, all_cited
from reports.prose.content import content

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
    text = _WORD.sub("", typed).strip(" :.–—-")
    matches = [part for part in _LIST.split(text) if part and _LABEL.fullmatch(part)]
    return tuple(item.upper() for item in matches) or ((text.upper(),) if text else ())


@rule("annex-not-there", Severity.ERROR, "C12", follows=("annex-never-named",))
def cited_not_listed(reading, _known):
    """Every annex that the text cites is listed under the label that it is cited by."""
    known = _known_labels(reading)
    for line, item in shared(reading, all_cited):
        if item.kind != ANNEX:
            continue
        for label in _within(item.label.upper(), item.to.upper(), known):
            if label in known:
                continue
            inner = sorted(other for other in known if other.rstrip("0123456789") == label)
            outer = label.rstrip("0123456789")
            if outer and outer != label and outer in known:
                has = f"the report lists {outer} as one"
            elif inner:
                has = f"the report lists {' and '.join(inner)}"
            elif known:
                has = f"the report has {_row(known)}"
            else:
                has = "the report has no list of annexes"
            word = (
                "Appendix" if line.text[item.start : item.start + 2].casefold() == "ap" else "Annex"
            )
            says = f"{word} {label} is cited, but {has}."
            yield fault(line, item, says, "Cite what is listed, or list and attach it.")


@rule("annex-never-named", Severity.WARNING, "C12")
def never_cited(reading, _known):
    """Every annex is named in the text.

    Advice where the text names none, so that they are known from their list only.
    """
    if not reading.annexes:
        return
    names = {
        label
        for line, item in shared(reading, all_cited)
        if item.kind == ANNEX
        for label in _within(item.label.upper(), item.to.upper(), _known_labels(reading))
    }
    body = [line for line in reading.lines if not _is_of_the_list(line, reading)]
    anchors = {cite.to for line in body for cite in line.cites if cite.to}
    texts = [line.text for line in body if not line.annex and line.kind not in (FACT, HEADING)]
    if any(_ANY_NAMED.search(text) and not _WORD.search(text) for text in texts):
        return
    named = names or anchors & {item.where for item in reading.annexes}
    severity = None if named else Severity.ADVICE
    for annex in reading.annexes:
        labels = labels_of(annex.label)
        if annex.where in anchors or any(_is_named(label, names, reading) for label in labels):
            continue
        if any(other.where in anchors for other in _inner(annex, reading)):
            continue
        if _is_spoken_of(annex.title, texts):
            continue
        says = (
            f"{annex.label or annex.title} is attached to the report, but the text never names it."
        )
        mend = "Name it where it is spoken of, or leave it out."
        yield _annex_fault(annex, says, mend, severity=severity)


@rule("annex-not-attached", Severity.WARNING, "C12")
def not_attached(reading, _known):
    """Every annex that is listed is attached, to follow, or exempt."""
    written = [annex for annex in reading.annexes if annex.state in _PRESENT]
    if not any(entry.words for entry in written):
        return
    for item in written:
        if item.words or _inner(item, reading):
            continue
        says = f"{item.label or item.title} is listed, and nothing is attached under it."
        yield _annex_fault(item, says, "Attach it, or mark it “to follow” or exempt.")


@rule("annex-labels", Severity.ERROR, "C12")
def labelled_wrong(reading, _known):
    """Annexes have labels in order, none twice, and one title each."""
    rows = [(annex, label) for annex in reading.annexes for label in labels_of(annex.label)]
    outer = [(entry, label) for entry, label in rows if not re.search(r"[A-Z]\d", label)]
    known = {}
    for item, label in rows:
        if label in known and known[label].where != item.where:
            says = f"Two annexes are called {label}: “{known[label].title}” and “{item.title}”."
            yield _annex_fault(item, says, "Give one of them another letter.")
        known.setdefault(label, item)
    labels = [label for _, label in outer]
    if len(labels) == len(rows) and style_of(labels):
        for step in row_steps(labels):
            if step.how == "twice":
                continue
            item = outer[step.place][0]
            says = f"Annex {labels[step.place]} follows Annex {labels[step.place - 1]}."
            yield _annex_fault(item, says, "Letter the annexes in order.")
    yield from _two_titles(reading)


def _two_titles(reading):
    for annex in reading.annexes:
        listed, attached = (content(_WORD.sub("", text)) for text in (annex.listed, annex.attached))
        if listed and attached and not listed & attached:
            says = f"It is listed as “{annex.listed}” and headed “{annex.attached}”."
            yield _annex_fault(annex, says, "Give it one title.", sentence=annex.listed)


def _annex_fault(annex, says, mend, sentence="", severity=None):
    about, title = annex.label, sentence or annex.title
    return Fault(annex.where, about, says, title, about, annex.block, Mend(mend), severity)


def _is_of_the_list(line, reading):
    part = reading.part_of(line)
    return part is not None and part.kind in _LISTING


def _known_labels(reading):
    return {label for annex in reading.annexes for label in labels_of(annex.label)}


def _within(first, last, known):
    """The labels from `first` to `last`: those in order between two letters or numbers."""
    if not last:
        return (first,)
    if len(first) == len(last) == 1 and first < last:
        between = tuple(chr(item) for item in range(ord(first), ord(last) + 1))
        return tuple(item for item in between if item in (first, last) or item in known)
    return (first, last)


def _is_named(label, value, reading):
    outer = label.rstrip("0123456789")
    inner = any(item.rstrip("0123456789") == label for item in value if item != label)
    return label in value or inner or (outer in value and outer != label and bool(outer))


def _inner(annex, reading):
    """The annexes within an annex: B1 and B2 of B."""
    label = next(iter(labels_of(annex.label)), "")
    return [
        annex
        for annex in reading.annexes
        for inner in labels_of(annex.label)
        if inner != label and label and inner.rstrip("0123456789") == label
    ]


def _is_spoken_of(title, texts):
    """Whether the title of an annex stands in the text, so that a reader knows of it."""
    sentence = title.casefold()
    return len(title.split()) > 1 and any(sentence in text.casefold() for text in texts)


def _row(labels):
    return ", ".join(sorted(labels))
