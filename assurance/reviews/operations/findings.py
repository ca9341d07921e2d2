"""What officers do with inspections and peer reviews, their themes and their findings."""

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from assurance.records import history, operations
from assurance.records.personal import Personal
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if
from assurance.reviews.models.findings import Finding, Review, Theme
from assurance.reviews.rules import findings

WITHDRAWN = "This record was withdrawn and cannot be changed."
REVIEW_WITHDRAWN = "This review was withdrawn: nothing can be added to it."
# What history holds of findings added together: their names, and apart from the chain their words.
SEVERAL = {"findings": Personal.NONE, "words": Personal.MAY}


@transaction.atomic
def record_review(*, council, by, on, with_areas=False, **fields) -> Review:
    """Adds a review with the fields `said`, its slug made of its title where none is given.

    `with_areas` makes the framework's areas its themes. Refuses a title already used, dates out of
    order, a framework or grade that does not fit.
    """
    review = Review(council=council)
    fields = {**fields, "slug": fields.get("slug") or slugify(fields["title"])[:60]}
    _refuse_review(review, fields)
    changes = operations.add(review, fields, on=on)
    areas = review.framework.areas if with_areas and review.framework else []
    Theme.objects.bulk_create(
        Theme(review=review, order=order, slug=area["slug"], title=area["title"])
        for order, area in enumerate(areas, 1)
    )
    history.record("reviews.record", about=review, by=by, on=on, changes=changes)
    return review


@transaction.atomic
def change_review(*, record, seen, by, on, **fields) -> Review:
    """Changes the fields `said` of the review `record`, whose slug stays; refuses as
    `record_review` does, and a withdrawn review. Raises `EditConflict` where somebody saved
    first."""
    review = lock(record, seen)
    refuse_if(WITHDRAWN if review.is_withdrawn else None)
    _refuse_review(review, fields)
    changes = operations.change(review, fields)
    history.record("reviews.change", about=review, by=by, on=on, changes=changes)
    return review


@transaction.atomic
def withdraw_review(*, record, seen, because, by, on) -> Review:
    """Withdraws the review `record`, whose findings then count no more; refuses one withdrawn
    already, or without a reason."""
    review = lock(record, seen)
    refuse_if(why_not_withdraw(review, because), "because")
    changes = operations.withdraw(review, because=because, by=by, on=on)
    history.record("reviews.withdraw", about=review, by=by, on=on, changes=changes)
    return review


@transaction.atomic
def record_theme(*, council, review, title, by, on, slug="", grade="") -> Theme:
    """Adds a theme to `review`, after those it has; refuses a title already used in it, and a
    grade that its framework does not have."""
    review = _lock_review(council, review)
    theme = Theme(review=review, order=_next(review.themes.all(), "order"))
    fields = {"title": title, "slug": slug or slugify(title)[:60], "grade": grade}
    _refuse_theme(theme, fields)
    changes = operations.add(theme, fields, on=on)
    history.record("themes.record", about=theme, by=by, on=on, changes=changes)
    return theme


@transaction.atomic
def change_theme(*, record, by, on, **fields) -> Theme:
    """Changes the title or grade of the theme `record`, whose slug stays for the papers that name
    it; refuses as `record_theme` does."""
    theme = Theme.objects.select_for_update(of=("self",)).get(pk=record.pk)
    _refuse_theme(theme, fields)
    changes = operations.change(theme, fields)
    history.record("themes.change", about=theme, by=by, on=on, changes=changes)
    return theme


@transaction.atomic
def record_finding(*, council, review, by, on, number=None, **fields) -> Finding:
    """Adds a finding (`kind`, `text`, and maybe `theme`, `place`, `no_action_because` with
    `no_action_role`) to `review`, numbered next of its kind where no number is given.

    Refuses a theme of another review, a number already used, a reason for no action without its
    role, a quotation or something said without the role of whoever said it.
    """
    review = _lock_review(council, review)
    finding = Finding(council=council, review=review)
    fields["number"] = number or _next(review.findings.filter(kind=fields["kind"]), "number")
    _refuse_finding(finding, fields)
    changes = operations.add(finding, fields, on=on)
    history.record("findings.record", about=finding, by=by, on=on, changes=changes)
    return finding


