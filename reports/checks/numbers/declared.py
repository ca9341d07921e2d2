"""The rules about numbers."""

from reports.checks.numbers import (
    agreement,
    bands,
    bases,
    changes,
    crowds,
    differences,
    lengths,
    moments,
    quantities,
    ranks,
    remainders,
    series,
    shares,
    small,
    sums,
    tables,
)

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
    *shares.RULES,
    *small.RULES,
    *sums.RULES,
    *tables.RULES,
)
