"""From a printed figure to the record or the list of records that it was counted from, for who may
open them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import urlencode

from django.urls import resolve, reverse
from django.utils.text import slugify

from assurance.accounts.access import may
from assurance.figures.rules.units import Origin
from assurance.governance.models.measures import Measure
from assurance.improvement.models.plans import Plan
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.rates import NEIGHBOURS
from assurance.outcomes.models import OutcomeSet
from assurance.people.models.people import Cohort
from assurance.people.models.teams import Team
from assurance.registers.record_page.links import addresses_of
from assurance.reviews.models.themes import Theme
from assurance.surveys.models import Survey
from reports.documents.entries import STATED
from reports.publication.figure_records.single import record_of


@dataclass(frozen=True)
class RecordList:
    """A list of records by the name of its page, with the filters that narrow it to a figure: the
    names of those for its first date, its last date, its year and its population, and the fixed
    ones."""

    page: str
    since: str = ""
    until: str = ""
    year: str = ""
    fixed: tuple[tuple[str, str], ...] = ()
    population: str = ""

    def query_of(self, entry) -> str:
        """The filters for the dates of `entry`, as the end of an address."""
        query = dict(self.fixed)
        for name, text in ((self.since, entry.start), (self.until, entry.end)):
            if name and text:
                day = date.fromisoformat(text)
                parts = {"day": day.day, "month": day.month, "year": day.year}
                query |= {f"{name}_{part}": number for part, number in parts.items()}
        if self.year and entry.end:
            query[self.year] = entry.end[:4]
        return urlencode(query)


def _narrowed(page, since="", until="", population="", **fixed):
    return RecordList(page, since, until, fixed=tuple(fixed.items()), population=population)


_audits = partial(_narrowed, "audits:list", "done_from", "done_to")
_findings = partial(_narrowed, "reviews:finding-list", "published_from", "published_to")
_people = partial(_narrowed, "dbs:list", population="population")
_actions = partial(_narrowed, "audits:action-list")
EARLY, LEFT = _people("started_from", "started_to", status="early"), _people("left_from", "left_to")
STRENGTHS, AREAS = _findings(kind="strength"), _findings(kind="area")
RECOMMENDED = _findings(kind="recommendation")
TEAMS = RecordList("people:list")
ROUNDS = RecordList("audits:round-list")
BREACHES, REVIEWS = RecordList("dbs:breach-list"), RecordList("reviews:list")
# The first part of a figure's key, or a whole key that has a list of its own → what it counts.
LISTS = {
    "audits": _audits(),
    "audits.shared": _audits(shared="yes"),
    "audits.recorded": _audits(recorded="yes"),
    "audits.by_other_team": _audits(own_team="no"),
    "audits.changed_at_moderation": _audits(moderation="changed"),
    "audits.awaiting_sharing": RecordList("audits:list", "", "done_to", "", (("shared", "no"),)),
    "audits.planned": ROUNDS,
    "audits.rounds_awaiting_result": ROUNDS,
    "audits.posts_allocated": ROUNDS,
    "audits.posts_that_met_quota": ROUNDS,
    "audits.teams": TEAMS,
    "audits.teams_by_service": TEAMS,
    "audits.actions_done": _actions(state="done"),
    "audits.actions_open": _actions(state="open"),
    "audits.actions_overdue": _actions(state="overdue"),
    "audits.moderated": _audits(moderation="moderated"),
    "audits.by_moderation": _audits(moderation="moderated"),
    "dbs": _people(until="at"),
    "dbs.needing_check": _people(until="at", status="needing"),
    "dbs.by_group": _people(until="at", status="needing"),
    "dbs.by_status": _people(until="at", status="needing"),
    "dbs.compliant": _people(until="at", status="compliant"),
    "dbs.overdue": _people(until="at", status="past_due"),
    "dbs.overdue_followup": _people(until="at", status="past_due"),
    "dbs.without_check": _people(until="at", status="without_check"),
    "dbs.breaches_closed": BREACHES,
    "dbs.breaches_late": BREACHES,
    "dbs.breaches_open": BREACHES,
    "dbs.started": _people("started_from", "started_to"),
    "dbs.started_early": EARLY,
    "dbs.started_early_by_assessment": EARLY,
    "dbs.on_long_absence": _people(until="at", status="absent"),
    "dbs.leavers": LEFT,
    "dbs.leavers_by_check": LEFT,
    "looked_after": RecordList("looked_after:list", year="year"),
    "reviews": _findings(),
    "reviews.strengths": STRENGTHS,
    "reviews.strengths_by_theme": STRENGTHS,
    "reviews.areas_for_development": AREAS,
    "reviews.areas_for_development_by_theme": AREAS,
    "reviews.recommendations": RECOMMENDED,
    "reviews.recommendations_by_theme": RECOMMENDED,
    "reviews.stated_points": REVIEWS,
    "reviews.stated_points_over": REVIEWS,
    "reviews.councils_compared": REVIEWS,
    "reviews.councils_by_outcome": REVIEWS,
    "reviews.people_met": REVIEWS,
    "reviews.people_met_by_group": REVIEWS,
    "actions": RecordList("improvement:list"),
    "actions.overdue": _narrowed("improvement:list", overdue="yes"),
    "surveys": RecordList("surveys:list"),
    "developments": RecordList("governance:development-list"),
    "documents": RecordList("governance:document-list"),
    "events": RecordList("governance:event-list", "held_from", "held_to"),
    "events.reached": RecordList("governance:event-list", until="held_to"),
    "risks": RecordList("governance:risk-list"),
    "measures": RecordList("governance:measure-list"),
    "outcomes": RecordList("outcomes:list"),
}
DBS_AUDITS = RecordList("dbs:audit-list", population="cohort")
# The first part of a figure's key and the origin of its value → what that was read from, where
# nothing was counted.
UNCOUNTED = {
    ("audits", Origin.ENTERED): RecordList("audits:total-list"),
    ("dbs", Origin.ENTERED): DBS_AUDITS,
    ("looked_after", Origin.PUBLISHED): RecordList("looked_after:area-list"),
}
# The first part of a figure's key → the records of which it speaks one at a time, by the slug that
# its member begins with.
NAMED_BY_MEMBER = {"measures": Measure, "outcomes": OutcomeSet, "surveys": Survey}


def records_behind(user, council, entry):
    """The address of the record that `entry` of an edition of `council` was read from, or of the
    list of records that it was counted from, narrowed to its days and its part where that list can
    be; empty for a typed number and for users who may not open it."""
    if user.is_authenticated and user.council_id == council.pk and entry.key != STATED:
        row = record_of(council, entry)
        if row and (address := addresses_of([row], user).get(row, "")):
            return address
    subject = entry.key.partition(".")[0]
    listed = UNCOUNTED.get((subject, entry.origin)) or LISTS.get(entry.key) or LISTS.get(subject)
    if entry.key == STATED or listed is None or not user.is_authenticated:
        return ""
    address = reverse(listed.page)
    # The page's own declaration decides, so nobody is offered what the guard refuses.
    if user.council_id != council.pk or not may(user, resolve(address).func.access):
        return ""
    more = (
        _search_for_member(council, entry),
        _population_of(council, entry, listed),
        _part_of(council, entry),
    )
    parts = filter(None, (listed.query_of(entry), *more))
    return f"{address}?{'&'.join(parts)}".removesuffix("?")


def _part_of(council, entry):
    """The filter of a list for the part that `entry` is of: a plan, a kind, a theme, a service."""
    part = _PARTS.get(entry.key)
    rows = list(part.rows(council, entry)[:2]) if part and entry.member else []
    return urlencode({part.filter: rows[0]}) if len(rows) == 1 else ""


def _themes(council, entry):
    published = (entry.start or entry.end, entry.end)
    rows = Theme.objects.filter(review__council=council, review__published_on__range=published)
    return rows.filter(slug=entry.member).values_list("pk", flat=True)


def _services(council, entry):
    names = Team.objects.of(council).order_by("service").values_list("service", flat=True)
    return [name for name in names.distinct() if slugify(name) == entry.member]


def _plans(council, entry):
    return Plan.objects.of(council).filter(slug=entry.member).values_list("pk", flat=True)


@dataclass(frozen=True)
class Part:
    """A `filter` of a list, and its values of which that of a figure's member is one alone."""

    filter: str
    rows: Callable


