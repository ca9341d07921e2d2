"""What two papers side by side must say of their words, derived a second time from the frozen
documents by plain Python: slowly, every pair of lines looked at."""

import re
from html import unescape

NEW, GONE = "new section", "section removed"
# How far ahead a line that reads otherwise is looked for.
AHEAD = 40
# The title of the section that asks something of the committee.
ASKING = "Recommendations"


def told(then, now, names):
    """(blocks of the page under *Words* below its first sentence, [(place, address, words before,
    words after)]) of two issues; `names` is what the page calls each."""
    rows = parts(then, now)
    changed = [row for row in rows if row[2]]
    findings = [_finding(line, now, names) for row in changed for line in row[3]]
    blocks = []
    for _, title, state, lines, alike in changed:
        blocks.append(("summary", f"{title}: {state}"))
        blocks += [("p", _finding(line, now, names)[0]) for line in lines]
        blocks += [("p", _carried(alike))] if alike else []
    same = [title for _, title, state, *_ in rows if not state]
    if same:
        blocks.append(("p", f"Sections that did not change: {', '.join(same)}."))
    return blocks, findings


def parts(then, now):
    """Each section of either, but the one that asks where nothing else in it changed."""
    pairs = _pairs(*(_unasked(one.document) for one in (then, now)))
    return [row for row in (_section(*pair) for pair in pairs) if row[2] or row[1] != ASKING]


def asked(then, now, names, decided):
    """([(state, blocks)], findings) of the recommendations, each of them one line; `decided` is
    (issue, anchor) → the words of a decision."""
    old, new = (recommendations(one.document) for one in (then, now))
    rows, findings = [], []
    for state, before, after in reworded(old, new):
        issue, (place, words, anchor) = (now, after) if after else (then, before)
        where = f"{place[:1].upper()}{place[1:]} of {names[issue is now]}"
        blocks = [("li", state), ("p", where)]
        sides = ((then, before, names[0]), (now, after, names[1]))
        for one, line, name in sides:
            if line and (told := decided(one, line[2])):
                of = "on this report" if then.paper == now.paper else f"of {name}"
                blocks.append(("p", f"Decision {of}: {told}"))
        rows.append((state, blocks))
        shown = before[1] if state == "Reworded" else words
        findings.append((where, f"{issue.address}#{anchor}", shown, words))
    return rows, findings


def reworded(old, new):
    """(state, line before, line after) of the recommendations of two issues, in any order."""
    kept = {words for _, words, _ in old} & {words for _, words, _ in new}
    left = [line for line in old if line[1] not in kept]
    rows = []
    for line in new:
        if line[1] in kept:
            before = next(one for one in old if one[1] == line[1])
            rows.append(("In both", before, line))
            continue
        likes = [one for one in left if _like(one[1], line[1])][:1]
        rows.append(("Reworded" if likes else "New", *(likes or [None]), line))
        left = [one for one in left if one not in likes]
    return rows + [("Not made again", line, None) for line in left]


def recommendations(document):
    """(place, words, anchor) of each item of the first list of the asking section, with the items
    that stand within it."""
    titles = {str(row["number"]): row["title"] for row in document["figures"]}
    for block in document["sections"]:
        if block.get("title") != ASKING:
            continue
        for paragraph in block["blocks"]:
            lists = [one for one in paragraph.get("content", ()) if one["is"] == "ItemList"]
            number = paragraph.get("number", "").rstrip(".)")
            place = f"paragraph {number}" if number else f"{block['number']} {ASKING}".strip()
            if lists:
                return [_item(one, place, titles) for one in lists[0]["items"]]
    return []


def _item(item, place, titles):
    lines = [words for part in item["content"] for _, words, _ in _lines(part, "", "", titles)]
    said = " ".join(lines[0].split())
    for words in lines[1:]:
        said = f"{said} {words}" if said.endswith(":") else f"{said.rstrip(';,')}; {words}"
    return f"{place} ({item['label'].rstrip('.)')})", said, item["anchor"]


def _unasked(document):
    """The sections of a document without the lines of its recommendations."""
    own = {anchor for *_, anchor in recommendations(document)}
    return [
        (anchor, title, [line for line in lines if not any(_within(line[2], one) for one in own)])
        for anchor, title, lines in sections(document)
    ]


def _within(anchor, other):
    return anchor == other or anchor.startswith(f"{other}-")


def _carried(alike):
    return f"{alike} more line{'' if alike == 1 else 's'} of this section did not change."


def _finding(line, now, names):
    """(place, address, words before, words after) of a line that differs."""
    (place, before, after, anchor) = line
    where = (place[:1].upper() + place[1:]) or "The report"
    address = f"{now.address}#{anchor}" if after else ""
    return f"{where} of {names[bool(after)]}", address, before, after


def findings(html):
    """The same, read from the page: what is not added is what was, what is not removed is now."""
    found = []
    for part in re.split(r'<div class="(?:app-finding|[\w-]+ app-asked)">', html)[1:]:
        place, shown = re.findall(r"(?s)<p\b[^>]*>(.*?)</p>", part)[:2]
        address = re.search(r'href="([^"]*)"', place)
        old = re.sub(r"(?s)<ins>.*?</ins>", "", shown)
        new = re.sub(r"(?s)<del>.*?</del>", "", shown)
        words = [_plain(re.sub(r"<span[^>]*>[^<]*</span>", "", text)) for text in (old, new)]
        found.append((_plain(place), unescape(address[1]) if address else "", *words))
    return found


