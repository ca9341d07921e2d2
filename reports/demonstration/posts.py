"""The directory of posts of the demonstration's councils, who holds them, and records that name
them by their titles.
"""

from datetime import date

from django.utils.text import slugify

from assurance.dbs.operations import breaches
from assurance.improvement import operations as improvements
from assurance.people import operations as people
from assurance.people.models.posts import Post
from assurance.records.history import CommandLine
from assurance.runtime.typography import straight
from reports.demonstration import texts

BY = CommandLine("load_demonstration")
# What a file calls the title of a post → the field that holds the post.
FIELDS = {
    "owner_role": "owner",
    "checked_by_role": "checker",
    "auditor_role": "auditor",
    "moderator_role": "moderator",
    "lead_role": "lead",
    "approved_by": "approver",
    "closed_by_role": "closer",
    "chair_role": "chair",
    "post_role": "post",
    "speaker_role": "speaker",
}

SINCE = date(2015, 1, 1)
DEPARTMENT = "Children and Learning"
# Title → department, where it is another, and first day, where it is later.
POSTS = {
    "Assistant Director, Children's Social Care": {},
    "Business Manager, Children's Trust": {},
    "Business Manager, Safeguarding Board": {},
    "Chief Executive": {"department": "Chief Executive's Office"},
    "Director of Children's Services": {},
    "Executive Member for Children": {"department": "Executive"},
    "Group Manager": {},
    "Group Manager, Child in Need Service": {},
    "Group Manager, Disabled Children": {},
    "Group Manager, Leaving Care": {},
    "Group Manager, Looked-After Children": {},
    "Group Manager, Quality Assurance": {"from_date": date(2016, 9, 5)},
    "Group Manager, Referral and Assessment": {},
    "Head of Democratic Services": {"department": "Governance"},
    "Head of Information Systems": {"department": "Resources"},
    "Head of Legal Services": {"department": "Governance"},
    "Head of Looked-After Children": {},
    "Head of Performance": {},
    "Head of Quality Assurance and Principal Social Worker": {"from_date": date(2019, 6, 3)},
    "Head of Workforce": {"department": "Resources"},
    "Independent Reviewing Officer": {},
    "Practice Manager": {},
    "Practice Manager, East locality": {},
    "Practice Manager, North locality": {},
    "Practice Manager, West locality": {},
    "Principal Social Worker": {},
    "Senior Solicitor": {"department": "Governance"},
    "Vice-Chair of the scrutiny committee": {"department": "Scrutiny"},
}


def listed(but: set[str]) -> list[dict]:
    """The fields of each post of the directory, `but` those of these slugs."""
    usual = {"department": DEPARTMENT, "from_date": SINCE}
    rows = [
        {**usual, **own, "slug": slugify(title), "title": title} for title, own in POSTS.items()
    ]
    return [row for row in rows if row["slug"] not in but]


def directory(council, accounts, name: str, on: date) -> dict[str, Post]:
    """Title, with the marks of a keyboard, → post of every post of a council's directory;
    `accounts` hold theirs from the day that the file says."""
    posts = {straight(post.title): post for post in Post.objects.of(council)}
    for item in texts.read("directory")[name]:
        who = {"account": accounts[item["account"]], "by": BY, "on": on}
        first = date.fromisoformat(item["from_date"])
        people.hand_over(post=posts[item["title"]], from_date=first, **who)
    return posts


def with_posts(posts: dict[str, Post], fields: dict) -> dict:
    """The fields with posts in place of titles; raises `KeyError` at a title that the directory has
    not got."""
    named = {
        FIELDS[name]: posts[title] for name, title in fields.items() if name in FIELDS and title
    }
    return {name: value for name, value in fields.items() if name not in FIELDS} | named


def change_action(founded, action, fields, on: date):
    """Changes an action as its owner and its checker do: one who marks it as done, and who holds
    the checker's post closes it."""
    who = {"by": founded.accounts["officer"], "on": on}
    if fields.get("status") != "done":
        why = fields.pop("status_reason", REPORTED)
        values = {"status_reason": why, **fields, **who}
        return improvements.change_action(record=action, version=action.version, **values)
    values = {"evidence": fields["evidence"], "finished_on": fields["done_on"]}
    marked = improvements.mark_done(record=action, version=action.version, **values, **who)
    checker = fields["checker"]
    values = {"record": marked, "version": marked.version, "checker": checker}
    return improvements.confirm_done(**values, by=checker.holder_on(on).account, on=on)


def record_breach(founded, fields, on: date):
    """Records a breach as an officer does, and closes one that is closed as who holds the closing
    post does."""
    fields = with_posts(founded.posts, fields)
    closing = {name: fields.pop(name, None) for name in ("closed_on", "closer")}
    own = {"council": founded.council, "by": founded.accounts["officer"], "on": on}
    breach = breaches.record_breach(**own, **fields)
    if closing["closed_on"]:
        _close(breach, closing, on)
    return breach


def put_right(founded, breach, fields, on: date):
    """Records how a breach was put right as an officer does, and closes it as the holder of the
    closing post; `fields` have posts already."""
    closing = {name: fields.pop(name) for name in ("closed_on", "closer")}
    who = {"by": founded.accounts["officer"], "on": on}
    breach = breaches.change_breach(record=breach, version=breach.version, **fields, **who)
    _close(breach, closing, on)


def _close(breach, closing, on):
    by = closing["closer"].holder_on(on).account
    breaches.close_breach(record=breach, version=breach.version, **closing, by=by, on=on)


REPORTED = "As its owner reported to the board."
