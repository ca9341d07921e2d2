"""In sentences how one inventory differs from another: which file, address or figure moved, and the
first line in which it did."""

import json
from itertools import zip_longest

from tests.unchanged import inventory
from tests.unchanged.bodies import title

MOST = 40
WIDEST = 160


def of_values(kept, now):
    """A sentence for each value of a dict of dicts that is new, gone, or another one."""
    rows = []
    for part in {**kept, **now}:
        was, here = kept.get(part, {}), now.get(part, {})
        for name in {**was, **here}:
            if was.get(name) != here.get(name):
                rows.append(f"{part}: {name}: {_change(was.get(name), here.get(name))}")
    return rows


def of_files(kept, now):
    """A sentence for each paper's file or description, with the first line that differs."""
    rows = []
    for name in {**kept, **now}:
        was, here = (json.dumps(one.get(name), ensure_ascii=False, indent=1) for one in (kept, now))
        if was != here:
            rows.append(f"{name}: {_first_line(was, here)}")
    return rows


def of_pages(kept, now):
    """A sentence for each difference of pages: where it was first met, for whom, and on how many
    answers else. A line that every page has is one difference."""
    counts, places = {}, {}
    for place, was, here in _answers(kept, now):
        change = _change_of_page(was, here)
        if change:
            counts[change] = counts.get(change, 0) + 1
            places.setdefault(change, place)
    return [
        f"{places[change]}: {change}" + (f" (and {count - 1} more answers)" if count > 1 else "")
        for change, count in counts.items()
    ]


def report(rows):
    """The sentences for a reader of a failed test, at most `MOST`."""
    more = [f"... and {len(rows) - MOST} more."] if len(rows) > MOST else []
    return "\n".join([f"{len(rows)} differences:", *rows[:MOST], *more])


def between(kept, now, name):
    """The differences of the files called `name` of two folders."""
    kinds = {"answers.json.xz": of_pages, "papers.json.xz": of_files}
    compare = kinds.get(name, of_values)
    return compare(inventory.read(kept / name), inventory.read(now / name))


def _answers(kept, now):
    for part in {**kept["parts"], **now["parts"]}:
        was, here = kept["parts"].get(part, {}), now["parts"].get(part, {})
        for path in {**was, **here}:
            for who in {**was.get(path, {}), **here.get(path, {})}:
                first = _answer(kept, was.get(path, {}).get(who))
                second = _answer(now, here.get(path, {}).get(who))
                yield _place(path, who, first, second), first, second


def _answer(side, row):
    """(status and type, text or digest) of an answer, None where the address is not asked."""
    if row is None:
        return None
    line, content = row
    return line, side["texts"][content] if isinstance(content, int) else content


def _place(path, who, was, here):
    heading = title((was or here)[1])
    return f"{path} ({heading}) as {who}" if heading else f"{path} as {who}"


def _change_of_page(was, here):
    if was == here:
        return ""
    if was is None or here is None:
        return "the address is new" if was is None else "the address is not asked any more"
    if was[0] != here[0]:
        return _change(was[0], here[0])
    return _first_line(was[1], here[1])


def _first_line(was, here):
    pairs = enumerate(zip_longest(was.splitlines(), here.splitlines()), 1)
    number, (old, new) = next((n, pair) for n, pair in pairs if pair[0] != pair[1])
    return f"line {number} {_change(old, new)}"


def _change(was, here):
    return f"was {_short(was)}, is {_short(here)}"


def _short(value):
    text = "nothing" if value is None else str(value)
    return text if len(text) <= WIDEST else f"{text[:WIDEST]}…"
