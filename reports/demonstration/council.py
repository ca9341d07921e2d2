"""The demonstration's council before its first record: accounts, teams, definitions, and what a
paper needs.
"""

from dataclasses import dataclass, field
from datetime import date, time

from assurance.accounts import operations as accounts
from assurance.accounts.access import Role
from assurance.accounts.models.accounts import Council, User
from assurance.audits import operations as audits
from assurance.audits.models.scales import Grade
from assurance.dbs.operations import policies
from assurance.looked_after.operations import definitions
from assurance.people.models.people import Cohort
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from assurance.public_pages.brand.operations import save_brand
from assurance.public_pages.models.contacts import ChildContact
from assurance.public_pages.models.statements import PrivacyNotice
from assurance.records import operations
from assurance.records.history import CommandLine
from reports.approvals.operations import requirements
from reports.demonstration import posts, texts
from reports.editor.operations import house_words
from reports.papers.models.templates import Series
from reports.papers.operations import templates
from reports.papers.rules.house_words import read_lines, usual_lines

BY = CommandLine("load_demonstration")
FOUNDED = date(2015, 1, 5)


@dataclass
class FoundedCouncil:
    """The council with what its records are made of; `accounts` goes by the word before the @."""

    council: Council
    accounts: dict[str, User] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    grades: dict[str, Grade] = field(default_factory=dict)
    cohorts: dict[str, Cohort] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)


def create_council(name: str = "council", on: date = FOUNDED) -> FoundedCouncil:
    """The council of a file with accounts, teams, definitions, committee, templates, posts and
    glossary, all made on one day."""
    value = texts.read(name)
    council = accounts.create_council(
        slug=value["slug"],
        name=value["name"],
        short_name=value["short_name"],
        email=address(value, value["administrator"]),
        password=value["password"],
        **{"by": BY, "on": on},
    )
    made = FoundedCouncil(council)
    account = accounts.record_sign_in(user=council.accounts.get(), by=BY, on=on)
    made.accounts[value["administrator"]] = account
    _add_accounts(made, value, on)
    for item in value["teams"]:
        fields = {"model": Team, "council": council, **_dated(item)}
        made.teams[item["name"]] = operations.create(by=BY, on=on, **fields)
    scale = _dated(value["grade_scale"])
    grades = audits.add_grade_scale(council=council, by=BY, on=on, **scale).grades.all()
    made.grades = {grade.code: grade for grade in grades}
    _define(made, value, on)
    _prepare_papers(council, value, on)
    made.posts = posts.directory(council, made.accounts, name, on)
    _keep_policy(made, value, on)
    for item in value["approval_rule"]:
        _ask_approval(made, on, **item)
    return made


def _add_accounts(made, value, on):
    """The accounts of the file, some of which record more than one subject."""
    for item in value["accounts"]:
        user = made.accounts[item["word"]] = accounts.add_account(
            council=made.council,
            email=address(value, item["word"]),
            name=item["name"],
            role=Role(item["role"]),
            subject=item.get("subject", ""),
            from_date=on,
            password=value["password"],
            by=BY,
            on=on,
        )
        for subject in item.get("other_subjects", ()):
            role = Role(item["role"])
            accounts.add_grant(user=user, role=role, subject=subject, from_date=on, by=BY, on=on)


def address(value, word: str) -> str:
    """The e-mail address that an account of the demonstration signs in with."""
    return f"{word}@{value['slug']}.example"


def _ask_approval(made, on, *, kind, account, scope):
    line = {"template": None, "kind": kind, "called": "", "scope": scope, "to_date": None}
    approver, council = made.accounts[account], made.council
    requirements.add_approval_rule(
        council=council, approver=approver, from_date=on, by=BY, on=on, **line
    )


def _define(made, value, on):
    council = made.council
    for item in value["cohorts"]:
        cohort = operations.create(model=Cohort, council=council, by=BY, on=on, **_dated(item))
        made.cohorts[cohort.slug] = cohort
    definitions.set_age_bands(
        council=council,
        bands=[tuple(band) for band in value["age_bands"]["bands"]],
        from_date=date.fromisoformat(value["age_bands"]["from_date"]),
        by=BY,
        on=on,
    )
    own_days = [tuple(pair) for pair in value["census_days"]]
    definitions.set_census_days(council=council, own_days=own_days, by=BY, on=on)


def _keep_policy(made, value, on):
    own = {"council": made.council, "by": BY, "on": on}
    policies.record_policy(**own, **posts.with_posts(made.posts, _dated(value["recheck_policy"])))
    operations.create(model=ChildContact, **own, from_date=on, **value["child_contact"])
    notice = {"controller": made.council.name, **value["privacy_notice"]}
    operations.create(model=PrivacyNotice, **own, from_date=on, **notice)
    mark = texts.picture(value["brand"]["mark"]) if value["brand"]["mark"] else b""
    save_brand(**own, content=mark, **value["brand"]["values"])


def _prepare_papers(council, value, on):
    committee = value["committee"]
    meetings = [_timed(item) for item in committee["meetings"]]
    labels = {**committee, "meetings": meetings}
    body = templates.add_committee(council=council, by=BY, on=on, **labels)
    for item in value["series"]:
        operations.create(model=Series, council=council, committee=body, by=BY, on=on, **item)
    for spec in texts.templates():
        templates.add_report_template(council=council, spec=spec, by=BY, on=on)
    named = [_dated(item) for item in value["posts"]]
    if value["names_posts"]:
        named += posts.listed({item["slug"] for item in named})
    templates.add_posts(council=council, posts=named, by=BY, on=on)
    templates.learn_abbreviations(council=council, rows=texts.glossary(), by=BY, on=on)
    usual, _wrong = read_lines(usual_lines())
    house_words.keep_house_words(council=council, wordings=usual, by=BY, on=on)


def _timed(meeting):
    return {**_dated(meeting), "time": time.fromisoformat(meeting["time"])}


def _dated(value):
    return texts.dated(value)
