"""Who a report waits for, in the words of a sentence that names each of them once."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.text import get_text_list

from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.approvals.requirements import THE_WHOLE, RequiredApproval, asked_of, missing
from reports.papers import lifecycle
from reports.papers.models.papers import Paper


def waiting_words(queries: Iterable[RequiredApproval]) -> list[str]:
    """Each missing approval by its name and giver, once, with all that it is of where that is less
    than the whole: “Legal (A. Reader) for “Summary” and “Implications: Legal””."""
    scopes = defaultdict(list)
    for item in missing(queries):
        scopes[item.words].append(item.scope_words if item.of_whole else f"“{item.scope_words}”")
    return [
        name if of == [THE_WHOLE] else f"{name} for {get_text_list(of, 'and')}"
        for name, of in scopes.items()
    ]


def why_not_freeze(paper: Paper, on) -> str:
    """Why no edition of a report can be made on that day, with who is waited for; else nothing."""
    if paper.editions.filter(published_at__isnull=True).exists():
        return ""
    if EmergencyIssue.objects.of_round(paper) is not None:
        return ""
    digests = {each.digest for each in paper.standing_approvals if not each.is_sign_off}
    lacking = waiting_words(asked_of(paper, on))
    return lifecycle.why_not_issue(paper.status, digests, paper.frozen_digest, lacking)
