"""Tables of cases: what headings are alike, which kind a table is, which column a heading holds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.imports.plan.headings import (
    ROW_OF_FILE,
    WHY_REFUSED,
    lacking,
    likely,
    mapped,
    nearest,
    plain,
    recognised,
    shape_of,
    unread,
)
from tests.cases import random_cases
from tests.make.imports import AUDITS, HEADINGS, KINDS, RETURN, TEAMS, table

FULL = {
    "reference": 0,
    "audited_on": 1,
    "service": 2,
    "team": 3,
    "actions": 4,
    "shared_on": 5,
    "strengths": 6,
}
NEEDED = ("Reference", "Audited on", "Service", "Team")


def shaped(*headings):
    """The digest of a table with these headings."""
    return shape_of(table(headings=headings))


def titles(headings, kinds=KINDS, remembered=()):
    """The keys of the kinds that a table with these headings may be."""
    return [one.key for one in recognised(table(headings=headings), kinds, remembered)]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        *(("Ref", "ref"), ("REF.", "ref"), (" Date  of\taudit: ", "dateofaudit")),
        *(("own_team", "ownteam"), ("Straße", "strasse"), ("Grade (1-4)", "grade14")),
        *(("—", "—"), (" % ", "%"), (" ", ""), ("", "")),
    ],
)
def test_the_key_of_a_heading_is_its_letters_and_figures(heading, key):
    assert plain(heading) == key


@random_cases(15)
@given(st.text(max_size=20), st.sampled_from([" ", "_", "-", ".", "  ", "(", ")"]))
def test_a_sign_anywhere_among_letters_never_matters(text, sign):
    assert plain(sign.join(f"a{text}")) == plain(f"a{text}")


@pytest.mark.parametrize(
    ("headings", "is_same"),
    [
        *((("Ref", "Team"), True), (("Team", "Ref"), True), (("TEAM ", "ref:"), True)),
        (("Ref", "Team", "Ref."), True),
        (("Ref", "Team", ROW_OF_FILE, WHY_REFUSED), True),
        (("Ref", "Team", WHY_REFUSED.upper()), True),
        *((("Ref", "Team", "Service"), False), (("Ref",), False), (("RefTeam",), False)),
        ((), False),
    ],
)
def test_files_of_one_shape_differ_in_nothing_but_order_case_and_what_we_added(headings, is_same):
    assert (shaped(*headings) == shaped("Ref", "Team")) is is_same


@random_cases(15)
@given(st.permutations(HEADINGS))
def test_columns_in_any_order_are_read_as_the_same_columns(headings):
    places = mapped(AUDITS, table(headings=headings))
    assert {name: headings[place] for name, place in places.items()} == {
        name: HEADINGS[place] for name, place in FULL.items()
    }
    assert titles(headings) == ["small-audits"]


@pytest.mark.parametrize(
    ("headings", "said", "found"),
    [
        (HEADINGS, None, FULL),
        (HEADINGS, {}, FULL),
        (("REFERENCE", "shared-on"), None, {"reference": 0, "shared_on": 1}),
        (("actions", "Actions agreed"), None, {"actions": 0}),
        (("Actions agreed", "actions"), None, {"actions": 0}),
        (("Budget", "Cost"), None, {}),
        (("Ref", "Number"), {"number": "reference"}, {"reference": 1}),
        (("Ref", "Number"), {"ref": "", "number": "reference"}, {"reference": 1}),
        (("Ref", "Number"), {"ref": ""}, {}),
        (("Ref", "Team"), {"ref": "team"}, {"team": 0}),
        (("Ref", "Team"), {"ref": "team", "team": "reference"}, {"team": 0, "reference": 1}),
        (("Ref", "Team"), {"ref": "gone"}, {"team": 1}),
        (("Ref", "Team"), {"other": "service"}, {"reference": 0, "team": 1}),
    ],
)
def test_what_each_heading_holds(headings, said, found):
    assert mapped(AUDITS, table(headings=headings), said) == found


def test_of_rival_columns_and_kinds_the_earlier_and_the_smaller_are_the_better():
    first, second, *rest = AUDITS.columns
    rivals = replace(AUDITS, columns=(first, replace(second, also=("Ref",)), *rest))
    assert mapped(rivals, table(headings=("Ref",))) == {"reference": 0}
    smaller = replace(AUDITS, key="smaller", columns=AUDITS.columns[:5])
    assert titles(HEADINGS[:5], (AUDITS, smaller)) == ["smaller"]
    assert titles(HEADINGS, (AUDITS, smaller)) == ["small-audits"]


@pytest.mark.parametrize(
    ("held", "labels"),
    [
        ((), list(NEEDED)),
        (("reference",), ["Audited on", "Service", "Team"]),
        (("team", "service", "audited_on"), ["Reference"]),
        (("reference", "audited_on", "service", "team"), []),
        (("actions", "shared_on", "strengths"), list(NEEDED)),
    ],
)
def test_which_required_columns_are_lacking(held, labels):
    assert lacking(AUDITS, dict.fromkeys(held, 0)) == labels


@pytest.mark.parametrize(
    ("columns", "left"),
    [({}, ["Ref", "Budget", "Team"]), ({"reference": 0}, ["Budget", "Team"]), ({"x": 1}, None)],
)
def test_headings_that_nobody_reads_are_named_in_their_order(columns, left):
    given = table(headings=("Ref", "Budget", "Team"))
    assert unread(given, columns) == (left or ["Ref", "Team"])


@pytest.mark.parametrize(
    ("headings", "keys"),
    [
        (HEADINGS, ["small-audits"]),
        (NEEDED, ["small-audits"]),
        (NEEDED[1:], []),
        (("Service", "Team", "From"), ["small-teams"]),
        (("Service", "Team"), []),
        ((*NEEDED, "From"), ["small-audits"]),
        *((("CHILD", "ONE"), ["small-return"]), (("TWO", "CHILD"), ["small-return"])),
        *((("CHILD", "ONE", "TWO"), []), ((), [])),
    ],
)
def test_what_a_table_is_read_as(headings, keys):
    assert titles(headings) == keys


@pytest.mark.parametrize(
    ("kept", "keys"),
    [
        ([], ["small-audits", "twin"]),
        (["twin"], ["twin"]),
        (["small-audits"], ["small-audits"]),
        (["small-audits", "twin"], ["small-audits", "twin"]),
        (["somebody-elses"], ["small-audits", "twin"]),
    ],
)
def test_between_twins_what_a_shape_was_before_decides_where_it_was_one(kept, keys):
    twin = replace(AUDITS, key="twin")
    remembered = {(one, shaped(*HEADINGS)): object() for one in kept}
    assert titles(HEADINGS, (AUDITS, twin), remembered) == keys


def test_a_kind_remembered_is_read_and_one_without_a_column_of_its_own_is_never_meant():
    remembered = {("small-audits", shaped("Number", "When")): object()}
    assert titles(("Number", "When"), KINDS, remembered) == ["small-audits"]
    assert titles(("Number", "Then"), KINDS, remembered) == []
    anything = replace(AUDITS, key="anything", columns=AUDITS.columns[4:])
    assert titles(("What", "Ever"), (anything,)) == []
    greedy = replace(RETURN, part_of=lambda given: "all")
    assert titles(HEADINGS, (AUDITS, greedy, TEAMS)) == ["small-return"]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        *(("Date of the sharing", ""), ("Shared", ""), ("The team", "team"), ("Teams", "team")),
        *(("Reference of", ""), ("the", ""), ("Date audited", "audited_on"), ("Number", "")),
        *(("Day of the audit", "audited_on"), ("Audited, when", "audited_on"), ("From", "")),
    ],
)
def test_a_heading_is_known_by_its_words_without_what_means_nothing(heading, name):
    assert list(mapped(AUDITS, table(headings=(heading,)))) == [name] * bool(name)


@pytest.mark.parametrize(
    ("headings", "near"),
    [
        (("Shared on date with worker",), {0: "shared_on"}),
        (("Actions agreed at supervision", "Strengths seen"), {0: "actions", 1: "strengths"}),
        # A column that is read already, what is as near to two, and what is near to none.
        (("Team", "Team that audits"), {}),
        (("Budget", "", "£"), {}),
        # What says who a child is.
        (("Child number", "Team of the child", "Strengths of children seen"), {}),
        (("Case number", "Number", "Date"), {}),
    ],
)
def test_a_heading_that_is_not_read_is_said_to_be_the_column_it_is_nearest_to(headings, near):
    given = table(headings=headings)
    assert likely(AUDITS, given, mapped(AUDITS, given)) == near


def test_the_kind_that_most_headings_are_nearest_to_is_proposed_and_no_other():
    given = table(headings=("Ref", "Team audited", "Service", "Shared with worker on", "Cost"))
    assert titles(given.headings) == []
    assert nearest(given, KINDS) is AUDITS
    assert nearest(table(headings=("Service", "Budget", "Cost", "Pounds")), KINDS) is None
    assert nearest(given, (AUDITS, replace(AUDITS, key="twin"))) is None
