"""Teams of two services that began, ended or did both on and about edge days, beside the one team
that other crowds have."""

from tests.crowds.days import HALF_YEAR, LEAP, LONG_AGO, around
from tests.make.people import team

DAYS = (*around(HALF_YEAR), *around(LEAP))
SERVICES = ("Foster care", "Early_help  teams")


def build(council, _by, every):
    """One team in `every` of those that began on a day, and of those that ended on one."""
    dates = [*((day, None) for day in DAYS), *((LONG_AGO, day) for day in DAYS), (DAYS[0], DAYS[0])]
    for number, (start, end) in enumerate(dates):
        if number % every == 0:
            own = {"service": SERVICES[number % 2], "from_date": start, "to_date": end}
            team(f"Team {number}", council=council, **own)
