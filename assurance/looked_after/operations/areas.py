"""What an officer does with the areas that the council compares itself with."""

from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.rules import areas
from assurance.records import history, operations
from assurance.records import record as records
from assurance.records.refusals import refuse_if


@transaction.atomic
def add_area(*, council: Council, by, on, **fields) -> ComparedArea:
    """Adds an area with its role, code, name, days and source; refuses a code that is none, and an
    area that stands in the list on the same days."""
    area = ComparedArea(council=council)
    _refuse(area, fields)
    changes = operations.add(area, fields, on=on)
    history.record("compared_areas.add", about=area, by=by, on=on, changes=changes)
    return area


@transaction.atomic
def change_area(*, record: ComparedArea, seen: int, by, on, **fields) -> ComparedArea:
    """Changes an area; refuses as `add_area` does, and where somebody saved it meanwhile."""
    area = records.lock(record, seen)
    _refuse(area, fields)
    changes = operations.change(area, fields)
    history.record("compared_areas.change", about=area, by=by, on=on, changes=changes)
    return area


@transaction.atomic
def withdraw_area(*, record: ComparedArea, seen: int, because: str, by, on) -> ComparedArea:
    """Withdraws an area that should not have been in the list; refuses without a reason."""
    area = records.lock(record, seen)
    refuse_if(records.why_not_withdraw(area, because), "because")
    changes = operations.withdraw(area, because=because, by=by, on=on)
    history.record("compared_areas.withdraw", about=area, by=by, on=on, changes=changes)
    return area


def _refuse(area, value):
    query = ComparedArea(**value)
    refuse_if(areas.why_not_this_code(query.area_code), "area_code")
    refuse_if(areas.why_not_these_days(query.from_date, query.to_date), "to_date")
    others = ComparedArea.objects.of(area.council).active().exclude(pk=area.pk)
    refuse_if(areas.why_not_beside(query, list(others)), "area_code")
