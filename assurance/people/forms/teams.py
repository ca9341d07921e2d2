"""The choice of teams in forms of records, with the date on which one ended."""

from django import forms

from assurance.people.models.teams import Team
from assurance.runtime.periods import say_day, today


def team_words(team: Team) -> str:
    """The name of a team as a choice, with the end date of one that has ended: a record may be of a
    date before it."""
    has_ended = team.to_date and team.to_date < today()
    return f"{team} (ended on {say_day(team.to_date)})" if has_ended else str(team)


class TeamChoice(forms.ModelChoiceField):
    """One of the teams of the council."""

    def label_from_instance(self, team):
        """The choice's words."""
        return team_words(team)


class TeamsChoice(forms.ModelMultipleChoiceField):
    """Several of the teams of the council."""

    def label_from_instance(self, team):
        """The choice's words."""
        return team_words(team)
