"""Every address × everybody who may ask for it → what a GET answers. Written by hand: a line here
is a decision.

A new page fails `test_every_page` until it has a line. `made` gives the address's arguments (a
list, or a dict
of names) for a council; the columns are `PEOPLE`, in order.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from reports.approvals.operations import guests
from reports.contributions.operations import requests
from reports.documents.document import to_json
from reports.issue.site.bundle import bundle_name
from reports.publication.indexing import index_edition
from tests import cast
from tests.make import (
    asked,
    attachments,
    audits,
    bundles,
    compared,
    dbs,
    enclosures,
    findings,
    imports,
    improvements,
    looked_after,
    matters,
    papers,
    people,
    promised,
    readers,
    surveys,
)

# Nobody signed in; an account without a role; the five roles; every role at once in another
# council.
PEOPLE = (
    "signed out",
    "no role",
    "officer",
    "approver",
    "clerk",
    "member",
    "administrator",
    "elsewhere",
)


@dataclass(frozen=True)
class Page:
    """One line of the table: a status per person and the maker of the address's arguments."""

    statuses: str
    made: Callable = list

    def expected(self):
        """A dict of person → status."""
        return dict(zip(PEOPLE, map(int, self.statuses.split()), strict=True))


def account(council):
    """The number of an account of `council`."""
    return [cast.clerk(council).pk]


def grant(council):
    """The number of a grant of an account of `council`."""
    return [cast.clerk(council).grants.get().pk]


def made_by(make):
    """The number of a row that the maker `make` makes for a council."""
    return lambda council: [make(council=council).pk]


def a_return(council):
    """The number of a held return of `council`."""
    return [looked_after.held_return(council=council).pk]


def files_imported(council):
    """The number of a run that brought an audit in."""
    return [imports.imported(imports.table(imports.row(1)), council=council).pk]


def files_checked(council):
    """The number of a run that waits to be imported."""
    return [
        imports.checked(imports.table(imports.row(1), imports.row(2, date="")), council=council).pk
    ]


def draft(council):
    """The words of the address of a paper that is being written."""
    of = papers.paper(council=council)
    return [of.series.slug, of.slug]


def a_rule(_council):
    """A rule that papers are checked by."""
    return ["doubled-word"]


def carried(council):
    """The words of the address of a draft that was carried from another, one block with a date."""
    of = papers.paper(council=council, carried_from="earlier")
    papers.block(paper=of, carried_from="paragraph", text="It closed in March 2015.")
    return [of.series.slug, of.slug]


def with_promises(council):
    """The words of the address of a draft that promises something."""
    of = papers.paper(council=council, paper_date=date(2016, 1, 18))
    papers.block(paper=of, text="It will close in March 2016. The next report will tell.")
    return [of.series.slug, of.slug]


def answer(council):
    """The words of the address of a promise that a draft must answer."""
    one = promised.commitment(council=council, due_on=date(2016, 1, 1))
    of = papers.paper(council=council, paper_date=date(2016, 7, 18))
    return [of.series.slug, of.slug, one.pk]


def decisions(council):
    """The words of the address of an issued paper with a recommendation."""
    of = promised.recommendation(council=council).paper
    return [of.series.slug, of.slug]


def draft_and_kind(council):
    """A draft's address and a kind of block."""
    return [*draft(council), "paragraph"]


def block(council):
    """The words of the address of a block of a draft."""
    of = papers.block(council=council)
    return [of.paper.series.slug, of.paper.slug, of.slug]


def remark(council):
    """A draft's address and the number of a remark on it."""
    of = papers.remark(council=council)
    return [of.paper.series.slug, of.paper.slug, of.pk]


def contribution_request(council):
    """A draft's address and the number of a section that was asked of somebody, handed in."""
    of = asked.handed_in(council=council)
    return [of.paper.series.slug, of.paper.slug, of.pk]


def own_section(council):
    """The number of a section that was asked of somebody else."""
    return [asked.contribution_request(council=council).pk]


def link(council):
    """The words of a link that opens a section."""
    section = asked.contribution_request(council=council, due_on=date(2100, 1, 1))
    by = cast.clerk(council)
    return [requests.make_link(section=section, by=by, on=asked.ASKED_ON)[1]]


def early_reader(council):
    """The number of somebody with an account of their own who may read a paper early."""
    return [papers.early_reader(council=council, email="", reader=cast.member(council)).pk]


def early_link(council):
    """The words of a link by which a paper that is not approved will be read early."""
    row = papers.early_reader(council=council)
    by = cast.clerk(council)
    return [guests.seal_link(row=row, first=date(2100, 1, 1), by=by, on=papers.ISSUED_ON)[1]]


def listed_reader(council):
    """The words of the address of somebody on a draft's list."""
    row = papers.early_reader(council=council)
    return [row.paper.series.slug, row.paper.slug, row.pk]


def outside_link(council):
    """The words of a link by which somebody from outside decides on a sent paper."""
    row = papers.outside_approver(council=council)
    by = cast.clerk(council)
    # A link lasts from the day on which it first opens.
    first = {"first": date(2100, 1, 1), "on": papers.ISSUED_ON}
    return [guests.seal_link(row=row, by=by, **first)[1]]


def asked_outside(council):
    """The words of the address of somebody who is asked from outside."""
    row = papers.outside_approver(council=council)
    return [row.paper.series.slug, row.paper.slug, row.pk]


def a_council(council):
    """The slug of a council, whatever it has issued."""
    return [council.slug]


def issued_papers(council):
    """The slug of a council that has issued a paper."""
    papers.edition(council=council)
    return [council.slug]


def following_asked_for(council):
    """The words of the link that confirms what somebody asked to follow."""
    return [council.slug, readers.following(council=council).key]


def following(council):
    """The words of the link to what somebody follows."""
    return [council.slug, readers.following(council=council, confirmed_on=date(2016, 1, 2)).key]


def issued_series(council):
    """The words of the address of a series with an issued paper."""
    return issued_paper(council)[:2]


def issued_committee(council):
    """The words of the address of a committee that an issued paper went to."""
    return [council.slug, papers.edition(council=council).paper.meeting.committee.slug]


def issued_paper(council):
    """The words of the address of an issued paper."""
    of = papers.edition(council=council).paper
    return [council.slug, of.series.slug, of.slug]


def printed(council):
    """The slug of a council that has issued a paper, and the key of a figure in it."""
    index_edition(papers.edition(council=council))
    return [council.slug, "dbs.overdue"]


def printed_member(council):
    """The same with the member of a breakdown."""
    made = papers.document()
    [figure] = made.figures
    said = to_json(replace(made, figures=(replace(figure, member="north"),)))
    index_edition(papers.edition(council=council, document=said))
    return [council.slug, "dbs.overdue", "north"]


def two_editions(council):
    """The address of an edition and the number of another of its paper."""
    first = papers.edition(council=council)
    papers.edition(paper=first.paper, number=2)
    return [council.slug, first.paper.series.slug, first.paper.slug, 1, 2]


