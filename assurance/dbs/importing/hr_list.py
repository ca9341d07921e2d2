"""The HR system's export, read to be compared with the register and kept nowhere."""

from dataclasses import replace

from assurance.accounts.access import Permission
from assurance.dbs.importing.register import WORKFORCE
from assurance.imports.declaration import Sheet
from assurance.imports.plan.headings import Choices
from assurance.imports.plan.rows import RowsRead, read_rows
from assurance.tables.table import Table

COLUMNS = ("reference", "name", "group", "service", "role", "starts_on", "ends_on")
HR_LIST = Sheet(
    key="hr-list",
    title="HR list",
    about="Everyone in the HR system, to be compared with the register.",
    permission=Permission.RECORD_DBS,
    columns=tuple(
        replace(column, required=column.name == "reference", filled=column.name == "reference")
        for column in WORKFORCE.columns
        if column.name in COLUMNS
    ),
)


def read_hr_list(table: Table) -> RowsRead:
    """The rows of `table`, days that can be read both ways with the day first."""
    return read_rows(HR_LIST, table, Choices(orders={"starts_on": "dmy", "ends_on": "dmy"}))
