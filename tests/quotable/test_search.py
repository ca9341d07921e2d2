"""What words find among entries, reckoned a second time word by word and entry by entry."""

from difflib import get_close_matches

from hypothesis import example, given
from hypothesis import strategies as st

from reports.quotable.catalogue import LIKE, MOST_NEAR, MOST_WORDS, nearest_words, search
from reports.quotable.entries import FIGURE, Entry, Form, begins, folded

WORDS = ("audit", "audits", "auditor", "children", "child", "care", "cared", "over", "due", "per")
FORMS = ("In words", "As a per cent", "As a number", "In care words")


@st.composite
def entry_lists(draw):
    """A few entries, each found by some words and with some forms."""
    sets = st.sets(st.sampled_from(WORDS), max_size=5)
    forms = st.lists(st.sampled_from(FORMS), max_size=3, unique=True)
    return [
        Entry(
            FIGURE,
            f"[[{place}]]",
            " ".join(sorted(names)),
            "Group",
            search=frozenset(names),
            forms=tuple(Form(name, f"[[{place} | {name}]]") for name in named),
        )
        for place, (names, named) in enumerate(draw(st.lists(st.tuples(sets, forms), max_size=8)))
    ]


queries = st.lists(
    st.sampled_from((*WORDS, "a", "ca", "wo", "words", "cent", "zz", "chidlren", "auditt", "In")),
    max_size=4,
).map(" ".join)


def matched(entry, query):
    """The entry in the form that the words name, or None: every word is held against it."""
    if begins(query, entry.search):
        return entry
    rest = [word for word in query if not begins([word], entry.search)]
    named = [form for form in entry.forms if begins(rest, folded(form.name))]
    return entry.in_form(named[0]) if named else None


def found(entries, text):
    """(token, form) of what the words find, in no order."""
    rows = (matched(entry, folded(text)) for entry in entries)
    return sorted((row.token, row.form) for row in rows if row)


@given(entry_lists(), queries)
@example([], "care")
def test_words_find_what_they_find_one_by_one(entries, text):
    assert sorted((row.token, row.form) for row in search(entries, text, {})) == found(
        entries, text
    )


@given(entry_lists(), queries)
@example([], "")
def test_words_like_those_that_find_nothing_are_the_same_ones(entries, text):
    known = sorted({word for entry in entries for word in entry.search if len(word) > 2})
    parts = sorted(folded(text), key=text.casefold().find)[:MOST_WORDS]
    near = [get_close_matches(word, known, MOST_NEAR, LIKE) for word in parts]
    offered = [" ".join(words[0] for words in near)] if near and all(near) else []
    offered += [words[0] for words in near if words]
    offered += [word for words in near for word in words]
    expected = [each for each in dict.fromkeys(offered) if found(entries, each)]
    assert nearest_words(entries, text) == expected[:MOST_NEAR]
