"""What refuses that several findings go under one theme, finding by finding."""

from assurance.reviews.rules.findings import why_not_theme


def faults_of(finding, value):
    """The sentences that refuse the `theme` said for `finding`: it is one of its own review."""
    sentence = why_not_theme(value["theme"], finding.review)
    return [sentence] if sentence else []
