"""Every address × everybody who may ask for it → what a GET answers. Written by hand: a line here
is a decision.

A new page fails `test_every_page` until it has a line. `made` gives the address's arguments (a
list, or a dict
of names) for a council; the columns are `PEOPLE`, in order.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assurance.runtime.periods import this_moment
from reports.approvals.operations import guests
from reports.contributions.operations import requests
from reports.documents.document import to_json
from reports.issue.models.site import SiteCheck
from reports.issue.site.bundle import bundle_name
from reports.publication.indexing.editions import index_edition
from tests import cast
from tests.make import (
    asked,
    attachments,
    audits,
    bundles,
    clearances,
    closures,
    compared,
    data_protection,
    dbs,
    enclosures,
    figures,
    findings,
    imports,
    improvements,
    looked_after,
    matters,
    outcomes,
    oversight,
    papers,
    people,
    promised,
    public_pages,
    readers,
    sign_in,
    surveys,
)

# Nobody signed in; an account without a role; five roles; every role at once in another council;
# the sixth role.
PEOPLE = (
    "signed out",
    "no role",
    "officer",
    "approver",
    "clerk",
    "member",
    "administrator",
    "elsewhere",
    "data_protection",
)


@dataclass(frozen=True)
class Page:
    """One line of the table: a status per person and the maker of the address's arguments."""

    statuses: str
    made: Callable = list

    def expected(self):
        """A dict of person → status. Data protection opens its own pages alone: where a line has
        no status for it, it is answered like somebody without a role."""
        codes = [int(status) for status in self.statuses.split()]
        return dict(zip(PEOPLE, [*codes, codes[1]][: len(PEOPLE)], strict=True))


def account(council):
    """The number of an account of `council`."""
    return [cast.clerk(council).pk]


def grant(council):
    """The number of a grant of an account of `council`."""
    return [cast.clerk(council).grants.get().pk]


def made_by(make):
    """The number of a row that the maker `make` makes for a council."""
    return lambda council: [make(council=council).pk]


def made_by_bands(council):
    """No argument: the address is of the council's latest age bands, which are made for it."""
    looked_after.local_bands(council)
    return []


def site_check(council):
    """The number of a check of what `council` issued."""
    counted = {"editions": 0, "files": 0, "faults": 0}
    row = SiteCheck.objects.create(council=council, checked_at=this_moment(), **counted)
    return [row.pk]


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


def an_entry(council):
    """A draft's address and an entry of implications that the rule names."""
    clearances.rule(council=council)
    return [*draft(council), clearances.LEGAL]


def own_template(council):
    """A report template that the council has."""
    return [papers.report_template("york-2017", council=council).slug]


def own_part(council):
    """A part of a report template."""
    return [*own_template(council), "background"]


def own_writer(council):
    """A part of a report template that somebody is asked for."""
    row = papers.report_template("york-2017", council=council)
    row.spec["parts"][1]["writer"] = {"name": "Team Manager"}
    row.save()
    return [row.slug, "part", row.spec["parts"][1]["slug"]]


def own_new_text(council):
    """A part of a report template and a kind of standing text that it can hold."""
    return [*own_part(council), "paragraph"]


def own_preview(council):
    """A report template and a kind of standing text."""
    return [*own_template(council), "paragraph"]


def own_date(council):
    """A date of a report template that can be removed."""
    row = papers.report_template("york-2017", council=council)
    row.spec["dates"]["visits"] = "Visits made in"
    row.save()
    return [row.slug, "visits"]


def standing_text(council):
    """A standing text of a report template."""
    row = papers.report_template("york-2017", council=council)
    row.spec["parts"][1]["blocks"] = [{"slug": "usual", "kind": "paragraph", "text": "As usual."}]
    row.save()
    return [row.slug, "usual"]


def an_example(council):
    """A report template that is shipped."""
    return ["york-2017"]


def source(council):
    """A draft's address and a source of its typed numbers."""
    row = papers.source(paper=papers.paper(council=council))
    return [row.paper.series.slug, row.paper.slug, row.slug]


def a_rule(_council):
    """A rule that papers are checked by."""
    return ["doubled-word"]


def carried(council):
    """The words of the address of a draft that was carried from another, one block with a date."""
    of = papers.paper(council=council, carried_from="earlier")
    papers.block(paper=of, carried_from="paragraph", text="It closed in March 2015.")
    return [of.series.slug, of.slug]


def carried_section(council):
    """The words of the address of the section that the block of such a draft stands in."""
    return [*carried(council), "introduction"]


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


def live_figure(council):
    """A draft's address and a live figure, as an address has it."""
    return [*draft(council), "looked_after.children"]


def section(council):
    """The words of the address of a section of a draft."""
    of = papers.block(council=council, kind="section", heading="What was done")
    return [of.paper.series.slug, of.paper.slug, of.slug]


def empty_part(council):
    """A draft's address and an empty part for which the template proposes a sentence."""
    return [*draft(council), "background_papers"]


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


def exempt_edition(council):
    """The working address of an edition that has an exempt annex."""
    return exempt_annex(council)[:-1]


def edition_to_file(council):
    """The working address of an edition."""
    return [*published(council), 1]


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


OFFICER = "302 403 200 403 403 403 403"
OF_COUNTS = "302 403 200 200 200 403 403"
CLERK = "302 403 403 403 200 403 403"
ADMINISTRATOR = "302 403 403 403 403 403 200"
OF_TEAMS = "302 403 200 403 403 403 200"
OF_POSTS = "302 403 200 403 200 403 200"
KEEPERS = "302 403 403 403 200 403 200"
OF_DRAFTS = "302 403 403 200 200 403 403"
PAGES_OF_A_REGISTER = "list csv add record change withdraw"
WRITING = {"add", "change", "withdraw"}


