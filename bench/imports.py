"""Imports: from the upload of files to the page that says what they did (read, recognised, tried,
answered, written with history, shown), against their rows read and created in bulk."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.urls import reverse
from python_calamine import CalamineWorkbook

from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.checks import DbsCheck
from assurance.imports import jobs
from assurance.imports.models import CHECKED, IMPORTED, ImportRun
from assurance.looked_after.models.returns import Child, Episode, Return
from assurance.people.models.people import Engagement, Person
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from assurance.tables.workbook.writer import write_csv, write_xlsx
from bench import rows
from bench.comparison import Comparison
from bench.database import Prepared
from tests.make.people import post

PEOPLE = (
    *("Staff number", "Full name", "Staff group", "Department", "Job title", "Start date"),
    *("End date", "DBS certificate number", "Date of issue", "Date seen"),
)
AUDITS = (
    *("Audit reference", "Audit date", "Team", "Service", "Method", "Auditor role", "Own team"),
    *("First grade", "Moderated grade", "Date shared", "Date recorded"),
)
BEGAN, ISSUED = date(2016, 1, 4), date(2016, 2, 1)


def comparisons(made: Prepared) -> Iterator[Comparison]:
    """Every comparison of imports."""
    # What a worker does once a day, and not an import.
    jobs.forget_staged(made.council, made.accounts["officer"])
    people, audits = people_rows(made.sizes.imported), audit_rows(made, made.sizes.imported)
    for kind, write, read in (("CSV", write_csv, read_csv), ("XLSX", write_xlsx, read_xlsx)):
        ending = kind.lower()
        for name, headings, lines, create, model in (
            ("people with DBS checks", PEOPLE, people, create_people, Person),
            ("case audits", AUDITS, audits, create_audits, CaseAudit),
        ):
            content = write(headings, lines)
            yield Comparison(
                f"import of {len(lines):,} {name} from {kind}",
                partial(import_files, made, {f"rows.{ending}": content}, model),
                partial(created, made, read, content, create, model),
                same_number,
            )
    yield from _given_again(made)
    files = rows.return_files(made.sizes.episodes, shift=1)
    yield Comparison(
        f"import of a return of {made.sizes.episodes:,} episodes from CSV",
        partial(import_files, made, files, Episode),
        partial(create_return, made, files),
        lambda ours, bare: same_number(ours[1:], bare),
    )


def _given_again(made) -> Iterator[Comparison]:
    """The same file again, unchanged, as it is known and as it is read all the same."""
    number = made.sizes.imported
    content = write_csv(PEOPLE, people_rows(number))
    others = write_csv(PEOPLE, people_rows(number, first=number))
    with transaction.atomic():
        import_files(made, {"rows.csv": content}, Person)
        for name, fields in (("", {}), (", read all the same", {"again": "on"})):
            yield Comparison(
                f"the same file of {number:,} people again{name}",
                partial(give, made.client("officer"), {"rows.csv": content}, **fields),
                partial(created, made, read_csv, others, create_people, Person),
                is_nothing_new,
            )
        transaction.set_rollback(True)


def is_nothing_new(ours, bare):
    assert "Nothing in these files" in ours.content.decode() and bare > 0


def give(client, files, is_followed=True, **fields):
    """The page after files were given as an officer gives them."""
    given = [SimpleUploadedFile(name, content) for name, content in files.items()]
    return client.post(reverse("imports:start"), {"files": given, **fields}, follow=is_followed)


def import_files(made, files, model):
    """Gives the files as an officer does, presses on until they are imported, and reads the page
    at the end; the run, and how many rows of `model` were added."""
    before = model.objects.count()
    client = made.client("officer")
    # Signing in is a transaction of its own, whose rows are no part of an import.
    connection.forget_rows()
    give(client, files, is_followed=False)
    run = ImportRun.objects.latest("pk")
    page = reverse("imports:record", args=[run.pk])
    run = shown(client, page, run)
    assert run.state == CHECKED, (run.state, run.trouble)
    client.post(reverse("imports:import", args=[run.pk]), {"looked": "on"})
    run = shown(client, page, run)
    assert run.state == IMPORTED, (run.state, run.trouble)
    return run, model.objects.count() - before


def shown(client, page, run):
    """The run once its page has been shown at the end of what is done in the background."""
    if jobs.is_large(run.rows):
        jobs.work_on(run)
    answer = client.get(page)
    assert answer.status_code == 200
    return ImportRun.objects.get(pk=run.pk)


def same_number(ours, bare):
    assert ours[-1] == bare > 0, f"{ours[-1]} rows, and {bare} by hand"


def people_rows(number, first=0):
    """The cells of so many people who are not on the register yet, numbered from `first` on."""
    return [
        (
            *(f"N{one:05}", f"Joiner {one}", "Employee", rows.SERVICES[one % 5], "Social Worker"),
            *(BEGAN, None, f"{7 * 10**11 + one}", ISSUED, ISSUED + timedelta(days=one % 20)),
        )
        for one in range(first, first + number)
    ]


def audit_rows(made, number):
    """The cells of so many case audits that are not recorded yet."""
    teams = list(Team.objects.filter(council=made.council, to_date=None).order_by("pk"))
    auditor = post("Practice Manager", council=made.council)
    return [
        (
            *(f"N{one:05}", date(2017, 1, 9) + timedelta(days=one % 90), teams[one % 3].name),
            *(teams[one % 3].service, "Desk", auditor.title, "Yes", "Good", ""),
            *(date(2017, 5, 2), date(2017, 5, 3)),
        )
        for one in range(number)
    ]


def read_csv(content):
    """The rows of a CSV file below its headings, as text."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[1:]


