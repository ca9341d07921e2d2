"""Large files: 100,000 episodes, a second year of the same children, people with DBS checks, the
same files again, from the upload to the last page, against their rows read and created in bulk."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from unittest.mock import patch

from django.db import transaction
from django.urls import reverse

from assurance.imports import jobs
from assurance.imports.models import ImportRun
from assurance.looked_after.models.returns import Episode
from assurance.people.models.people import Person
from assurance.tables.workbook.writer import write_csv
from bench import imports, rows
from bench.comparison import Comparison, Limit
from bench.database import Prepared

LOAD, AGAIN = Limit(ratio=2.5), Limit(ratio=1.0)
FIRST_YEAR = date(2014, 4, 1)


def comparisons(made: Prepared) -> Iterator[Comparison]:
    """Every comparison of large files, each timed once."""
    # A worker's part is done here, by `imports.shown`.
    with patch.object(jobs, "take_up", lambda run: None):
        yield from _returns(made, made.sizes.large)
        yield from _of_people(made, made.sizes.large)


def _returns(made, number):
    jobs.forget_staged(made.council, made.accounts["officer"])
    first = rows.return_files(number, begins=FIRST_YEAR)
    yield _of_return(made, f"a return of {number:,} episodes", first)
    with transaction.atomic():
        imports.import_files(made, first, Episode)
        second = rows.return_files(number, shift=1)
        yield _of_return(made, f"a second return of {number:,} episodes of known children", second)
        yield Comparison(
            f"the same return of {number:,} episodes again",
            partial(imports.give, made.client("officer"), first),
            partial(imports.create_return, made, second),
            imports.is_nothing_new,
            AGAIN,
            rounds=0,
        )
        transaction.set_rollback(True)


def _of_return(made, name, files):
    return Comparison(
        f"import of {name}",
        partial(imports.import_files, made, files, Episode),
        partial(imports.create_return, made, files),
        lambda ours, bare: imports.same_number(ours[1:], bare),
        LOAD,
        rounds=0,
    )


def _of_people(made, number):
    content = write_csv(imports.PEOPLE, imports.people_rows(number))
    others = write_csv(imports.PEOPLE, imports.people_rows(number, first=number))
    create = partial(imports.created, made, imports.read_csv)
    yield Comparison(
        f"import of {number:,} people with DBS checks",
        partial(imports.import_files, made, {"rows.csv": content}, Person),
        partial(create, content, imports.create_people, Person),
        imports.same_number,
        LOAD,
        rounds=0,
    )
    with transaction.atomic():
        imports.import_files(made, {"rows.csv": content}, Person)
        for name, fields in (("", {}), (", read all the same", {"again": "on"})):
            yield Comparison(
                f"the same file of {number:,} people again{name}",
                partial(_given_again, made, content, fields),
                partial(create, others, imports.create_people, Person),
                imports.is_nothing_new,
                AGAIN,
                rounds=0,
            )
        transaction.set_rollback(True)


def _given_again(made, content, fields):
    """The page at the end of the same file, which is known, or read all the same."""
    client = made.client("officer")
    answer = imports.give(client, {"rows.csv": content}, **fields)
    if not fields:
        return answer
    run = ImportRun.objects.latest("pk")
    page = reverse("imports:record", args=[run.pk])
    imports.shown(client, page, run)
    return client.get(page)
