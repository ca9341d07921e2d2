"""The meaning of an abbreviation, as the lists of abbreviations in published reports have it."""

from dataclasses import dataclass

from reports.editions.models.editions import Edition, EditionQuerySet
from reports.publication.models.passages import Passage
from reports.publication.search.query import passage_address
from reports.vocabulary.plain_text import plain

LIST = "part-abbreviations"
# So many lists, the newest, are looked through.
READ = 40
# A question for a meaning has one of these words, and around the abbreviation none but these.
_ASKS = frozenset(
    ("what", "whats", "define", "definition", "meaning", "means", "mean", "stand", "stands")
)
_AROUND = frozenset(
    ("is", "are", "does", "do", "the", "an", "a", "of", "for", "s", "abbreviation", "short")
)


@dataclass(frozen=True)
class Meaning:
    """An abbreviation, its meaning, and the list of the report that has both."""

    short: str
    long: str
    edition: Edition
    address: str


def meaning_of(text: str, editions: EditionQuerySet) -> Meaning | None:
    """The meaning of the abbreviation that `text` asks about, as the newest of `editions` that
    lists it has it; None where `text` asks for no meaning or nothing lists it."""
    typed = plain(text).split()
    if _ASKS.isdisjoint(typed):
        return None
    names = {
        " ".join(word for word in typed if word not in _ASKS and word not in around)
        for around in (_AROUND, _AROUND - {"a"})
    } - {""}
    rows = Passage.objects.filter(edition__in=editions.order_by().values("pk"))
    rows = rows.filter(anchor__startswith=LIST).exclude(words="") if names else rows.none()
    for row in rows.order_by("-edition__issued_on", "-edition_id", "pk")[:READ]:
        for short, long in _listed(row.words):
            if plain(short) in names:
                edition = Edition.objects.with_papers().get(pk=row.edition_id)
                return Meaning(short, long, edition, passage_address(edition, row.anchor))
    return None


def _listed(words):
    """(short, long) of each entry of a list as a passage prints it."""
    pairs = (entry.partition(": ") for entry in words.split("; "))
    return [(short.strip(), long.strip()) for short, sign, long in pairs if sign]
