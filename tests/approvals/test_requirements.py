"""Whose approval a paper needs by its council's rule, reckoned by hand."""

import pytest

from reports.approvals import requirements, rules
from reports.approvals.rules import ANYBODY, ApprovalRequirement, Line, required_approvals
from reports.papers.language.template import Part, Template

PARTS = ("introduction", "implications", "recommendations")
DIRECTOR, DEPUTY, LAWYER, AUTHOR = 1, 2, 3, 4


def line(kind, holder, scope="whole", called="", of_template=False):
    """A line of a rule."""
    return Line(kind, called, scope, holder, of_template)


def test_without_a_rule_any_other_person_approves_the_whole():
    assert required_approvals([], PARTS) == (ANYBODY,)
    assert ANYBODY.from_anybody and not ANYBODY.is_sign_off


def test_each_line_asks_for_an_approval_in_the_order_of_the_rule():
    rule = [
        line("author", AUTHOR),
        line("chief_officer", DIRECTOR),
        line("legal", LAWYER, "implications/Legal"),
    ]
    assert required_approvals(rule, PARTS) == (
        ApprovalRequirement("author", "", "whole", (AUTHOR,)),
        ApprovalRequirement("chief_officer", "", "whole", (DIRECTOR,)),
        ApprovalRequirement("legal", "", "implications/Legal", (LAWYER,)),
    )


def test_two_lines_that_ask_for_the_same_are_met_by_either():
    rule = [line("chief_officer", DIRECTOR), line("chief_officer", DEPUTY)]
    assert required_approvals(rule, PARTS) == (
        ApprovalRequirement("chief_officer", "", "whole", (DIRECTOR, DEPUTY)),
    )
    twice = [line("chief_officer", DIRECTOR), line("chief_officer", DIRECTOR)]
    assert required_approvals(twice, PARTS)[0].holders == (DIRECTOR,)


def test_a_line_for_the_template_stands_in_place_of_those_for_every_template():
    rule = [line("chief_officer", DIRECTOR), line("chief_officer", DEPUTY, of_template=True)]
    assert required_approvals(rule, PARTS)[0].holders == (DEPUTY,)
    assert required_approvals(reversed(rule), PARTS)[0].holders == (DEPUTY,)


def test_a_line_for_the_template_leaves_what_others_ask_for():
    rule = [
        line("chief_officer", DIRECTOR),
        line("legal", LAWYER, of_template=True),
        line("legal", LAWYER, "recommendations"),
    ]
    asked = [(one.kind, one.scope) for one in required_approvals(rule, PARTS)]
    assert asked == [("chief_officer", "whole"), ("legal", "whole"), ("legal", "recommendations")]


def test_a_line_of_a_part_that_the_paper_does_not_have_asks_nothing():
    rule = [line("chief_officer", DIRECTOR), line("legal", LAWYER, "risks")]
    assert [one.kind for one in required_approvals(rule, PARTS)] == ["chief_officer"]
    assert [one.kind for one in required_approvals(rule, (*PARTS, "risks"))] == [
        "chief_officer",
        "legal",
    ]


@pytest.mark.parametrize(
    "rule",
    [
        [line("author", AUTHOR)],
        [line("legal", LAWYER, "implications")],
        [line("author", AUTHOR), line("legal", LAWYER, "implications/Legal")],
    ],
)
def test_where_nobody_is_asked_for_the_whole_any_other_person_is(rule):
    assert required_approvals(rule, PARTS)[-1] == ANYBODY
    assert len(required_approvals(rule, PARTS)) == len(rule) + 1


def test_others_go_by_what_they_are_called():
    rule = [
        line("other", DIRECTOR, called="Equalities"),
        line("other", DEPUTY, called="equalities"),
        line("other", LAWYER, called="Information governance"),
    ]
    found = required_approvals(rule, PARTS)
    assert [one.holders for one in found] == [(DIRECTOR, DEPUTY), (LAWYER,)]
    assert found[0].is_met_by("other", "EQUALITIES", "whole")
    assert not found[0].is_met_by("other", "Information governance", "whole")


TEMPLATE = Template(
    "small",
    "Small",
    (
        Part("head", "head"),
        Part("implications", "implications", "Implications", entries=("Financial", "Legal")),
        Part("body", "sections"),
        Part("recommendations", "recommendations", "Recommendations", lead="Agree:"),
        Part("approval", "approval", "Report approved"),
    ),
)


def test_the_parts_that_have_a_title_and_their_answers_are_offered():
    assert requirements.scopes_offered(TEMPLATE) == [
        ("implications", "Implications"),
        ("implications/Financial", "Implications: Financial"),
        ("implications/Legal", "Implications: Legal"),
        ("recommendations", "Recommendations"),
    ]


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ("whole", "the whole paper"),
        ("recommendations", "Recommendations"),
        ("implications/Legal", "Implications: Legal"),
        ("council_plan", "Council plan"),
        ("gone/Legal", "Gone: Legal"),
    ],
)
def test_a_scope_is_said_by_its_title_or_by_its_own_name(scope, said):
    assert requirements.in_words(scope, TEMPLATE) == said
    assert requirements.in_words("council_plan") == "Council plan"


def test_why_a_line_of_the_rule_is_refused():
    assert rules.why_not_ask_part("whole", ()) == ""
    assert rules.why_not_ask_part("implications/Legal", ["implications"]) == ""
    assert "do not have this part" in rules.why_not_ask_part("risks", ["implications"])
    assert "role of an approver" in rules.why_not_hold("legal", False, True)
    assert rules.why_not_hold("author", False, True) == ""
    assert rules.why_not_hold("legal", True, False) == ""
    assert rules.why_not_name(" ", True) and not rules.why_not_name("", False)


def test_an_approval_that_nobody_can_give_is_said_with_its_name_and_its_part():
    said = rules.why_nobody_can("Legal", "“Recommendations”", ["Solicitor", "Deputy"])
    assert said.startswith("Nobody can give the approval “Legal” of “Recommendations”: Solicitor")
    assert "Solicitor or Deputy cannot approve papers now" in said
    assert "“Legal”: Solicitor" in rules.why_nobody_can("Legal", "", ["Solicitor"])