def register(prefix, writers, make, *, readers="", within=None, pages=""):
    """The pages of a register, by name: those that read answer `readers`, those that write
    `writers`, and those of a record nobody of another council.

    `make` makes a record, and `within` the one that it is added to; such a register has no list.
    """
    names = pages or PAGES_OF_A_REGISTER.removeprefix("list csv " if within else "")
    found = {}
    for name in names.split():
        of = within if name == "add" else None if name in ("list", "csv") else make
        status = f"{writers if name in WRITING else readers or writers} {404 if of else 200}"
        found[prefix + name] = Page(status, made_by(of)) if of else Page(status)
    if "withdraw" in names.split():
        found[prefix + "undo"] = _pressed(writers, make)
    return found


def _pressed(writers, make):
    """A step without a page, which only a press takes."""
    return Page(f"{writers} 405".replace("200", "405"), made_by(make))


def _data_protection_pages():
    """The pages of data protection: the schedule is the administrator's too."""
    keepers, lead = "302 403 403 403 403 403 200", "302 403 403 403 403 403 403"
    start = "data_protection:"
    pressed_alone = ("erase", "export", "free-text-download", "free-text-replace")

    def named(council):
        return ["person", people.person(council=council).pk]

    pages = {
        **register(f"{start}policy-", keepers, data_protection.policy),
        **register(f"{start}hold-", lead, data_protection.hold),
        f"{start}schedule": Page(f"{keepers} 200"),
        f"{start}adopt": Page(f"{keepers} 200".replace("200", "405")),
        **{f"{start}{name}": Page(f"{lead} 200") for name in ("find", "log", "reach")},
        f"{start}subject": Page(f"{lead} 404", named),
        f"{start}free-text": Page(f"{lead} 404", named),
        **{f"{start}{name}": Page(f"{lead} 405", named) for name in pressed_alone},
    }
    pressed = {f"{start}{name}" for name in (*pressed_alone, "adopt", "policy-undo", "hold-undo")}
    return {
        name: replace(page, statuses=f"{page.statuses} {405 if name in pressed else 200}")
        for name, page in pages.items()
    }


