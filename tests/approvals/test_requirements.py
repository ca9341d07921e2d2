"""Whose approval a paper needs by its council's rule, reckoned by hand."""

import pytest

from reports.approvals import requirements, rules
from reports.approvals.rules import Line, required_approvals
from reports.language.template import Part, Template
from tests.sweeping import swept

PARTS = ("introduction", "implications", "recommendations")
DIRECTOR, DEPUTY, LAWYER, AUTHOR = 1, 2, 3, 4


def line(kind, holder, scope="whole", called="", of_template=False):
    """A line of a rule."""
    return Line(kind, called, scope, holder, of_template)


AUTHORS, CHIEF = line("author", AUTHOR), line("chief_officer", DIRECTOR)
DEPUTIES = line("chief_officer", DEPUTY, of_template=True)
OTHERS = ("", "whole", ())


@swept(
    [
        ([], [OTHERS]),
        (
            [AUTHORS, CHIEF, line("legal", LAWYER, "implications/Legal")],
            [
                ("author", "whole", (AUTHOR,)),
                ("chief_officer", "whole", (DIRECTOR,)),
                ("legal", "implications/Legal", (LAWYER,)),
            ],
        ),
        ([CHIEF, line("chief_officer", DEPUTY)], [("chief_officer", "whole", (DIRECTOR, DEPUTY))]),
        ([CHIEF, CHIEF], [("chief_officer", "whole", (DIRECTOR,))]),
        # A line for the template stands in place of those for every template, and of no others.
        ([CHIEF, DEPUTIES], [("chief_officer", "whole", (DEPUTY,))]),
        ([DEPUTIES, CHIEF], [("chief_officer", "whole", (DEPUTY,))]),
        (
            [line("legal", LAWYER, of_template=True), line("legal", LAWYER, "recommendations")],
            [("legal", "whole", (LAWYER,)), ("legal", "recommendations", (LAWYER,))],
        ),
        # A part that the paper does not have.
        ([CHIEF, line("legal", LAWYER, "risks")], [("chief_officer", "whole", (DIRECTOR,))]),
        # Nobody is asked for the whole.
        ([AUTHORS], [("author", "whole", (AUTHOR,)), OTHERS]),
        (
            [line("legal", LAWYER, "implications")],
            [("legal", "implications", (LAWYER,)), OTHERS],
        ),
    ]
)
def test_a_rule_asks_for_each_approval_once_in_the_order_of_its_lines(rule, asked):
    found = required_approvals(rule, PARTS)
    assert [(one.kind, one.scope, one.holders) for one in found] == asked


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
        ("whole", "the whole report"),
        ("recommendations", "Recommendations"),
        ("implications/Legal", "Implications: Legal"),
        ("council_plan", "Council plan"),
        ("gone/Legal", "Gone: Legal"),
    ],
)
def test_a_scope_is_said_by_its_title_or_by_its_own_name(scope, said):
    assert requirements.in_words(scope, TEMPLATE) == said
    assert requirements.in_words("council_plan") == "Council plan"


def test_an_approval_that_nobody_can_give_is_said_with_its_name_and_its_part():
    said = rules.why_nobody_can("Legal", "“Recommendations”", ["Solicitor", "Deputy"])
    assert said.startswith("No one can give the approval “Legal” of “Recommendations”: Solicitor")
    assert "Solicitor or Deputy cannot approve reports now" in said
    assert "“Legal”: Solicitor" in rules.why_nobody_can("Legal", "", ["Solicitor"])
