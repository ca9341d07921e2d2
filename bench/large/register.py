"""Register: everybody's DBS status where 100,000 people are on the register, against the same rows
by one statement of SQL by hand."""

from collections.abc import Iterator
from functools import partial

from django.db import connection, transaction

from assurance.dbs.models.checks import DbsCheck
from assurance.dbs.models.register_statement import Moment, RegisterStatement
from assurance.dbs.models.statuses import policies_of
from assurance.people.models.people import Engagement, Person
from assurance.runtime.databases import statistics
from bench import bare
from bench.comparison import Comparison, Limit
from bench.database import Prepared
from bench.rows import TODAY

# Between the key of a person and the key of the next copy.
STEP = 10_000_000
LIMIT = Limit(ratio=1.2, seconds=0.5)


def comparisons(made: Prepared) -> Iterator[Comparison]:
    """Every comparison of a large register, whose people are taken back."""
    with transaction.atomic():
        add_people(made.sizes.large // made.sizes.staff - 1)
        statistics.count_all()
        number = Person.objects.filter(council=made.council).count()
        people = bare.People(made.council)
        yield Comparison(
            f"DBS status of {number:,} people, by month of re-check",
            partial(_classes, made.council),
            people.classes,
            _agree,
            LIMIT,
        )
        transaction.set_rollback(True)


def add_people(times: int):
    """Copies everybody whom the benches put on the register so many times, with their roles and
    checks, by SQL."""
    of_benches = "SELECT id FROM people_person WHERE reference LIKE 'B%%'"
    _copy(
        Engagement, times, f"o.person_id IN ({of_benches})", person_id=f"o.person_id + n * {STEP}"
    )
    changed = {"person_id": f"o.person_id + n * {STEP}"}
    changed["certificate_number"] = f"CAST(o.certificate_number + n * {STEP} AS text)"
    _copy(DbsCheck, times, f"o.person_id IN ({of_benches})", **changed)
    own = {"id": f"o.id + n * {STEP}", "reference": "o.reference || '-' || n"}
    _copy(Person, times, f"o.id IN ({of_benches})", **own)


def _copy(model, times, where, **changed):
    columns = [field.column for field in model._meta.concrete_fields]
    columns = [name for name in columns if name != "id" or name in changed]
    values = ", ".join(changed.get(name, f'o."{name}"') for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) "
            "WITH RECURSIVE numbers(n) AS (SELECT 1 WHERE %s > 0 "
            "UNION ALL SELECT n + 1 FROM numbers WHERE n < %s) "
            f"SELECT {values} FROM numbers, {table} o WHERE {where}",
            [times, times],
        )


def _classes(council):
    """(code, month of the re-check, …, how many people), as every page counts them."""
    moment = Moment(TODAY, policies_of(council, TODAY))
    return RegisterStatement([moment], council, active=True).classes([(0, None)])


def _agree(ours, by_hand):
    assert sum(row[-1] for row in ours) == sum(row[-1] for row in by_hand) > 0
