"""What registers have as owed, and the paper leaves out."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.checks.rule import Fault, Mend, Severity, rule


@rule("owed-unmentioned", Severity.ADVICE, "C14; sources of error 35")
def unmentioned(_reading: Reading, known) -> Iterator[Fault]:
    """A reply, a follow-up or a task group's report that is owed is mentioned in the report."""
    for item in known.unmentioned:
        says = f"The report does not mention “{item.title}”. {item.sentence}"
        mend = Mend(f"Name it, quote its record, or put the list “{item.list}” into the report.")
        yield Fault("", "the report", says, mend=mend)
