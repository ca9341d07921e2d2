"""Home, the DBS position and counts of looked-after children, against the same numbers counted by
hand and a plain template."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial

from django.urls import reverse

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.returns import Return
from assurance.people.models.people import Cohort
from bench import bare
from bench.comparison import Comparison
from bench.database import Prepared
from bench.rows import TODAY

OF_COUNCIL = "council_id = %(council)s AND withdrawn_on IS NULL"
OPEN_ROUND = f"{OF_COUNCIL} AND closed_on IS NULL AND cancelled_on IS NULL"
DONE = "(SELECT count(*) FROM audits_caseaudit a WHERE a.round_id = r.id)"
# What waits for an officer, beside people's checks.
OFFICER = (
    f"SELECT count(*) FROM audits_caseaudit WHERE {OF_COUNCIL} AND shared_on IS NULL",
    (
        f"SELECT count(*) FROM audits_caseaudit WHERE {OF_COUNCIL} "
        "AND shared_on IS NOT NULL AND recorded_on IS NULL"
    ),
    (
        f"SELECT count(*) FROM improvement_action WHERE {OF_COUNCIL} "
        "AND due_on < %(day)s AND status <> 'done'"
    ),
    (
        f'SELECT count(*) FROM audits_auditround r WHERE {OPEN_ROUND} AND "end" < %(day)s '
        f"AND (planned IS NULL OR {DONE} < planned)"
    ),
    f"SELECT count(*) FROM audits_auditround WHERE {OPEN_ROUND} AND begun_on <= %(day)s",
    (
        "WITH held AS (SELECT * FROM meetings_meeting m JOIN audits_learningmeeting l "
        f"ON l.meeting_id = m.id WHERE {OF_COUNCIL}) "
        "SELECT count(*) FROM held m WHERE next_on < %(day)s AND NOT EXISTS "
        "(SELECT 1 FROM held n WHERE n.date > m.date AND n.forum = m.forum)"
    ),
    (
        "SELECT count(*) FROM imports_importrun WHERE council_id = %(council)s "
        "AND state IN ('given', 'read', 'checked', 'waiting')"
    ),
)
PAPERS = (
    "SELECT p.title, p.status, m.date FROM papers_paper p "
    "LEFT JOIN meetings_meeting m ON m.id = p.meeting_id "
    "WHERE p.council_id = %(council)s AND p.status IN ({states})"
)
COMMITMENTS = (
    "SELECT what, due_on FROM papers_commitment WHERE council_id = %(council)s "
    "AND state = 'open' AND due_on <= date(%(day)s, '+31 days')"
)
ASKED = "SELECT title, due_on FROM papers_contributionrequest WHERE asked_of_id = %(user)s"
COUNTED = """
    SELECT place, place_provider, ls, sex, ethnicity, age, count(*) FROM (
        SELECT e.place, e.place_provider, e.ls, c.sex, c.ethnicity, max(e.decom),
            (strftime('%%Y%%m%%d', %(day)s) - strftime('%%Y%%m%%d', c.born_on)) / 10000 AS age
        FROM looked_after_episode e JOIN looked_after_child c ON c.id = e.child_id
        WHERE e.held_return_id = %(held)s AND e.decom <= %(day)s
            AND (e.dec IS NULL OR e.dec > %(day)s) AND e.ls NOT IN ('V3', 'V4')
        GROUP BY e.child_id
    ) GROUP BY 1, 2, 3, 4, 5, 6
"""


def comparisons(made: Prepared) -> Iterator[Comparison]:
    """Every comparison of home and of the pages of counts."""
    for word, count in (
        ("officer", _of_officer),
        ("clerk", partial(_of_papers, "'writing', 'sent', 'approved'")),
        ("approver", partial(_of_papers, "'sent'")),
        ("member", _of_member),
    ):
        get = partial(made.client(word).get, reverse("home"))
        yield Comparison(f"home of the {word}", get, partial(count, made, word), _agree)
    officer = made.client("officer")
    yield Comparison(
        "DBS position",
        partial(officer.get, reverse("dbs:position")),
        partial(_position, made),
        _agree,
    )
    census = Census.objects.filter(council=made.council).latest("date")
    yield Comparison(
        "count of looked-after children, its page",
        partial(officer.get, reverse("looked_after:record", args=[census.pk])),
        partial(_census, census),
        _agree,
    )
    yield Comparison(
        "count of looked-after children, counted and shown",
        partial(_count, officer, date(2017, 2, 15)),
        partial(_counted, date(2017, 2, 15)),
        _agree,
    )


def _agree(ours, bare):
    """Each number counted by hand is on the page."""
    numbers, _drawn = bare
    assert ours.status_code == 200
    text = re.sub("<[^>]*>", " ", ours.content.decode())
    for number in filter(None, numbers):
        assert re.search(rf"\b({number}|{number:,})\b", text), f"{number} is not on the page"


def _of_officer(made, word):
    people = [bare.People(made.council, one).count() for one in (bare.OVERDUE, bare.DUE_SOON)]
    values = _values(made, word)
    numbers = [*people, *(bare.select(one, values)[0][0] for one in OFFICER)]
    bare.select(ASKED, values)
    return numbers, bare.table([numbers])


def _of_papers(states, made, word):
    values = _values(made, word)
    waiting = bare.select(PAPERS.format(states=states), values)
    due = bare.select(COMMITMENTS, values)
    asked = bare.select(ASKED, values)
    return [], bare.table([*waiting, *due, *asked])


def _of_member(made, word):
    return [], bare.table(bare.select(ASKED, _values(made, word)))


def _values(made, word):
    user = made.accounts[word].pk
    return {"council": made.council.pk, "day": TODAY.isoformat(), "user": user}


def _position(made):
    """How many people of the usual population have each status, at the last audit and today."""
    cohort = Cohort.objects.get(council=made.council, kind="dbs", usual=True)
    [[audit]] = bare.select(
        "SELECT max(audit_date) FROM dbs_dbsaudit WHERE cohort_id = %s", [cohort.pk]
    )
    days = (audit if isinstance(audit, date) else date.fromisoformat(audit), TODAY)
    found = [
        Counter(
            row[4]
            for row in bare.People(made.council, groups=cohort.groups, day=day)
            if row[4] < bare.OUT_OF_SCOPE
        )
        for day in days
    ]
    return list(found[-1].values()), bare.table([counts.items() for counts in found])


def _census(census):
    """The total and the counts of a census, with what history says of it."""
    counts = bare.select(
        "SELECT breakdown, member, children FROM looked_after_censuscount WHERE census_id = %s",
        [census.pk],
    )
    history = bare.select(
        "SELECT at, who, what FROM records_historyentry WHERE about = %s", [census.history_name]
    )
    return [census.total], bare.table([*counts, *history], census.total)


def _count(client, day):
    """Counts one more day from the newest return, as an officer does, and reads the page."""
    held = Return.objects.latest("year_end")
    asked = {"day_day": day.day, "day_month": day.month, "day_year": day.year}
    answer = client.post(reverse("looked_after:return-count", args=[held.pk]), asked)
    assert answer.status_code == 302, "the day was not counted"
    return client.get(answer.url)


def _counted(day):
    """The children of a day by each of their codes, counted from the episodes."""
    held = Return.objects.latest("year_end")
    values = {"held": held.pk, "day": day.isoformat()}
    rows = bare.select(COUNTED, values)
    by_code = [Counter() for _ in range(6)]
    for *codes, children in rows:
        for counter, code in zip(by_code, codes, strict=True):
            counter[code] += children
    total = sum(row[-1] for row in rows)
    return [total], bare.table([counter.items() for counter in by_code], total)
