"""Words typed and not saved yet, kept so that a closed page, a lost connection or an ended session
loses none of them.

They are no part of the paper and nothing that somebody did, so history does not tell of them.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from reports.editor.models import AutosavedText
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper

KEPT_DAYS = 30
LONGEST = 400_000


def block_place(slug: str) -> str:
    """The place of a block's own words."""
    return f"block {slug}"


def new_place(kind: str, part: str, parent: str, after: str) -> str:
    """The place of a new block."""
    return f"new {kind} {part} {parent or '-'} {after or '-'}"


def entry_place(scope: str) -> str:
    """The place of an entry of implications that is written where it is cleared."""
    return f"entry {scope}"


def save_text(
    paper: Paper, writer, place: str, *, seen: int, words: Mapping[str, str], at: datetime
) -> bool:
    """Keeps what is typed at `place`; False for more words than any form takes."""
    if sum(map(len, words.values())) > LONGEST or len(place) > 260 or "\0" in place:
        return False
    index = {name: text.replace("\0", "") for name, text in words.items()}
    AutosavedText.objects.update_or_create(
        paper=paper, writer=writer, place=place, defaults={"seen": seen, "words": index, "at": at}
    )
    forget_old(at)
    return True


def forget(paper: Paper, writer, place: str) -> None:
    """Forgets what `writer` has typed at `place`: it was saved, or thrown away."""
    AutosavedText.objects.filter(paper=paper, writer=writer, place=place).delete()


def forget_blocks(paper: Paper, slugs: Collection[str]) -> None:
    """Forgets what anybody has typed into blocks that are no longer there."""
    AutosavedText.objects.filter(paper=paper, place__in=map(block_place, slugs)).delete()


def forget_old(now: datetime) -> None:
    """Forgets what was typed more than thirty days before `now`."""
    AutosavedText.objects.filter(at__lt=now - timedelta(days=KEPT_DAYS)).delete()


def save_contribution_text(
    section: ContributionRequest, *, seen: int, words: Mapping[str, str], at: datetime
) -> bool:
    """Keeps what is typed in an asked section since version `seen`; False for too many words."""
    if sum(map(len, words.values())) > LONGEST:
        return False
    index = {"words": dict(words), "seen": seen, "at": at.isoformat()}
    ContributionRequest.objects.filter(pk=section.pk).update(unsaved=index)
    return True


def save_text_from_word(
    section: ContributionRequest, labels: Mapping[str, str], missed: Sequence, at: datetime
) -> None:
    """Keeps what was read of a Word file; `missed` are rows of where, words and why."""
    index = {"words": dict(labels), "seen": section.version, "at": at.isoformat()}
    rows = ContributionRequest.objects.filter(pk=section.pk)
    rows.update(unsaved=index, missed=[list(item) for item in missed])


def forget_contribution(section: ContributionRequest) -> None:
    """Forgets what the writer of an asked section typed and did not save."""
    ContributionRequest.objects.filter(pk=section.pk).update(unsaved=None)
