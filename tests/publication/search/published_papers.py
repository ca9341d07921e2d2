"""Published papers with the words that a test gives them, as they are found."""

from dataclasses import replace

from reports.documents.document import Item, ItemList, Paragraph, Run, Section, Text, to_json
from reports.publication.indexing.editions import index_edition
from tests.make import papers

TEXTS = (
    "Managers audited 351 case files; 54% were judged good.",
    "On 1 December 2015 we looked after 1,351 children. A child’s plan is looked at twice.",
    "Auditing of the Café José project follows the audit of January.",
)


def text(words):
    """Words as a document holds them."""
    return (Text((Run(words),)),)


def document(*texts, items=()):
    """A document of one section with a numbered paragraph for each text, and recommendations."""
    numbered = enumerate(texts or TEXTS, 1)
    blocks = [Paragraph(f"para-{number}", f"{number}.", (), text(one)) for number, one in numbered]
    if items:
        asked = (Item("i.", f"asked-{one}", text(words)) for one, words in enumerate(items, 1))
        blocks.append(ItemList("roman", tuple(asked)))
    section = Section("work", "What was done", blocks=tuple(blocks))
    return replace(papers.document(), sections=(section,))


def edition(*texts, items=(), **said):
    """A published edition with these texts, which can be found."""
    row = papers.edition(document=to_json(document(*texts, items=items)), **said)
    index_edition(row)
    return row
