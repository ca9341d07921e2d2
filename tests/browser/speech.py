"""A page as a screen reader would say it, from Chromium's accessibility tree: one line for each
thing that the reader stops at."""

from itertools import chain

LANDMARKS = {
    "banner",
    "navigation",
    "main",
    "contentinfo",
    "complementary",
    "region",
    "search",
    "form",
}
BOXES = {
    "textbox": "edit",
    "searchbox": "search box",
    "combobox": "list box",
    "checkbox": "checkbox",
    "radio": "radio button",
    "button": "button",
    "link": "link",
    "image": "graphic",
    "img": "graphic",
    "graphics-document": "graphic",
}
CELLS = {"cell", "gridcell", "columnheader", "rowheader"}
LOUD = {"alert", "status"}


def spoken(page):
    """A list of what is said of `page` from its top to its end."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    tree = {one["nodeId"]: one for one in nodes}
    return [line for line in _said(nodes[0], tree) if line]


def focused(page):
    """What is said of the one thing that has the focus."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    found = (one for one in nodes if _properties(one).get("focused") and _role(one) in BOXES)
    return _of_a_box(next(found))


def headings(lines):
    """The lines that a reader who goes from heading to heading would hear."""
    return [line for line in lines if line.startswith("heading level ")]


def _said(node, tree):
    role = _role(node)
    if node.get("ignored") or role in ("none", "generic", "InlineTextBox", "StaticText"):
        own, inner = [], node
    elif role == "RootWebArea":
        own, inner = [f"page, {_name(node)}"], node
    elif role in LANDMARKS:
        own, inner = [_joined(role, _name(node))], node
    elif role == "heading":
        return [f"heading level {_properties(node)['level']}, {_name(node)}"]
    elif role in BOXES:
        return [_of_a_box(node)]
    elif role in LOUD:
        return [f"{role}, {_text(node, tree)}"]
    elif role == "row":
        return [_joined("row", *(_text(one, tree) for one in _within(node, tree, CELLS)))]
    elif role == "table":
        own, inner = [_joined("table", _name(node))], node
    elif role in (
        "paragraph",
        "caption",
        "Figcaption",
        "LabelText",
        "Legend",
        "definition",
        "term",
    ):
        return _mixed(node, tree)
    else:
        own, inner = [], node
    return [*own, *_mixed(inner, tree)]


def _mixed(node, tree):
    """What stands in `node`, with the words between its links and boxes run together."""
    lines, words = [], []
    for child in _children(node, tree):
        if _role(child) == "StaticText" and not child.get("ignored"):
            words.append(_name(child))
            continue
        inner = _said(child, tree)
        if words and inner:
            lines, words = [*lines, " ".join(words)], []
        lines += inner
    return [*lines, " ".join(words)] if words else lines


def _of_a_box(node):
    told = _properties(node)
    states = [
        "required" if told.get("required") else "",
        "invalid" if told.get("invalid") in ("true", True) else "",
        {"true": "checked", "false": "not checked"}.get(str(told.get("checked", ""))),
        {"True": "expanded", "False": "collapsed"}.get(str(told.get("expanded", ""))),
        " ".join(node.get("description", {}).get("value", "").split()),
    ]
    return _joined(BOXES[_role(node)], _name(node), *states)


def _within(node, tree, roles):
    """The nearest nodes of `roles` inside `node`."""
    return chain.from_iterable(
        [child] if _role(child) in roles else _within(child, tree, roles)
        for child in _children(node, tree)
    )


def _text(node, tree):
    if _role(node) == "StaticText":
        return _name(node)
    inner = (_text(child, tree) for child in _children(node, tree))
    return " ".join(filter(None, inner)) or (_name(node) if _role(node) in BOXES else "")


def _children(node, tree):
    return [tree[key] for key in node.get("childIds", ()) if key in tree]


def _role(node):
    return node.get("role", {}).get("value", "")


def _name(node):
    return " ".join(node.get("name", {}).get("value", "").split())


def _properties(node):
    return {one["name"]: one["value"].get("value") for one in node.get("properties", ())}


def _joined(*parts):
    return ", ".join(filter(None, parts))
