"""What an officer types for an audit and for a total, and what a form answers."""

from datetime import date

from tests.make.audits import grade
from tests.make.people import post, team

DATES = ("_on", "_day", "_date")


class Teams(list):
    """The teams of a round, as Django gives them."""

    def all(self):
        """All of them."""
        return self


def parts(name, day):
    """A date as its three boxes; an empty one for None."""
    boxes = (day.day, day.month, day.year) if day else ("", "", "")
    return {
        f"{name}_{part}": box for part, box in zip(("day", "month", "year"), boxes, strict=True)
    }


def boxes(said):
    """What is typed, each date in its three boxes."""
    typed = {}
    for name, value in said.items():
        is_date = isinstance(value, date) or (not value and name.endswith(DATES))
        typed |= parts(name, value) if is_date else {name: value}
    return typed


def typed(**said):
    """What an officer types for a plain audit."""
    usual = {
        "reference": "CA-2015-014",
        "audited_on": date(2015, 3, 2),
        "team": team().pk,
        "method": "desk",
        "auditor": post("Practice Manager").pk,
        "own_team": "True",
        "first_grade": grade().pk,
    }
    return boxes({**usual, **said})


def typed_total(**said):
    """What an officer types for a total."""
    usual = {"title": "Open cases, April 2019", "done": "67", "source": "Report of May 2019"}
    period = {**parts("start", date(2019, 4, 1)), **parts("end", date(2019, 4, 30))}
    return {**usual, **period, **said}
