"""A right paper drawn by chance raises nothing above advice; one fault put into it raises its rule,
and nothing but what follows from it."""

from hypothesis import HealthCheck, given

from reports.checks.registry import rule_called
from tests.cases import random_cases
from tests.checks.papers.brought import found
from tests.checks.papers.generated import papers

# As many as the gate has time for, and the same each time; more by hand.
FEW = random_cases(5, suppress_health_check=list(HealthCheck))


@given(papers())
@FEW
def test_a_drawn_paper_is_right_and_each_fault_in_it_is_found(drawn):
    assert found("drawn", drawn.text) == []
    missed = []
    for one in drawn.plants:
        assert one.old in drawn.text, one
        rows = found("drawn", drawn.text.replace(one.old, one.new, 1))
        keys = {key for key, _says in rows}
        allowed = {one.rule, *one.beside, *rule_called(one.rule).follows}
        if one.rule not in keys or keys - allowed:
            missed.append((one.rule, one.new, rows))
    assert missed == [], drawn.text
