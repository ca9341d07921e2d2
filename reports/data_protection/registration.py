"""Legal holds join the list of what keeps records from removal, the schedule the period for which
children's rows of returns are kept, and both the home of who protects data."""

from assurance.accounts.access import Permission
from assurance.looked_after.row_periods import PERIODS
from assurance.records.withdrawals.holds import HOLDS
from reports.data_protection.held_rows import held_rows
from reports.data_protection.models import LegalHold, RetentionPolicy, RetentionRun
from reports.data_protection.refusals import child_rows_end
from reports.data_protection.rules import KINDS
from reports.tasks.home_parts import table
from reports.tasks.home_parts.parts import HomePart

# So many holds are listed on the home page; their list has all.
HOLDS_LISTED = 5


def register() -> None:
    """Registers what data protection adds."""
    HOLDS.append(held_rows)
    PERIODS.append(child_rows_end)
    table.join(HomePart("data_protection", Permission.PROTECT_DATA, of_data_protection))


def of_data_protection(reader) -> dict:
    """The legal holds in force, the kinds of record without a policy, and the last removal."""
    council, day = reader.user.council, reader.day
    policies = RetentionPolicy.objects.in_force(council, day)
    holds = [*LegalHold.objects.visible_to(reader.user).in_force(council, day)]
    return {
        "holds": holds[:HOLDS_LISTED],
        "more_holds": max(len(holds) - HOLDS_LISTED, 0),
        "without": sum(not kind.is_usual and kind.key not in policies for kind in KINDS),
        "last": RetentionRun.objects.visible_to(reader.user).first(),
    }
