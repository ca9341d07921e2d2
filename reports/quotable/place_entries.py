"""What of the report itself can be quoted: its dates, and its paragraphs, sections and tables."""

from collections.abc import Iterator

from assurance.runtime.typography import with_capital
from reports.language.grammar import PERIOD, TOKEN
from reports.language.tokens import DateName
from reports.papers.manuscript import Manuscript
from reports.papers.wording.block_names import called, excerpt
from reports.quotable.entries import DATE, REFERENCE, Entry, Form, folded
from reports.quotable.figure_entries import when_in_words
from reports.quotable.insertion.figure_catalogue import written_date

# Kind of block → (what a token calls it, the heading that it is listed under).
CITED = {
    "paragraph": ("para", "Paragraphs"),
    "section": ("section", "Sections"),
    "annex": ("annex", "Annexes"),
    "table": ("table", "Tables"),
    "records": ("table", "Tables"),
    "chart": ("chart", "Charts"),
    "recommendation": ("rec", "Recommendations"),
}
WITH_ROWS = ("table", "records", "list")
DATE_FORMS = {"long": "in full", "short": "short", "label": "what it is called"}


def date_entries(manuscript: Manuscript) -> Iterator[Entry]:
    """The days and periods of the report, its own period first."""
    for name in (PERIOD, *sorted(manuscript.names)):
        when = manuscript.when(name)
        label = "The report’s period" if name == PERIOD else when.label or "Date without a label"
        forms = [
            Form(text, written_date(DateName(name, form)))
            for form, text in DATE_FORMS.items()
            if form != "label" or when.label
        ]
        yield Entry(
            kind=DATE,
            token=forms[0].token,
            label=label,
            group="Dates",
            when=when_in_words(when),
            definition="A date of this report: it changes here when the report’s dates change.",
            search=folded("date", label, str(when)),
            forms=tuple(forms),
            is_usual=name == PERIOD,
        )


def reference_entries(manuscript: Manuscript) -> Iterator[Entry]:
    """Every block that can be cited by its number, and every list whose rows can be counted."""
    for block in manuscript.blocks:
        if block.kind in CITED:
            what, group = CITED[block.kind]
            token = f"[[{what}:{block.slug}]]"
            yield _reference(manuscript, block, token, group, "Its number follows when it moves.")
        if block.kind in WITH_ROWS:
            token = f"[[rows:{block.slug}]]"
            yield _reference(manuscript, block, token, "Numbers of rows", "Counts its rows.")


def _reference(manuscript, block, token, group, definition):
    name, text = called(manuscript, block), _plain(manuscript.dated_words(excerpt(block)))
    title = with_capital(name)
    return Entry(
        kind=REFERENCE,
        token=token,
        label=f"{title}: {text}" if text else title,
        group=group,
        definition=definition,
        search=folded(name, text, group, "number" if token.startswith("[[rows") else "see"),
    )


def _plain(text):
    """Words without tokens, also without one that the excerpt has cut."""
    return TOKEN.sub("…", text).partition("[[")[0]
