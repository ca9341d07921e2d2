"""Decisions, reasons, states of annexes and abbreviations, as words say them; files refused."""

import pytest

from reports.conversion.blocks.back_matter import Abbreviations, decision_in, reason_in, state_of
from reports.conversion.results import NotAPaper, Source, Unit
from reports.conversion.sources import GIVE, is_word, text_source
from tests.sweeping import swept


@swept(
    [
        *(("To note the report", "note"), ("That the report be noted", "note")),
        *(("Notes the progress", "note"), ("That the plan is agreed", "agree")),
        ("Agrees the plan and notes the cost", "agree"),
        *(("Note the cost and agree the plan", "note"), ("For approval of the plan", "approve")),
        ("Approves the plan", "approve"),
        ("The panel’s endorsement is sought", "endorse"),
        *(("Consider the findings", "consider"), ("This paper is for comment", "comment")),
        *(("Comments on the draft", "comment"), ("Determines the way on", "determine")),
        *(("Refer the matter to Cabinet", "refer"), ("Requests a further report", "request")),
        *(("Receive the report", "receive"), ("Recommends to Council", "recommend")),
        ("Delegates authority to the Director", "delegate"),
        *(("Support the plan", ""), ("The notable progress", ""), ("", "")),
        (f"{'word ' * 13}note", "note"),
        (f"{'word ' * 14}note", ""),
    ]
)
def test_the_decision_that_is_asked_for_is_the_first_verb(words, decision):
    assert decision_in(words) == decision
    assert decision_in(words.upper()) == decision


@swept(
    [
        *(("Reason: A duty.", "A duty."), ("Reasons: A duty.", "A duty.")),
        *(("**Reason:** A duty.", "A duty."), ("REASON FOR RECOMMENDATION: A duty.", "A duty.")),
        *(("Reasons for the recommendations : A duty.", "A duty."), ("Reason:", "")),
        ("Reason:\nA duty.\nA wish.", "A duty.\nA wish."),
        *(("Reason A duty.", None), ("The reason: a duty.", None), ("Reasonable: yes", None)),
        ("", None),
    ]
)
def test_what_follows_the_word_reason(words, reason):
    assert reason_in(words) == reason


@swept(
    [
        *(("Annex A – Plan (to follow)", "to follow"), ("Annex A – Plan TO FOLLOW", "to follow")),
        *(("Annex A – Plan (exempt)", "exempt"), ("Annex A – Confidential plan", "exempt")),
        *(("Annex A – Not for publication", "exempt"), ("Annex A – exempt, to follow", "exempt")),
        *(("Annex A – Plan", ""), ("Annex A – Exemptions granted", "")),
        *(("Annex A – How to follow-up", ""), ("Annex A – What to follow up next", "")),
        ("Annex A – Publication", ""),
    ]
)
def test_the_state_of_an_annex(words, state):
    assert state_of(words) == state


def listed(*units):
    """(pairs, words missed) of a list of abbreviations."""
    found = Abbreviations()
    for one in units:
        found.take(one if isinstance(one, Unit) else Unit("text", 1, one), "line 1")
    return [(one["short"], one["long"]) for one in found.rows], [one.words for one in found.missed]


@swept(
    [
        *(("DBS – a check", ("DBS", "a check")), ("DBS - a check", ("DBS", "a check"))),
        *(("DBS — a check", ("DBS", "a check")), ("DBS = a check", ("DBS", "a check"))),
        *(("DBS: a check", ("DBS", "a check")), ("**DBS** – a check", ("DBS", "a check"))),
        ("T&S – travel and subsistence", ("T&S", "travel and subsistence")),
        ("A-B – a pair", ("A-B", "a pair")),
        ("SEND – special needs – and more", ("SEND", "special needs – and more")),
        ("Q1 – April to June", ("Q1", "April to June")),
        (f"DBS – {'x' * 160}", ("DBS", "x" * 160)),
        (f"DBS – {'x' * 161}", None),
        (f"{'x' * 21} – long", None),
        *(("DBS a check", None), ("DBS –", None), ("– a check", None)),
    ]
)
def test_a_line_of_the_list_of_abbreviations(line, pair):
    rows, missed = listed(line)
    assert rows == ([pair] if pair else [])
    assert missed == ([] if pair else [line])


