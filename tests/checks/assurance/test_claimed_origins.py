"""What a report says of where all its numbers come from."""

from reports.verdicts.registry import rule_called
from tests.checks.drawn import found
from tests.sweeping import swept

ORIGINS = [rule_called("origin-claimed")]
TYPED = "\n\nWe met [[stated 44: staff survey, 1 May 2015]] carers."
CLAIMS = (
    "All figures in this report are counted from records.",
    "Every number in this report comes from the council’s records.",
    "Each figure given here was drawn directly from our registers.",
    "All of the figures are live.",
    "All the numbers quoted in this paper have been counted straight from the records.",
    "None of the figures in this report was typed.",
    "No number in the report has been entered by hand.",
    "The figures are right: all numbers in this report are taken from the council’s own records.",
)


@swept(CLAIMS)
def test_a_claim_of_all_numbers_is_an_error_where_one_is_typed(text):
    assert len(found(text + TYPED, rules=ORIGINS)) == 1
    assert (
        found(
            f"{text}\n\nWe looked after {{{{188|looked_after.total|2015-12-01}}}}.", rules=ORIGINS
        )
        == ()
    )


@swept(
    (
        "All figures in this report are counted from records, except the survey’s.",
        "All figures are counted from records or have a source.",
        "Not all figures in this report are counted from records.",
        "All figures of children are counted from records.",
        "All figures should be counted from records.",
        "All figures in this report are at 1 December 2015.",
        "Figures are counted from records, and other numbers name their source.",
        "All children have been seen by the registered manager.",
    )
)
def test_what_claims_less_is_right(text):
    assert found(text + TYPED, rules=ORIGINS) == ()
