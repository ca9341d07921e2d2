"""What may be set on several records of a register at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from assurance.records import operations


@dataclass(frozen=True)
class Bulk:
    """What may be set on several records at once, chosen on the list.

    `form` is a `RecordForm` of fields that the records have; those left empty stay as they are.
    `faults(record, fields)` gives the sentences that refuse the values `fields` for one record.
    `change(rows=, by=, on=, **fields)` is the operation, `operations.change_several` where the
    subject has none of its own: `rows` are pairs of a record and its version; it changes all of
    them or none and gives them.

    `held(record, name)` is what a record holds under a field now, `stays(record, name, value)`
    whether that is `value` already, `version_of(record)` the version that is seen: the record's
    own unless said. `beside` names fields that say something of the change, such as its reason.
    """

    form: type
    faults: Callable
    change: Callable | None = None
    held: Callable = getattr
    stays: Callable = lambda record, name, value: getattr(record, name) == value
    version_of: Callable = attrgetter("version")
    beside: tuple[str, ...] = ()

    def __post_init__(self):
        if self.change is None:
            several = partial(operations.change_several, faults=self.faults)
            object.__setattr__(self, "change", several)
