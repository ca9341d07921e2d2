"""The rules about numbers."""

from reports.checks.numbers import crowds
from reports.checks.numbers.claims import (
    agreement,
    changes,
    differences,
    lengths,
    moments,
    quantities,
    ranks,
    series,
    small,
)
from reports.checks.numbers.shares import bases, percentages
from reports.checks.numbers.sums import bands, prose_sums, remainders, tables

RULES = (
    *agreement.RULES,
    *bands.RULES,
    *bases.RULES,
    *changes.RULES,
    *crowds.RULES,
    *differences.RULES,
    *lengths.RULES,
    *moments.RULES,
    *quantities.RULES,
    *ranks.RULES,
    *remainders.RULES,
    *series.RULES,
    *percentages.RULES,
    *small.RULES,
    *prose_sums.RULES,
    *tables.RULES,
)
