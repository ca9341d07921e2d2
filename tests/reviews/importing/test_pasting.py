"""A letter's table, as it comes out of Word, out of Excel and out of a keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.records.refusals import Refused
from assurance.reviews import operations
from assurance.reviews.models.findings import Finding
from assurance.reviews.rules import findings as kinds
from assurance.reviews.rules import pasted_tables as rules
from assurance.reviews.rules.pasted_tables import Line
from tests.cases import random_cases
from tests.cast import make_council, officer
from tests.make.findings import review
from tests.make.papers import ISSUED_ON
from tests.sweeping import swept

STRENGTH, AREA = kinds.STRENGTH, kinds.AREA
HELP, CARE = "Help and protection", "Care leavers"
WHOLE = [
    Line(HELP, STRENGTH, "Clear thresholds"),
    Line(HELP, STRENGTH, "Quick answers"),
    Line(HELP, AREA, "Late visits"),
    Line(CARE, STRENGTH, "Good housing"),
    Line(CARE, AREA, "Few apprenticeships"),
    Line(CARE, AREA, "Late plans"),
]
WORD = (
    "Theme\tStrengths\tAreas for development\n"
    "Help and protection\t• Clear thresholds\n• Quick answers\t• Late visits\n"
    "Care leavers\tGood housing\tFew apprenticeships\n•\tLate plans\n"
)
WORD = WORD.replace("•\tLate plans", "Late plans")
EXCEL = (
    'Theme\tStrengths\tAreas for development\r\nHelp and protection\t"Clear thresholds\r\n'
    'Quick answers"\tLate visits\r\nCare leavers\tGood housing\t"Few apprenticeships\r\nLate plans"'
)
PIPED = """| Theme | What works well | Areas to consider |
|---|:---:|---|
| Help and protection | Clear thresholds<br>Quick answers | Late visits |
| Care leavers | Good housing | Few apprenticeships |
| | | Late plans |"""


@pytest.mark.parametrize("text", [WORD, EXCEL, PIPED], ids=["word", "excel", "pipes"])
def test_a_table_is_read_alike_wherever_it_was_copied(text):
    assert rules.read(text, "headed") == WHOLE
    assert rules.read(text, "three") == WHOLE


def test_a_table_without_headings_is_read_as_it_is_said_to_be():
    assert rules.read("\n".join(WORD.split("\n")[1:]), "three") == WHOLE
    assert rules.read("Clear plans | Late visits", "two") == [
        Line("", STRENGTH, "Clear plans"),
        Line("", AREA, "Late visits"),
    ]
    rows = "Policy\t- Kept up\n- Known\nPractice\t1. Sound"
    assert rules.read(rows, "strengths") == [
        Line("Policy", STRENGTH, "Kept up"),
        Line("Policy", STRENGTH, "Known"),
        Line("Practice", STRENGTH, "Sound"),
    ]
    assert [line.kind for line in rules.read("Policy | Late", "areas")] == [AREA]


def test_a_letter_of_two_columns_names_good_practice_and_what_to_consider():
    text = "Examples of good practice\tAreas for consideration\nPledge kept\tHousing is scarce"
    assert rules.read(text, "headed") == [
        Line("", STRENGTH, "Pledge kept"),
        Line("", AREA, "Housing is scarce"),
    ]
    headed = rules.read("Recommendation | Top tips | Priorities\nOne | Two | Three", "headed")
    assert [line.kind for line in headed] == ["recommendation", "top_tip", "priority"]


def test_a_dash_within_a_finding_and_a_year_at_its_beginning_stay():
    text = "Theme | Strengths\nPolicy | 2016 was well-run - on the whole"
    assert rules.read(text, "headed")[0].text == "2016 was well-run - on the whole"


def test_what_stands_twice_in_a_table_is_read_once():
    assert len(rules.read("A | One\nA | One", "strengths")) == 1


@swept(
    [
        ("One finding\nAnother", "headed", "has no columns"),
        ("\t\n \t ", "headed", "nothing but lines without words"),
        ("Clear plans | Late visits", "headed", "does not name the columns"),
        ("Theme | Theme of all\nA | B", "headed", "does not name the columns"),
        ("Theme\nA | B", "headed", "does not name the columns"),
        ("A | B | C | D", "three", "Row 1 has 4 columns and the table has 3"),
        ("Theme | Strengths\nA |", "headed", "has no finding"),
        ("\n".join(f"A | {number}" for number in range(201)), "areas", "these are 201"),
        (f'A\t"Late\n{"x" * 200_000}"', "areas", "is too long to be read"),
        (f"{'x' * 201} | Late", "areas", "A theme must have 200 characters or fewer"),
    ]
)
def test_a_table_that_cannot_be_read_gets_a_sentence(text, layout, sentence):
    with pytest.raises(rules.NotRead, match=sentence.replace("|", ".")):
        rules.read(text, layout)


CELL = st.text("abcdefg hij", min_size=1, max_size=12).map(str.strip).filter(bool)
ROWS = st.lists(st.tuples(CELL, st.lists(CELL, max_size=3), st.lists(CELL, max_size=3)), max_size=5)


@random_cases(60)
@given(ROWS)
def test_whatever_a_table_holds_comes_back_from_word_and_from_pipes(rows):
    wanted = list(
        dict.fromkeys(
            Line(theme, kind, words)
            for theme, *cells in rows
            for kind, cell in zip((STRENGTH, AREA), cells, strict=True)
            for words in cell
        )
    )
    word = ["Theme\tStrengths\tAreas for development"]
    word += [f"{one}\t{chr(10).join(good)}\t{chr(10).join(bad)}" for one, good, bad in rows]
    piped = [f"{one} | {'<br>'.join(good)} | {'<br>'.join(bad)}" for one, good, bad in rows]
    for text, layout in (("\n".join(word), "headed"), ("\n".join(piped), "three")):
        if wanted:
            assert rules.read(text, layout) == wanted
        else:
            with pytest.raises(rules.NotRead):
                rules.read(text, layout)


def of_council():
    """What every operation is told."""
    return {"council": make_council(), "by": officer(), "on": ISSUED_ON}


@pytest.mark.django_db
def test_a_table_is_kept_whole_or_not_at_all():
    of = review()
    with pytest.raises(Refused, match="needs another title"):
        operations.record_table(review=of, lines=[*WHOLE, Line("???", AREA, "x")], **of_council())
    same = [Line("Care leavers!", AREA, "x")]
    with pytest.raises(Refused, match="too like another one"):
        operations.record_table(review=of, lines=[*WHOLE, *same], **of_council())
    gone = {"withdrawn_on": ISSUED_ON, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    with pytest.raises(Refused, match="was withdrawn"):
        operations.record_table(review=review(**gone), lines=WHOLE, **of_council())
    assert Finding.objects.count() == 0


@pytest.mark.django_db
def test_an_officer_pastes_a_table_sees_it_and_keeps_it_once(client):
    client.force_login(officer())
    of = review()
    address = f"/reviews/{of.pk}/findings/paste/"
    typed = {"table": WORD, "layout": "headed"}
    check = client.post(address, typed)
    assert (len(check.context["rows"]), check.context["new_themes"]) == (6, [HELP, CARE])
    assert Finding.objects.count() == 0
    assert client.post(address, {**typed, "again": "yes"}).context["form"]["table"].value() == WORD
    client.post(address, {**typed, "keep": "yes"})
    assert Finding.objects.count() == 6
    second = client.post(address, typed)
    assert (second.context["rows"], second.context["held"]) == ([], 6)
    assert "Nothing is left to add" in second.content.decode()
    client.post(address, {**typed, "keep": "yes"})
    assert Finding.objects.count() == 6


@pytest.mark.django_db
def test_a_table_that_cannot_be_read_stays_typed(client):
    client.force_login(officer())
    answer = client.post(
        f"/reviews/{review().pk}/findings/paste/", {"table": "One", "layout": "headed"}
    )
    assert "has no columns" in answer.context["form"].errors["table"][0]
    answer = client.post(f"/reviews/{review().pk}/findings/paste/", {"table": "A | B"})
    assert answer.context["form"].errors["layout"] == ["Select what the columns are"]
    gone = {"withdrawn_on": ISSUED_ON, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    typed = {"table": "A | B", "layout": "two", "keep": "yes"}
    answer = client.post(f"/reviews/{review(**gone).pk}/findings/paste/", typed)
    assert "was withdrawn" in answer.context["form"].errors["__all__"][0]
