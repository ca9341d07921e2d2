"""Three councils: one with a great crowd, a second beside it with other rows under the same names,
and one with nothing."""

from dataclasses import dataclass

from assurance.accounts.models.accounts import Council
from assurance.runtime.databases.statistics import count_all
from tests.cast import make_council, officer
from tests.crowds import (
    audits,
    dbs,
    dbs_followed,
    dbs_role_dates,
    findings,
    improvements,
    looked_after,
    matters,
    outcomes,
    surveys,
    teams,
)

# Subject → one of how many of its product the great crowd holds, and the small one: coprime with
# the lengths of what is combined.
SUBJECTS = {
    audits: (1, 7),
    # Before the next, whose audits count everybody there is.
    dbs_role_dates: (1, 5),
    dbs: (4, 31),
    dbs_followed: (1, 5),
    findings: (1, 5),
    improvements: (1, 11),
    looked_after: (1, 7),
    surveys: (1, 5),
    matters: (1, 5),
    outcomes: (1, 5),
    teams: (1, 3),
}


@dataclass(frozen=True)
class Councils:
    """The council with the great crowd, with the small one, and with none."""

    great: Council
    small: Council
    empty: Council


def build():
    """The three, with their rows."""
    great, small = make_council("netherby"), make_council("overby")
    for number, council in enumerate((great, small)):
        by = officer(council)
        for subject, strides in SUBJECTS.items():
            subject.build(council, by, strides[number])
    # PostgreSQL plans for the empty tables of before, and looks at every row for each.
    count_all()
    return Councils(great, small, make_council("waterby"))
