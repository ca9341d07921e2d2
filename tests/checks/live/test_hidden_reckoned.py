"""A reader with a pencil: typed numbers, shares, averages and rests around a number that is not
shown. Whatever leaves it few values is refused, and what leaves it open is left in peace."""

from reports.checks.rule import Severity
from tests.checks.drawn import found
from tests.sweeping import swept

PART = "{{a number of children, not shown,|looked_after.placement:Placed far away|2015-12-01}}"
WHOLE = "{{188|looked_after.children|2015-12-01}}"
ABOVE = f"We looked after {WHOLE} children on 1 December 2015, of whom {PART} were placed far away."
RULES = ("hidden-number-rate", "hidden-number-rest", "gives-away")


def stated(count):
    """A typed number with a source."""
    return f"{{{{{count}|stated|2015-12-01}}}}"


def findings(text):
    """(rule, severity) of what is found of hidden numbers in a section that hides one."""
    rows = found(f"# Placements\n\n{ABOVE}\n\n{text}")
    return [(row.rule.key, row.severity) for row in rows if row.rule.key in RULES]


@swept(
    (
        # Parts that leave three of the 188.
        "Foster carers looked after 27 children.\n\nAgencies looked after 158 children.",
        f"Carers looked after {stated(27)} children.\n\nAgencies, {stated(158)} children.",
        "Foster carers looked after 27 children and agencies looked after 158 children.",
        "27 lived with agency carers.\n\n158 lived with our own carers.",
        "Children lived:\n* 27 with agency carers\n* 158 with own carers",
        "Table: Where children live\n| Where | Children |\n| Agency | 27 |\n| Own | 158 |",
        "27 live in Leeds, 100 live in York and 58 live in Hull.",
        "14% of children live with agencies and 84% of children with our own carers.",
        "185 children are placed near home.",
        "Almost all, 185 in 188, live near.",
        "27 children live with agencies and 158 with us.",
        "Most children live with our own carers (158) or with agencies (27).",
        "Table: Children\n| Where | Children |\n| Agency | 27 |\n| Own | 158 |\n| Total | 185 |",
        # Shares of the hidden number, or of those who are not in it.
        "98.4% were not placed far away.",
        "Those placed far away are 1.6% of all.",
        "The share placed far away is 1.6%.",
        "Of those placed far away 67% were visited.",
        "Those placed far away are 0.8 per 10,000 children.",
        # An average and its total.
        "We made 18 visits to those placed far away.\n\nThat is 6 visits for each.",
        "Placements far away cost £498,000.\n\nThe average placement far away costs £166,000.",
        "Those placed far away had 20 reviews. On average each of them had 6.7 reviews.",
    )
)
def test_what_leaves_a_hidden_number_few_values_is_an_error(text):
    assert Severity.ERROR in [severity for _rule, severity in findings(text)]


@swept(
    (
        "60 children live with our own carers.\n\n70 children live with agencies.",
        "120 were boys and 68 were girls.",
        "In March 2014 we looked after 27 children. In May 2014 there were 158 children.",
        "We employ 27 social workers.\n\n158 were trained.",
        "185 of the 188 homes were visited.",
        "We made 95% of visits to children placed far away on time.",
        "98% of reviews of children placed far away were in time.",
        "The cost of those placed far away rose by 5%.",
        "Placements far away cost £400 a week on average, £120 more than two years ago.",
        "Those placed far away cost £1,200 a week on average, against £400 near home.",
        "The 12 teams each visited those placed far away. In all 24 visits were made.",
        "Those placed far away are 40 miles from home on average. 25 visits were made to them.",
        "At least 95% of children placed far away should be visited.",
        "All children placed far away were visited, 100% of them in time.",
    )
)
def test_what_leaves_it_open_is_left_in_peace(text):
    assert findings(text) == []


def test_parts_that_may_overlap_are_asked_about():
    text = "150 children had a health check, and 35 children had a dental check."
    assert findings(text) == [("hidden-number-rest", Severity.WARNING)]


def test_parts_of_two_sections_are_asked_about():
    text = "27 children live with agencies.\n\n# Carers\n\n158 children live with our own carers."
    assert findings(text) == [("hidden-number-rest", Severity.WARNING)]


def test_without_a_hidden_number_nothing_is_reckoned():
    text = f"We looked after {WHOLE} children.\n\n27 live with agencies.\n\n158 live with us."
    assert [row for row in found(text) if row.rule.key in RULES] == []
