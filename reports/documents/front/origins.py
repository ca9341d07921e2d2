"""Where the figures of a report are from: how many were counted, entered, published or typed."""

from collections import Counter

from reports.documents.document import Document
from reports.documents.entries import COUNTED, ENTERED, PARTLY, PUBLISHED, Entry

FROM_RECORDS = "counted from the council’s records"


def origins(document: Document) -> Counter:
    """Origin → how many of its figures have it, the typed numbers left out; a part that was entered
    makes a value an entered one."""
    return Counter(_broad(entry) for entry in document.counted)


def origin_of_figures(document: Document) -> str:
    """How many numbers were counted from records, and how many have which other source."""
    number, typed = origins(document), len(document.typed)
    parts = [f"{number[COUNTED]} counted from records"] if number[COUNTED] else []
    if entered := number[ENTERED]:
        parts.append(f"{entered} entered with {_own(entered)}")
    if published := number[PUBLISHED]:
        parts.append(f"{published} published {_many(published, 'statistic')}")
    if unknown := number[""]:
        parts.append(f"{unknown} whose origin was not recorded")
    if typed:
        parts.append(f"{typed} from {'another source' if typed == 1 else 'other sources'}")
    return ", ".join(parts)


def sentences_of_origins(document: Document) -> str:
    """The same of the figures in sentences, without the typed numbers; empty without any figure."""
    number = origins(document)
    parts = [_were(number[COUNTED], FROM_RECORDS)] if number[COUNTED] else []
    if entered := number[ENTERED]:
        parts.append(_were(entered, f"entered, in whole or in part, with {_own(entered)}"))
    if published := number[PUBLISHED]:
        are = "is a published statistic" if published == 1 else "are published statistics"
        parts.append(f"{_figures(published)} {are}")
    if unknown := number[""]:
        parts.append(f"The origin of {_figures(unknown)} was not recorded")
    return "".join(f"{part}. " for part in parts).strip()


def origin_words(entry: Entry) -> str:
    """How a figure came to be recorded where it was not counted; else empty."""
    return {
        "": "Not recorded: this edition is older than the record of where its figures are from.",
        ENTERED: "Entered with its source. Not counted from the council’s records.",
        PARTLY: "Counted from the council’s records in part, and in part entered with its source.",
        PUBLISHED: "A published statistic. Not counted from the council’s records.",
    }.get(entry.origin, "")


def _broad(entry):
    return ENTERED if entry.origin == PARTLY else entry.origin


def _own(number):
    return "its source" if number == 1 else "their sources"


def _were(number, how):
    return f"{_figures(number)} {'was' if number == 1 else 'were'} {how}"


def _figures(number):
    return f"{number} {_many(number, 'figure')}"


def _many(number, noun):
    return noun if number == 1 else f"{noun}s"
