"""Who a report waits for, in the words of a sentence that names each of them once."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.text import get_text_list

from reports.approvals.requirements import THE_WHOLE, RequiredApproval, missing


def waiting_words(queries: Iterable[RequiredApproval]) -> list[str]:
    """Each missing approval by its name and giver, once, with all that it is of where that is less
    than the whole: “Legal (A. Reader) for “Summary” and “Implications: Legal””."""
    scopes = defaultdict(list)
    for item in missing(queries):
        scopes[item.words].append(item.scope_words if item.of_whole else f"“{item.scope_words}”")
    return [
        words if of == [THE_WHOLE] else f"{words} for {get_text_list(of, 'and')}"
        for words, of in scopes.items()
    ]
