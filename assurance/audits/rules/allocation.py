"""Who audits whose cases: a round's allocation rule held against its audits, post by post.

Each of the posts that a line names, or the post that it names in each team, audits so many cases of
its own team and so many of another team's, once in the round or in each stretch of so many months
of it (000 ¶14: one and one; 001 P¶39: two a month).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.runtime.digits import UNITS
from assurance.runtime.periods import When, months_after

MET, SHORT, UNDER_WAY, NOT_BEGUN = "Met", "Short", "Under way", "Not begun"
COLOURS = {MET: "green", SHORT: "red", UNDER_WAY: "yellow", NOT_BEGUN: "grey"}


@dataclass(frozen=True)
class Share:
    """What `post`, a title or a team's name, has audited, and what was due from it in the stretches
    begun by the day asked for."""

    post: str
    own_done: int
    own_due: int
    other_done: int
    other_due: int
    state: str

    @property
    def left(self):
        """How many audits were due from it and are not done."""
        return max(self.own_due - self.own_done, 0) + max(self.other_due - self.other_done, 0)

    @property
    def colour(self):
        """The tag's colour."""
        return COLOURS[self.state]


@dataclass(frozen=True)
class Doing:
    """One audit as the rule sees it: the round's key, the keys of the auditor's post and team (None
    where not said), whether it was of the auditor's own team, its day, and the title of the post.
    """

    round_id: int
    post_id: int
    own: bool
    team_id: int | None
    on: date
    post_title: str = ""


def stretches(start: date, end: date, every: int | None) -> list[When]:
    """The stretches of a round from `start` to `end`: the whole of it, or one for `every` so many
    calendar months, the last cut off at the round's end."""
    if not every:
        return [When(start, end)]
    result, place = [], 0
    while (first := months_after(start, place * every)) <= end:
        last = months_after(start, (place + 1) * every) - timedelta(1)
        result.append(When(first, min(last, end)))
        place += 1
    return result


def shares(line, round_, teams: Iterable, doings: Iterable[Doing], day: date) -> list[Share]:
    """The share of each of the posts of `line`, else of its post in each of `teams`, by the end of
    `day`."""
    mine = [doing for doing in doings if doing.on <= day and is_by(doing, line)]
    begun = [
        stretch
        for stretch in stretches(round_.start, round_.end, line.every_months)
        if stretch.start <= day
    ]
    posts = line.posts.all()
    groups = [(post, [item for item in mine if item.post_id == post.pk]) for post in posts] or [
        (team, [item for item in mine if item.team_id == team.pk]) for team in teams
    ]
    return [_share(line, str(of), done, begun, day) for of, done in groups]


def not_placed(line, doings: Iterable[Doing], day: date) -> int:
    """How many audits of another team's cases by the post of `line` do not say the auditor's team,
    which matters where each team has a share."""
    if line.posts.all():
        return 0
    return sum(is_by(doing, line) and doing.team_id is None and doing.on <= day for doing in doings)


def by_other_posts(lines, doings: Iterable[Doing], day: date) -> Counter[str]:
    """The titles of posts of which none of `lines` speaks, with how many audits each had done by
    the end of `day`."""
    done = [doing for doing in doings if doing.on <= day] if lines else []
    others = (audit for audit in done if not any(is_by(audit, line) for line in lines))
    return Counter(audit.post_title for audit in others)


def is_by(doing: Doing, line) -> bool:
    """Whether `line` speaks of the post that did an audit."""
    posts = {post.pk for post in line.posts.all()}
    if posts:
        return doing.post_id in posts
    return doing.post_id == line.post_id


def say_rule(own_team: int, other_team: int) -> str:
    """What a line asks of each post, within a sentence: “one case file of their own team and one of
    another team”."""
    parts = ((own_team, "their own team"), (other_team, "another team"))
    (first, whose), *others = [(number, team) for number, team in parts if number]
    files = "case file" if first == 1 else "case files"
    texts = [f"{_in_words(number)} of {team}" for number, team in others]
    return " and ".join([f"{_in_words(first)} {files} of {whose}", *texts])


def _in_words(number):
    return UNITS[number] if number < 10 else f"{number:,}"


def _share(line, post, doings, begun, day):
    own, other = ([doing.on for doing in doings if doing.own is which] for which in (True, False))
    return Share(
        post=post,
        own_done=len(own),
        own_due=line.own_team * len(begun),
        other_done=len(other),
        other_due=line.other_team * len(begun),
        state=_state(line, own, other, begun, day),
    )


def _state(line, own, other, begun, day):
    rows = [
        _within(own, item) >= line.own_team and _within(other, item) >= line.other_team
        for item in begun
    ]
    if not begun:
        return NOT_BEGUN
    if all(rows):
        return MET
    over = [is_kept for item, is_kept in zip(begun, rows, strict=True) if item.end < day]
    return UNDER_WAY if all(over) else SHORT


def _within(days, when):
    return sum(when.start <= day <= when.end for day in days)


def why_not_posts(post, posts):
    """The sentence that refuses a line that names no post, or posts in both ways, or None."""
    if post and posts:
        return "Select a post of each team, or tick posts that each have a share: not both"
    if not post and not posts:
        return "Select the post that audits, or tick the posts that each have a share"
    return None


def why_not_allocate(own_team, other_team):
    """The sentence that refuses a line of the rule, or None."""
    if own_team == 0 and other_team == 0:
        return "Enter how many cases of one’s own team or of another team: one of them at least"
    return None