def public_commitment(council):
    """A council and a commitment of a paper that it has issued."""
    of = papers.edition(council=council).paper
    return [council.slug, promised.commitment(council=council, paper=of).pk]


def public_recommendation(council):
    """A council and a recommendation of a paper that it has issued."""
    return [council.slug, promised.recommendation(council=council).pk]


def published(council):
    """The words of the working address of an issued paper."""
    of = papers.edition(council=council).paper
    return [of.series.slug, of.slug]


def current_figure(council):
    """A paper's address and the number of a figure in it."""
    return [*issued_paper(council), 1]


def edition(council):
    """A paper's address and the number of its edition."""
    return [*issued_paper(council), 1]


def figure(council):
    """An edition's address and the number of a figure in it."""
    return [*edition(council), 1]


def exempt_annex(council):
    """The working address of an edition and the anchor of an exempt annex of it."""
    row = papers.exempt_annex(council=council)
    of = row.edition.paper
    return [of.series.slug, of.slug, row.edition.number, row.anchor]


def note(council):
    """The number of a note that somebody of `council` has written."""
    return [readers.reader_note(council=council).pk]


def noted_place(council):
    """An edition's address with its council's, and a place of it."""
    return [*edition(council), "figure-1"]


def enclosed(council):
    """A draft's address and the number of a file that goes with it."""
    row = enclosures.annex(council=council, form_kind="txt", form_name="plan.txt")
    return [row.paper.series.slug, row.paper.slug, row.pk]


def background(council):
    """A paper's address and the number of a background paper of its edition."""
    of = enclosures.edition(council).paper
    return [council.slug, of.series.slug, of.slug, 1]


def edition_file(council):
    """An edition's address and the name of a file of it."""
    return [*edition(council), "paper.pdf"]


def bundle(council):
    """The name of a bundle of `council`."""
    return [bundle_name(bundles.bundled(council=council)).rpartition("/")[2]]


def bundle_file(council):
    """The name of a bundle of `council`, and of a file in it."""
    return [*bundle(council), "manifest.json"]


def letters_day(council):
    """A day on which `council` recorded a letter."""
    return [dbs.reminder(council=council).sent_on.isoformat()]


def e_mails_day(council):
    """A day on which `council` sent an e-mail."""
    return [dbs.reminder(council=council, how="email", delivery="sent").sent_on.isoformat()]


def reset_key(council):
    """The parts of a password link that has expired."""
    return {"uidb36": "1", "key": "set-password"}


