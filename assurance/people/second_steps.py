"""Why a reader may not take a step that is taken for a post, on the page of the record."""

from assurance.accounts import history_page
from assurance.accounts.models.accounts import User
from assurance.people.models.posts import Post
from assurance.people.second_person_rules import NOT_IN_POST
from assurance.records.refusals import refuse_if
from assurance.runtime.periods import today

IN_NO_POST = (
    "You are in no post today, or recorded as away, so you cannot take this step: ask the person "
    "who keeps the directory of posts"
)


def refuse_other_post(post: Post, record, field: str, *, by: User, on) -> None:
    """Refuses, at `field`, a step on `record` that `by` takes for a `post` whose tasks are not
    theirs at `on`."""
    posts = Post.objects.of(record.council).held_by(by, on)
    refuse_if(None if post in posts else NOT_IN_POST, field)


def last_return(action, what: str):
    """The `HistoryLine` of the last return of an open action to its owner, which history calls
    `what`; None without, and once it is marked as done again."""
    if action.marked_done_on or action.done_on:
        return None
    return next(iter(history_page.about(action, what)), None)


def why_not_step(why_not: str | None, user: User) -> str | None:
    """The sentence `why_not` that refuses a step by `user`, or else that they are in no post, in
    whose name they would take it; None where they may."""
    if why_not:
        return why_not
    posts = Post.objects.of(user.council).held_by(user, today())
    return None if posts.exists() else IN_NO_POST
