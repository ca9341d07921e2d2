"""Pages, e-mails, errors, commands, documents and docstrings are in plain words."""

import pytest

from tests.plain_words.counts import found, line_for, remaining
from tests.plain_words.lists import PLACE, hits, instead_of, lines_of, permitted, phrases
from tests.plain_words.reader import (
    docstrings_in,
    documents,
    in_document,
    in_python,
    in_script,
    in_template,
    texts,
)
from tests.sources import ROOT

PLANTED = "The audit stands here"
# A text that each kind of place has, and how the place is read.
PLACES = {
    "a string": (in_python, f'label = "{PLANTED}"'),
    "a word alone": (in_python, 'label = "Standing"'),
    "a filled-in string": (in_python, f'raise Refused(f"{{one}}: {PLANTED} {{other}}")'),
    "a string in two lines": (in_python, 'label = (\n    "The audit "\n    "stands here"\n)'),
    "a docstring": (docstrings_in, f'def run():\n    """{PLANTED}."""'),
    "a module's docstring": (docstrings_in, f'"""{PLANTED}."""'),
    "a page's text": (in_template, f"<p>{PLANTED}.</p>"),
    "a text over inline elements": (in_template, "<p>The audit <b>st</b>ands <a>here</a>.</p>"),
    "a text with a variable": (in_template, "<p>{{ audit }} stands {% if a %}here{% endif %}</p>"),
    "an attribute": (in_template, f'<a href="/" title="{PLANTED}"></a>'),
    "a label for screen readers": (in_template, f'<nav aria-label="{PLANTED}"></nav>'),
    "a picture's text": (in_template, f'<img src="" alt="{PLANTED}">'),
    "a placeholder": (in_template, f'<input placeholder="{PLANTED}">'),
    "a button's value": (in_template, f'<input type="submit" value="{PLANTED}">'),
    "a tag's string": (in_template, f'{{% include "a.html" with title="{PLANTED}" %}}'),
    "a filter's string": (in_template, f'{{{{ audit|default:"{PLANTED}" }}}}'),
    "an e-mail": (in_template, f"Dear {{{{ name }}}},\n\n{PLANTED}.\n"),
    "a script's string": (in_script, f'show("{PLANTED}"); // not this one'),
    "a script's template": (in_script, f"show(`${{one}} {PLANTED}`)"),
    "a paragraph": (in_document, f"# Audits\n\n{PLANTED}.\n"),
    "a cell": (in_document, f"| audit | {PLANTED} |"),
}
NOT_READ = {
    "a comment": (in_python, f"# {PLANTED}"),
    "a key": (in_python, 'row["stands"]'),
    "keys in a line": (in_python, 'fields = "audit_date stands from"'),
    "a list of keys": (in_python, 'fields = "audit stands from".split()'),
    "a place to fill in": (in_python, 'words = "To the audit {stands} was the answer"'),
    "keys of a name": (in_python, 'WORDS = "audit stands from"\nKEYS = set(WORDS.split())'),
    "keys in a loop": (in_python, '{one for words in ("it stands",) for one in words.split()}'),
    "a set of words": (in_python, 'WORDS = words_of("audit stands from")'),
    "public names": (in_python, '__all__ = ["Stands"]'),
    "another heading": (in_python, 'Column("state", "State", ("audit stands",))'),
    "a pattern": (in_python, r're.compile(r"\bstands\b in")'),
    "a statement": (in_python, f'execute("SELECT 1 /* {PLANTED} */")'),
    "a template's comment": (
        in_template,
        f"{{# {PLANTED} #}}<p>{{% comment %}}{PLANTED}{{% endcomment %}}</p>",
    ),
    "a page's script": (in_template, f"<script>/* {PLANTED} */</script>"),
    "a script's comment": (in_script, f"// {PLANTED}\n/* {PLANTED} */"),
    "a document's code": (in_document, f"```\n{PLANTED}\n```\n\n`{PLANTED}`"),
}


