"""The register of areas that the council compares itself with."""

from assurance.accounts.access import Permission
from assurance.looked_after.forms.related import AreaFilters, AreaForm
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.registers.declaration import Column, Item, Register

AREAS = Register(
    namespace="looked_after",
    name="area",
    path="areas/",
    model=ComparedArea,
    permission=Permission.RECORD_LOOKED_AFTER,
    reading=Permission.SEE_COUNTS,
    noun="area compared with",
    plural="areas compared with",
    form=AreaForm,
    filters=AreaFilters,
    first="area_name",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Area", "area_name", sort="area_name", link=True),
        Column("What it is", "get_role_display", sort="role"),
        Column("Code", "area_code", sort="area_code"),
        Column("From", "from_date", sort="from_date"),
        Column("Last day", "to_date", sort="to_date"),
        Column("Source", "source", file_only=True),
    ),
    summary=(
        Item("Area", "area_name", "area_name"),
        Item("What it is", "get_role_display", "role"),
        Item("Code in official statistics", "area_code", "area_code"),
        Item("Compared from", "from_date", "from_date"),
        Item("Last day", "to_date", "to_date"),
        Item("Source", "source", "source"),
    ),
)