def test_a_table_of_abbreviations_and_what_is_in_it_twice():
    rows = (("Abbreviation", "Meaning"), ("DBS", "a check"), ("LA", "", "a council"), ("x",))
    found = Abbreviations()
    found.take(Unit("table", 1, rows=rows), "line 1")
    found.take(Unit("text", 2, "DBS – a body"), "line 2")
    assert [(one["short"], one["long"]) for one in found.rows] == [
        ("DBS", "a check"),
        ("LA", "a council"),
        ("DBS", "a body"),
    ]
    assert [one["long"] for one in found.known()] == ["a check", "a council"]
    assert [(one.where, one.words) for one in found.missed] == [
        ("line 1", "Abbreviation – Meaning"),
        ("line 1", "x"),
    ]


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        *(("Abbreviation – Meaning", True), ("ACRONYM – DEFINITION", True)),
        *(("Term: Full name", True), ("Letters = In full", True)),
        *(("Term – a part of the year", False), ("DBS – meaning", False)),
    ],
)
def test_the_head_of_the_list_is_no_abbreviation(line, heads):
    rows, missed = listed(line, "LA – a council")
    assert rows[-1] == ("LA", "a council") and len(rows) == (1 if heads else 2)
    assert missed == ([line] if heads else [])


SENTENCES = [
    (b"", f"The file is empty. {GIVE}"),
    (b"\n\t ", f"The file is empty. {GIVE}"),
    ("\ufeff\u200b".encode(), f"The file has no words. {GIVE}"),
    (
        b"{\\rtf1",
        "The file is rich text (.rtf). Open it in Word and save it as a document (.docx).",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        (
            "The file is a document of an old kind (.doc). Open it in Word and save it as a Word "
            "document (.docx)."
        ),
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "The document is protected by a password. Save it without one and try again.",
    ),
    (
        b"  <html><body>",
        f"The file is a web page or XML. Open it in Word and save it as a document. {GIVE}",
    ),
    (
        b"\xef\xbb\xbf<?xml version='1.0'?>",
        f"The file is a web page or XML. Open it in Word and save it as a document. {GIVE}",
    ),
    (
        b"x" * (2 * 1024 * 1024 + 1),
        (
            "The text is larger than 2 MB, which is too large for a report. Split it into "
            "separate reports."
        ),
    ),
]


@swept(SENTENCES)
def test_what_is_no_text_is_refused_with_what_to_do(data, says):
    with pytest.raises(NotAPaper) as refused:
        text_source(data)
    assert str(refused.value) == says


@swept(
    [
        (b"one", ["one"]),
        (b"one\r\ntwo\rthree\n", ["one", "two", "three", ""]),
        ("a\u2028b\u2029c\x0bd".encode(), ["a", "b", "c", "d"]),
        (b"  one\n    two\n\n  three", ["one", "  two", "", "three"]),
        (b" one\ntwo", [" one", "two"]),
        ("£20 – “so”".encode(), ["£20 – “so”"]),
        ("£20 – “so”".encode("cp1252"), ["£20 – “so”"]),
        ("\ufeffone".encode(), ["one"]),
        ("£20".encode("utf-16"), ["£20"]),
        (b"one\ftwo", ["one\ftwo"]),
        (b"BM is a name here", ["BM is a name here"]),
        (b"<b>one</b>", ["<b>one</b>"]),
    ]
)
def test_texts_of_any_encoding_as_lines(data, lines):
    assert text_source(data).lines == lines
    assert not is_word(data)


def test_places_are_counted_in_what_the_source_counts():
    assert Source(["a", "b"]).place(2) == "line 2"
    assert Source(["a", "b"], "paragraph", numbers=[3, 7]).place(2) == "paragraph 7"
    assert is_word(b"PK\x03\x04rest") and not is_word(b"PK")