def test_no_file_has_more_words_to_replace_than_are_listed_and_none_has_fewer():
    every, allowed = {}, remaining()
    for place, text, hit in found():
        every.setdefault(place, []).append(line_for(text, hit))
    more = {place: lines for place, lines in every.items() if len(lines) > allowed.get(place, 0)}
    lines = [
        f"{place}: {allowed.get(place, 0)} listed\n  " + "\n  ".join(each)
        for place, each in more.items()
    ]
    assert not more, "Write these in plain words (see words.txt):\n" + "\n".join(lines)
    fewer = {place for place, number in allowed.items() if len(every.get(place, ())) < number}
    assert not fewer, f"Run python -m tests.plain_words.counts write: {sorted(fewer)}"


@pytest.mark.parametrize("place", PLACES)
def test_a_word_is_found_in_each_kind_of_place(place):
    read, source = PLACES[place]
    words = [hit.lower() for text in read("planted", source) for hit in hits(text.words)]
    assert words in (["stands"], ["standing"]), place


@pytest.mark.parametrize("place", NOT_READ)
def test_what_only_machines_and_authors_read_is_left_alone(place):
    read, source = NOT_READ[place]
    assert not [hit for text in read("planted", source) for hit in hits(text.words)], place


def test_a_text_is_found_at_its_line():
    assert [one.line for one in in_python("a", f'\n\nlabel = "{PLANTED}"')] == [3]
    assert [one.line for one in in_template("a", f"{{# a\n #}}\n<p>\n{PLANTED}</p>")] == [3]
    assert [one.line for one in in_document("a", f"```\na\n```\n\n{PLANTED}")] == [5]


@pytest.mark.parametrize("phrase", sorted(phrases()))
def test_each_phrase_is_found_whatever_its_capitals(phrase):
    planted = phrase.replace("…", "the file")
    for words in (planted, planted.upper(), f"It was {planted}, and more.", f"“{planted}”"):
        assert "".join(hits(words)).lower().find(planted.split()[0]) >= 0, words
    assert instead_of(planted), phrase


@pytest.mark.parametrize(
    "words",
    [
        "The household",
        "A stakeholder's placeholder",
        "Notwithstanding",
        "Threshold",
        "essays",
        "An action is due in 28 days",
        "Day",
        "Day, month and year",
        "papered",
    ],
)
def test_parts_of_other_words_are_not_found(words):
    assert hits(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "What was decided",
        "Whether it is overdue",
        "Whose report it is.",
        "Audits. What they found.",
    ],
)
def test_an_opening_that_is_no_question_is_found(words):
    assert len(hits(words)) == 1


@pytest.mark.parametrize(
    "words", ["What was decided?", "Audits. Whose report is it?", "See what is due"]
)
def test_a_question_may_open_so(words):
    assert hits(words) == []


def test_every_list_has_something_to_write_instead_or_a_reason():
    for name in ("words.txt", "permitted.txt"):
        assert all(after for _, after in lines_of(name)), name
        assert len({before for before, _ in lines_of(name)}) == len(lines_of(name)), name


def test_each_permitted_phrase_is_used_and_would_be_found():
    everything = " ".join(" ".join(text.words.split()).lower() for text in (*texts(), *documents()))
    for phrase in permitted():
        assert phrase.lower() in everything, f"{phrase} is not used"


def test_the_texts_come_from_every_kind_of_file():
    paths = {text.path for text in texts()}
    for beginning, ending in (
        ("assurance/", ".py"),
        ("reports/", ".py"),
        ("config/", ".py"),
        ("bootstrap/", ".py"),
        ("templates/", ".html"),
        ("templates/", ".txt"),
        ("static/js/", ".js"),
    ):
        assert any(one.startswith(beginning) and one.endswith(ending) for one in paths), ending
    assert {"README.md", "docs/access.md"} <= {text.path for text in documents()}


def test_the_lists_are_in_this_folder_and_every_listed_file_exists():
    assert (PLACE / "remaining.txt").is_file()
    for place in remaining():
        assert (ROOT / place.removeprefix("docstrings of ")).exists(), place
