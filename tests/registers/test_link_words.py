"""A link to the form of a new record has the verb and the noun of the page that it opens."""

import re

import pytest

from tests.registers.test_every_register import registers
from tests.sources import templates

LINK = re.compile(r"<a\b[^>]*\{% url '([\w-]+:[\w-]*add)'[^>]*>(.*?)</a>", re.S)
SUBJECTS_OWN = {
    "people:holder-add": "the person in a post, now, earlier or later",
    "governance:meeting-add": "within a sentence about the board",
    "looked_after:bands-add": "a form of its own",
    "accounts:add": "no register",
    "editor:commitment-add": "no register",
}
# A register whose records are added within a person too.
WITHIN = {"dbs:person-breach-add": "dbs:breach-add"}


def links():
    """(name of an address, words) of each link of a template to a form of a new record."""
    for path in templates():
        for name, words in LINK.findall(path.read_text(encoding="utf-8")):
            yield name, re.sub(r"<[^>]+>|\{[{%].*?[%}]\}", " ", words)


def nouns():
    """The name of the address of its form → the noun of each register."""
    for register in registers().values():
        yield f"{register.namespace}:{register.page_name('add')}", register.noun


@pytest.mark.parametrize(("name", "words"), sorted(set(links())))
def test_a_link_to_a_new_record_names_it_as_its_page_does(name, words):
    if name in SUBJECTS_OWN:
        return
    assert words.strip().lower().startswith("add "), words
    noun = dict(nouns())[WITHIN.get(name, name)]
    assert noun.split()[0] in words.lower(), (noun, words)