@transaction.atomic
def record_findings(*, council, review, rows, by, on) -> list[Finding]:
    """Adds many findings to `review` at once: `rows` of (theme or None, kind, text, place), each
    numbered next of its kind. One row of history tells of all, under the review.

    Refuses a theme of another review and an unknown kind, naming the row; all are kept or none.
    """
    review = _lock_review(council, review)
    numbers = {
        kind: _next(review.findings.filter(kind=kind), "number") for kind, _ in Finding.KINDS
    }
    made = []
    for place_of_row, (theme, kind, text, place) in enumerate(rows, 1):
        sentence = findings.why_not_row(theme, kind, text, review, numbers)
        refuse_if(sentence and f"Row {place_of_row}: {sentence}")
        values = {"theme": theme, "kind": kind, "text": text, "place": place}
        made.append(
            Finding(council=council, review=review, number=numbers[kind], created_on=on, **values)
        )
        numbers[kind] += 1
    Finding.objects.bulk_create(made)
    values = {"findings": [str(item) for item in made], "words": [item.text for item in made]}
    changes = history.changes({}, values, SEVERAL)
    history.record("reviews.record_findings", about=review, by=by, on=on, changes=changes)
    return made


@transaction.atomic
def change_finding(*, record, seen, by, on, **fields) -> Finding:
    """Changes the fields `said` of the finding `record`; one that changes its kind takes the next
    number of it unless it is given one. Refuses as `record_finding` does, and a withdrawn finding.
    Raises `EditConflict` where somebody saved first."""
    finding = lock(record, seen)
    refuse_if(WITHDRAWN if finding.is_withdrawn else None)
    if not fields.get("number"):
        fields["number"] = _number_after(finding, fields.get("kind", finding.kind))
    _refuse_finding(finding, fields)
    changes = operations.change(finding, fields)
    history.record("findings.change", about=finding, by=by, on=on, changes=changes)
    return finding


@transaction.atomic
def withdraw_finding(*, record, seen, because, by, on) -> Finding:
    """Withdraws the finding `record`; refuses one withdrawn already, or without a reason."""
    finding = lock(record, seen)
    refuse_if(why_not_withdraw(finding, because), "because")
    changes = operations.withdraw(finding, because=because, by=by, on=on)
    history.record("findings.withdraw", about=finding, by=by, on=on, changes=changes)
    return finding


def _lock_review(council, review):
    # Held, so that two people adding at once are not given one number.
    record = Review.objects.of(council).select_for_update(of=("self",)).get(pk=review.pk)
    refuse_if(REVIEW_WITHDRAWN if record.is_withdrawn else None)
    return record


def _next(rows, field):
    return (rows.aggregate(last=Max(field))["last"] or 0) + 1


def _number_after(finding, kind):
    if kind == finding.kind:
        return finding.number
    return _next(Finding.objects.filter(review=finding.review_id, kind=kind), "number")


def _refuse_review(review, value):
    def current_value(name):
        return value[name] if name in value else getattr(review, name)

    others = Review.objects.of(review.council).exclude(pk=review.pk)
    is_used = others.filter(slug=current_value("slug")).exists()
    refuse_if(findings.why_not_name("review", current_value("slug"), is_used), "title")
    for field, sentence in findings.faults(
        {name: current_value(name) for name in findings.WEIGHED}
    ):
        refuse_if(sentence, field)


def _refuse_theme(theme, value):
    others = Theme.objects.filter(review=theme.review).exclude(pk=theme.pk)
    slug = value.get("slug", theme.slug)
    is_used = others.filter(slug=slug).exists()
    refuse_if(findings.why_not_name("theme of this review", slug, is_used), "title")
    refuse_if(
        findings.why_not_grade(theme.review.framework, value.get("grade", theme.grade)), "grade"
    )


def _refuse_finding(finding, value):
    def current_value(name):
        return value[name] if name in value else getattr(finding, name)

    refuse_if(findings.why_not_theme(current_value("theme"), finding.review), "theme")
    others = Finding.objects.filter(review=finding.review, kind=current_value("kind"))
    clash = others.exclude(pk=finding.pk).filter(number=current_value("number")).first()
    refuse_if(findings.why_not_number(current_value("number"), clash), "number")
    parts = [current_value(name) for name in ("kind", "no_action_because", "no_action_role")]
    for field, sentence in findings.faults_of_finding(*parts):
        refuse_if(sentence, field)
    said_of = [current_value(name) for name in ("kind", "manner", "said_by_role")]
    refuse_if(findings.why_not_unsaid(*said_of), "said_by_role")
