"""The paper file, and the report template that holds the paper as it is, from what was walked."""

import re
from datetime import date, timedelta

from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.conversion.blocks import roles
from reports.conversion.blocks.block_builder import BODY, FRONT
from reports.conversion.blocks.heading_block import committee_in
from reports.conversion.lines import markup
from reports.conversion.lines.dates import day_in, days_in, half_year_to, span_in
from reports.language.file_format import FORMAT
from reports.language.labels import STYLES

LEAD = "The committee is asked to:"
UNKNOWN_COMMITTEE = "Committee not named in the file"
LONGEST_TITLE, LONGEST_SERIES, LONGEST_SLUG = 200, 160, 60
TEMPLATE = "as-brought-in"
_TITLES = {
    roles.WARDS: "Wards affected",
    roles.BACKGROUND: "Background papers",
    roles.ANNEXES: "Annexes",
    roles.ABBREVIATIONS: "Abbreviations",
}
_OPEN_END = re.compile(r"\s+(?:of|for|at|on|in|to|from|dated|[-–—:,])\s*$", re.IGNORECASE)
# What a report has yet to see is no day of its period.
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+(?:to|due)|due|by|until|planned|next|expected|before|target|from)\b[^.;]*"
)
_TRAILING_DAY = re.compile(r"[\s,–—-]*\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+\d{4}\W*$")


def slugged(text: str, otherwise: str) -> str:
    """A slug of all of `words`, as long as one may be."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:LONGEST_SLUG].strip("-") or otherwise


def bodies_apart(blocks) -> None:
    """Parts the body where another part stands within it, and where numbered sections give way to
    unnumbered ones or back, so that each prints where and as it was typed. A paper whose paragraphs
    bear the numbers is parted only by other parts."""
    by_section = is_by_section(blocks)
    above = {item.slug: item.parent for item in blocks}
    numbered = {item.slug for item in blocks if item.kind == "section" and item.entries.get("run")}
    part, count, before, top_is, away = BODY, 1, None, None, False
    for block in blocks:
        if block.part != BODY:
            away = before is not None
            continue
        if not above[block.slug]:
            top_is = by_section and block.slug in numbered
        if before is not None and (top_is != before or (away and not above[block.slug])):
            count += 1
            part = f"{BODY}-{count}"
        before, block.part, away = top_is, part, False


def without_numbers(blocks, by_section: bool) -> None:
    """Gives texts without a number, among numbered paragraphs, a block that prints none."""
    runs = [item for item in blocks if item.kind == "paragraph" and item.entries.get("run")]
    numbered = {_whole_part(run) for run in runs}
    for block in blocks:
        plain = block.kind == "paragraph" and not block.entries.get("run")
        if plain and not by_section and _whole_part(block) in numbered:
            block.kind = "list"


def _whole_part(block):
    """The part of a block, the pieces of the body taken for one."""
    return BODY if block.part.startswith(f"{BODY}-") else block.part


def is_by_section(blocks) -> bool:
    """Whether sections bear the numbers of this paper, and not its paragraphs."""
    sections = sum(block.kind == "section" and bool(block.entries.get("run")) for block in blocks)
    paragraphs = sum(
        block.kind == "paragraph" and bool(block.entries.get("run")) for block in blocks
    )
    return sections > paragraphs


def template_for(walk, blocks, house: dict, slug: str, title: str) -> dict:
    """The data of a report template whose parts are this paper's, in its order."""
    by_section = is_by_section(blocks)
    numbering = {
        "unit": "section" if by_section else "paragraph",
        "restart": "section" if not by_section and _restarts(blocks) else "never",
        "items": _items_of(blocks),
        **_annex_style(blocks),
    }
    parts = [{"slug": "head", "kind": "head"}]
    known = {"head"}
    for name in _order(walk, blocks):
        parts.append(_part(name, walk, blocks, by_section))
        known.add(name)
    for name in _TITLES:
        if name not in known:
            parts.append(_part(name, walk, blocks, by_section))
    if not {roles.RECOMMENDATIONS, roles.PURPOSE} & known:
        parts.append(_part(roles.RECOMMENDATIONS, walk, blocks, by_section))
    return {"slug": slug, "title": title, "numbering": numbering, "house": house, "parts": parts}


def parts_of(walk) -> dict:
    """What the generated parts need: wards, background papers, abbreviations, the lead as typed."""
    fields = {}
    if walk.said[roles.WARDS]:
        fields["wards"] = {"text": " ".join(walk.said[roles.WARDS])}
    if walk.said[roles.BACKGROUND]:
        fields["background_papers"] = {"papers": walk.said[roles.BACKGROUND]}
    if walk.said[roles.ANNEXES]:
        fields["annexes"] = {"text": "\n".join(walk.said[roles.ANNEXES])}
    if walk.abbreviations.rows:
        fields["abbreviations"] = {"listed": walk.abbreviations.rows}
    if walk.asked:
        fields[walk.asked_as] = walk.asked.said
    for role, heading in walk.headings.items():
        fields[role] = {**heading, **fields.get(role, {})}
    return fields


