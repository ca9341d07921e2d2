"""What is done with posts beside changing one row: handing one over, being away."""

from datetime import date, timedelta

from django.db import transaction

from assurance.people import rules
from assurance.people.models.holders import Absence, PostHolder
from assurance.people.models.posts import Post
from assurance.records import history, operations, writes
from assurance.records.personal import Personal
from assurance.records.record import checked_fields, locked
from assurance.records.refusals import Refused, refuse_if


@transaction.atomic
def hand_over(*, post: Post, account, from_date, to_date=None, by, on) -> Post:
    """Lets `account` hold `post` from `from_date`, for the time being where there is a `to_date`;
    who holds it until then holds it to the day before, and an absence ends with that. Refuses what
    `rules.why_not_hand_over` and the faults of a holder say."""
    post = locked(Post, post.pk)
    before = post.holder_on(from_date)
    field, sentence = rules.why_not_hand_over(post, before, account, from_date) or ("", None)
    refuse_if(sentence, field)
    changes = ()
    if before:
        last = from_date - timedelta(days=1)
        for absence in before.absences.filter(from_date__lte=last, to_date__gt=last):
            end_absence(absence=absence, last=last, by=by, on=on)
        changes = writes.update(before, {"to_date": last})
    holder = PostHolder(council=post.council, post=post)
    fields = {"account": account, "from_date": from_date, "to_date": to_date}
    try:
        fields = checked_fields(holder, {**fields, "interim": to_date is not None})
    except Refused as refused:
        raise Refused(refused.sentence, FORM_FIELDS.get(refused.field, "")) from refused
    changes = (*changes, *writes.insert(holder, fields, on=on))
    history.record("posts.hand_over", about=post, by=by, on=on, changes=changes)
    return post


@transaction.atomic
def end_absence(*, absence: Absence, last: date, by, on) -> Absence:
    """Ends `absence`, which began by `last`, on that date, the last of its holder in the post."""
    absence = locked(Absence, absence.pk)
    changes = writes.update(absence, {"to_date": last})
    history.record("absences.change", about=absence, by=by, on=on, changes=changes)
    return absence


FORM_FIELDS = {"from_date": "on", "to_date": "until", "account": "account"}


@transaction.atomic
def be_away(*, holder: PostHolder, by, on, **fields) -> Absence:
    """Records that `holder` is away; refuses anybody's post but that of `by`."""
    refuse_if(None if holder.account_id == by.pk else rules.NOT_YOURS)
    return operations.create(
        model=Absence, council=holder.council, holder=holder, by=by, on=on, **fields
    )


# A post that a file names may have been there as early as any record.
SINCE = date(2000, 1, 1)


@transaction.atomic
def add_posts(*, council, titles, by, on) -> list[Post]:
    """Adds a post for each of `titles`, there since long ago and held by nobody; one row of history
    tells of all. Refuses what the faults of a post say, naming it."""
    made = []
    for title in titles:
        post = Post(council=council)
        try:
            fields = checked_fields(post, {"title": title, "slug": "", "from_date": SINCE})
        except Refused as refused:
            raise Refused(f"“{title}”: {refused.sentence}") from refused
        writes.insert(post, fields, on=on)
        made.append(post)
    after = {"posts": [post.title for post in made]}
    changes = history.changes({}, after, {"posts": Personal.NONE})
    history.record("posts.add_several", about=council, by=by, on=on, changes=changes)
    return made
