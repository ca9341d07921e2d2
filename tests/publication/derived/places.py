"""What the places of a frozen document are called, read from its plain lists and dicts."""


def names(document):
    """Anchor → what the place is called."""
    found = {}
    for block in (document["head"], *document["sections"]):
        _walk(block, "", "", found)
    return found


def called(known, anchor):
    """What an anchor is called, or the nearest place that holds it."""
    while anchor and anchor not in known:
        anchor = anchor.rpartition("-")[0]
    return known.get(anchor, "")


def _walk(block, within, annex, found):
    kind = block["is"]
    if kind in ("ItemList", "Notes"):
        for place, item in enumerate(block["items"], 1):
            label = item["label"].rstrip(".)")
            name = f"{within} ({label})" if label else f"{within}, point {place}"
            found[item["anchor"]] = name
            for inner in item["content"]:
                _walk(inner, name, annex, found)
        return
    if kind == "Text":
        return
    if kind == "Section" and block["anchor"].startswith("annex-"):
        annex = block["title"].split(":")[0]
    name = _name(kind, block, within, annex)
    found[block["anchor"]] = name
    inner = [block["table"]] if kind == "Chart" else block.get("blocks") or block.get("content", ())
    for part in inner:
        _walk(part, name, annex, found)
    for part in block.get("main_points", ()):
        _walk(part, name.replace("headline figures", "main points"), annex, found)


def _name(kind, block, within, annex):
    if kind == "Section":
        return f"“{(block['number'] + ' ' + block['title']).strip()}”"
    if kind == "Facts":
        return f"“{block['caption']}”"
    if kind == "Paragraph":
        number = block["number"].rstrip(".)")
        above = f"{annex}, " if annex else ""
        return f"{above}paragraph {number}" if number else within
    if kind == "Headlines":
        return f"{within}, headline figures" if annex and within else "headline figures"
    return block["label"] or (within if kind == "Table" else "")


def spoken(document):
    """(anchor, words) of each heading, paragraph and item of a list whose words tell of something:
    not those of who to ask, who approved, and what else there is."""
    quiet = {
        f"part-{name}" for name in ("contacts", "approval", "background_papers", "abbreviations")
    }
    for block in document["sections"]:
        yield from _spoken(block, quiet)


def _spoken(block, quiet):
    if block["is"] == "Section" and block["anchor"] not in quiet:
        yield block["anchor"], block["title"]
        for inner in block["blocks"]:
            yield from _spoken(inner, quiet)
    elif block["is"] == "Paragraph":
        yield block["anchor"], words(block)
    elif block["is"] == "ItemList":
        yield from ((item["anchor"], words(item)) for item in block["items"])


def words(value):
    """Every word of a part of a document; runs of one text touch each other."""
    if isinstance(value, dict):
        if value["is"] == "Run":
            return value["text"]
        printed = (value.get(name, "") for name in ("number", "label"))
        inner = (words(item) for item in value.values() if isinstance(item, dict | list))
        return " ".join(filter(None, (*printed, *inner)))
    touching = value and value[0]["is"] == "Run"
    return ("" if touching else " ").join(filter(None, map(words, value)))
