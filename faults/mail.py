"""Whoever sends e-mails is killed, or loses the database, in the middle of them."""

import random
from collections.abc import Iterator

from assurance.dbs.models.reminders import Reminder
from assurance.runtime import email_states
from faults import actions, state
from faults.database import Files, Server, copied, opened
from faults.kills import SEED, TRIES, faults_of
from faults.mailbox import mailbox
from faults.processes import begun, seconds
from faults.table import Line


def lines(source: Files | Server, tries: int = TRIES) -> Iterator[Line]:
    """The sender is stopped at `tries` moments by each fault, and another ends what waits."""
    with mailbox(), copied(source) as name:
        longest = seconds(actions.MAIL.do, name)
    for words, fault in faults_of(source).items():
        moments, losses = random.Random(SEED), []
        for _try in range(tries):
            with mailbox() as taken, copied(source) as name:
                child = begun(actions.MAIL.do, name)
                fault(source, child, name, moments.uniform(0, longest * 1.05))
                child.wait()
                begun(actions.MAIL.do, name).wait()
                with opened(name):
                    losses += _losses(taken)
        yield Line(f"mail, {words}", tries, tuple(losses))


def _losses(taken) -> list[str]:
    """A letter that nobody was sent, or somebody twice. One that was on its way when its sender was
    killed is known to be so, and is never sent again by itself."""
    losses = [f"{count} letters to one address" for count in taken.values() if count > 1]
    for row in Reminder.objects.exclude(delivery="").select_related("person"):
        sent = taken[row.person.work_email]
        if row.delivery == email_states.SENT and not sent:
            losses.append("a letter is called sent that was not")
        if row.delivery not in (email_states.SENT, email_states.SENDING):
            losses.append(f"a letter is left {row.delivery}")
    return [*losses, *state.broken_histories()]