def read_xlsx(content):
    """The rows of a workbook's first sheet below its headings, days as ISO text."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    return [[_cell(one) for one in row] for row in sheet.to_python()[1:]]


def _cell(value):
    return value.isoformat()[:10] if isinstance(value, date | datetime) else str(value)


def created(made, read, content, create, model):
    before = model.objects.count()
    create(made.council, read(content))
    return model.objects.count() - before


def create_people(council, lines):
    """People with a role and a certificate each, from the lines of a file."""
    usual = {"council": council, "created_on": rows.TODAY}
    people = Person.objects.bulk_create(
        (Person(reference=line[0], name=line[1], **usual) for line in lines), batch_size=500
    )
    roles = (
        Engagement(
            person=person,
            group=line[2].lower(),
            service=line[3],
            role=line[4],
            starts_on=_day(line[5]),
            **usual,
        )
        for person, line in zip(people, lines, strict=True)
    )
    Engagement.objects.bulk_create(roles, batch_size=500)
    checks = (
        DbsCheck(
            person=person,
            certificate_number=line[7],
            issued_on=_day(line[8]),
            seen_on=_day(line[9]),
            **usual,
        )
        for person, line in zip(people, lines, strict=True)
    )
    DbsCheck.objects.bulk_create(checks, batch_size=500)


def create_audits(council, lines):
    """Case audits from the lines of a file."""
    teams = {team.name: team for team in Team.objects.filter(council=council)}
    posts = {post.title: post for post in Post.objects.filter(council=council)}
    good = CaseAudit.objects.filter(first_grade__label="Good").first().first_grade
    audits = (
        CaseAudit(
            council=council,
            created_on=rows.TODAY,
            reference=line[0],
            audited_on=_day(line[1]),
            team=teams[line[2]],
            method=line[4].lower(),
            auditor=posts[line[5]],
            first_grade=good,
            shared_on=_day(line[9]),
            recorded_on=_day(line[10]),
        )
        for line in lines
    )
    CaseAudit.objects.bulk_create(audits, batch_size=500)


def create_return(made, files):
    """Children and episodes of a return from the lines of its files; how many episodes."""
    header, lines = (read_csv(content) for content in files.values())
    held = Return.objects.create(
        council=made.council,
        created_on=rows.TODAY,
        year_end=rows.RETURN_ENDS,
        covers_from=rows.RETURN_BEGINS,
        covers_to=rows.RETURN_ENDS,
        fingerprint="0" * 64,
    )
    children = Child.objects.bulk_create(
        (
            Child(
                council=made.council,
                pseudonym=f"{line[0]:>064}",
                sex="M" if line[1] == "1" else "F",
                born_on=_british(line[2]),
                ethnicity=line[3],
            )
            for line in header
        ),
        batch_size=500,
    )
    by_number = {line[0]: child for line, child in zip(header, children, strict=True)}
    episodes = (
        Episode(
            held_return=held,
            child=by_number[line[0]],
            line=place,
            **dict(zip(("rne", "ls", "cin", "place", "place_provider"), line[2:7], strict=True)),
            decom=_british(line[1]),
            dec=_british(line[7]) if line[7] else None,
            rec=line[8],
        )
        for place, line in enumerate(lines, 2)
    )
    return len(Episode.objects.bulk_create(episodes, batch_size=500))


def _day(text):
    return date.fromisoformat(text) if text else None


def _british(text):
    return datetime.strptime(text, "%d/%m/%Y").date()
