"""Themes found again: in which teams and rounds the audits were that have each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


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