def facts(
    head: dict, name: str, texts: list[str], walk, day: date, letter: bool
) -> tuple[dict, list[str]]:
    """The fields of the paper file, and a sentence for each that the file did not say."""
    derived = []
    meeting = day_in(head.get("meeting", ""))
    dated = day_in(head.get("paper_date", "")) or walk.paper_date
    title = head.get("title", "")[:LONGEST_TITLE].strip()
    if not title:
        title = _title_from(name, meeting if letter else None)
        derived.append(f"The file names no title: it is called “{title}”.")
    committee = head.get("committee") or committee_in(head.get("title", ""))
    if not committee:
        derived.append("The file names no committee.")
    committee = (committee or UNKNOWN_COMMITTEE)[:LONGEST_SERIES].strip()
    period, how = _period(head, texts, dated or meeting, day)
    derived += how
    series = _OPEN_END.sub("", _TRAILING_DAY.sub("", title))[:LONGEST_SERIES].strip()
    series = series or title[:LONGEST_SERIES]
    named_after = meeting or dated
    slug = f"{named_after:%B-%Y}".lower() if named_after else slugged(title, "paper")
    return {
        "format": FORMAT,
        "template": TEMPLATE,
        "series": {"slug": slugged(series, "series"), "title": series},
        "slug": slug,
        "title": title,
        "committee": {"slug": slugged(committee, "committee"), "title": committee},
        "meeting": meeting and {"date": meeting.isoformat(), "title": ""},
        "paper_date": dated and dated.isoformat(),
        "period": {
            name: item.isoformat() for name, item in zip(("start", "end"), period, strict=True)
        },
        "dates": {},
    }, derived


def source_of(paper: dict) -> str:
    """The source of the numbers of a paper that was typed elsewhere: its title and day."""
    day = paper["paper_date"] or (paper["meeting"] or {}).get("date")
    items = (paper["title"], day and say_day(date.fromisoformat(day)))
    return ", ".join(item for item in items if item)


def house_words(texts: list[str], blocks) -> dict:
    """Whether the paper says annex or appendix."""
    typed = [block.entries.get("typed", "") for block in blocks if block.kind == "annex"]
    text = " ".join(typed or texts)
    if len(re.findall(r"\bappendi", text, re.I)) > len(re.findall(r"\bannex", text, re.I)):
        return {"annex": "Appendix", "annexes": "Appendices"}
    return {}


def _title_from(name, day):
    if day:
        return f"Letter of {day.day} {day:%B %Y}"
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name.replace("\\", "/").rpartition("/")[2])
    text = " ".join(re.findall(r"[\w’']+", markup.bare(stem).replace("_", " ")))
    return (with_capital(text))[:LONGEST_TITLE] or "Report imported"


def _period(head, texts, dated, day):
    value = span_in(" ".join([*head.values()])) or span_in(" ".join(texts[:6]))
    if value:
        return value, []
    if dated:
        return half_year_to(dated), [
            "The file has no period with both dates. The six months before its date are used."
        ]
    behind = (_TO_COME.sub("", text) for text in texts)
    days = [item for text in behind for item in days_in(text) if item.year > 1900]
    last = max(days) + timedelta(days=1) if days else day
    return half_year_to(last), [
        "The file has no date. The six months up to the latest date in it are used."
        if days
        else "The file bears no date: the six months before today are taken."
    ]


def _order(walk, blocks):
    """The parts in the order in which the file has them."""
    matches = []
    for block in blocks:
        if block.part not in matches:
            matches.append(block.part)
    for role in walk.order:
        if role not in matches and role != BODY:
            place = walk.order.index(role)
            later = [item for item in walk.order[place + 1 :] if item in matches]
            matches.insert(matches.index(later[0]) if later else len(matches), role)
    return matches


def _part(name, walk, blocks, by_section):
    heading = walk.headings.get(name, {}).get("heading", "")
    if name in (roles.RECOMMENDATIONS, roles.PURPOSE):
        return _asking(name, walk, blocks, heading)
    if name in _TITLES:
        return {"slug": name, "kind": name, "title": heading or _TITLES[name]}
    rows = [block for block in blocks if block.part == name]
    numbered = any(row.entries.get("run") for row in rows)
    kind = "paragraphs" if name == FRONT else "sections"
    return {"slug": name, "kind": kind, "title": "", "numbered": numbered}


def _asking(name, walk, blocks, heading):
    value = walk.asked.said if walk.asked_as == name and walk.asked else {}
    queries = [block for block in blocks if block.kind == "recommendation"]
    numbered = bool(value.get("typed")) and not is_by_section(blocks)
    return {
        "slug": name,
        "kind": name,
        "title": heading or "Recommendations",
        "numbered": numbered,
        "lead": value.get("lead") or LEAD,
        "style": _style(queries[0].entries.get("typed", "")) if queries else "roman",
        "reason": "optional",
    }


def _style(typed):
    bare = typed.strip("().").lower()
    if not bare:
        return "bullet"
    if bare.isdigit():
        return "number"
    style = "roman" if bare in ("i", "ii", "iii", "iv") else "letter"
    return style if style in STYLES else "bullet"


def _items_of(blocks):
    """The styles of lists at both levels: those that most first items have."""
    index = {1: {}, 2: {}}
    for block in blocks:
        for item in block.text.items:
            style = _style(item["typed"].replace("•", ""))
            if style != "bullet":
                counts = index[item["depth"]]
                counts[style] = counts.get(style, 0) + 1
    first = max(index[1], key=index[1].get, default="roman")
    second = max(index[2], key=index[2].get, default="letter" if first != "letter" else "roman")
    return [first, second]


def _restarts(blocks):
    """Whether every section at the top that has numbered paragraphs begins a run of its own."""
    tops, above = {}, {item.slug: item.parent for item in blocks}
    for block in blocks:
        if run := block.kind == "paragraph" and block.entries.get("run"):
            top = block.slug
            while above.get(top):
                top = above[top]
            tops.setdefault(top, set()).add(run)
    firsts = [min(runs) for runs in tops.values()]
    return len(firsts) > 1 and len(set(firsts)) == len(firsts)


def _annex_style(blocks):
    names = [block.entries["typed"].split()[-1] for block in blocks if block.kind == "annex"]
    return {"annexes": "number"} if names and names[0].isdigit() else {}