PAGES = {
    # out none officer approver clerk member administrator elsewhere
    "front": Page("200 200 200 200 200 200 200 200"),
    "service": Page("200 200 200 200 200 200 200 200"),
    "health": Page("200 200 200 200 200 200 200 200"),
    "ready": Page("200 200 200 200 200 200 200 200"),
    "metrics": Page("200 200 200 200 200 200 200 200"),
    "robots": Page("200 200 200 200 200 200 200 200"),
    "security": Page("404 404 404 404 404 404 404 404"),
    "accessibility": Page("200 200 200 200 200 200 200 200"),
    "how-this-works": Page("200 200 200 200 200 200 200 200"),
    "privacy": Page("200 200 200 200 200 200 200 200"),
    "home": Page("302 200 200 200 200 200 200 200"),
    "set_up:steps": Page("302 403 403 403 403 403 200 200"),
    "set_up:accounts": Page("302 403 403 403 403 403 200 200"),
    "set_up:step": Page("302 403 403 403 403 403 200 200", lambda council: ["teams"]),
    "record-search": Page("302 200 200 200 200 200 200 200"),
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
    "mfa_list_webauthn": Page("302 200 200 200 200 200 200 200"),
    "mfa_add_webauthn": Page("302 302 302 302 302 302 302 302"),
    "mfa_remove_webauthn": Page("302 302 302 302 302 302 302 302", lambda _council: [1]),
    "mfa_edit_webauthn": Page("302 302 302 302 302 302 302 302", lambda _council: [1]),
    "mfa_reauthenticate_webauthn": Page("302 302 302 302 302 302 302 302"),
    "mfa_view_recovery_codes": Page("302 404 404 404 404 404 404 404"),
    "mfa_generate_recovery_codes": Page("302 302 302 302 302 302 302 302"),
    "mfa_download_recovery_codes": Page("302 404 404 404 404 404 404 404"),
    "accounts:list": Page("302 403 403 403 403 403 200 200"),
    "accounts:yours": Page("302 200 200 200 200 200 200 200"),
    "accounts:add": Page("302 403 403 403 403 403 200 200"),
    "accounts:account": Page("302 403 403 403 403 403 200 404", account),
    "accounts:add-grant": Page("302 403 403 403 403 403 200 404", account),
    "accounts:end-grant": Page("302 403 403 403 403 403 200 404", grant),
    "accounts:deactivate": Page("302 403 403 403 403 403 200 404", account),
    "accounts:reactivate": Page("302 403 403 403 403 403 405 405", account),
    "accounts:sign-in-link": Page("302 403 403 403 403 403 405 405", account),
    **register(
        "sign_in:two-step-",
        ADMINISTRATOR,
        sign_in.two_step_policy,
        pages="list csv add record change",
    ),
    **register(
        "sign_in:group-", ADMINISTRATOR, sign_in.provider_group, pages="list csv add record change"
    ),
    "sign_in:set-up": Page("302 200 200 200 200 200 200 200"),
    "sign_in:reset-two-step": Page("302 403 403 403 403 403 200 404", account),
    "sign_in:end-others": Page("302 405 405 405 405 405 405 405 405"),
    "sign_in:end-all": Page("302 403 403 403 403 403 405 405", account),
    "sign_in:reviews": Page("302 403 403 403 403 403 200 200"),
    "sign_in:review": Page("302 403 403 403 403 403 200 404", grant),
    "sign_in:to-provider": Page("302 403 403 403 403 403 405 405", account),
    "sign_in:to-password": Page("302 403 403 403 403 403 405 405", account),
    "sign_in:provider": Page("404 404 404 404 404 404 404 404", lambda _council: ["none"]),
    "sign_in:provider-logout": Page("405 405 405 405 405 405 405 405", lambda _council: ["none"]),
    "sign_in:provider-back": Page("404 404 404 404 404 404 404 404", lambda _council: ["none"]),
    **register(
        "people:",
        ADMINISTRATOR,
        people.team,
        readers=OF_TEAMS,
        pages="list csv add record change",
    ),
    **register("people:cohort-", ADMINISTRATOR, people.cohort, pages="list csv add record change"),
    **register(
        "people:succession-",
        ADMINISTRATOR,
        people.succession,
        readers=OF_TEAMS,
        within=people.team,
    ),
    **register("people:post-", OF_POSTS, people.post, pages="list csv add record change"),
    **register(
        "people:holder-",
        OF_POSTS,
        people.holder,
        within=people.post,
        pages="add record change",
    ),
    **register(
        "people:absence-",
        OF_POSTS,
        people.absence,
        within=people.holder,
        pages="add record change",
    ),
    **register(
        "people:second-persons-",
        ADMINISTRATOR,
        people.second_persons,
        pages="list csv add record change",
    ),
    "people:take-post": Page("302 403 403 403 403 403 200 404", account),
    "people:hand-over": Page(f"{OF_POSTS} 404", made_by(people.post)),
    "people:your-posts": Page("302 200 200 200 200 200 200 200"),
    "people:be-away": Page("302 404 404 404 404 404 404 404", made_by(people.holder)),
    "people:change-absence": Page("302 404 404 404 404 404 404 404", made_by(people.absence)),
    **register("public_pages:contact-", ADMINISTRATOR, public_pages.contact),
    **register("public_pages:accessibility-", ADMINISTRATOR, public_pages.statement),
    **register("public_pages:privacy-", ADMINISTRATOR, public_pages.notice),
    "public_pages:brand": Page("302 403 403 403 403 403 200 200"),
    **register("figures:policy-", ADMINISTRATOR, figures.policy),
    "figures:policy-approve": Page("302 403 403 403 403 403 405 405", made_by(figures.policy)),
    **register("audits:", OFFICER, audits.case_audit),
    "audits:several": Page("302 403 200 403 403 403 403 200"),
    "audits:moderate": Page("302 403 200 403 403 403 403 404", made_by(audits.case_audit)),
    "audits:programme": Page("302 403 200 200 200 403 403 200"),
    "audits:shown": Page("302 403 200 200 200 403 403 200"),
    "audits:themes-again": Page("302 403 200 200 200 403 403 200"),
    **register("audits:kind-", OFFICER, audits.audit_kind, readers=OF_COUNTS),
    **register("audits:theme-", OFFICER, audits.audit_theme, readers=OF_COUNTS),
    **register("audits:round-", OFFICER, audits.audit_round, readers=OF_COUNTS),
    "audits:round-close": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_round)),
    **register("audits:meeting-", OFFICER, audits.learning_meeting),
    **register(
        "audits:action-",
        OFFICER,
        audits.audit_action,
        within=audits.case_audit,
        pages="list csv add record change withdraw",
    ),
    "audits:action-check": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_action)),
    "audits:action-done": Page("302 404 200 404 404 404 404 404", made_by(audits.audit_action)),
    **register(
        "audits:sample-", OFFICER, audits.audit_sample, pages="list csv add record withdraw"
    ),
    "audits:sample-again": Page("302 403 200 403 403 403 403 404", made_by(audits.audit_sample)),
    "audits:awaiting": Page("302 403 200 200 200 403 403 200"),
    **register(
        "audits:allocation-",
        OFFICER,
        audits.allocation,
        readers=OF_COUNTS,
        within=audits.audit_round,
    ),
    **register(
        "audits:scale-", ADMINISTRATOR, audits.grade_scale, pages="list csv add record change"
    ),
    **register("audits:total-", OFFICER, audits.audit_total),
    **register("looked_after:", OFFICER, looked_after.census),
    "looked_after:unit-costs": Page(
        "302 403 200 403 403 403 403 404", made_by(looked_after.census)
    ),
    "looked_after:locations": Page("302 403 200 403 403 403 403 404", made_by(looked_after.census)),
    "looked_after:performance": Page("302 403 200 200 200 403 403 200"),
    "looked_after:published-record": Page(
        "302 403 200 200 200 403 403 404", made_by(compared.published)
    ),
    "looked_after:return-validation": Page("302 403 200 200 200 403 403 404", a_return),
    **register("looked_after:area-", OFFICER, compared.compared_area, readers=OF_COUNTS),
    "looked_after:offer": Page("302 403 200 403 403 403 403 404", made_by(looked_after.offer)),
    "looked_after:definitions": Page("302 200 200 200 200 200 200 200"),
    "looked_after:bands-add": Page("302 403 403 403 403 403 200 200"),
    "looked_after:bands-correct": Page("302 403 403 403 403 403 200 404", made_by_bands),
    "looked_after:days-change": Page("302 403 403 403 403 403 200 200"),
    "looked_after:missing": Page("302 403 200 403 403 403 403 200"),
    "looked_after:recounts": Page("302 403 200 403 403 403 403 200"),
    "looked_after:return-offers": Page("302 403 200 403 403 403 403 404", a_return),
    "looked_after:return-list": Page("302 403 200 403 403 403 403 200"),
    "looked_after:return-record": Page("302 403 200 403 403 403 403 404", a_return),
    "looked_after:return-count": Page("302 403 200 403 403 403 403 404", a_return),
    "looked_after:return-remove-rows": Page("302 403 200 403 403 403 403 404", a_return),
    "looked_after:return-withdraw": Page("302 403 200 403 403 403 403 404", a_return),
    "looked_after:return-undo": Page("302 403 405 403 403 403 403 405", a_return),
    **register("dbs:", OFFICER, people.person),
    "dbs:several": Page("302 403 200 403 403 403 403 200"),
    **register("dbs:role-", OFFICER, people.engagement, within=people.person),
    **register("dbs:check-", OFFICER, dbs.dbs_check, within=people.person),
    **register("dbs:application-", OFFICER, dbs.application, within=people.person),
    **register("dbs:lookup-", OFFICER, dbs.lookup, within=people.person),
    **register("dbs:audit-", OFFICER, dbs.dbs_audit, readers=OF_COUNTS),
    "dbs:audit-count": Page("302 403 200 403 403 403 403 200"),
    "dbs:add-populations": Page("302 403 403 403 403 403 200 200"),
    "dbs:hr": Page("302 403 200 403 403 403 403 200"),
    "dbs:hr-take": Page("302 403 405 403 403 403 403 405"),
    "dbs:every-position": Page("302 403 200 200 200 403 403 200"),
    "dbs:every-position-record": Page("302 403 405 403 403 403 403 405"),
    "dbs:position": Page("302 403 200 200 200 403 403 200"),
    "dbs:position-people": Page("302 403 302 403 403 403 403 302"),
    "dbs:reminders": Page("302 403 200 403 403 403 403 200"),
    "dbs:e-mails": Page("302 403 200 403 403 403 403 404", e_mails_day),
    "dbs:letters": Page("302 403 200 403 403 403 403 404", letters_day),
    "dbs:letters-file": Page("302 403 200 403 403 403 403 404", letters_day),
    "dbs:reminder-record": Page("302 403 200 403 403 403 403 404", made_by(dbs.reminder)),
    "dbs:reminder-withdraw": Page("302 403 200 403 403 403 403 404", made_by(dbs.reminder)),
    "dbs:reminder-undo": _pressed(OFFICER, dbs.reminder),
    **register("dbs:wording-", ADMINISTRATOR, dbs.wording, pages="list csv add record"),
    **register("dbs:breach-", OFFICER, dbs.breach),
    "dbs:breach-close": Page("302 403 200 403 403 403 403 404", made_by(dbs.breach)),
    "dbs:approve-set-aside": Page("302 403 200 403 403 403 403 404", made_by(people.engagement)),
    "dbs:set-asides": Page("302 403 200 403 403 403 403 200"),
    "dbs:person-breach-add": Page("302 403 200 403 403 403 403 404", made_by(people.person)),
    "dbs:policy-approve": Page("302 403 403 403 403 403 200 404", made_by(dbs.policy)),
    "dbs:wording-approve": Page("302 403 403 403 403 403 200 404", made_by(dbs.wording)),
    **register("dbs:policy-", ADMINISTRATOR, dbs.policy, pages="list csv add record change"),
    **register("reviews:", OFFICER, findings.review),
    **register(
        "reviews:finding-",
        OFFICER,
        findings.finding,
        within=findings.review,
        pages="list csv add record change withdraw",
    ),
    "reviews:finding-several": Page("302 403 200 403 403 403 403 200"),
    **register(
        "reviews:theme-", OFFICER, findings.theme, within=findings.review, pages="add record change"
    ),
    "reviews:several": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "reviews:paste": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "reviews:grades": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "reviews:reply": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "reviews:follow-up": Page("302 403 200 403 403 403 403 404", made_by(findings.review)),
    "reviews:link": Page("302 403 200 403 403 403 403 404", made_by(findings.finding)),
    "reviews:said-before": Page("302 403 200 403 403 403 403 200"),
    "reviews:waiting": Page("302 403 200 403 403 403 403 200"),
    **register("reviews:outcomes-", OFFICER, findings.outcomes, within=findings.review),
    **register("reviews:met-", OFFICER, findings.met_group, within=findings.review),
    **register(
        "reviews:framework-", OFFICER, findings.own_framework, pages="list csv add record change"
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
    "attachments:reviews-undo": Page(
        "302 403 405 403 403 403 403 405", made_by(attachments.attachment)
    ),
    "attachments:actions-undo": Page(
        "302 403 405 403 403 403 403 405", made_by(attachments.of_action)
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
    "improvement:board": Page("302 403 200 403 403 403 403 404", made_by(improvements.plan)),
    **register("improvement:note-", OFFICER, improvements.note, within=improvements.action),
    **register(
        "improvement:evidence-",
        OFFICER,
        improvements.evidence,
        within=improvements.action,
        pages="add record withdraw",
    ),
    **register("improvement:", OFFICER, improvements.action),
    "improvement:several": Page("302 403 200 403 403 403 403 200"),
    "improvement:unanswered": Page("302 403 200 403 403 403 403 200"),
    "improvement:unlinked": Page("302 403 200 403 403 403 403 200"),
    **register("improvement:plan-", OFFICER, improvements.plan, pages="list csv add record change"),
    "improvement:move-due": Page("302 403 200 403 403 403 403 404", made_by(improvements.action)),
    "improvement:mark-done": Page("302 404 200 404 404 404 404 404", made_by(improvements.action)),
    "improvement:check-done": Page(
        "302 403 200 403 403 403 403 404", made_by(improvements.marked_done)
    ),
    **register(
        "improvement:priority-",
        OFFICER,
        improvements.priority,
        within=improvements.plan,
        pages="add record change",
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
    "imports:add-titles": Page("302 403 405 403 403 403 403 405", files_checked),
    "imports:import": Page("302 403 405 403 403 403 403 405", files_checked),
    "imports:cancel": Page("302 403 405 403 403 403 403 405", files_checked),
    "imports:undo": Page("302 403 200 403 403 403 403 404", files_imported),
    **register("oversight:scorecard-", OFFICER, oversight.scorecard, readers=OF_COUNTS),
    **_data_protection_pages(),
    "oversight:map": Page("302 403 200 200 200 403 403 200"),
    "oversight:freeze": Page("302 403 200 403 403 403 403 404", made_by(oversight.scorecard)),
    "oversight:meeting-scorecard": Page(
        "302 403 200 200 200 403 403 404", made_by(oversight.frozen)
    ),
    "oversight:meeting-scorecard-annex": Page(
        "302 403 403 403 200 403 403 404", made_by(oversight.frozen)
    ),
    "oversight:meeting-scorecard-pdf": Page(
        "302 403 200 200 200 403 403 404", made_by(oversight.frozen)
    ),
    **register("outcomes:", OFFICER, outcomes.outcome_set, readers=OF_COUNTS),
    "governance:front": Page("302 403 200 200 200 403 403 200"),
    "governance:self-evaluation": Page("302 403 200 200 200 403 403 200"),
    **register("governance:development-", OFFICER, matters.development, readers=OF_COUNTS),
    **register("governance:document-", OFFICER, matters.document, readers=OF_COUNTS),
    **register("governance:forum-", OFFICER, matters.forum, readers=OF_COUNTS),
    **register("governance:decision-level-", OFFICER, matters.decision_level, readers=OF_COUNTS),
    **register("governance:body-report-", OFFICER, matters.body_report, readers=OF_COUNTS),
    **register(
        "governance:plan-outcome-",
        OFFICER,
        matters.plan_outcome,
        readers=OF_COUNTS,
        within=matters.document,
    ),
    **register("governance:event-", OFFICER, matters.event, readers=OF_COUNTS),
    **register("governance:statement-", OFFICER, matters.statement, readers=OF_COUNTS),
    **register("governance:risk-", OFFICER, matters.risk, readers=OF_COUNTS),
    **register("governance:scale-", OFFICER, matters.scale, readers=OF_COUNTS),
    **register("governance:measure-", OFFICER, matters.measure, readers=OF_COUNTS),
    **register(
        "governance:milestone-",
        OFFICER,
        matters.milestone,
        readers=OF_COUNTS,
        within=matters.development,
    ),
    **register(
        "governance:meeting-", OFFICER, matters.meeting, readers=OF_COUNTS, within=matters.forum
    ),
    **register(
        "governance:rating-", OFFICER, matters.rating, readers=OF_COUNTS, within=matters.risk
    ),
    **register(
        "governance:value-", OFFICER, matters.value, readers=OF_COUNTS, within=matters.measure
    ),
    **register(
        "governance:target-", OFFICER, matters.target, readers=OF_COUNTS, within=matters.measure
    ),
    **register(
        "governance:commentary-",
        OFFICER,
        matters.commentary,
        readers=OF_COUNTS,
        within=matters.measure,
    ),
    **register(
        "governance:relation-", OFFICER, matters.relation, readers=OF_COUNTS, within=matters.measure
    ),
    "sitemap": Page("200 200 200 200 200 200 200 200"),
    "sitemap-pages": Page("200 200 200 200 200 200 200 200"),
    "feeds:site-map": Page("200 200 200 200 200 200 200 200", issued_papers),
    "feeds:feed": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:series-papers": Page("200 200 200 200 200 200 200 200", issued_series),
    "feeds:series-feed": Page("200 200 200 200 200 200 200 200", issued_series),
    "feeds:committee-feed": Page("200 200 200 200 200 200 200 200", issued_committee),
    "feeds:follow": Page("200 200 200 200 200 200 200 200", issued_papers),
    "feeds:follow-asked": Page("200 200 200 200 200 200 200 200", issued_papers),
    "feeds:follow-stopped": Page("200 200 200 200 200 200 200 200", issued_papers),
    "feeds:follow-confirm": Page("200 200 200 200 200 200 200 200", following_asked_for),
    "feeds:follow-yours": Page("200 200 200 200 200 200 200 200", following),
    "publication:search": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:search-suggestions": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:accessibility": Page("200 200 200 200 200 200 200 200", a_council),
    "publication:privacy": Page("200 200 200 200 200 200 200 200", a_council),
    # Of a council that has chosen neither.
    "publication:colours": Page("404 404 404 404 404 404 404 404", a_council),
    "publication:mark": Page("404 404 404 404 404 404 404 404", a_council),
    "publication:council": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:issued": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:corrections": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:public-commitments": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:public-recommendations": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:public-commitment": Page("200 200 200 200 200 200 200 200", public_commitment),
    "publication:public-recommendation": Page(
        "200 200 200 200 200 200 200 200", public_recommendation
    ),
    "open_data:openapi": Page("200 200 200 200 200 200 200 200"),
    "open_data:data-papers": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:history-fingerprints": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:ledger": Page("200 200 200 200 200 200 200 200", issued_papers),
    "open_data:ledger-json": Page("200 200 200 200 200 200 200 200", issued_papers),
    "open_data:ledger-csv-metadata": Page("200 200 200 200 200 200 200 200", issued_papers),
    "open_data:ledger-csv": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:figures": Page("200 200 200 200 200 200 200 200", issued_papers),
    "open_data:every-json": Page("200 200 200 200 200 200 200 200", issued_papers),
    "open_data:every-csv": Page("200 200 200 200 200 200 200 200", issued_papers),
    "open_data:every-csv-metadata": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:figure-series": Page("200 200 200 200 200 200 200 200", printed),
    "open_data:figure-series-json": Page("200 200 200 200 200 200 200 200", printed),
    "open_data:figure-series-csv": Page("200 200 200 200 200 200 200 200", printed),
    "open_data:figure-series-csv-metadata": Page("200 200 200 200 200 200 200 200", printed),
    # Of one value there is no chart.
    "publication:figure-series-picture": Page("404 404 404 404 404 404 404 404", printed),
    "publication:figure-member-picture": Page("404 404 404 404 404 404 404 404", printed_member),
    "publication:figure-series-png": Page("404 404 404 404 404 404 404 404", printed),
    "publication:figure-member-png": Page("404 404 404 404 404 404 404 404", printed_member),
    "publication:figure-member": Page("200 200 200 200 200 200 200 200", printed_member),
    "open_data:figure-member-json": Page("200 200 200 200 200 200 200 200", printed_member),
    "open_data:figure-member-csv": Page("200 200 200 200 200 200 200 200", printed_member),
    "open_data:figure-member-csv-metadata": Page("200 200 200 200 200 200 200 200", printed_member),
    "publication:compare": Page("200 200 200 200 200 200 200 200", issued_paper),
    "publication:compare-reports": Page("200 200 200 200 200 200 200 200", issued_papers),
    "publication:compare-editions": Page("200 200 200 200 200 200 200 200", two_editions),
    "open_data:data-edition": Page("200 200 200 200 200 200 200 200", edition),
    "open_data:figure-json": Page("200 200 200 200 200 200 200 200", figure),
    "open_data:figure-csv": Page("200 200 200 200 200 200 200 200", figure),
    "open_data:figure-csv-metadata": Page("200 200 200 200 200 200 200 200", figure),
    "open_data:current-figure-json": Page("200 200 200 200 200 200 200 200", current_figure),
    "open_data:current-figure-csv": Page("200 200 200 200 200 200 200 200", current_figure),
    "open_data:current-figure-csv-metadata": Page(
        "200 200 200 200 200 200 200 200", current_figure
    ),
    "publication:paper": Page("200 200 200 200 200 200 200 200", issued_paper),
    "publication:current-figure": Page("200 200 200 200 200 200 200 200", current_figure),
    "publication:edition": Page("200 200 200 200 200 200 200 200", edition),
    "publication:figure": Page("200 200 200 200 200 200 200 200", figure),
    "publication:file": Page("200 200 200 200 200 200 200 200", edition_file),
    "published:exempt-readers": Page("302 403 403 403 200 403 403 404", draft),
    "published:exempt": Page("302 404 404 200 404 404 404 404", exempt_annex),
    "publication:offline": Page("200 200 200 200 200 200 200 200"),
    "publication:offline-worker": Page("200 200 200 200 200 200 200 200"),
    "publication:notes": Page("302 200 200 200 200 200 200 200"),
    "publication:notes-export": Page("302 200 200 200 200 200 200 200"),
    # Nobody finds another's note, whatever else they may do.
    "publication:note": Page("302 404 404 404 404 404 404 404", note),
    "publication:note-remove": Page("302 404 404 404 404 404 404 404", note),
    "publication:note-on": Page("302 200 200 200 200 200 200 404", noted_place),
    **register("surveys:", OFFICER, surveys.survey, readers=OF_COUNTS),
    **register(
        "surveys:question-", OFFICER, surveys.question, readers=OF_COUNTS, within=surveys.survey
    ),
    **register("surveys:wave-", OFFICER, surveys.wave, readers=OF_COUNTS, within=surveys.survey),
    **register("surveys:answer-", OFFICER, surveys.answer, readers=OF_COUNTS, within=surveys.wave),
    "surveys:enter": Page("302 403 200 403 403 403 403 404", made_by(surveys.wave)),
    "surveys:claims": Page("302 403 200 200 200 403 403 404", made_by(surveys.survey)),
    "editor:list": Page("302 403 403 200 200 403 403 200"),
    "editor:start": Page("302 403 403 403 200 403 403 200"),
    "report_templates:report-templates": Page(f"{KEEPERS} 200"),
    "report_templates:template-file": Page(f"{KEEPERS} 200"),
    "report_templates:template-example": Page(f"{KEEPERS} 200", an_example),
    "report_templates:start-template": Page(f"{KEEPERS} 200", an_example),
    "report_templates:report-template": Page(f"{KEEPERS} 404", own_template),
    "report_templates:copy-template": Page(f"{KEEPERS} 404", own_template),
    "report_templates:template-data": Page(f"{KEEPERS} 404", own_template),
    "report_templates:template-title": Page(f"{KEEPERS} 404", own_template),
    "report_templates:withdraw-template": Page(f"{KEEPERS} 404", own_template),
    "report_templates:bring-template-back": Page("302 403 403 403 405 403 405 405", own_template),
    "report_templates:template-numbering": Page(f"{KEEPERS} 404", own_template),
    "report_templates:template-words": Page(f"{KEEPERS} 404", own_template),
    "report_templates:add-part": Page(f"{KEEPERS} 404", own_template),
    "report_templates:add-date": Page(f"{KEEPERS} 404", own_template),
    "report_templates:template-part": Page(f"{KEEPERS} 404", own_part),
    "report_templates:move-part": Page("302 403 403 403 405 403 405 405", own_part),
    "report_templates:remove-part": Page(f"{KEEPERS} 404", own_part),
    "report_templates:preview-template": Page("302 403 403 403 200 403 403 404", own_template),
    "report_templates:template-quotable": Page(f"{KEEPERS} 404", own_template),
    "report_templates:template-tokens": Page("302 403 403 403 405 403 405 405", own_template),
    "report_templates:add-text": Page(f"{KEEPERS} 404", own_new_text),
    "report_templates:template-text": Page(f"{KEEPERS} 404", standing_text),
    "report_templates:preview-text": Page("302 403 403 403 405 403 405 405", own_preview),
    "report_templates:move-text": Page(f"{KEEPERS} 404", standing_text),
    "report_templates:part-writer": Page(f"{KEEPERS} 404", own_writer),
    "report_templates:remove-writer": Page(f"{KEEPERS} 404", own_writer),
    "report_templates:template-date": Page(f"{KEEPERS} 404", own_date),
    "report_templates:remove-standing": Page(f"{KEEPERS} 404", standing_text),
    "report_templates:standing-block": Page("302 403 403 403 200 403 404 404", block),
    "report_templates:remove-date": Page(f"{KEEPERS} 404", own_date),
    "conversion:import": Page("302 403 403 403 200 403 403 200"),
    "conversion:import-make": Page("302 403 403 403 200 403 403 200"),
    "editor:definition": Page("302 403 403 403 200 403 403 404", live_figure),
    "editor:section": Page("302 403 403 200 200 403 403 404", block),
    "editor:mark-section": Page("302 403 403 403 200 403 403 404", section),
    "editor:keep-sentence": Page("302 403 403 403 200 403 403 404", empty_part),
    "editor:draft": Page("302 403 403 200 200 403 403 404", draft),
    "approvals:preview": Page("302 403 403 200 200 403 403 404", draft),
    "approvals:draft-pdf": Page("302 403 403 200 200 403 403 404", draft),
    "approvals:draft-pdf-wait": Page("302 403 403 200 200 403 403 404", draft),
    "approvals:make-draft-pdf": Page("302 403 403 405 405 403 403 405", draft),
    "approvals:restricted": Page("302 403 403 200 403 403 403 404", draft),
    "approvals:restricted-pdf": Page("302 403 403 200 403 403 403 404", draft),
    "editor:add-several": Page("302 403 403 403 200 403 403 404", draft),
    "publication:background": Page("200 200 200 200 200 200 200 200", background),
    "publication:background-copy": Page("200 200 200 200 200 200 200 200", background),
    "editor:enclosed": Page("302 403 403 200 200 403 403 404", draft),
    "editor:enclose-background": Page("302 403 403 403 200 403 403 404", draft),
    "editor:enclose-annex": Page("302 403 403 403 200 403 403 404", draft),
    "editor:withdraw-enclosed": Page("302 403 403 403 200 403 403 404", enclosed),
    "editor:enclosed-copy": Page("302 403 403 200 200 403 403 404", enclosed),
    "editor:enclosed-form": Page("302 403 403 302 302 403 403 404", enclosed),
    "editor:details": Page("302 403 403 403 200 403 403 404", draft),
    "editor:parts": Page("302 403 403 403 200 403 403 404", draft),
    "editor:dates": Page("302 403 403 403 200 403 403 404", draft),
    "editor:headlines": Page("302 403 403 403 302 403 403 404", draft),
    "report-job": Page("302 403 403 200 200 403 403 404", draft),
    "ask-for-record": Page("302 403 403 403 405 403 403 405", draft),
    "count-censuses": Page("302 403 403 403 405 403 403 405", draft),
    "editor:next": Page("302 403 403 403 200 403 403 404", draft),
    "editor:carried": Page("302 403 403 403 200 403 403 404", carried),
    "editor:carried-numbers": Page("302 403 403 403 200 403 403 404", carried_section),
    "editor:carried-section": Page("302 403 403 403 200 403 403 404", carried_section),
    "editor:commitments": Page("302 403 403 403 200 403 403 404", with_promises),
    "editor:answer": Page("302 403 403 403 200 403 403 404", answer),
    "editor:decisions": Page("302 403 403 403 200 403 403 404", decisions),
    **register("editor:commitment-", CLERK, promised.commitment, readers=OF_DRAFTS),
    "editor:commitment-xlsx": Page("302 403 403 200 200 403 403 200"),
    "editor:add-block": Page("302 403 403 403 200 403 403 404", draft_and_kind),
    "editor:preview-block": Page("302 403 403 403 405 403 403 405", draft_and_kind),
    "editor:quote": Page("302 403 403 403 200 403 403 200"),
    "editor:quote-register": Page(
        "302 403 403 403 200 403 403 200", lambda council: ["audit_rounds"]
    ),
    "editor:quote-record": Page(
        "302 403 403 403 200 403 403 404",
        lambda council: ["audit_round", audits.audit_round(council=council).pk],
    ),
    "editor:quotable": Page("302 403 403 403 200 403 403 404", draft),
    "editor:quotable-number": Page("302 403 403 403 200 403 403 404", draft),
    "editor:tokens": Page("302 403 403 403 405 403 403 405", draft),
    "editor:offers": Page("302 403 403 403 200 403 403 404", draft_and_kind),
    "editor:ways": Page("302 403 403 403 404 403 403 404", draft),
    "editor:settle": Page("302 403 403 403 200 403 403 404", draft),
    "editor:sources": Page("302 403 403 403 200 403 403 404", draft),
    "editor:source": Page("302 403 403 403 200 403 403 404", source),
    "editor:keep-words": Page("302 403 403 403 405 403 403 405", draft_and_kind),
    "editor:block": Page("302 403 403 403 200 403 403 404", block),
    "editor:block-beside": Page("302 403 403 403 200 403 403 404", block),
    "editor:block-menu": Page("302 403 403 403 200 403 403 404", block),
    "editor:move-block": Page("302 403 403 403 200 403 403 404", block),
    "editor:remove-block": Page("302 403 403 403 200 403 403 404", block),
    "editor:versions": Page("302 403 403 200 200 403 403 404", draft),
    "editor:remarks": Page("302 403 403 200 200 403 403 404", draft),
    "editor:answer-remark": Page("302 403 403 200 200 403 403 404", remark),
    "editor:settle-remark": Page("302 403 403 405 405 403 403 405", remark),
    "editor:remark": Page("302 403 403 200 200 403 403 404", block),
    "contributions:contributions": Page("302 403 403 200 200 403 403 404", draft),
    "contributions:ask-section": Page("302 403 403 403 200 403 403 404", draft),
    "contributions:ask-writers": Page("302 403 403 403 200 403 403 404", draft),
    "contributions:look-at": Page("302 403 403 403 200 403 403 404", contribution_request),
    "contributions:send-back": Page("302 403 403 403 200 403 403 404", contribution_request),
    "contributions:ask-due": Page("302 403 403 403 200 403 403 404", contribution_request),
    "contributions:withdraw-ask": Page("302 403 403 403 405 403 403 405", contribution_request),
    "contributions:ask-again": Page("302 403 403 403 405 403 403 405", contribution_request),
    "contributions:make-link": Page("302 403 403 403 405 403 403 405", contribution_request),
    "contributions:asked-word": Page("302 403 403 403 200 403 403 404", contribution_request),
    "contributions:asked-read": Page("302 403 403 403 200 403 403 404", contribution_request),
    "contributions:contribution-word": Page("302 404 404 404 404 404 404 404", own_section),
    "contributions:contribution-read": Page("302 404 404 404 404 404 404 404", own_section),
    "contributions:by-link-word": Page("200 200 200 200 200 200 200 200", link),
    "contributions:by-link-read": Page("200 200 200 200 200 200 200 200", link),
    "contributions:contribution": Page("302 404 404 404 404 404 404 404", own_section),
    "contributions:contribution-keep": Page("302 405 405 405 405 405 405 405", own_section),
    "contributions:contribution-show": Page("302 405 405 405 405 405 405 405", own_section),
    "contributions:by-link": Page("200 200 200 200 200 200 200 200", link),
    "contributions:by-link-keep": Page("405 405 405 405 405 405 405 405", link),
    "contributions:by-link-show": Page("405 405 405 405 405 405 405 405", link),
    "verdicts:checks": Page("302 403 403 200 200 403 403 404", draft),
    "verdicts:pass-over": Page("302 403 403 403 405 403 403 405", draft),
    "verdicts:pass-over-all": Page("302 403 403 403 405 403 403 405", draft),
    "verdicts:look-again": Page("302 403 403 403 405 403 403 405", draft),
    "verdicts:mend": Page("302 403 403 403 405 403 403 405", draft),
    "verdicts:rules": Page("302 403 403 200 200 403 403 200"),
    "verdicts:kept-rules": Page("302 403 403 403 403 403 200 200"),
    "verdicts:turn-rule-off": Page("302 403 403 403 403 403 200 200", a_rule),
    "verdicts:turn-rule-on": Page("302 403 403 403 403 403 405 405", a_rule),
    "approvals:send": Page("302 403 403 403 200 403 403 404", draft),
    "approvals:take-back": Page("302 403 403 403 200 403 403 404", draft),
    "approvals:approve": Page("302 403 403 200 403 403 403 404", draft),
    "approvals:clearance": Page("302 403 403 200 200 403 403 404", an_entry),
    "approvals:keep-clearance": Page("302 403 403 405 405 403 403 405", an_entry),
    "approvals:clearance-tokens": Page("302 403 403 405 405 403 403 405", an_entry),
    "approvals:clearance-quotable": Page("302 403 403 403 403 403 403 404", an_entry),
    "approvals:clearance-number": Page("302 403 403 403 403 403 403 404", an_entry),
    "approvals:ask-clearances": Page("302 403 403 403 405 403 403 405", draft),
    "approvals:remind-clearance": Page("302 403 403 403 405 403 403 405", draft),
    "approvals:small-numbers": Page("302 403 403 200 200 403 403 404", draft),
    "approvals:release-number": Page("302 403 403 405 403 403 403 405", draft),
    "approvals:end-release": Page(
        "302 403 403 405 403 403 403 405", lambda council: [*draft(council), 1]
    ),
    "approvals:return": Page("302 403 403 200 403 403 403 404", draft),
    "approvals:return-paragraphs": Page("302 403 403 200 403 403 403 404", draft),
    "issue:issue": Page("302 403 403 403 200 403 403 404", draft),
    "issue:issue-state": Page("302 403 403 403 200 403 403 404", draft),
    "issue:hour": Page("302 403 403 403 200 403 403 404", draft),
    "issue:correct": Page("302 403 403 403 200 403 403 404", draft),
    "issue:draft-committee-files": Page("302 403 403 200 200 403 403 404", draft),
    "issue:committee-files": Page("302 403 403 200 200 403 403 404", edition_to_file),
    "issue:exempt-files": Page("302 404 404 200 404 404 404 404", exempt_edition),
    "issue:give-up-correction": Page("302 403 403 403 200 403 403 404", draft),
    "issue:correction": Page("302 403 403 403 200 403 403 404", draft),
    "published:bundle": Page("200 200 200 200 200 200 200 200", bundle),
    "published:bundle-file": Page("200 200 200 200 200 200 200 200", bundle_file),
    "published:issued-checked": Page("302 200 200 200 200 200 200 200"),
    "published:certificate": Page("302 200 200 200 200 200 200 404", site_check),
    "published:check-issued": Page("302 403 403 403 405 403 405 405"),
    "published:write-again": Page("302 403 403 403 405 403 405 405"),
    "issue:removals": Page("302 403 403 403 200 403 200 200"),
    "issue:remove-edition": Page("302 403 403 403 200 403 200 404", published),
    "issue:decide-removal": Page("302 403 403 403 200 403 200 404", made_by(papers.remove_edition)),
    "approvals:early": Page("302 404 404 404 404 404 404 404", early_reader),
    "approvals:early-pdf": Page("302 404 404 404 404 404 404 404", early_reader),
    "approvals:early-link": Page("403 403 403 403 403 403 403 403", early_link),
    "approvals:early-link-pdf": Page("403 403 403 403 403 403 403 403", early_link),
    "approvals:early-readers": Page("302 403 403 403 200 403 403 404", draft),
    "approvals:end-early-reader": Page("302 403 403 403 405 403 403 405", listed_reader),
    "approvals:early-reader-link": Page("302 403 403 403 405 403 403 405", listed_reader),
    "approvals:outside": Page("200 200 200 200 200 200 200 200", outside_link),
    "approvals:outside-pdf": Page("200 200 200 200 200 200 200 200", outside_link),
    "approvals:outside-thanks": Page("200 200 200 200 200 200 200 200"),
    "approvals:outside-list-of": Page("302 403 403 403 200 403 403 404", draft),
    "approvals:ask-outside-again": Page("302 403 403 403 405 403 403 405", asked_outside),
    "approvals:end-outside": Page("302 403 403 403 405 403 403 405", asked_outside),
    "approvals:outside-link": Page("302 403 403 403 405 403 403 405", asked_outside),
    "issue:emergency": Page("302 403 403 403 200 403 403 404", draft),
    "issue:look-again-at": Page("302 403 403 200 403 403 403 404", made_by(papers.emergency_issue)),
    "publication:other-format": Page("200 200 200 200 200 200 200 200", a_council),
    "publication:other-format-asked": Page("200 200 200 200 200 200 200 200", a_council),
    "published:other-format-list": Page("302 403 403 403 200 403 403 200"),
    "published:other-format-record": Page(
        "302 403 403 403 200 403 403 404", made_by(readers.format_request)
    ),
    **register("editor:committee-", KEEPERS, papers.committee, pages="list csv add record"),
    **register("editor:meeting-", KEEPERS, papers.meeting, pages="list csv add record change"),
    **register("editor:election-", KEEPERS, papers.election),
    **register("editor:closure-", KEEPERS, closures.closure),
    **register("editor:series-", KEEPERS, papers.series, pages="list csv add record change"),
    **register(
        "approvals:approver-", KEEPERS, papers.approval_rule, pages="list csv add record change"
    ),
    "approvals:approver-xlsx": Page("302 403 403 403 200 403 200 200"),
    "approvals:sign-off": Page("302 403 403 403 200 403 403 404", draft),
    "approvals:take-later": Page("302 403 403 403 200 403 403 404", draft),
    "editor:house-words-several": Page("302 403 403 403 200 403 200 200"),
    **register("editor:house-word-", KEEPERS, papers.house_word),
    **register(
        "editor:abbreviation-", CLERK, papers.abbreviation, pages="list csv add record change"
    ),
}

# A list that can be had as CSV can be had as a workbook by the same people: one decision.
PAGES |= {
    name.removesuffix("csv") + "xlsx": page
    for name, page in PAGES.items()
    if name.endswith("csv") and name.removesuffix("csv") + "list" in PAGES
}
