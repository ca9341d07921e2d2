"""Small pictures of what one would rather look at than read: DBS re-checks, case audits, children
looked after, actions. Each is shown to who keeps those records, and to who sees all counts."""

from decimal import Decimal

from django.db.models import Count
from django.urls import reverse

from assurance.accounts.access import SUBJECT_OF, Permission
from assurance.audits.models.case_audits import CaseAudit
from assurance.charts.findings import Value, change
from assurance.charts.lines import draw_lines
from assurance.charts.pages import draw
from assurance.charts.series import LineChart, Series, dated
from assurance.charts.tables import Bar, Chart
from assurance.dbs.models.every_population import numbers_by_status
from assurance.dbs.models.statuses import policies_of
from assurance.dbs.rules.statuses import IN_BASE, NO_POLICY, PAST_DUE_STATUSES, Status
from assurance.figures.figure import FigureRequest
from assurance.improvement.models.actions import Action
from assurance.improvement.rules.actions import DONE, NOT_KNOWN
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.published import own_rate
from assurance.looked_after.rates import ENGLAND, HUNDRED, per_10_000
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When, half_year, months_after, say_day

IN_DATE, SOON = "In date or current", "Due soon"
OVERDUE, OTHER = "Overdue", "No check, or not known"
_RATED = dict(Action.STATUSES)
_STATES = {
    **{code: _RATED[code] for code in ("not_started", "on_track", "at_risk")},
    "will_miss": "Will miss its date",
    "overdue": OVERDUE,
    DONE: _RATED[DONE],
    NOT_KNOWN: "Not known",
}
# A line of more months has points too near each other for so small a picture.
MONTHS = 36


def of_dbs(reader):
    """How many people of each population are in date, due soon and overdue today."""
    if not _is_for(reader, Permission.RECORD_DBS):
        return None
    council, day = reader.user.council, reader.day
    cohorts = list(Cohort.objects.of(council).counted_on(day).order_by("title", "pk"))
    counted = numbers_by_status(council, day, [cohort.groups for cohort in cohorts])
    bars, totals, facts = [], {}, {}
    for cohort, statuses in zip(cohorts, counted, strict=True):
        numbers = _parts(statuses)
        total = sum(numbers.values())
        if total:
            bars += [Bar(cohort.title, size, f"{size:,}", part) for part, size in numbers.items()]
            totals[cohort.title] = f"{total:,}"
            facts[cohort.title] = _facts(numbers, total)
    title = f"DBS re-checks, {say_day(day)}"
    text = "; ".join(f"{label}: {words}" for label, words in facts.items())
    chart = Chart(
        *("home-dbs", title, f"{text}.", tuple(bars), "Population"), stacked=True, totals=totals
    )
    # What is counted by no policy is never said without that.
    assumed = bars and not policies_of(council, day)
    lines = (*facts.items(), *((("Re-check policy", NO_POLICY),) if assumed else ()))
    return _picture(title, chart, lines, "dbs:position", "Open the DBS position")


def of_audits(reader):
    """How many case audits of the half-year so far were done, shared and discussed by today."""
    if not _is_for(reader, Permission.RECORD_AUDITS):
        return None
    period = half_year(reader.day)
    rows = CaseAudit.objects.visible_to(reader.user).done_in(period).grouped(reader.day)
    done, shared, recorded = (
        sum(getattr(row, name) for row in rows) for name in ("done", "shared", "recorded")
    )
    parts = (("Done", done), ("Shared", shared), ("Discussion recorded", recorded))
    bars = tuple(Bar(label, size, f"{size:,}") for label, size in parts)
    title = f"Case audits recorded one by one since {say_day(period.start)}"
    text = f"{done:,} done, {shared:,} of them shared, {recorded:,} discussions recorded."
    chart = Chart("home-audits", title, text, bars if done else (), "Stage", "Audits")
    share = f"{shared:,} of {done:,} shared by {say_day(reader.day)}"
    lines = (("Shared with the worker", share),) if done else ()
    return _picture(title, chart, lines, "audits:shown", "See the audit results")


