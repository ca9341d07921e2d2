"""How people of the demonstration sign in: its policies on two-step sign-in, and the yearly review
of what each account is granted.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assurance.accounts.access import Role
from assurance.records import operations
from assurance.sign_in.models.reviews import GrantReview, grants_under_review
from assurance.sign_in.models.two_step import TwoStepPolicy
from assurance.sign_in.operations.reviews import review_grant
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil

# Who reviews the others, and who reviews them.
REVIEWER, OTHER = "bernard.coyle", "administrator"


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of every policy and review."""
    value = texts.read("sign-in")
    for key, do in (("policies", _add_policy), ("reviews", _review)):
        for entry in value[key]:
            yield date.fromisoformat(entry["on"]), partial(do, founded, entry)


def _add_policy(founded, entry, on):
    operations.create(
        model=TwoStepPolicy,
        council=founded.council,
        from_date=date.fromisoformat(entry["from_date"]),
        reason=entry["reason"],
        by=founded.accounts[OTHER],
        on=on,
        **{role: role in entry["roles"] for role in Role.values},
    )


def _review(founded, entry, on):
    """Every role of every account but of those left out; some get another last day."""
    left_out = {founded.accounts[word].pk for word in entry["left_out"]}
    until = {founded.accounts[row["word"]].pk: row for row in entry["until"]}
    reviewers = [founded.accounts[word] for word in (REVIEWER, OTHER)]
    for item in grants_under_review(founded.council, on):
        grant = item.grant
        if grant.user_id in left_out:
            continue
        outcome, reason, last_day = GrantReview.KEEP, entry["reason"], None
        if row := until.get(grant.user_id):
            outcome, reason = GrantReview.CHANGE, row["reason"]
            last_day = date.fromisoformat(row["last_day"])
        # No one reviews a role of their own.
        by = next(account for account in reviewers if account.pk != grant.user_id)
        review_grant(grant=grant, outcome=outcome, reason=reason, last_day=last_day, by=by, on=on)