PAGES = {
    # out none officer approver clerk member administrator elsewhere
    "front": Page("200 200 200 200 200 200 200 200"),
    "service": Page("200 200 200 200 200 200 200 200"),
    "health": Page("200 200 200 200 200 200 200 200"),
    "ready": Page("200 200 200 200 200 200 200 200"),
    "accessibility": Page("200 200 200 200 200 200 200 200"),
    "privacy": Page("200 200 200 200 200 200 200 200"),
    "home": Page("302 200 200 200 200 200 200 200"),
    "notices": Page("302 200 200 200 200 200 200 200"),
    "notices-make-calendar": Page("302 405 405 405 405 405 405 405"),
    "notices-stop-calendar": Page("302 405 405 405 405 405 405 405"),
    "calendar": Page("404 404 404 404 404 404 404 404", lambda council: ["nobodys"]),
    "account_login": Page("200 302 302 302 302 302 302 302"),
    "account_logout": Page("302 200 200 200 200 200 200 200"),
    "account_inactive": Page("200 200 200 200 200 200 200 200"),
    "account_signup": Page("200 302 302 302 302 302 302 302"),
    "account_reset_password": Page("200 200 200 200 200 200 200 200"),
    "account_reset_password_done": Page("200 200 200 200 200 200 200 200"),
    "account_reset_password_from_key": Page("200 200 200 200 200 200 200 200", reset_key),
    "account_reset_password_from_key_done": Page("200 200 200 200 200 200 200 200"),
    "account_change_password": Page("302 200 200 200 200 200 200 200"),
    "account_set_password": Page("302 302 302 302 302 302 302 302"),
    "account_reauthenticate": Page("302 200 200 200 200 200 200 200"),
    "mfa_authenticate": Page("302 302 302 302 302 302 302 302"),
    "mfa_index": Page("302 200 200 200 200 200 200 200"),
    "mfa_reauthenticate": Page("302 302 302 302 302 302 302 302"),
    "mfa_activate_totp": Page("302 302 302 302 302 302 302 302"),
    "mfa_deactivate_totp": Page("302 404 404 404 404 404 404 404"),
    "mfa_view_recovery_codes": Page("302 404 404 404 404 404 404 404"),
    "mfa_generate_recovery_codes": Page("302 302 302 302 302 302 302 302"),
    "mfa_download_recovery_codes": Page("302 404 404 404 404 404 404 404"),
    "accounts:list": Page("302 403 403 403 403 403 200 200"),
    "accounts:yours": Page("302 200 200 200 200 200 200 200"),
    "accounts:add": Page("302 403 403 403 403 403 200 200"),
    "accounts:account": Page("302 403 403 403 403 403 200 404", account),
    "accounts:add-grant": Page("302 403 403 403 403 403 200 404", account),
    "accounts:end-grant": Page("302 403 403 403 403 403 200 404", grant),
    "accounts:deactivate": Page("302 403 403 403 403 403 405 405", account),
    "accounts:reactivate": Page("302 403 403 403 403 403 405 405", account),
    "accounts:sign-in-link": Page("302 403 403 403 403 403 405 405", account),
    "people:list": Page("302 403 403 403 403 403 200 200"),
    "people:csv": Page("302 403 403 403 403 403 200 200"),
    "people:add": Page("302 403 403 403 403 403 200 200"),
    "people:record": Page("302 403 403 403 403 403 200 404", made_by(people.team)),
    "people:change": Page("302 403 403 403 403 403 200 404", made_by(people.team)),
    "people:cohort-list": Page("302 403 403 403 403 403 200 200"),
    "people:cohort-csv": Page("302 403 403 403 403 403 200 200"),
    "people:cohort-add": Page("302 403 403 403 403 403 200 200"),
    "people:cohort-record": Page("302 403 403 403 403 403 200 404", made_by(people.cohort)),
    "people:cohort-change": Page("302 403 403 403 403 403 200 404", made_by(people.cohort)),
    "audits:list": Page("302 403 200 403 403 403 403 200"),
    "audits:several": Page("302 403 200 403 403 403 403 200"),
    "audits:csv": Page("302 403 200 403 403 403 403 200"),
    "audits:add": Page("302 403 200 403 403 403 403 200"),
    "audits:record": Page("302 403 200 403 403 403 403 404", made_by(audits.case_audit)),
    "audits:change": Page("302 403 200 403 403 403 403 404", made_by(audits.case_audit)),
    "audits:withdraw": Page("302 403 200 403 403 403 403 404", made_by(audits.case_audit)),
    "audits:programme": Page("302 403 200 200 200 403 403 200"),
    "audits:shown": Page("302 403 200 200 200 403 403 200"),
    "audits:themes-again": Page("302 403 200 200 200 403 403 200"),
    "audits:kind-list": Page("302 403 200 200 200 403 403 200"),
    "audits:kind-csv": Page("302 403 200 200 200 403 403 200"),
    "audits:kind-add": Page("302 403 200 403 403 403 403 200"),
    "audits:kind-record": Page("302 403 200 200 200 403 403 404", made_by(audits.audit_kind)),
    "audits:kind-change": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_kind)),
    "audits:kind-withdraw": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_kind)),
    "audits:theme-list": Page("302 403 200 200 200 403 403 200"),
    "audits:theme-csv": Page("302 403 200 200 200 403 403 200"),
    "audits:theme-add": Page("302 403 200 403 403 403 403 200"),
    "audits:theme-record": Page("302 403 200 200 200 403 403 404", made_by(audits.audit_theme)),
    "audits:theme-change": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_theme)),
    "audits:theme-withdraw": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_theme)),
    "audits:round-list": Page("302 403 200 200 200 403 403 200"),
    "audits:round-csv": Page("302 403 200 200 200 403 403 200"),
    "audits:round-add": Page("302 403 200 403 403 403 403 200"),
    "audits:round-record": Page("302 403 200 200 200 403 403 404", made_by(audits.audit_round)),
    "audits:round-change": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_round)),
    "audits:round-withdraw": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_round)),
    "audits:meeting-list": Page("302 403 200 403 403 403 403 200"),
    "audits:meeting-csv": Page("302 403 200 403 403 403 403 200"),
    "audits:meeting-add": Page("302 403 200 403 403 403 403 200"),
    "audits:meeting-record": Page(
        "302 403 200 403 403 403 403 404", made_by(audits.learning_meeting)
    ),
    "audits:meeting-change": Page(
        "302 403 200 403 403 403 403 404", made_by(audits.learning_meeting)
    ),
    "audits:meeting-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(audits.learning_meeting)
    ),
    "audits:allocation-add": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_round)),
    "audits:allocation-record": Page("302 403 200 200 200 403 403 404", made_by(audits.allocation)),
    "audits:allocation-change": Page("302 403 200 403 403 403 403 404", made_by(audits.allocation)),
    "audits:allocation-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(audits.allocation)
    ),
    "audits:scale-list": Page("302 403 403 403 403 403 200 200"),
    "audits:scale-csv": Page("302 403 403 403 403 403 200 200"),
    "audits:scale-add": Page("302 403 403 403 403 403 200 200"),
    "audits:scale-record": Page("302 403 403 403 403 403 200 404", made_by(audits.grade_scale)),
    "audits:scale-change": Page("302 403 403 403 403 403 200 404", made_by(audits.grade_scale)),
    "audits:total-list": Page("302 403 200 403 403 403 403 200"),
    "audits:total-csv": Page("302 403 200 403 403 403 403 200"),
    "audits:total-add": Page("302 403 200 403 403 403 403 200"),
    "audits:total-record": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_total)),
    "audits:total-change": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_total)),
    "audits:total-withdraw": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_total)),
    "looked_after:list": Page("302 403 200 403 403 403 403 200"),
    "looked_after:csv": Page("302 403 200 403 403 403 403 200"),
    "looked_after:add": Page("302 403 200 403 403 403 403 200"),
    "looked_after:record": Page("302 403 200 403 403 403 403 404", made_by(looked_after.census)),
    "looked_after:change": Page("302 403 200 403 403 403 403 404", made_by(looked_after.census)),
    "looked_after:withdraw": Page("302 403 200 403 403 403 403 404", made_by(looked_after.census)),
    "looked_after:unit-costs": Page(
        "302 403 200 403 403 403 403 404", made_by(looked_after.census)
    ),
    "looked_after:locations": Page("302 403 200 403 403 403 403 404", made_by(looked_after.census)),
    "looked_after:performance": Page("302 403 200 200 200 403 403 200"),
    "looked_after:return-validation": Page("302 403 200 200 200 403 403 404", a_return),
    "looked_after:area-list": Page("302 403 200 200 200 403 403 200"),
    "looked_after:area-csv": Page("302 403 200 200 200 403 403 200"),
    "looked_after:area-add": Page("302 403 200 403 403 403 403 200"),
    "looked_after:area-record": Page(
        "302 403 200 200 200 403 403 404", made_by(compared.compared_area)
    ),
    "looked_after:area-change": Page(
        "302 403 200 403 403 403 403 404", made_by(compared.compared_area)
    ),
    "looked_after:area-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(compared.compared_area)
    ),
    "looked_after:return-list": Page("302 403 200 403 403 403 403 200"),
    "looked_after:return-record": Page("302 403 200 403 403 403 403 404", a_return),
    "looked_after:return-count": Page("302 403 200 403 403 403 403 404", a_return),
    "looked_after:return-remove-rows": Page("302 403 200 403 403 403 403 404", a_return),
    "looked_after:return-withdraw": Page("302 403 200 403 403 403 403 404", a_return),
    "dbs:list": Page("302 403 200 403 403 403 403 200"),
    "dbs:several": Page("302 403 200 403 403 403 403 200"),
    "dbs:csv": Page("302 403 200 403 403 403 403 200"),
    "dbs:add": Page("302 403 200 403 403 403 403 200"),
    "dbs:record": Page("302 403 200 403 403 403 403 404", made_by(people.person)),
    "dbs:change": Page("302 403 200 403 403 403 403 404", made_by(people.person)),
    "dbs:withdraw": Page("302 403 200 403 403 403 403 404", made_by(people.person)),
    "dbs:role-add": Page("302 403 200 403 403 403 403 404", made_by(people.person)),
    "dbs:role-record": Page("302 403 200 403 403 403 403 404", made_by(people.engagement)),
    "dbs:role-change": Page("302 403 200 403 403 403 403 404", made_by(people.engagement)),
    "dbs:role-withdraw": Page("302 403 200 403 403 403 403 404", made_by(people.engagement)),
    "dbs:check-add": Page("302 403 200 403 403 403 403 404", made_by(people.person)),
    "dbs:check-record": Page("302 403 200 403 403 403 403 404", made_by(dbs.dbs_check)),
    "dbs:check-change": Page("302 403 200 403 403 403 403 404", made_by(dbs.dbs_check)),
    "dbs:check-withdraw": Page("302 403 200 403 403 403 403 404", made_by(dbs.dbs_check)),
    "dbs:application-add": Page("302 403 200 403 403 403 403 404", made_by(people.person)),
    "dbs:application-record": Page("302 403 200 403 403 403 403 404", made_by(dbs.application)),
    "dbs:application-change": Page("302 403 200 403 403 403 403 404", made_by(dbs.application)),
    "dbs:application-withdraw": Page("302 403 200 403 403 403 403 404", made_by(dbs.application)),
    "dbs:lookup-add": Page("302 403 200 403 403 403 403 404", made_by(people.person)),
    "dbs:lookup-record": Page("302 403 200 403 403 403 403 404", made_by(dbs.lookup)),
    "dbs:lookup-change": Page("302 403 200 403 403 403 403 404", made_by(dbs.lookup)),
    "dbs:lookup-withdraw": Page("302 403 200 403 403 403 403 404", made_by(dbs.lookup)),
    "dbs:audit-list": Page("302 403 200 200 200 403 403 200"),
    "dbs:audit-csv": Page("302 403 200 200 200 403 403 200"),
    "dbs:audit-record": Page("302 403 200 200 200 403 403 404", made_by(dbs.dbs_audit)),
    "dbs:audit-add": Page("302 403 200 403 403 403 403 200"),
    "dbs:audit-count": Page("302 403 200 403 403 403 403 200"),
    "dbs:audit-change": Page("302 403 200 403 403 403 403 404", made_by(dbs.dbs_audit)),
    "dbs:audit-withdraw": Page("302 403 200 403 403 403 403 404", made_by(dbs.dbs_audit)),
    "dbs:position": Page("302 403 200 200 200 403 403 200"),
    "dbs:position-people": Page("302 403 302 403 403 403 403 302"),
    "dbs:reminders": Page("302 403 200 403 403 403 403 200"),
    "dbs:e-mails": Page("302 403 200 403 403 403 403 404", e_mails_day),
    "dbs:letters": Page("302 403 200 403 403 403 403 404", letters_day),
    "dbs:letters-file": Page("302 403 200 403 403 403 403 404", letters_day),
    "dbs:reminder-record": Page("302 403 200 403 403 403 403 404", made_by(dbs.reminder)),
    "dbs:reminder-withdraw": Page("302 403 200 403 403 403 403 404", made_by(dbs.reminder)),
    "dbs:wording-list": Page("302 403 403 403 403 403 200 200"),
    "dbs:wording-csv": Page("302 403 403 403 403 403 200 200"),
    "dbs:wording-add": Page("302 403 403 403 403 403 200 200"),
    "dbs:wording-record": Page("302 403 403 403 403 403 200 404", made_by(dbs.wording)),
    "dbs:breach-list": Page("302 403 200 403 403 403 403 200"),
    "dbs:breach-csv": Page("302 403 200 403 403 403 403 200"),
    "dbs:breach-add": Page("302 403 200 403 403 403 403 200"),
    "dbs:breach-record": Page("302 403 200 403 403 403 403 404", made_by(dbs.breach)),
    "dbs:breach-change": Page("302 403 200 403 403 403 403 404", made_by(dbs.breach)),
    "dbs:breach-withdraw": Page("302 403 200 403 403 403 403 404", made_by(dbs.breach)),
    "dbs:person-breach-add": Page("302 403 200 403 403 403 403 404", made_by(people.person)),
    "dbs:policy-change": Page("302 403 403 403 403 403 200 404", made_by(dbs.policy)),
    "dbs:policy-list": Page("302 403 403 403 403 403 200 200"),
    "dbs:policy-csv": Page("302 403 403 403 403 403 200 200"),
    "dbs:policy-add": Page("302 403 403 403 403 403 200 200"),
    "dbs:policy-record": Page("302 403 403 403 403 403 200 404", made_by(dbs.policy)),
    "findings:list": Page("302 403 200 403 403 403 403 200"),
    "findings:csv": Page("302 403 200 403 403 403 403 200"),
    "findings:add": Page("302 403 200 403 403 403 403 200"),
    "findings:record": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "findings:change": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "findings:withdraw": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "findings:finding-list": Page("302 403 200 403 403 403 403 200"),
    "findings:finding-csv": Page("302 403 200 403 403 403 403 200"),
    "findings:finding-several": Page("302 403 200 403 403 403 403 200"),
    "findings:finding-record": Page("302 403 200 403 403 403 403 404", made_by(findings.finding)),
    "findings:finding-change": Page("302 403 200 403 403 403 403 404", made_by(findings.finding)),
    "findings:finding-withdraw": Page("302 403 200 403 403 403 403 404", made_by(findings.finding)),
    "findings:theme-record": Page("302 403 200 403 403 403 403 404", made_by(findings.theme)),
    "findings:theme-change": Page("302 403 200 403 403 403 403 404", made_by(findings.theme)),
    "findings:finding-add": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "findings:theme-add": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "findings:several": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "findings:paste": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "findings:grades": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "findings:link": Page("302 403 200 403 403 403 403 404", made_by(findings.finding)),
    "findings:said-before": Page("302 403 200 403 403 403 403 200"),
    "findings:waiting": Page("302 403 200 403 403 403 403 200"),
    "findings:outcomes-add": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "findings:outcomes-record": Page("302 403 200 403 403 403 403 404", made_by(findings.outcomes)),
    "findings:outcomes-change": Page("302 403 200 403 403 403 403 404", made_by(findings.outcomes)),
    "findings:outcomes-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(findings.outcomes)
    ),
    "findings:framework-list": Page("302 403 200 403 403 403 403 200"),
    "findings:framework-csv": Page("302 403 200 403 403 403 403 200"),
    "findings:framework-add": Page("302 403 200 403 403 403 403 200"),
    "findings:framework-record": Page(
        "302 403 200 403 403 403 403 404", made_by(findings.own_framework)
    ),
    "findings:framework-change": Page(
        "302 403 200 403 403 403 403 404", made_by(findings.own_framework)
    ),
    "attachments:review-add": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "attachments:finding-add": Page("302 403 200 403 403 403 403 404", made_by(findings.finding)),
    "attachments:plan-add": Page("302 403 200 403 403 403 403 404", made_by(improvements.plan)),
    "attachments:action-add": Page("302 403 200 403 403 403 403 404", made_by(improvements.action)),
    "attachments:reviews-record": Page(
        "302 403 200 403 403 403 403 404", made_by(attachments.attachment)
    ),
    "attachments:reviews-download": Page(
        "302 403 200 403 403 403 403 404", made_by(attachments.attachment)
    ),
    "attachments:reviews-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(attachments.attachment)
    ),
    "attachments:actions-record": Page(
        "302 403 200 403 403 403 403 404", made_by(attachments.of_action)
    ),
    "attachments:actions-download": Page(
        "302 403 200 403 403 403 403 404", made_by(attachments.of_action)
    ),
    "attachments:actions-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(attachments.of_action)
    ),
    "improvements:board": Page("302 403 200 403 403 403 403 404", made_by(improvements.plan)),
    "improvements:note-add": Page("302 403 200 403 403 403 403 404", made_by(improvements.action)),
    "improvements:note-record": Page("302 403 200 403 403 403 403 404", made_by(improvements.note)),
    "improvements:note-change": Page("302 403 200 403 403 403 403 404", made_by(improvements.note)),
    "improvements:note-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(improvements.note)
    ),
    "improvements:evidence-add": Page(
        "302 403 200 403 403 403 403 404", made_by(improvements.action)
    ),
    "improvements:evidence-record": Page(
        "302 403 200 403 403 403 403 404", made_by(improvements.evidence)
    ),
    "improvements:evidence-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(improvements.evidence)
    ),
    "improvements:list": Page("302 403 200 403 403 403 403 200"),
    "improvements:several": Page("302 403 200 403 403 403 403 200"),
    "improvements:csv": Page("302 403 200 403 403 403 403 200"),
    "improvements:add": Page("302 403 200 403 403 403 403 200"),
    "improvements:unanswered": Page("302 403 200 403 403 403 403 200"),
    "improvements:unlinked": Page("302 403 200 403 403 403 403 200"),
    "improvements:plan-list": Page("302 403 200 403 403 403 403 200"),
    "improvements:plan-csv": Page("302 403 200 403 403 403 403 200"),
    "improvements:plan-add": Page("302 403 200 403 403 403 403 200"),
    "improvements:record": Page("302 403 200 403 403 403 403 404", made_by(improvements.action)),
    "improvements:change": Page("302 403 200 403 403 403 403 404", made_by(improvements.action)),
    "improvements:withdraw": Page("302 403 200 403 403 403 403 404", made_by(improvements.action)),
    "improvements:move-due": Page("302 403 200 403 403 403 403 404", made_by(improvements.action)),
    "improvements:plan-record": Page("302 403 200 403 403 403 403 404", made_by(improvements.plan)),
    "improvements:plan-change": Page("302 403 200 403 403 403 403 404", made_by(improvements.plan)),
    "improvements:priority-add": Page(
        "302 403 200 403 403 403 403 404", made_by(improvements.plan)
    ),
    "improvements:priority-record": Page(
        "302 403 200 403 403 403 403 404", made_by(improvements.priority)
    ),
    "improvements:priority-change": Page(
        "302 403 200 403 403 403 403 404", made_by(improvements.priority)
    ),
    "imports:start": Page("302 403 200 403 403 403 403 200"),
    "imports:list": Page("302 403 200 403 403 403 403 200"),
    "imports:template": Page(
        "302 403 404 403 403 403 403 404", lambda council: {"key": "no-kind", "form": "csv"}
    ),
    "imports:standing": Page(
        "302 403 404 403 403 403 403 404", lambda council: {"key": "no-kind", "form": "csv"}
    ),
    "imports:record": Page("302 403 200 403 403 403 403 404", files_checked),
    "imports:rows": Page(
        "302 403 200 403 403 403 403 404", lambda council: [*files_checked(council), 0, "refused"]
    ),
    "imports:records": Page("302 403 200 403 403 403 403 404", files_imported),
    "imports:reasons": Page(
        "302 403 200 403 403 403 403 404", lambda council: [*files_imported(council), "csv"]
    ),
    "imports:refused": Page(
        "302 403 200 403 403 403 403 404", lambda council: [*files_checked(council), 0, "csv"]
    ),
    "imports:import": Page("302 403 405 403 403 403 403 405", files_checked),
    "imports:cancel": Page("302 403 405 403 403 403 403 405", files_checked),
    "imports:undo": Page("302 403 200 403 403 403 403 404", files_imported),
    "matters:front": Page("302 403 200 200 200 403 403 200"),
    "matters:development-list": Page("302 403 200 200 200 403 403 200"),
    "matters:development-csv": Page("302 403 200 200 200 403 403 200"),
    "matters:development-add": Page("302 403 200 403 403 403 403 200"),
    "matters:development-record": Page(
        "302 403 200 200 200 403 403 404", made_by(matters.development)
    ),
    "matters:development-change": Page(
        "302 403 200 403 403 403 403 404", made_by(matters.development)
    ),
    "matters:development-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(matters.development)
    ),
    "matters:document-list": Page("302 403 200 200 200 403 403 200"),
    "matters:document-csv": Page("302 403 200 200 200 403 403 200"),
    "matters:document-add": Page("302 403 200 403 403 403 403 200"),
    "matters:document-record": Page("302 403 200 200 200 403 403 404", made_by(matters.document)),
    "matters:document-change": Page("302 403 200 403 403 403 403 404", made_by(matters.document)),
    "matters:document-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.document)),
    "matters:forum-list": Page("302 403 200 200 200 403 403 200"),
    "matters:forum-csv": Page("302 403 200 200 200 403 403 200"),
    "matters:forum-add": Page("302 403 200 403 403 403 403 200"),
    "matters:forum-record": Page("302 403 200 200 200 403 403 404", made_by(matters.forum)),
    "matters:forum-change": Page("302 403 200 403 403 403 403 404", made_by(matters.forum)),
    "matters:forum-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.forum)),
    "matters:event-list": Page("302 403 200 200 200 403 403 200"),
    "matters:event-csv": Page("302 403 200 200 200 403 403 200"),
    "matters:event-add": Page("302 403 200 403 403 403 403 200"),
    "matters:event-record": Page("302 403 200 200 200 403 403 404", made_by(matters.event)),
    "matters:event-change": Page("302 403 200 403 403 403 403 404", made_by(matters.event)),
    "matters:event-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.event)),
    "matters:statement-list": Page("302 403 200 200 200 403 403 200"),
    "matters:statement-csv": Page("302 403 200 200 200 403 403 200"),
    "matters:statement-add": Page("302 403 200 403 403 403 403 200"),
    "matters:statement-record": Page("302 403 200 200 200 403 403 404", made_by(matters.statement)),
    "matters:statement-change": Page("302 403 200 403 403 403 403 404", made_by(matters.statement)),
    "matters:statement-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(matters.statement)
    ),
    "matters:risk-list": Page("302 403 200 200 200 403 403 200"),
    "matters:risk-csv": Page("302 403 200 200 200 403 403 200"),
    "matters:risk-add": Page("302 403 200 403 403 403 403 200"),
    "matters:risk-record": Page("302 403 200 200 200 403 403 404", made_by(matters.risk)),
    "matters:risk-change": Page("302 403 200 403 403 403 403 404", made_by(matters.risk)),
    "matters:risk-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.risk)),
    "matters:scale-list": Page("302 403 200 200 200 403 403 200"),
    "matters:scale-csv": Page("302 403 200 200 200 403 403 200"),
    "matters:scale-add": Page("302 403 200 403 403 403 403 200"),
    "matters:scale-record": Page("302 403 200 200 200 403 403 404", made_by(matters.scale)),
    "matters:scale-change": Page("302 403 200 403 403 403 403 404", made_by(matters.scale)),
    "matters:scale-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.scale)),
    "matters:measure-list": Page("302 403 200 200 200 403 403 200"),
    "matters:measure-csv": Page("302 403 200 200 200 403 403 200"),
    "matters:measure-add": Page("302 403 200 403 403 403 403 200"),
    "matters:measure-record": Page("302 403 200 200 200 403 403 404", made_by(matters.measure)),
    "matters:measure-change": Page("302 403 200 403 403 403 403 404", made_by(matters.measure)),
    "matters:measure-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.measure)),
    "matters:milestone-add": Page("302 403 200 403 403 403 403 404", made_by(matters.development)),
    "matters:milestone-record": Page("302 403 200 200 200 403 403 404", made_by(matters.milestone)),
    "matters:milestone-change": Page("302 403 200 403 403 403 403 404", made_by(matters.milestone)),
    "matters:milestone-withdraw": Page(
        "302 403 200 403 403 403 403 404", made_by(matters.milestone)
    ),
    "matters:meeting-add": Page("302 403 200 403 403 403 403 404", made_by(matters.forum)),
    "matters:meeting-record": Page("302 403 200 200 200 403 403 404", made_by(matters.meeting)),
    "matters:meeting-change": Page("302 403 200 403 403 403 403 404", made_by(matters.meeting)),
    "matters:meeting-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.meeting)),
    "matters:rating-add": Page("302 403 200 403 403 403 403 404", made_by(matters.risk)),
    "matters:rating-record": Page("302 403 200 200 200 403 403 404", made_by(matters.rating)),
    "matters:rating-change": Page("302 403 200 403 403 403 403 404", made_by(matters.rating)),
    "matters:rating-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.rating)),
    "matters:value-add": Page("302 403 200 403 403 403 403 404", made_by(matters.measure)),
    "matters:value-record": Page("302 403 200 200 200 403 403 404", made_by(matters.value)),
    "matters:value-change": Page("302 403 200 403 403 403 403 404", made_by(matters.value)),
    "matters:value-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.value)),
    "matters:target-add": Page("302 403 200 403 403 403 403 404", made_by(matters.measure)),
    "matters:target-record": Page("302 403 200 200 200 403 403 404", made_by(matters.target)),
    "matters:target-change": Page("302 403 200 403 403 403 403 404", made_by(matters.target)),
    "matters:target-withdraw": Page("302 403 200 403 403 403 403 404", made_by(matters.target)),
    "sitemap": Page("200 200 200 200 200 200 200 200"),
    "papers:feed": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:series-papers": Page("200 200 200 200 200 200 200 200", issued_series),
    "papers:series-feed": Page("200 200 200 200 200 200 200 200", issued_series),
    "papers:committee-feed": Page("200 200 200 200 200 200 200 200", issued_committee),
    "papers:follow": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:follow-asked": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:follow-stopped": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:follow-confirm": Page("200 200 200 200 200 200 200 200", following_asked_for),
    "papers:follow-yours": Page("200 200 200 200 200 200 200 200", following),
    "papers:search": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:issued": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:public-commitments": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:public-recommendations": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:public-commitment": Page("200 200 200 200 200 200 200 200", public_commitment),
    "papers:public-recommendation": Page("200 200 200 200 200 200 200 200", public_recommendation),
    "papers:openapi": Page("200 200 200 200 200 200 200 200"),
    "papers:data-papers": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:ledger": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:ledger-json": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:ledger-csv": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:figures": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:every-json": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:every-csv": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:every-csv-metadata": Page("200 200 200 200 200 200 200 200", issued_papers),
    "papers:figure-series": Page("200 200 200 200 200 200 200 200", printed),
    "papers:figure-series-json": Page("200 200 200 200 200 200 200 200", printed),
    "papers:figure-series-csv": Page("200 200 200 200 200 200 200 200", printed),
    "papers:figure-series-csv-metadata": Page("200 200 200 200 200 200 200 200", printed),
    "papers:figure-member": Page("200 200 200 200 200 200 200 200", printed_member),
    "papers:figure-member-json": Page("200 200 200 200 200 200 200 200", printed_member),
    "papers:figure-member-csv": Page("200 200 200 200 200 200 200 200", printed_member),
    "papers:figure-member-csv-metadata": Page("200 200 200 200 200 200 200 200", printed_member),
    "papers:compare": Page("200 200 200 200 200 200 200 200", issued_paper),
    "papers:compare-editions": Page("200 200 200 200 200 200 200 200", two_editions),
    "papers:data-edition": Page("200 200 200 200 200 200 200 200", edition),
    "papers:figure-json": Page("200 200 200 200 200 200 200 200", figure),
    "papers:figure-csv": Page("200 200 200 200 200 200 200 200", figure),
    "papers:figure-csv-metadata": Page("200 200 200 200 200 200 200 200", figure),
    "papers:current-figure-json": Page("200 200 200 200 200 200 200 200", current_figure),
    "papers:current-figure-csv": Page("200 200 200 200 200 200 200 200", current_figure),
    "papers:current-figure-csv-metadata": Page("200 200 200 200 200 200 200 200", current_figure),
    "papers:paper": Page("200 200 200 200 200 200 200 200", issued_paper),
    "papers:current-figure": Page("200 200 200 200 200 200 200 200", current_figure),
    "papers:edition": Page("200 200 200 200 200 200 200 200", edition),
    "papers:figure": Page("200 200 200 200 200 200 200 200", figure),
    "papers:file": Page("200 200 200 200 200 200 200 200", edition_file),
    "papers:exempt-readers": Page("302 403 403 403 200 403 403 404", draft),
    "papers:exempt": Page("302 404 404 200 404 404 404 404", exempt_annex),
    "papers:offline": Page("200 200 200 200 200 200 200 200"),
    "papers:offline-worker": Page("200 200 200 200 200 200 200 200"),
    "papers:notes": Page("302 200 200 200 200 200 200 200"),
    "papers:notes-export": Page("302 200 200 200 200 200 200 200"),
    # Nobody finds another's note, whatever else they may do.
    "papers:note": Page("302 404 404 404 404 404 404 404", note),
    "papers:note-remove": Page("302 404 404 404 404 404 404 404", note),
    "papers:note-on": Page("302 200 200 200 200 200 200 404", noted_place),
    "surveys:list": Page("302 403 200 200 200 403 403 200"),
    "surveys:csv": Page("302 403 200 200 200 403 403 200"),
    "surveys:add": Page("302 403 200 403 403 403 403 200"),
    "surveys:record": Page("302 403 200 200 200 403 403 404", made_by(surveys.survey)),
    "surveys:change": Page("302 403 200 403 403 403 403 404", made_by(surveys.survey)),
    "surveys:withdraw": Page("302 403 200 403 403 403 403 404", made_by(surveys.survey)),
    "surveys:question-record": Page("302 403 200 200 200 403 403 404", made_by(surveys.question)),
    "surveys:question-change": Page("302 403 200 403 403 403 403 404", made_by(surveys.question)),
    "surveys:question-withdraw": Page("302 403 200 403 403 403 403 404", made_by(surveys.question)),
    "surveys:wave-record": Page("302 403 200 200 200 403 403 404", made_by(surveys.wave)),
    "surveys:wave-change": Page("302 403 200 403 403 403 403 404", made_by(surveys.wave)),
    "surveys:wave-withdraw": Page("302 403 200 403 403 403 403 404", made_by(surveys.wave)),
    "surveys:answer-record": Page("302 403 200 200 200 403 403 404", made_by(surveys.answer)),
    "surveys:answer-change": Page("302 403 200 403 403 403 403 404", made_by(surveys.answer)),
    "surveys:answer-withdraw": Page("302 403 200 403 403 403 403 404", made_by(surveys.answer)),
    "surveys:question-add": Page("302 403 200 403 403 403 403 404", made_by(surveys.survey)),
    "surveys:wave-add": Page("302 403 200 403 403 403 403 404", made_by(surveys.survey)),
    "surveys:answer-add": Page("302 403 200 403 403 403 403 404", made_by(surveys.wave)),
    "surveys:enter": Page("302 403 200 403 403 403 403 404", made_by(surveys.wave)),
    "surveys:claims": Page("302 403 200 200 200 403 403 404", made_by(surveys.survey)),
    "papers:list": Page("302 403 403 200 200 403 403 200"),
    "papers:start": Page("302 403 403 403 200 403 403 200"),
    "papers:import": Page("302 403 403 403 200 403 403 200"),
    "papers:import-make": Page("302 403 403 403 200 403 403 200"),
    "papers:draft": Page("302 403 403 200 200 403 403 404", draft),
    "papers:preview": Page("302 403 403 200 200 403 403 404", draft),
    "papers:draft-pdf": Page("302 403 403 200 200 403 403 404", draft),
    "papers:restricted": Page("302 403 403 200 403 403 403 404", draft),
    "papers:restricted-pdf": Page("302 403 403 200 403 403 403 404", draft),
    "papers:add-several": Page("302 403 403 403 200 403 403 404", draft),
    "papers:background": Page("200 200 200 200 200 200 200 200", background),
    "papers:background-copy": Page("200 200 200 200 200 200 200 200", background),
    "papers:enclosed": Page("302 403 403 200 200 403 403 404", draft),
    "papers:enclose-background": Page("302 403 403 403 200 403 403 404", draft),
    "papers:enclose-annex": Page("302 403 403 403 200 403 403 404", draft),
    "papers:withdraw-enclosed": Page("302 403 403 403 200 403 403 404", enclosed),
    "papers:enclosed-copy": Page("302 403 403 200 200 403 403 404", enclosed),
    "papers:enclosed-form": Page("302 403 403 302 302 403 403 404", enclosed),
    "papers:details": Page("302 403 403 403 200 403 403 404", draft),
    "papers:parts": Page("302 403 403 403 200 403 403 404", draft),
    "papers:dates": Page("302 403 403 403 200 403 403 404", draft),
    "papers:next": Page("302 403 403 403 200 403 403 404", draft),
    "papers:carried": Page("302 403 403 403 200 403 403 404", carried),
    "papers:commitments": Page("302 403 403 403 200 403 403 404", with_promises),
    "papers:answer": Page("302 403 403 403 200 403 403 404", answer),
    "papers:decisions": Page("302 403 403 403 200 403 403 404", decisions),
    "papers:commitment-list": Page("302 403 403 200 200 403 403 200"),
    "papers:commitment-csv": Page("302 403 403 200 200 403 403 200"),
    "papers:commitment-xlsx": Page("302 403 403 200 200 403 403 200"),
    "papers:commitment-add": Page("302 403 403 403 200 403 403 200"),
    "papers:commitment-record": Page(
        "302 403 403 200 200 403 403 404", made_by(promised.commitment)
    ),
    "papers:commitment-change": Page(
        "302 403 403 403 200 403 403 404", made_by(promised.commitment)
    ),
    "papers:commitment-withdraw": Page(
        "302 403 403 403 200 403 403 404", made_by(promised.commitment)
    ),
    "papers:add-block": Page("302 403 403 403 200 403 403 404", draft_and_kind),
    "papers:preview-block": Page("302 403 403 403 405 403 403 405", draft_and_kind),
    "papers:ways": Page("302 403 403 403 404 403 403 404", draft),
    "papers:settle": Page("302 403 403 403 200 403 403 404", draft),
    "papers:keep-words": Page("302 403 403 403 405 403 403 405", draft_and_kind),
    "papers:block": Page("302 403 403 403 200 403 403 404", block),
    "papers:move-block": Page("302 403 403 403 200 403 403 404", block),
    "papers:remove-block": Page("302 403 403 403 200 403 403 404", block),
    "papers:versions": Page("302 403 403 200 200 403 403 404", draft),
    "papers:remarks": Page("302 403 403 200 200 403 403 404", draft),
    "papers:answer-remark": Page("302 403 403 200 200 403 403 404", remark),
    "papers:settle-remark": Page("302 403 403 405 405 403 403 405", remark),
    "papers:remark": Page("302 403 403 200 200 403 403 404", block),
    "papers:contributions": Page("302 403 403 200 200 403 403 404", draft),
    "papers:ask-section": Page("302 403 403 403 200 403 403 404", draft),
    "papers:look-at": Page("302 403 403 403 200 403 403 404", contribution_request),
    "papers:send-back": Page("302 403 403 403 200 403 403 404", contribution_request),
    "papers:ask-due": Page("302 403 403 403 200 403 403 404", contribution_request),
    "papers:withdraw-ask": Page("302 403 403 403 405 403 403 405", contribution_request),
    "papers:ask-again": Page("302 403 403 403 405 403 403 405", contribution_request),
    "papers:make-link": Page("302 403 403 403 405 403 403 405", contribution_request),
    "papers:asked-word": Page("302 403 403 403 200 403 403 404", contribution_request),
    "papers:asked-read": Page("302 403 403 403 200 403 403 404", contribution_request),
    "papers:contribution-word": Page("302 404 404 404 404 404 404 404", own_section),
    "papers:contribution-read": Page("302 404 404 404 404 404 404 404", own_section),
    "papers:by-link-word": Page("200 200 200 200 200 200 200 200", link),
    "papers:by-link-read": Page("200 200 200 200 200 200 200 200", link),
    "papers:contribution": Page("302 404 404 404 404 404 404 404", own_section),
    "papers:contribution-keep": Page("302 405 405 405 405 405 405 405", own_section),
    "papers:contribution-show": Page("302 405 405 405 405 405 405 405", own_section),
    "papers:by-link": Page("200 200 200 200 200 200 200 200", link),
    "papers:by-link-keep": Page("405 405 405 405 405 405 405 405", link),
    "papers:by-link-show": Page("405 405 405 405 405 405 405 405", link),
    "papers:readiness": Page("302 403 403 200 200 403 403 404", draft),
    "papers:pass-over": Page("302 403 403 403 405 403 403 405", draft),
    "papers:look-again": Page("302 403 403 403 405 403 403 405", draft),
    "papers:mend": Page("302 403 403 403 405 403 403 405", draft),
    "papers:rules": Page("302 403 403 200 200 403 403 200"),
    "papers:kept-rules": Page("302 403 403 403 403 403 200 200"),
    "papers:turn-rule-off": Page("302 403 403 403 403 403 200 200", a_rule),
    "papers:turn-rule-on": Page("302 403 403 403 403 403 405 405", a_rule),
    "papers:send": Page("302 403 403 403 200 403 403 404", draft),
    "papers:take-back": Page("302 403 403 403 200 403 403 404", draft),
    "papers:approve": Page("302 403 403 200 403 403 403 404", draft),
    "papers:return": Page("302 403 403 200 403 403 403 404", draft),
    "papers:issue": Page("302 403 403 403 200 403 403 404", draft),
    "papers:issue-state": Page("302 403 403 403 200 403 403 404", draft),
    "papers:hour": Page("302 403 403 403 200 403 403 404", draft),
    "papers:correct": Page("302 403 403 403 200 403 403 404", draft),
    "papers:correction": Page("302 403 403 403 200 403 403 404", draft),
    "papers:bundle": Page("200 200 200 200 200 200 200 200", bundle),
    "papers:bundle-file": Page("200 200 200 200 200 200 200 200", bundle_file),
    "papers:issued-checked": Page("302 403 403 403 200 403 200 200"),
    "papers:check-issued": Page("302 403 403 403 405 403 405 405"),
    "papers:write-again": Page("302 403 403 403 405 403 405 405"),
    "papers:removals": Page("302 403 403 403 200 403 200 200"),
    "papers:remove-edition": Page("302 403 403 403 200 403 200 404", published),
    "papers:decide-removal": Page(
        "302 403 403 403 200 403 200 404", made_by(papers.remove_edition)
    ),
    "papers:early": Page("302 404 404 404 404 404 404 404", early_reader),
    "papers:early-pdf": Page("302 404 404 404 404 404 404 404", early_reader),
    "papers:early-link": Page("403 403 403 403 403 403 403 403", early_link),
    "papers:early-link-pdf": Page("403 403 403 403 403 403 403 403", early_link),
    "papers:early-readers": Page("302 403 403 403 200 403 403 404", draft),
    "papers:end-early-reader": Page("302 403 403 403 405 403 403 405", listed_reader),
    "papers:early-reader-link": Page("302 403 403 403 405 403 403 405", listed_reader),
    "papers:outside": Page("200 200 200 200 200 200 200 200", outside_link),
    "papers:outside-pdf": Page("200 200 200 200 200 200 200 200", outside_link),
    "papers:outside-thanks": Page("200 200 200 200 200 200 200 200"),
    "papers:outside-list-of": Page("302 403 403 403 200 403 403 404", draft),
    "papers:ask-outside-again": Page("302 403 403 403 405 403 403 405", asked_outside),
    "papers:end-outside": Page("302 403 403 403 405 403 403 405", asked_outside),
    "papers:outside-link": Page("302 403 403 403 405 403 403 405", asked_outside),
    "papers:emergency": Page("302 403 403 403 200 403 403 404", draft),
    "papers:look-again-at": Page(
        "302 403 403 200 403 403 403 404", made_by(papers.emergency_issue)
    ),
    "papers:other-format": Page("200 200 200 200 200 200 200 200", a_council),
    "papers:other-format-asked": Page("200 200 200 200 200 200 200 200", a_council),
    "papers:other-format-list": Page("302 403 403 403 200 403 403 200"),
    "papers:other-format-record": Page(
        "302 403 403 403 200 403 403 404", made_by(readers.format_request)
    ),
    "papers:committee-list": Page("302 403 403 403 200 403 403 200"),
    "papers:committee-csv": Page("302 403 403 403 200 403 403 200"),
    "papers:committee-add": Page("302 403 403 403 200 403 403 200"),
    "papers:committee-record": Page("302 403 403 403 200 403 403 404", made_by(papers.committee)),
    "papers:meeting-list": Page("302 403 403 403 200 403 403 200"),
    "papers:meeting-csv": Page("302 403 403 403 200 403 403 200"),
    "papers:meeting-add": Page("302 403 403 403 200 403 403 200"),
    "papers:meeting-record": Page("302 403 403 403 200 403 403 404", made_by(papers.meeting)),
    "papers:meeting-change": Page("302 403 403 403 200 403 403 404", made_by(papers.meeting)),
    "papers:series-list": Page("302 403 403 403 200 403 403 200"),
    "papers:series-csv": Page("302 403 403 403 200 403 403 200"),
    "papers:series-add": Page("302 403 403 403 200 403 403 200"),
    "papers:series-record": Page("302 403 403 403 200 403 403 404", made_by(papers.series)),
    "papers:series-change": Page("302 403 403 403 200 403 403 404", made_by(papers.series)),
    "papers:approver-list": Page("302 403 403 403 200 403 200 200"),
    "papers:approver-csv": Page("302 403 403 403 200 403 200 200"),
    "papers:approver-xlsx": Page("302 403 403 403 200 403 200 200"),
    "papers:approver-add": Page("302 403 403 403 200 403 200 200"),
    "papers:approver-record": Page(
        "302 403 403 403 200 403 200 404", made_by(papers.approval_rule)
    ),
    "papers:approver-change": Page(
        "302 403 403 403 200 403 200 404", made_by(papers.approval_rule)
    ),
    "papers:sign-off": Page("302 403 403 403 200 403 403 404", draft),
    "papers:take-later": Page("302 403 403 403 200 403 403 404", draft),
    "papers:post-list": Page("302 403 403 403 200 403 403 200"),
    "papers:post-csv": Page("302 403 403 403 200 403 403 200"),
    "papers:post-add": Page("302 403 403 403 200 403 403 200"),
    "papers:post-record": Page("302 403 403 403 200 403 403 404", made_by(papers.post)),
    "papers:post-change": Page("302 403 403 403 200 403 403 404", made_by(papers.post)),
    "papers:house-words-several": Page("302 403 403 403 200 403 200 200"),
    "papers:house-word-list": Page("302 403 403 403 200 403 200 200"),
    "papers:house-word-csv": Page("302 403 403 403 200 403 200 200"),
    "papers:house-word-add": Page("302 403 403 403 200 403 200 200"),
    "papers:house-word-record": Page("302 403 403 403 200 403 200 404", made_by(papers.house_word)),
    "papers:house-word-change": Page("302 403 403 403 200 403 200 404", made_by(papers.house_word)),
    "papers:house-word-withdraw": Page(
        "302 403 403 403 200 403 200 404", made_by(papers.house_word)
    ),
    "papers:abbreviation-list": Page("302 403 403 403 200 403 403 200"),
    "papers:abbreviation-csv": Page("302 403 403 403 200 403 403 200"),
    "papers:abbreviation-add": Page("302 403 403 403 200 403 403 200"),
    "papers:abbreviation-record": Page(
        "302 403 403 403 200 403 403 404", made_by(papers.abbreviation)
    ),
    "papers:abbreviation-change": Page(
        "302 403 403 403 200 403 403 404", made_by(papers.abbreviation)
    ),
}

# A list that can be had as CSV can be had as a workbook by the same people: one decision.
PAGES |= {
    name.removesuffix("csv") + "xlsx": page
    for name, page in PAGES.items()
    if name.endswith("csv") and name.removesuffix("csv") + "list" in PAGES
}
