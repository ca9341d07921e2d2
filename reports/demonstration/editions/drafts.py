"""Drafts of the demonstration's reports: from a file, or started from the report before, with what
was promised answered and what was carried looked at."""

from collections.abc import Mapping
from datetime import date, timedelta

from assurance.runtime.periods import When
from reports.checks import operations
from reports.conversion.operations import paper_import
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.editions import promises
from reports.editor.carry_forward import operations as carry_forward
from reports.editor.carry_forward import rules
from reports.editor.operations import commitments
from reports.editor.sections.kept_sentences import keep_sentence
from reports.papers import looks
from reports.papers.assembly.parts.proposed_sentences import proposed_parts
from reports.papers.manuscript import read
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from reports.verdicts.paper.verdict import verdict

WRITTEN_BEFORE = timedelta(3)


def is_next(slug: str) -> bool:
    """Whether the report of that slug is started from the one before it."""
    return slug in texts.read("next-reports")


def paper_date(slug: str) -> date:
    """The date on the report of that slug."""
    value = texts.read("next-reports").get(slug) or texts.paper(slug)
    return date.fromisoformat(value["paper_date"])


def written_on(slug: str) -> date:
    """The day that the report of that slug is written, some days before its own date."""
    return paper_date(slug) - WRITTEN_BEFORE


def write(founded: FoundedCouncil, slug: str, on: date) -> Paper:
    """The report of that slug as a draft, with what was promised for it answered and what it
    promises itself kept."""
    make = _start_next if is_next(slug) else _import
    paper = make(founded, slug, on)
    looked_at = look_at_all(founded, answer(founded, paper, on), on)
    return promises.keep(founded, looked_at, on)


def answer(founded: FoundedCouncil, paper: Paper, on: date) -> Paper:
    """The report once it has answered what was promised for it."""
    due = Commitment.objects.answerable_in(paper)
    for text in texts.read("answers").get(paper.slug, ()):
        # What an earlier report has answered waits no more.
        of = {"paper__slug": text["of"]} if "of" in text else {}
        item = due.filter(block=text["promised"], **of).first()
        if item is None:
            continue
        values = {name: text[name] for name in text if name not in ("promised", "of")}
        if day := values.get("new_day"):
            values["new_day"] = date.fromisoformat(day)
        commitments.answer_commitment(
            commitment=item,
            version=item.version,
            paper=paper,
            by=founded.accounts["clerk"],
            on=on,
            **values,
        )
    return paper


def keep_sentences(founded: FoundedCouncil, paper: Paper, on: date) -> Paper:
    """The report once the clerk has kept each sentence that its template proposes."""
    for part in proposed_parts(read(paper)):
        own = {"paper": paper, "by": founded.accounts["clerk"], "on": on}
        keep_sentence(slug=part.slug, sentence=part.when_empty, **own)
    paper.refresh_from_db()
    return paper


def let_stand(founded: FoundedCouncil, paper: Paper, on: date) -> Paper:
    """The report with the clerk's reason for each warning that is accepted."""
    reasons = texts.read("reasons").get(paper.slug, {})
    for current in verdict(paper).to_accept if reasons else ():
        reason = reasons.get(current.checked.rule.key)
        if reason:
            by = founded.accounts["clerk"]
            operations.pass_over(paper=paper, standing=current, reason=reason, by=by, on=on)
    return paper


def look_at_all(founded: FoundedCouncil, paper: Paper, on: date) -> Paper:
    """The report once the clerk has looked at every sentence that was carried into it."""
    waiting = looks.waiting(read(paper))
    digests = {slug: {item.key: item.digest for item in items} for slug, items in waiting.items()}
    if not digests:
        return paper
    by = founded.accounts["clerk"]
    return carry_forward.confirm_carried(paper=paper, seen=digests, by=by, on=on)


def change(founded: FoundedCouncil, paper: Paper, changes: Mapping, on: date):
    """Replaces words of blocks: slug → pairs of words that are there once, and what is so now."""
    for slug, pairs in changes.items():
        block = paper.blocks.get(slug=slug, removed_on__isnull=True)
        text = block.text
        for old, new in pairs:
            if text.count(old) != 1:
                raise LookupError(f"“{old}” is not once in {paper.slug}, {slug}.")
            text = text.replace(old, new)
        by, words = founded.accounts["clerk"], {"text": text}
        papers.change_block(block=block, version=block.version, words=words, by=by, on=on)


def _import(founded, slug, on):
    by = founded.accounts["clerk"]
    plain = texts.paper(slug)
    return paper_import.import_paper(council=founded.council, plain=plain, by=by, on=on)


def _start_next(founded, slug, on):
    """The report started from the one before it, with what is no longer so written anew."""
    value, by = texts.read("next-reports")[slug], founded.accounts["clerk"]
    before = Paper.objects.of(founded.council).get(slug=value["before"])
    period = before.period
    after, day = rules.next_period(period), paper_date(slug)
    dated = (before.paper_date, day)
    details = {"title": value["title"], "slug": slug, "paper_date": day}
    paper = carry_forward.start_next(
        before=before,
        details={**details, "period_start": after.start, "period_end": after.end},
        names={**rules.proposed(before.names, period, after, dated), **_named_again(value)},
        meeting_on=date.fromisoformat(value["meeting"]),
        by=by,
        on=on,
    )
    change(founded, paper, value["changes"], on)
    for slug, heading in value.get("headings", {}).items():
        block = paper.blocks.get(slug=slug, removed_on__isnull=True)
        words = {"heading": heading}
        papers.change_block(block=block, version=block.version, words=words, by=by, on=on)
    for block in value["added"]:
        _add(founded, paper, block, on)
    return paper


def _named_again(value):
    """Name → the period that the clerk gives it, where the label of the last one has its year."""
    return {
        name: When(date.fromisoformat(start), date.fromisoformat(end), label)
        for name, (start, end, label) in value.get("dates", {}).items()
    }


def _add(founded, paper, value, on):
    rows = {row.slug: row for row in paper.blocks.filter(removed_on__isnull=True)}
    block = {name: value[name] for name in value if name not in ("after", "parent")}
    parent, after = rows.get(value.get("parent")), rows.get(value.get("after"))
    usual = {"heading": "", "text": "", "data": {}, "parent": parent}
    by = founded.accounts["clerk"]
    papers.add_block(paper=paper, after=after, block={**usual, **block}, by=by, on=on)
