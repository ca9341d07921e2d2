"""Whether a council's history is the one that its editions and its published fingerprints name.

The chain alone shows a changed entry; a chain that was written anew as a whole fits itself. Each
edition keeps the digest that history had when it was published, and the published folder lists the
end of each date, so that whoever copied one of them can show that history was rewritten.
"""

import re
from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.timezone import localdate

from assurance.accounts.models.accounts import Council
from assurance.records import history_chain
from assurance.records.history import HistoryEntry
from assurance.records.proofs.faults import RowFindings, set_faults
from assurance.runtime.digits import whole
from reports.editions.models.editions import Edition
from reports.issue.models.site import CHANGED, HISTORY, ROW, SiteCheck
from reports.issue.site.faults import Fault
from reports.papers.addresses import paper_address

PUBLISHED = "papers.publish"
HEAD = (
    "# {council}: the end of its history on each date\n"
    "# Each line: date, number of the last entry, its fingerprint (SHA-256, hexadecimal)\n"
)
UNREADABLE = "Line {number} cannot be read."
NOT_IN_HISTORY = "History does not contain entry {seq} with the published fingerprint of {on}."
NOT_OF_EDITION = "History does not contain the fingerprint that this edition was published with."
NOT_OF_CHECK = (
    "History does not contain entry {seq}, with which it ended at the check of {on}: its end was "
    "cut off or written again."
)
NO_HISTORY = "History has no entry about this council: it was added outside the program, or lost."
NO_COUNCIL = "No council has this history: a council was removed or its name in addresses changed."
MORE_ROWS = "{number:,} more records differ from history."
MOST_ROWS = 200
DETAIL = "The words of {field} are missing, and no entry of history removes them."
_LINE = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{1,15}) ([0-9a-f]{64})")


def fingerprints_text(council, before: date) -> str:
    """The text file that lists the end of a council's history on each date before `before`."""
    lines = (
        f"{end.on.isoformat()} {end.seq} {end.digest}\n"
        for end in history_chain.day_ends(council.slug, before)
    )
    return HEAD.format(council=council.name) + "".join(lines)


def fingerprints_address(council) -> str:
    """The address of the file of `fingerprints_text`."""
    return reverse("publication:history-fingerprints", kwargs={"council": council.slug})


def history_faults(council, place) -> Iterator[Fault]:
    """What is wrong with the history of a council: its chain, the words it has digests of, the
    fingerprints of its editions and those listed in the published folder `place`."""
    if not HistoryEntry.objects.of(council).exists():
        yield Fault(f"{council.slug}/history", HISTORY, NO_HISTORY)
    if damage := history_chain.damage(council.slug):
        yield Fault(_entry(council, damage.seq), HISTORY, damage.sentence)
    for seq, sentence in set_faults(council):
        yield Fault(_entry(council, seq), HISTORY, sentence)
    yield from history_of_nobody()
    yield from _of_checks(council)
    yield from _of_editions(council)
    yield from listed_faults(council, place)
    for seq, field in history_chain.missing_details(council.slug):
        yield Fault(_entry(council, seq), HISTORY, DETAIL.format(field=field))


def row_faults(council, findings: RowFindings) -> Iterator[Fault]:
    """The rows in `findings` that are not as history last has them, each by its name; the rest of
    very many by their number."""
    for item in findings.faults[:MOST_ROWS]:
        yield Fault(f"{council.slug}/records/{item.name}", ROW, item.explanation)
    if (more := len(findings.faults) - MOST_ROWS) > 0:
        yield Fault(f"{council.slug}/records", ROW, MORE_ROWS.format(number=more))


def listed_faults(council, place) -> list[Fault]:
    """What the list of fingerprints in the published folder says and history does not."""
    name = fingerprints_address(council).lstrip("/")
    content = place.read(name)
    sentences = _contradictions(council.slug, content.decode(errors="replace")) if content else ()
    return [Fault(name, CHANGED, sentence) for sentence in sentences][:1]


def _entry(council, seq):
    return f"{council.slug}/history/entry-{seq}"


def history_of_nobody() -> Iterator[Fault]:
    """Histories whose council is gone, or is called otherwise now."""
    known = {*Council.objects.values_list("slug", flat=True)}
    for slug in history_chain.councils():
        if slug not in known:
            yield Fault(f"{slug}/history", HISTORY, NO_COUNCIL)


def _of_checks(council):
    """The first check of which history no longer has the end that it had then."""
    end = {"council": council.slug, "seq": OuterRef("history_seq")}
    entries = HistoryEntry.objects.filter(**end, digest=OuterRef("history_digest"))
    checks = SiteCheck.objects.filter(council=council, history_seq__gt=0)
    lost = checks.exclude(Exists(entries)).order_by("checked_at").first()
    if lost is not None:
        on = f"{localdate(lost.checked_at):%-d %B %Y}"
        sentence = NOT_OF_CHECK.format(seq=lost.history_seq, on=on)
        yield Fault(f"{council.slug}/history", HISTORY, sentence)


def _of_editions(council):
    editions = Edition.objects.public_in(council.slug).select_related("paper__series")
    for edition in editions:
        if not _is_in_history(edition):
            address = paper_address(edition.paper).lstrip("/")
            yield Fault(f"{address}edition-{edition.number}/", HISTORY, NOT_OF_EDITION)


def _is_in_history(edition):
    """Whether history contains what the edition was published with, before its publication."""
    published = HistoryEntry.objects.about(edition).filter(what=PUBLISHED).last()
    if published is None:
        return False
    if edition.history_digest == published.prev:
        return True
    earlier = HistoryEntry.objects.filter(council=published.council, seq__lt=published.seq)
    return earlier.filter(digest=edition.history_digest).exists()


def _contradictions(slug, text):
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            yield UNREADABLE.format(number=number)
        elif not history_chain.has_entry(slug, whole(match[2]), match[3]):
            yield NOT_IN_HISTORY.format(seq=match[2], on=match[1])
