"""Live figures by short names, for sentences of tests."""

DAY, HALF = "2015-12-01", "2015-07-01/2015-12-31"
NAMES = {
    "UNDER": f"98|looked_after.local_age_band:Under 14|{DAY}",
    "OLDER": f"50|looked_after.local_age_band:16 and over|{DAY}",
    "TEENS": f"40|looked_after.local_age_band:14 to 15|{DAY}",
    "BOYS": f"80|looked_after.sex:Male|{DAY}",
    "ORDERS": f"90|looked_after.legal_group:Care orders|{DAY}",
    "AGREED": f"60|looked_after.legal_group:Accommodated by agreement (section 20)|{DAY}",
    "AGENCY": f"70|looked_after.placement:Foster care through an independent agency|{DAY}",
    "HOMES": f"30|looked_after.external_residential|{DAY}",
    "ALL": f"188|looked_after.children|{DAY}",
    "NEWLY": f"25|looked_after.started|{HALF}",
    "ENDED": f"24|looked_after.ceased|{HALF}",
    "STAFF": f"351|dbs.needing_check|{DAY}",
    "LATE": f"30|dbs.overdue|{DAY}",
    "RECHECKED": f"14|dbs.overdue_followup:Re-checked since|{DAY}",
    "MOVING": f"9|dbs.overdue_followup:Re-check in progress|{DAY}",
    "CURRENT": f"310|dbs.compliant|{DAY}",
    "DUE": "7|dbs.due_in_month|2016-01-01/2016-01-31",
    "ACTIONS": f"40|actions.total|{DAY}",
    "BEHIND": f"6|actions.overdue|{DAY}",
    "TRACK": f"22|actions.by_status:On track|{DAY}",
    "DONE": f"12|actions.by_status:Done and checked|{DAY}",
    "SHARED": f"35|audits.shared|{HALF}",
    "WAITING": f"5|audits.awaiting_sharing|{DAY}",
    "AUDITS": f"40|audits.done|{HALF}",
    "GOOD": f"20|audits.by_grade:Good|{HALF}",
    "BAD": f"6|audits.by_grade:Inadequate|{HALF}",
    "AREAS": f"12|reviews.areas_for_development|{HALF}",
    "STRENGTHS": f"16|reviews.strengths|{HALF}",
}


def drawn(text):
    """A text of which the names of figures are what these print."""
    for name, value in NAMES.items():
        text = text.replace(name, f"{{{{{value}}}}}")
    return text
