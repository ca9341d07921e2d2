"""The figures and other tokens of an asked section, as its writer sees them."""

from assurance.figures.registry import FIGURES
from reports.contributions.sections import proposed_by, said_by_tokens, tokens_in
from reports.language.tokens import quotes_in
from reports.papers.manuscript import read
from reports.papers.models.contributions import ContributionRequest
from reports.quotable.chips import printed_chips


def figures_in(section: ContributionRequest) -> list[dict]:
    """Every figure that the section quotes: its token, its title and what it prints now."""
    tokens = [item for item in tokens_in(section) if quotes_in(item)]
    value = said_by_tokens(section, proposed_by(section, {})) if tokens else {}
    return [
        {"token": token.raw, "title": " and ".join(titles), "value": value.get(token.raw, "")}
        for token in tokens
        if (titles := _titles(token))
    ]


def chips_of(section: ContributionRequest) -> dict[str, dict]:
    """The chip of every token that the section was asked with, as readers will have it."""
    values = {item.raw for item in tokens_in(section)}
    texts = said_by_tokens(section, proposed_by(section, {})) if values else {}
    known = {raw: text for raw, text in texts.items() if raw in values}
    return printed_chips(read(section.paper), known)


def _titles(token):
    """The title of each figure that a token quotes, once."""
    known = (quote.key for quote in quotes_in(token) if quote.key in FIGURES)
    return list(dict.fromkeys(FIGURES[key].title for key in known))