def of_children(reader):
    """How many children of the usual population were looked after on each counted date."""
    if not _is_for(reader, Permission.RECORD_LOOKED_AFTER):
        return None
    council, first = reader.user.council, months_after(reader.day, -MONTHS)
    counts = Census.objects.counting(council, None).in_force()
    rows = counts.filter(date__range=(first, reader.day), total__isnull=False).order_by("date")
    values = list(rows.values_list("date", "total"))
    points = tuple(dated(day, total, f"{total:,}") for day, total in values)
    texts = [Value(total, f"{total:,}", say_day(day)) for day, total in values]
    title = "Children looked after"
    text = "; ".join(f"{say_day(day)}: {total:,}" for day, total in values)
    line = LineChart(change(title, texts), (Series("Children", points),), f"{text}.")
    drawing = draw_lines(line) if line.is_line else ""
    lines = [(say_day(day), f"{total:,} children") for day, total in values[-2:]][::-1]
    lines += _rates(council, *values[-1]) if values else []
    address = reverse("looked_after:performance")
    link = "Open the counts of children"
    printed = {"title": title, "drawing": drawing, "lines": lines, "address": address, "link": link}
    return printed if values else None


def of_actions(reader):
    """How many actions of improvement plans are in each state today."""
    if Permission.RECORD_ACTIONS not in reader.permissions:
        return None
    rows = Action.objects.visible_to(reader.user).as_at(reader.day).order_by()
    numbers = dict(rows.values_list("status_then").annotate(number=Count("pk")))
    # What is rated red before its due date will miss it: lists and figures call only the rest so.
    late = Action.objects.visible_to(reader.user).overdue_on(reader.day).count()
    numbers |= {"overdue": late, "will_miss": numbers.get("overdue", 0) - late}
    parts = [(label, numbers[code]) for code, label in _STATES.items() if numbers.get(code)]
    total = sum(numbers.values())
    title = f"Actions by state, {say_day(reader.day)}"
    text = ", ".join(f"{label}: {number:,}" for label, number in parts)
    bars = tuple(Bar(label, number, f"{number:,}") for label, number in parts)
    chart = Chart("home-actions", title, f"{text}, of {total:,}.", bars, "State", "Actions")
    lines = ((OVERDUE, f"{late:,} of {total:,}"),)
    picture = _picture(title, chart, lines, "improvement:list", "Open the actions")
    if picture and late:
        overdue = f"{reverse('improvement:list')}?overdue=yes"
        picture |= {"address": overdue, "link": "Open the overdue actions"}
    return picture


def _rates(council, day, total):
    """(label, words) of the rate of a count, with England's where one is recorded."""
    own = own_rate(council, day, total)
    if own is None:
        return []
    reading = per_10_000(FigureRequest(council, When.at(day)))
    lines = [("Per 10,000 children", f"{own[0].normalize():f}")]
    if reading and ENGLAND in reading.members:
        rate = Decimal(reading.members[ENGLAND].count) / HUNDRED
        date = say_day(reading.whens[ENGLAND].end)
        lines.append((f"England per 10,000 children, {date}", f"{rate.normalize():f}"))
    return lines


def _is_for(reader, permission):
    """Whether the reader keeps the records of the subject, or none and sees all counts."""
    keeps_any = reader.permissions & set(SUBJECT_OF)
    return permission in reader.permissions or not keeps_any


def _parts(statuses):
    """People in scope by what is to be done of each, in the order of the picture."""
    soon = statuses.get(Status.DUE_SOON, 0)
    late = sum(statuses.get(status, 0) for status in PAST_DUE_STATUSES)
    good = sum(statuses.get(status, 0) for status in (Status.IN_DATE, Status.UPDATE_CURRENT))
    total = sum(statuses.get(status, 0) for status in IN_BASE)
    return {IN_DATE: good, SOON: soon, OVERDUE: late, OTHER: total - good - soon - late}


def _facts(numbers, total):
    """`17 of 352 overdue, 24 due soon`, with whatever else there is of what is not in date."""
    rest = [f", {numbers[part]:,} {part.lower()}" for part in (SOON, OTHER) if numbers[part]]
    return f"{numbers[OVERDUE]:,} of {total:,} overdue{''.join(rest)}"


def _picture(title, chart, lines, page, link):
    if not chart.bars:
        return None
    printed = {"title": title, "drawing": draw(chart), "lines": lines}
    return {**printed, "address": reverse(page), "link": link}
