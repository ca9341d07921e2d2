"""The audit programme followed: each round against its number, its days and its allocation rule."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from assurance.audits.rules import rounds as rules
from assurance.audits.rules.allocation import MET, Share, by_other_posts, not_placed, shares
from assurance.people import succession
from assurance.runtime.periods import When


@dataclass(frozen=True)
class AllocationProgress:
    """A line of an allocation rule, the share of each post, and how many audits of another team's
    cases do not say the auditor's team."""

    line: object
    shares: list[Share]
    not_placed: int

    @property
    def each(self) -> str:
        """The posts of the line, as “each” goes on: “Practice Manager”, “of these 3 posts”."""
        posts = self.line.posts.all()
        return f"of these {len(posts)} posts" if len(posts) > 1 else self.line.title


@dataclass(frozen=True)
class RoundProgress:
    """One round as the programme shows it. `differs_from` is the interval of the round before it,
    in words, where this one says another; `other_posts` are the titles of posts of which its rule
    does not speak, with how many of its audits each has done."""

    round: object
    state: str
    slips: list[rules.Slip]
    ruled: list[AllocationProgress]
    differs_from: str
    other_posts: Mapping[str, int] = field(default_factory=dict)

    @property
    def days_late(self) -> int:
        """By how many days it is late in what it is latest in; 0 where it is in time."""
        return max((slip.days for slip in self.slips), default=0)

    @property
    def period(self) -> When:
        """The days of the round."""
        return When(self.round.start, self.round.end)

    @property
    def posts(self) -> list[Share]:
        """The share of every post of every line of its rule."""
        return [share for ruled in self.ruled for share in ruled.shares]

    @property
    def posts_that_met(self) -> int:
        """How many posts have met their quota."""
        return sum(post.state == MET for post in self.posts)

    @property
    def has_teams(self) -> bool:
        """True if a line of its rule asks the post of each team."""
        return any(not ruled.line.posts.all() for ruled in self.ruled)

    @property
    def sharers(self) -> str:
        """The noun of its shares: teams, each with its post, posts that a line names, or both."""
        by_post = {bool(ruled.line.posts.all()) for ruled in self.ruled if ruled.shares}
        if len(by_post) > 1:
            return "posts and teams"
        noun = "team" if by_post == {False} else "post"
        return noun if len(self.posts) == 1 else f"{noun}s"

    @property
    def by_others(self) -> int:
        """How many of its audits were done by posts of which its rule does not speak."""
        return sum(self.other_posts.values())

    @property
    def others(self) -> list[tuple[str, int]]:
        """These posts by title, each with how many it has done."""
        return sorted(self.other_posts.items())

    @property
    def own_due(self) -> int:
        """How many audits of the auditor's own team the rule has asked for so far."""
        return sum(post.own_due for post in self.posts)

    @property
    def other_due(self) -> int:
        """How many audits of another team the rule has asked for so far."""
        return sum(post.other_due for post in self.posts)


def follow(
    rounds: Iterable,
    lines: Mapping,
    doings: Iterable,
    teams: Iterable,
    day: date,
    steps: Collection[succession.Step] = (),
) -> list[RoundProgress]:
    """Each of `rounds` on `day`, those that slipped first and the latest of them before others.

    `lines` maps a round's key to the lines of its rule, `doings` are the audits of the rounds,
    `teams` every team of the council, `steps` which of them follows which: what a team did in a
    round counts for the one that it has become. A round has what `RoundQuerySet.followed` gives.
    """
    by_round = defaultdict(list)
    for doing in doings:
        by_round[doing.round_id].append(doing)
    matches = [
        _follow(item, lines.get(item.pk, ()), by_round[item.pk], teams, day, steps)
        for item in rounds
    ]
    return sorted(matches, key=lambda item: (-item.days_late, _turn(item.state), item.round.end))


def _follow(round_, lines, doings, teams, day, steps):
    mine, doings = as_teams_now(round_, doings, teams, steps, day)
    return RoundProgress(
        round=round_,
        state=rules.state_of(round_, day),
        slips=rules.slips(round_, round_.done_so_far, round_.is_last, day),
        ruled=[
            AllocationProgress(
                line, shares(line, round_, mine, doings, day), not_placed(line, doings, day)
            )
            for line in lines
        ],
        differs_from=_differs(round_),
        other_posts=by_other_posts(lines, doings, day),
    )


def teams_of_round(round_: object, teams: Iterable) -> list:
    """The round's own teams, else those of its service that there were in its period."""
    if named := list(round_.teams.all()):
        return named
    return [
        team
        for team in teams
        if (not round_.service or team.service == round_.service)
        and team.from_date <= round_.end
        and (team.to_date is None or round_.start <= team.to_date)
    ]


def as_teams_now(
    round_: object,
    doings: Iterable,
    teams: Iterable,
    steps: Collection[succession.Step],
    day: date,
) -> tuple[list, list]:
    """The teams of a round and its audits, each by the team that it had become by `day`, or by the
    round's end where that is earlier."""
    last = min(day, round_.end)
    mine = _current_teams(teams_of_round(round_, teams), teams, steps, last)
    return mine, [_of_current_team(doing, steps, last) for doing in doings]


def _current_teams(mine, teams, steps, day):
    """The teams that `mine` had become by `day`, each once."""
    known = {team.pk: team for team in (*teams, *mine)}
    keys = dict.fromkeys(succession.current(team.pk, steps, day) for team in mine)
    return [known[key] for key in keys if key in known]


def _of_current_team(doing, steps, day):
    """The audit with the team that its auditor's had become by `day`."""
    if doing.team_id is None or not steps:
        return doing
    return replace(doing, team_id=succession.current(doing.team_id, steps, day))


def _differs(round_):
    before = round_.interval_before
    if before is None or before == round_.interval_months:
        return ""
    return rules.say_interval(before).lower()


def _turn(state):
    return list(rules.STATES).index(state) if state != rules.PLANNED else 2.5


@dataclass(frozen=True)
class RepeatedTheme:
    """A theme (with `times`, `first_on` and `last_on`), the names of the teams whose work showed
    it, and the rounds whose audits found it."""

    theme: object
    teams: list[str]
    rounds: list


def gathered(themes: Iterable, places: Iterable[tuple], rounds: Mapping) -> list[RepeatedTheme]:
    """Each of `themes` with where it was found; `places` are (a theme's key, a team's name, a
    round's key or None), `rounds` maps a key to a round."""
    teams, found_in = {}, {}
    for theme, team, round_ in places:
        teams.setdefault(theme, set()).add(team)
        if round_ in rounds:
            found_in.setdefault(theme, set()).add(round_)
    return [
        RepeatedTheme(
            theme,
            sorted(teams.get(theme.pk, ())),
            [rounds[key] for key in sorted(found_in.get(theme.pk, ()))],
        )
        for theme in themes
    ]
