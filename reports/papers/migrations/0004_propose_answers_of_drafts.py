"""Answers given in drafts become proposals; those of issued papers stay answers."""

from django.db import migrations

ANSWER = ("state", "because", "evidence", "answered_on")


def propose(apps, _editor):
    """Moves the answers of papers that were never issued to proposals of theirs."""
    Commitment, Proposed = (
        apps.get_model("papers", name) for name in ("Commitment", "ProposedAnswer")
    )
    drafts = Commitment.objects.filter(answered_in__corrects__isnull=True)
    for row in drafts.filter(answered_in__isnull=False).exclude(answered_in__status="issued"):
        values = {name: getattr(row, name) for name in ANSWER}
        block, paper = row.answered_block, row.answered_in
        Proposed.objects.create(commitment=row, paper=paper, block=block, **values)
        row.state, row.because, row.evidence, row.answered_on = "open", "", "", None
        row.answered_in, row.answered_block, row.answered_anchor = None, "", ""
        row.save()


def answer(apps, _editor):
    """Gives each open commitment the first answer proposed to it, as its own."""
    Proposed = apps.get_model("papers", "ProposedAnswer")
    for proposal in Proposed.objects.order_by("pk").select_related("commitment"):
        row = proposal.commitment
        if row.state == "open":
            for name in ANSWER:
                setattr(row, name, getattr(proposal, name))
            row.answered_in, row.answered_block = proposal.paper, proposal.block
            row.save()
    Proposed.objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("papers", "0003_proposed_answers")]
    operations = [migrations.RunPython(propose, answer)]
