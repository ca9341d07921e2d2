"""Each reading of what the cells of a table come to: a rate, what is left, a median, a rank."""

from reports.table_constraints.derived_values.greatest_changes import greatest_changes
from reports.table_constraints.derived_values.judged_rows import judged_rows
from reports.table_constraints.derived_values.medians import medians
from reports.table_constraints.derived_values.ordinal_rows import ordinal_rows
from reports.table_constraints.derived_values.overall_values import overall_values
from reports.table_constraints.derived_values.point_changes import point_changes
from reports.table_constraints.derived_values.rates_of_rows import rates_of_rows
from reports.table_constraints.derived_values.runs_of_rows import runs_of_rows
from reports.table_constraints.derived_values.shortfalls import shortfalls
from reports.table_constraints.derived_values.spent_over import spent_over

READINGS = (
    shortfalls,
    rates_of_rows,
    point_changes,
    greatest_changes,
    medians,
    ordinal_rows,
    spent_over,
    runs_of_rows,
    judged_rows,
    overall_values,
)
