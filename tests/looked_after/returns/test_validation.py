"""What each rule finds in a return, and what its page shows to whom."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.looked_after.rules.validation import RULES, validate
from tests.cast import clerk, make_council, officer
from tests.looked_after.pages import text
from tests.looked_after.reading import CODES, YEAR, read, whole
from tests.make.looked_after import BOY, OPEN, UASC, csv, held_return
from tests.sweeping import swept

ROW = "7,{start},{rne},{ls},{cin},{place},{provider},{end},{rec},{change},,,"
USUAL = {"start": "01/06/2017", "rne": "S", "ls": "C2", "cin": "N1", "place": "U4",
         "provider": "PR4", "end": "", "rec": "", "change": ""}  # fmt: skip
YEAR_CODES = {
    name: {code for code, ((first, last),) in codes.items()
           if (first or 0) <= 2017 <= (last or 9999)}
    for name, codes in CODES.items()
}  # fmt: skip


def found_in(told, codes=YEAR_CODES):
    """Rule and file → row numbers of a return."""
    return validate(told, YEAR, codes, CODES)


def row(**said):
    """A line of the episodes file that breaks no rule but for what is said."""
    return ROW.format(**{**USUAL, **said})


@swept(
    [
        ({"rne": "Q"}, "143"),
        ({"ls": "C9"}, "144"),
        ({"ls": "D1"}, "of_another_year"),
        ({"cin": "N9"}, "145"),
        ({"place": "U9"}, "146"),
        ({"end": "01/07/2017"}, "148"),
        ({"rec": "X1"}, "148"),
        ({"end": "01/07/2017", "rec": "E99"}, "149"),
        ({"provider": "PR9"}, "provider"),
        ({"change": "MOVED"}, "place_change"),
        ({"place": "T1"}, "provider_not_expected"),
        ({"place": "P1"}, "provider_of_parents"),
        ({"start": "01/04/2018"}, "after_cover"),
        ({"start": "01/04/2016", "end": "31/03/2017", "rec": "E4A"}, "before_cover"),
        ({"start": "01/13/2017"}, "141"),
        ({"end": "soon", "rec": "X1"}, "147"),
        ({"end": "31/05/2017", "rec": "X1"}, "end_before_start"),
        ({"start": "04/05/2010"}, "before_birth"),
        ({"place": "4 High Street"}, "code_too_long"),
    ]
)
def test_a_row_breaks_the_rule_that_speaks_of_it_and_no_other(said, rule):
    found = found_in(whole(row(**said)))
    silent = {("silent", "header"): [2]} if not whole(row(**said)).episodes else {}
    assert found == {(rule, "episodes"): [2], **silent}


def test_a_row_without_fault_breaks_no_rule():
    assert found_in(whole(OPEN)) == {}
    assert found_in(whole(row(place="T1", provider=""), row(start="02/06/2017"))) == {
        ("142", "episodes"): [2], ("overlap", "episodes"): [2],
    }  # fmt: skip


def test_rows_that_repeat_contradict_or_lack_cells_are_named_in_their_own_file():
    found = found_in(whole(OPEN, OPEN, "7,01/06/2017,P,C2,N1,U4,PR4,,,,,,", "7,x", ",,,,,,,,,,,,"))
    assert found["repeated", "episodes"] == [3]
    assert found["contradicts", "episodes"] == [4]
    assert found["cells", "episodes"] == [5]
    people = found_in(whole(OPEN, children=(BOY, ",1,05/05/2010,WBRI,,,", "9,1,x,WBRI,,,")))
    assert people == {("no_child", "header"): [3], ("102", "header"): [4]}


def test_the_header_and_the_uasc_file_have_rules_of_their_own():
    children = ("7,3,05/05/2010,XXXX,,,", "8,1,05/05/2010,,,,")
    more = [read("uasc.csv", csv(UASC, "9,1,05/05/2010,", "7,1,05/05/2010,tomorrow"))]
    found = found_in(
        whole(OPEN, "10,01/06/2017,S,C2,N1,U4,PR4,,,,,,", children=children, more=more)
    )
    assert found == {
        ("101", "header"): [2], ("103", "header"): [2], ("silent", "header"): [3],
        ("orphan", "episodes"): [3], ("uasc_orphan", "uasc"): [2], ("duc", "uasc"): [3],
    }  # fmt: skip


def test_rules_are_told_once_and_only_known_numbers_are_national():
    assert len({rule.key for rule in RULES}) == len(RULES)
    assert {rule.number for rule in RULES} - {""} == {
        *("101", "102", "103"), *(str(number) for number in range(141, 150)),
        *("217t", "231", "232", "233", "234", "383"),
    }  # fmt: skip


@pytest.mark.django_db
def test_officers_are_shown_row_numbers_clerks_only_counts(client):
    held = held_return(validated=[{"rule": "144", "file": "episodes", "count": 2, "rows": [4321]}])
    address = reverse("looked_after:return-validation", args=[held.pk])
    client.force_login(officer())
    page = text(client.get(address))
    assert "4321" in page
    assert "and 1 more" in page
    client.force_login(clerk())
    page = text(client.get(address))
    assert "4321" not in page
    assert "Row numbers are shown to officers" in page


@pytest.mark.django_db
def test_a_return_read_before_rules_were_kept_or_withdrawn_says_so(client):
    someone = officer()
    client.force_login(someone)
    old = held_return(
        withdrawn_on=date(2018, 7, 1), withdrawn_by=someone, withdrawn_because="The wrong year"
    )
    page = text(client.get(reverse("looked_after:return-validation", args=[old.pk])))
    assert "before rules were kept" in page
    assert "has been withdrawn" in page
    elsewhere = held_return(council=make_council("elsewhere"))
    answer = client.get(reverse("looked_after:return-validation", args=[elsewhere.pk]))
    assert answer.status_code == 404
