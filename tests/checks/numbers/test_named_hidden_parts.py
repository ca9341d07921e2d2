"""A part whose number is not shown, named where no count is: what tells its number all the same."""

from tests.checks.drawn import found
from tests.sweeping import swept

PART = "{{a number of children, not shown,|looked_after.placement:Placed far away|2015-12-01}}"
WHOLE = "{{40|looked_after.children|2015-12-01}}"
ABOVE = f"We looked after {WHOLE} children, of whom {PART} are placed far away."


def errors(text):
    rows = found(f"# Placements\n\n{ABOVE}\n\n{text}")
    return [row for row in rows if row.rule.key in ("gives-away", "hidden-number-rate")]


@swept(
    (
        "One in thirteen of the children is placed far away.",
        "Those placed near are twelve times as many as those placed far away.",
        "Places far away cost £166,000 each and £498,000 in all.",
        "The number placed far away is one more than the two of a year ago.",
        "The twins and their cousin, who are placed far away, were visited.",
        "Each of the trio placed far away has a social worker.",
        "We visited those placed far away 18 times in all, each of them 6 times.",
        "Those placed far away are:\n* a boy in Leeds\n* a girl in Hull",
    )
)
def test_what_tells_how_many_a_hidden_part_has_is_an_error(text):
    assert errors(text)


@swept(
    (
        "Those placed far away are visited by their own social worker.",
        "One in thirteen of our staff is new.",
        "Children placed far away cost £166,000 each on average.",
        "We visited the twins at home.",
        "Those placed far away need:\n* a visit each month\n* a plan for their return",
    )
)
def test_what_tells_nothing_of_it_is_left_alone(text):
    assert errors(text) == []
