"""The decisions of a committee on a subject: recommendations on paragraphs that are about it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assurance.runtime.digits import whole
from reports.editions.models.editions import EditionQuerySet
from reports.publication.models.passages import Passage
from reports.publication.search.question import Question
from reports.publication.search.scores import Candidate

# What was decided comes before what waits for its decision.
DECIDED = 0.2
# A recommendation that names its subject comes before one that has it in a paragraph alone.
IN_PLACES = 0.1
# A paragraph below a heading of the subject comes before one that mentions it.
HEADED = 0.1


def with_decided_places(
    question: Question,
    items: Iterable[Candidate],
    paragraphs: Sequence[Candidate],
    editions: EditionQuerySet,
) -> Iterator[Candidate]:
    """The recommendations `items`, each with the words of that paragraph among those it was decided
    on which has most of `question`."""
    items = tuple(items)
    places = _places_of(items, editions)
    for item in items:
        own = [one for one in paragraphs if _is_within(one.key, places.get(item.key, ()))]
        best = max(own, key=lambda one: _order(question, one), default=None)
        ahead = DECIDED if item.record.decision else 0
        if best is None or _share(question, best) <= _share(question, item):
            yield replace(item, ahead=ahead)
            continue
        item.record.decided_place = _name(best.record)
        ahead += HEADED * _is_headed(question, best)
        yield replace(
            item, text=f"{item.text}{best.text}", ahead=ahead, behind=item.behind + IN_PLACES
        )


def _share(question, item):
    return sum(term.strength * term.share_in(item.text) for term in question.terms)


def _order(question, paragraph):
    """The order of paragraphs: most of the question, a sentence before a table, below a heading
    that has it."""
    is_table = paragraph.record.label.startswith("Table")
    headed = sum(term.share_in(paragraph.name) for term in question.terms)
    return (_share(question, paragraph), not is_table, headed)


def _is_headed(question, paragraph):
    """True if what is printed above a paragraph has all of the question."""
    above = f"{paragraph.name}{paragraph.around}"
    return all(term.share_in(above) for term in question.terms)


def _name(passage):
    """The place of a passage with its heading: “paragraph 6, Supervision”."""
    heading = passage.heading.removeprefix(passage.label).strip()
    return ", ".join(filter(None, (passage.label, heading)))


def _places_of(items, editions):
    """Key of a recommendation → the (first, last) keys of the passages that it was decided on."""
    papers = {item.record.paper_id for item in items}
    keys = dict(editions.filter(paper__in=papers).order_by("number").values_list("paper", "pk"))
    rows = Passage.objects.filter(edition__in=keys.values()).order_by("pk")
    passages: dict[int, dict[str, int]] = {}
    for edition, anchor, pk in rows.values_list("edition", "anchor", "pk"):
        passages.setdefault(edition, {})[anchor] = pk
    return {
        item.key: [
            _place(anchor, words, passages.get(keys.get(item.record.paper_id), {}))
            for words, anchor in item.record.rests_on
        ]
        for item in items
    }


def _place(anchor, words, passages):
    """The first and last key of those of `passages` (anchor → key) that a reference prints:
    “paragraphs 3–39” to the last of them, a section with all that is in it."""
    start, _, _ = anchor.rpartition("-")
    last = whole(words.replace("–", " ").split()[-1])
    until = f"{start}-{last}" if last else anchor
    within = [pk for name, pk in passages.items() if f"{name}-".startswith(f"{until}-")]
    return (passages[anchor], max(within)) if anchor in passages and within else (0, 0)


def _is_within(key, places):
    return any(first <= key <= last for first, last in places)
