"""What rows tell and the register holds, for the tests of files about staff."""

from datetime import date, timedelta

from tests.cast import officer
from tests.kinds.rows import against, faults
from tests.make import dbs, people

DAY, ONE = date(2016, 2, 29), timedelta(1)
NUMBER, OTHER = "001234567890", "009876543210"


def row(**said):
    """A row of the register that tells of a person and a certificate alone."""
    return {
        "reference": "A1",
        "name": "Sam",
        "certificate_number": NUMBER,
        "issued_on": DAY,
        **said,
    }


def withdrawn(record):
    """`record`, withdrawn on the 29th of February."""
    record.withdrawn_on, record.withdrawn_because = DAY, "Entered twice"
    record.withdrawn_by = officer()
    record.save()
    return record


def held(person=None, **said):
    """A certificate that the register holds, of A1 unless somebody is given."""
    return dbs.dbs_check(person=person or people.person(reference="A1"), **said)


def faults_of(sheet, one):
    """The whole faults of one row."""
    one = dict(one)
    return faults(sheet, one, against(sheet, one))


def worker(**said):
    """A row of a workforce list."""
    role = {"group": "employee", "service": "Fostering", "role": "Manager", "starts_on": DAY}
    return {"reference": "A1", "name": "Sam", **role, **said}
