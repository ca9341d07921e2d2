"""What modules and the things in them are called: nouns, and verbs with their objects."""

import ast
import re
from collections import Counter

from tests.sources import product
from tests.sweeping import swept
from tests.test_boundaries import APPS, app

# Nouns of the field, of Django or of documents, that end as a participle does.
NOUNS = {
    *("caching", "importing", "indexing", "learning", "logging", "numbering", "reading"),
    *("staging", "timing", "wording"),
}
# Adjectives of the models in them, and to be named again with those.
ADJECTIVES = {"published", "related", "replaced"}

# Words of speech, which tell nobody what a variable, function or class holds or does.
SPEECH = {
    *("said", "say", "told", "tell", "asked", "ask", "held", "hold", "found", "kept", "keep"),
    *("shown", "stands", "standing", "stood", "given", "gives", "one", "ones", "words", "wanted"),
    *("laid", "lay", "taken", "brought", "bring", "let", "seen", "spoken", "answered", "goes"),
    *("lies", "stays", "aside", "anew", "beside", "apart"),
}
# The share of bound names, in per cent, that may be words of speech: of all, and of one app.
SHARE_OF_ALL, SHARE_OF_AN_APP = 1, 2.5


@swept(product())
def test_no_module_is_named_by_a_participle_alone(module):
    name = module.name.split(".")[-1]
    alone = re.fullmatch(r"[a-z]+(ing|ed)", name) and name not in NOUNS | ADJECTIVES
    assert not alone, "a noun says what is in it"


def test_each_noun_that_ends_as_a_participle_is_needed():
    assert {part for one in product() for part in one.name.split(".")} >= NOUNS | ADJECTIVES


@swept(APPS)
def test_bound_names_of_an_app_are_no_words_of_speech(top):
    share, often = speech_in([one for one in product() if app(one.name) == top])
    assert share <= SHARE_OF_AN_APP, f"{share:.1f}%: {often}"


def test_hardly_a_bound_name_is_a_word_of_speech():
    share, often = speech_in(product())
    assert share < SHARE_OF_ALL, f"{share:.2f}%: {often}"


def speech_in(modules):
    """(the share of bound names that are words of speech, in per cent, and the most frequent)."""
    names = [name for module in modules for name in bound_names(module.tree)]
    speech = Counter(name for name in names if name.strip("_").lower() in SPEECH)
    return 100 * speech.total() / max(len(names), 1), speech.most_common(8)


def test_bound_names_are_those_of_values_arguments_functions_and_classes():
    tree = ast.parse("class A:\n    def b(self, c, *d, **e):\n        f = g\n        return f")
    assert sorted(bound_names(tree)) == ["A", "b", "c", "d", "e", "f"]


def bound_names(tree):
    """The names that a module gives: of values, arguments, functions and classes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg) and node.arg not in ("self", "cls", "request"):
            yield node.arg
