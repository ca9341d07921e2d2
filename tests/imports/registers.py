"""Every row of every table, so that what an operation left behind can be compared exactly."""

from tests.own_models import ASSURANCE, models_of

# History and what the engine keeps of itself say that something was done, which undoing adds to.
OURS = {
    *("HistoryEntry", "HistoryHead", "HistoryCount", "HistoryDetail", "WrittenRows"),
    *("ImportRun", "RowWritten", "ColumnReading"),
}


def everything():
    """A dict of model → its rows, in order of their keys, joining tables too; accounts apart."""
    models = models_of(*ASSURANCE, with_links=True)
    kept = [one for one in models if one.__name__ not in {*OURS, "User", "Grant"}]
    return {one._meta.label: _rows(one) for one in kept}


def without_keys(held):
    """The same without keys, for two registers filled in another order."""

    def told(row):
        return sorted((name, str(value)) for name, value in row.items() if "id" not in name)

    return {label: sorted(map(told, rows)) for label, rows in held.items()}


def _rows(model):
    rows = list(model._base_manager.order_by("pk").values())
    if not model._meta.auto_created:
        return rows
    # What joins two rows has a key that nobody ever sees.
    return sorted(sorted(row.items() - {("id", row["id"])}) for row in rows)
