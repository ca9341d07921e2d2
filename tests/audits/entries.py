"""What an officer types for an audit and for a total, and what a form answers."""

from datetime import date

from tests.make.audits import grade
from tests.make.people import team


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


def typed(**said):
    """What an officer types for a plain audit; dates are typed into their boxes."""
    usual = {
        "reference": "CA-2015-014",
        "audited_on": date(2015, 3, 2),
        "team": team().pk,
        "method": "desk",
        "auditor_role": "Practice Manager",
        "own_team": "True",
        "first_grade": grade().pk,
    }
    boxes = {}
    for name, value in {**usual, **said}.items():
        boxes |= parts(name, value) if name.endswith("_on") else {name: value}
    return boxes


def typed_total(**said):
    """What an officer types for a total."""
    usual = {"title": "Open cases, April 2019", "done": "67", "source": "Report of May 2019"}
    period = {**parts("start", date(2019, 4, 1)), **parts("end", date(2019, 4, 30))}
    return {**usual, **period, **said}


def errors(answer):
    """Field → its sentences, of the form that an answer shows."""
    return {name: list(said) for name, said in answer.context["form"].errors.items()}