def _areas(council, entry):
    # The mean is of the neighbours, whose published numbers have a page each.
    return [ComparedArea.NEIGHBOUR] if entry.member == NEIGHBOURS else []


_BY_THEME = Part("theme", _themes)
# Key of a figure of parts → the filter of its list for one of them.
_PARTS = {
    "actions.by_plan": Part("plan", _plans),
    "audits.teams_by_service": Part("text", _services),
    "looked_after.rate": Part("role", _areas),
    "documents.by_kind": Part("kind", lambda council, entry: [entry.member]),
    "reviews.strengths_by_theme": _BY_THEME,
    "reviews.areas_for_development_by_theme": _BY_THEME,
    "reviews.recommendations_by_theme": _BY_THEME,
}


def _population_of(council, entry, listed):
    """The filter of a list for the population of `entry`, where the register has its people."""
    slug = listed.population and entry.population
    rows = Cohort.objects.of(council)
    rows = rows if listed is DBS_AUDITS else rows.of_the_register()
    row = slug and rows.filter(slug=slug).first()
    return urlencode({listed.population: row.pk}) if row else ""


def _search_for_member(council, entry):
    """The search of a list for the title of the record that `entry` is of, where it is of one."""
    model = NAMED_BY_MEMBER.get(entry.key.partition(".")[0])
    slug = entry.member.partition("__")[0]
    row = model.objects.of(council).filter(slug=slug).first() if model and slug else None
    return urlencode({"text": row.title}) if row else ""
