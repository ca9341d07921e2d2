"""What a figure was before and is later, derived a second time from frozen documents."""

from tests.publication.derived.frozen import moment, of_base, say, why_unlike


def later_value(issue, figure, issues):
    """The sentence on what the last report issued after `issue` prints of the same moment, where it
    is another shown value; else nothing."""
    if figure["mark"]:
        return ""
    named = ("key", "member", "cohort")
    later = [
        (one, row)
        for one in sorted(issues, key=lambda one: (one.issued_on, one.key))
        if one.is_current and (one.issued_on, one.key) > (issue.issued_on, issue.key)
        for row in reversed(one.figures)
        if all(row[name] == figure[name] for name in named) and moment(row) == moment(figure)
    ]
    if not later:
        return ""
    one, row = later[-1]
    value = row["text"] + of_base(row)
    if row["mark"] or value == figure["text"] + of_base(figure):
        return ""
    edition = f", edition {one.number}" if one.number > 1 else ""
    month = f"{one.told_on:%B %Y}"
    title = one.document["title"]
    name = title if month in title else f"{title}, {month}"
    where = f"{name}{edition}, published on {say(one.issued_on)}"
    return f"Later counted as {value} ({where})."


def last_values(issue, figure, issues):
    """The rows of a figure's last positions: those of its own paper, then of earlier papers."""
    others = [
        one
        for one in issues
        if one.is_current
        and one.paper != issue.paper
        and one.period_end <= issue.period_end
        and one.issued_on <= issue.issued_on
    ]
    alone = [
        {row["cohort"] for row in one.figures if same_figure(row, figure)}
        for one in (issue, *others)
    ]
    followed = {min(groups) for groups in alone if len(groups) == 1}
    seen, rows = [(moment(figure), figure["text"])], []
    for one in (issue, *sorted(others, key=lambda one: (one.issued_on, one.key), reverse=True)):
        for row in of_group(one.figures, figure, followed):
            is_again = row["cohort"] == figure["cohort"] and moment(row) == moment(figure)
            if is_again and (one.issued_on, one.key) > (issue.issued_on, issue.key):
                continue
            known = (moment(row), row["text"])
            if known in seen or row["end"] > figure["end"]:
                continue
            seen.append(known)
            where = "This report" if one is issue else f"Report of {one.told_on:%B %Y}"
            reason = why_unlike(figure, row)
            alike = f"Not comparable: {reason}" if reason else "Counted the same way"
            alike = "The same date, counted again here" if is_again else alike
            printed = f"{where}: {row['title']}, {row['when']}"
            rows.append((row["end"], (row["when"], row["text"] + of_base(row), printed, alike)))
    return [cells for _, cells in sorted(rows, key=lambda row: row[0], reverse=True)[:6]]


def of_group(figures, figure, followed):
    """The values of the same figure; of another group only where it is the one of those that are
    `followed`: printed alone by some report."""
    alike = [row for row in figures if same_figure(row, figure)]
    own = [row for row in alike if row["cohort"] == figure["cohort"]]
    others = [row for row in alike if row["cohort"] in followed]
    return own or (others if len({row["cohort"] for row in others}) == 1 else [])


def same_figure(row, figure):
    """Whether two values are of one figure."""
    return (row["key"], row["member"]) == (figure["key"], figure["member"])
