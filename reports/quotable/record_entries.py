"""Records of every kind that a report can quote, each with its fields, and commitments."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from assurance.figures.labels import RECORD_NAMES, Name
from assurance.figures.quotable import RECORDS
from assurance.runtime.periods import say_day
from reports.papers.manuscript import Manuscript
from reports.quotable.entries import COMMITMENT, RECORD, Entry, Form, folded, known_as

LONGEST = 100


def record_entries(manuscript: Manuscript, names: Mapping[str, Sequence[Name]]) -> Iterator[Entry]:
    """Every record that has a name, with the fields of its kind as forms."""
    glossary = tuple(manuscript.glossary.items())
    for kind, rows in names.items():
        for row in rows:
            yield _entry(kind, row, glossary)


def tokens_of(kind: str, slug: str) -> dict[str, str]:
    """Field → its token, of the record of a kind with that slug."""
    return {name: f"[[record:{kind}/{slug}.{name}]]" for name in RECORDS[kind].fields}


@lru_cache(maxsize=8192)
def _entry(kind, row, glossary):
    names = RECORD_NAMES[kind]
    tokens = tokens_of(kind, row.slug)
    forms = [Form(names.label_of(name), token) for name, token in tokens.items()]
    forms += [Form("as a sentence", text.format(**tokens)) for text in names.sentences]
    label = row.title if len(row.title) <= LONGEST else f"{row.title[:LONGEST]} …"
    when = say_day(row.day) if row.day else ""
    more = known_as(row.title, dict(glossary))
    return Entry(
        kind=COMMITMENT if kind == COMMITMENT else RECORD,
        token=tokens[names.first],
        label=f"{names.name}: {label}",
        group=names.subject,
        when=when,
        definition=f"Inserts {names.label_of(names.first)}.",
        search=folded(names.name, names.subject, row.title, row.more, row.slug, when, more),
        forms=tuple(forms),
        record=(kind, row.key),
        form=names.label_of(names.first),
    )
