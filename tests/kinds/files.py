"""A file of every kind as a council might import it, one that is spoiled, and the register that
they speak of."""

from datetime import date

from assurance.imports import checks, operations
from assurance.imports import kinds as declared
from assurance.imports.declaration import Bundle
from assurance.imports.run.lifecycle import unpacked
from assurance.tables.reader import read
from tests.cast import make_council, officer
from tests.make import audits, findings, improvements, looked_after, matters, people
from tests.sources import ROOT

FILES = ROOT / "fixtures" / "imports"
DATA = ROOT / "tests" / "data"
PUBLISHED = "cla_number_and_rate_per_10k_children.csv"
ON = date(2019, 3, 1)
# Kind → its files: a whole return is several.
OTHER_FILES = {
    "ssda903": [DATA / "ssda903" / name for name in ("header.csv", "episodes.csv", "uasc.csv")],
    "national-comparison": [DATA / "dfe" / PUBLISHED],
}
OTHER_SPOILED = {
    "ssda903": [FILES / f"ssda903-{part}-spoiled.csv" for part in ("header", "episodes")]
}
SUBJECTS = (
    *("people", "audits", "dbs", "looked_after", "findings", "improvements", "surveys"),
    *("matters", "outcomes"),
)
# Kind → the rows of its spoiled files that are refused, where the good ones came in before.
REFUSED = {
    "workforce": [*range(2, 10)],
    "dbs-register": [*range(2, 11)],
    "dbs-rechecks": [*range(2, 9)],
    "update-service": [*range(2, 8)],
    "case-audits": [*range(2, 12), *range(13, 17)],
    "audit-actions": [*range(2, 9)],
    "ssda903": [3, 4, 5],
    "placement-costs": [*range(2, 7)],
    "findings": [*range(2, 7)],
    "actions": [2, 3, 5],
    "survey-results": [2, 4, 5, 6, 7],
    "national-comparison": [*range(2, 9)],
    "measures": [*range(2, 12), *range(13, 19)],
    "outcome-sets": [*range(2, 9)],
    "risks": [*range(2, 9)],
    "documents": [2, 4, 5, 6, 7, 8],
    "events": [3, 4, 5, 6, 7],
}
SERVICE = "Child in Need Service"
# The posts of the directory, as the files name them; one spoiled file names another.
POSTS = (
    *("Head of Looked-After Children", "Head of Performance", "Group Manager"),
    *("Head of Democratic Services", "Head of Legal Services", "Principal Social Worker"),
    *("Director of Children's Services", "Director", "Practice Manager"),
    *("Independent Reviewing Officer", "Head of Workforce"),
)
SHEETS = [kind for kind in declared.KINDS if not isinstance(kind, Bundle)]


def good(key):
    """The files of the kind `key`."""
    return OTHER_FILES.get(key, [FILES / f"{key}.csv"])


def spoiled(key):
    """The spoiled files of the kind `key`."""
    return OTHER_SPOILED.get(key, [FILES / f"{key}-spoiled.csv"])


def what_they_speak_of():
    """The posts, teams, scales, review, plan and census that the files name."""
    people.posts(*POSTS)
    # What was done before the council used the service comes in by a policy of then.
    people.second_persons(actions=False, audits=False, reason="Before this service")
    north = people.team("North locality team", service=SERVICE)
    people.team("East locality team", service=SERVICE)
    audits.grade_scale()
    audits.audit_theme("Plans without dates")
    audits.audit_theme("Voice of the child")
    audits.audit_round(start=date(2015, 7, 1), end=date(2015, 12, 31), teams=[north])
    looked_after.census(date=date(2015, 12, 1))
    review_and_plan()
    matters.scale()


def review_and_plan():
    """The review of the findings, and the plan of the actions that answer them."""
    findings.review(title="Inspection of the fostering service, 2015")
    plan = improvements.plan(title="Service improvement plan on a page, 2016")
    improvements.priority(plan)
    improvements.priority(plan)


def checked(files, kinds=declared.KINDS):
    """A run of `files`, paths or (name, bytes), checked."""
    given = [one if isinstance(one, tuple) else (one.name, one.read_bytes()) for one in files]
    tables = [table for name, content in given for table in read(name, content)]
    return checks.check(council=make_council(), tables=tables, kinds=kinds, by=officer(), on=ON)


def imported(run, kinds=declared.KINDS):
    """The run, imported."""
    return operations.import_files(run=run, kinds=kinds, by=officer(), on=ON)


def told(run):
    """(row, column, what is wrong, what would be right) of each refusal of a run."""
    return [
        (one["row"], one["column"], one["wrong"], one["right"])
        for unit in unpacked(run.found)["units"]
        for one in unit["refusals"]
    ]


def counts(run):
    """Added, changed, same, refused."""
    return run.added, run.changed, run.same, run.refused
