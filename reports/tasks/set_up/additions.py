"""What each form of the set-up adds, by the operations of its subjects: all of it or nothing."""

from contextlib import contextmanager

from django.utils.text import slugify

from assurance.accounts import operations as accounts
from assurance.accounts.access import Role
from assurance.audits import operations as audits
from assurance.dbs.operations import policies
from assurance.figures.policies.operations import enter_policy
from assurance.figures.small_numbers import SMALLEST_BASE
from assurance.meetings.models.meetings import Meeting
from assurance.people.models.people import Cohort
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from assurance.people.operations import hand_over
from assurance.public_pages.models.contacts import ChildContact
from assurance.public_pages.models.statements import AccessibilityStatement, PrivacyNotice
from assurance.records import operations
from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.typography import folded
from reports.approvals.models.approvals import WHOLE
from reports.approvals.operations.requirements import add_approval_rule
from reports.papers.models.templates import Series
from reports.papers.operations import templates

IN_POST = "{} is in this post: enter another post, or hand it over on the page of the post"


def add_teams(form, **own):
    """The teams of a `TeamsForm`; `own` are council, by and on, as in all that follow."""
    since = form.cleaned_data["from_date"]
    for service, name in form.cleaned_data["teams"]:
        with refusals_at("teams", name):
            fields = {"service": service, "name": name, "from_date": since}
            operations.create(model=Team, **fields, **own)


def add_posts(form, **own):
    """The posts of a `PostsForm`."""
    since = form.cleaned_data["from_date"]
    for title in form.cleaned_data["posts"]:
        with refusals_at("posts", title):
            fields = {"title": title, "slug": slugify(title)[:60], "from_date": since}
            operations.create(model=Post, **fields, **own)


def add_accounts(form, **own):
    """The accounts of an `AccountsForm`, each with its post, and the post and further role of who
    adds them."""
    users = []
    if title := form.cleaned_data.get("own_post"):
        with refusals_at("own_post", title):
            _hold_post(own["by"], title, **own)
    for number, person in enumerate(form.people, 1):
        title = person.pop("post")
        with refusals_at(f"email_{number}", person["email"]):
            grant = {"subject": "", "from_date": own["on"]}
            users.append(accounts.add_account(**person, **grant, **own))
        if title:
            with refusals_at(f"post_{number}", title):
                _hold_post(users[-1], title, **own)
    if form.cleaned_data.get("own"):
        role = {"role": Role.CLERK, "subject": "", "from_date": own["on"]}
        accounts.add_grant(user=own["by"], by=own["by"], on=own["on"], **role)
    return users


def add_committee(form, **own):
    """The committee, meetings and series of a `CommitteeForm`."""
    fields = form.cleaned_data
    body = fields.get("committee") or _new_committee(form, **own)
    for meeting in form.meetings():
        with refusals_at("first_on", f"{meeting['date']:%-d %B %Y}"):
            operations.create(model=Meeting, committee=body, **meeting, **own)
    if "series" in fields:
        title = {"title": fields["series"], "slug": slugify(fields["series"])[:60]}
        rest = {name: fields[name] for name in ("interval", "decision")}
        with refusals_at("series", fields["series"]):
            operations.create(model=Series, committee=body, **title, **rest, **own)


def add_template(form, **own):
    """The report template of a `TemplateForm`."""
    templates.start_report_template(**form.template(), **own)


def add_approvers(form, **own):
    """The lines of the rule of an `ApproversForm`, from today on."""
    usual = {"template": None, "called": "", "scope": WHOLE, "to_date": None}
    for kind, account in form.approvers():
        with refusals_at(kind, account.name):
            lines = {"kind": kind, "approver": account, "from_date": own["on"], "deputy": None}
            days = {"deputy_from": None, "deputy_to": None}
            add_approval_rule(**usual, **lines, **days, **own)


def add_contact(form, **own):
    """The contact of a `ContactForm`."""
    operations.create(model=ChildContact, **form.values_to_save(), **own)


def add_accessibility(form, **own):
    """The statement of an `AccessibilityForm`."""
    operations.create(model=AccessibilityStatement, **form.values_to_save(), **own)


def add_privacy(form, **own):
    """The notice of a `PrivacyForm`."""
    operations.create(model=PrivacyNotice, **form.values_to_save(), **own)


def add_populations(form, **own):
    """The populations of a `PopulationsForm`; the first of a kind is its usual one."""
    for fields in form.populations():
        rows = Cohort.objects.of(own["council"]).filter(kind=fields["kind"], usual=True)
        days = {"from_date": form.cleaned_data["from_date"], "usual": not rows.exists()}
        with refusals_at("", fields["title"]):
            operations.create(model=Cohort, **fields, **days, **own)


def add_grades(form, **own):
    """The scale of a `GradesForm`."""
    audits.add_grade_scale(**form.values_to_save(), **own)


def add_policy(form, **own):
    """The re-check policy of a `PolicyForm`."""
    policies.record_policy(**form.values_to_save(), **own)


def add_small_numbers(form, **own):
    """The policies of a `SmallNumbersForm`, which hold once another administrator approves them."""
    fields = form.cleaned_data
    rest = {"from_date": fields["from_date"], "minute": fields["minute"], "nought_shown": True}
    for counted, _text in form.counted:
        most = fields[counted]
        numbers = {"threshold": most, "smallest_base": max(SMALLEST_BASE, most + 1)}
        with refusals_at(counted, ""):
            enter_policy(counted=counted, **numbers, **rest, **own)


@contextmanager
def refusals_at(field, name):
    """Names the entry that is refused inside, at the form's own field."""
    try:
        yield
    except Refused as refused:
        text = f"“{name}”: {refused.sentence}" if name else refused.sentence
        raise Refused(text, field) from refused


def _hold_post(user, title, *, council, by, on):
    """Gives an account the post of this title, and adds the post that is not there; refuses one
    that another account is in. Without a post no one approves a record of another."""
    rows = Post.objects.of(council).on(on)
    post = next((row for row in rows if folded(row.title) == folded(title)), None)
    if post is None:
        fields = {"title": title, "slug": "", "from_date": on}
        post = operations.create(model=Post, council=council, by=by, on=on, **fields)
    holder = post.holder_on(on)
    refuse_if(IN_POST.format(holder.account) if holder else None)
    hand_over(post=post, account=user, from_date=on, by=by, on=on)


def _new_committee(form, **own):
    title = form.cleaned_data["title"]
    with refusals_at("title", title):
        return templates.add_committee(title=title, slug=slugify(title)[:60], **own)
