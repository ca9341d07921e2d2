"""The commitments of two editions and the files that go with them where they differ, each in a
sentence: neither are lines of the report itself."""

from collections.abc import Iterator, Mapping

from assurance.runtime.typography import with_capital
from reports.documents.document import Document

# A name of each field of a commitment whose words may be printed twice.
_FIELDS = {"due": "due", "who": "made by"}


def change_of(then: str, now: str) -> str:
    """How one text became another: corrected, added or taken out."""
    if not then:
        return f"“{now}” is added."
    return f"“{then}” is corrected to “{now}”." if now else f"“{then}” is taken out."


def enclosed_changes(before: Document, after: Document) -> Iterator[str]:
    """A sentence for each commitment and each file that differs, was added or taken out."""
    yield from _commitments(*map(_commitments_of, (before, after)))
    yield from _files(*map(_files_of, (before, after)))


def _commitments(old: Mapping, new: Mapping):
    for slug, row in new.items():
        name = f"Commitment “{row.what}”"
        if slug not in old:
            yield f"{name} is added."
            continue
        if old[slug].what != row.what:
            yield f"{name}: words are changed."
        for field, title in _FIELDS.items():
            then, now = getattr(old[slug], field), getattr(row, field)
            if then != now:
                yield f"{name}, {title}: {change_of(then, now)}"
    taken_out = len(old.keys() - new.keys())
    if taken_out:
        yield f"{taken_out} commitment{'s are' if taken_out > 1 else ' is'} taken out."


def _files(old: Mapping, new: Mapping):
    for key, row in new.items():
        name = f"{with_capital(row.purpose)} file {row.number}, “{row.title}”"
        if key not in old:
            yield f"{name} is added."
        elif [file.sha256 for file in old[key].files] != [file.sha256 for file in row.files]:
            yield f"{name}: the file is replaced by another."
        elif (old[key].title, old[key].summary) != (row.title, row.summary):
            yield f"{name}: words are changed."
    taken_out = len(old.keys() - new.keys())
    if taken_out:
        yield f"{taken_out} file{'s are' if taken_out > 1 else ' is'} taken out."


def _commitments_of(document):
    rows = document.front.commitments if document.front else ()
    return {row.slug or row.what: row for row in rows}


def _files_of(document):
    return {(row.purpose, row.number): row for row in document.enclosed}