def _plain(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def _pairs(old, new):
    """Each section of the later paper with that of the earlier one, then those that are gone."""
    then = {anchor: (title, lines) for anchor, title, lines in old}
    now = {anchor for anchor, _, _ in new}
    for anchor, title, lines in new:
        yield title, then[anchor][1] if anchor in then else None, lines
    yield from ((title, lines, None) for anchor, title, lines in old if anchor not in now)


def _section(title, old, new):
    """(whether it is there, title, how it differs, the lines that differ, how many are carried)."""
    lines, alike = differing(old or [], new or [])
    state = NEW if old is None else GONE if new is None else ""
    if not state and lines:
        state = f"{len(lines)} change{'' if len(lines) == 1 else 's'}"
    return new is not None, title, state, lines, alike


def differing(old, new):
    """([(place, before, after, anchor)], how many lines are carried) of two lists of lines."""
    if not (old and new) or not (block := _longest(old, new)):
        return _beside(old, new), 0
    at, to, size = block
    first, alike = differing(old[:at], new[:to])
    last, more = differing(old[at + size :], new[to + size :])
    return first + last, alike + size + more


def _longest(old, new):
    """Where the longest stretch of like lines begins in each, the earliest of them, and its
    length."""
    best = None
    for at in range(len(old)):
        for to in range(len(new)):
            size = 0
            while (
                at + size < len(old)
                and to + size < len(new)
                and old[at + size][1] == new[to + size][1]
            ):
                size += 1
            if size and (best is None or size > best[2]):
                best = at, to, size
    return best


def _beside(old, new):
    """Lines none of which is carried: each with the first near one that it is like."""
    rows, new = [], list(new)
    for place, words, _ in old:
        likes = [n for n, other in enumerate(new[:AHEAD]) if _like(words, other[1])]
        if not likes:
            rows.append((place, words, "", ""))
            continue
        for _ in range(likes[0]):
            rows.append(_new(new.pop(0)))
        where, now, anchor = new.pop(0)
        rows.append((where, words, now, anchor))
    return rows + [_new(line) for line in new]


def _new(line):
    place, words, anchor = line
    return place, "", words, anchor


def _like(one, other):
    """Whether at least two in five of all words of both are in both."""
    left, common = other.split(), 0
    total = len(one.split()) + len(left)
    for word in one.split():
        if word in left:
            left.remove(word)
            common += 2
    return total > 0 and common * 10 >= total * 4


def sections(document):
    """(anchor, title, [(place, words, anchor)]) of every block at the top of a document."""
    titles = {str(row["number"]): row["title"] for row in document["figures"]}
    found = []
    for block in document["sections"]:
        lines = [
            (place, " ".join(words.split()), anchor)
            for place, words, anchor in _lines(block, "", "", titles)
        ]
        title = block.get("title") or (lines[0][0] if lines else "")
        found.append((block.get("anchor", ""), title[:1].upper() + title[1:], lines))
    return found


def _lines(block, place, anchor, titles):
    kind, anchor = block["is"], block.get("anchor", anchor)
    if kind == "Section":
        place = f"{block['number']} {block['title']}".strip()
        yield place, place, anchor
        inner = block["blocks"]
    elif kind == "Paragraph":
        number = block["number"].rstrip(".)")
        place = f"paragraph {number}" if number else place
        if block["heading"]:
            yield place, _words(block["heading"], titles), anchor
        inner = block["content"]
    elif kind in ("ItemList", "Notes"):
        for item in block["items"]:
            label = item["label"].rstrip(".)")
            own = f"{place} ({label})" if label else place
            for part in item["content"]:
                yield from _lines(part, own, item["anchor"], titles)
        return
    else:
        yield from _drawn(kind, block, place, anchor, titles)
        return
    for part in inner:
        yield from _lines(part, place, anchor, titles)


def _drawn(kind, block, place, anchor, titles):
    """The lines of a text, a table, a chart or a block of facts."""
    if kind == "Text":
        yield place, _words(block["runs"], titles), anchor
    elif kind == "Chart":
        yield block["label"], f"{block['caption']}. {block['finding']}", anchor
        yield from _drawn("Table", block["table"], block["label"], block["table"]["anchor"], titles)
    elif kind == "Table":
        place = block["label"] or place
        yield place, block["caption"], anchor
        for row in (block["columns"], *block["rows"]):
            yield place, " | ".join(_words(cell["runs"], titles) for cell in row), anchor
        for note in block["notes"]:
            yield place, _words(note["runs"], titles), anchor
    elif kind == "Headlines":
        for item in block["items"]:
            about = f", {_words(item['about'], titles)}" if item["about"] else ""
            yield place, f"{item['name']}: {_words(item['value'], titles)}{about}", anchor
        for inner in block.get("main_points", []):
            yield from _lines(inner, place, anchor, titles)
    elif kind == "Facts":
        for row in block["rows"]:
            said = "; ".join(_words(line["runs"], titles) for line in row["lines"])
            yield block["caption"], f"{row['name']}: {said}", anchor


def _words(runs, titles):
    """The words of a line, each figure as its name in brackets."""
    return "".join(
        f"[{titles[run['to']]}]"
        if run["kind"] in ("figure", "hidden") and run["to"] in titles
        else run["text"]
        for run in runs
    )
