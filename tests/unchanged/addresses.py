"""Which addresses there are, and one instance of each: of the demonstration where a link leads to
one, else of records that the makers of the tests make."""

import re
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, URLResolver, get_resolver, resolve

LINK = re.compile(r'\b(?:href|action)="([^"#?]*)')
# How many pages of one address each person opens on the way to others.
OPENED = 2
ARGUMENT = re.compile(r"\(\?P<\w+>|<(?:(\w+):)?\w+>")


def routes(patterns=None, prefix="", namespace=""):
    """A dict of name (with its namespace) → route, its arguments without their names."""
    rows = {}
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + ARGUMENT.sub(_argument, str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            rows |= routes(pattern.url_patterns, route, inner)
        else:
            rows[f"{namespace}{pattern.name}"] = route
    return rows


def name_of(path):
    """The name of the address that `path` is an instance of; nothing where it is of none."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


def instances(clients):
    """A path for each address that takes no argument or that links lead to, in the order of names.

    `clients` is a dict of person → browser; each follows links from the addresses without one.
    """
    plain = {name: f"/{route}" for name, route in routes().items() if _is_plain(route)}
    paths = dict(plain)
    for client in clients.values():
        for name, path in _walked(client, plain.values()):
            paths.setdefault(name, path)
    return [paths[name] for name in sorted(paths)]


def _argument(match):
    return f"<{match[1] or ''}>" if match[0].startswith("<") else "(?P<>"


def _is_plain(route):
    return not set("<(^$\\") & set(route)


def _walked(client, starts):
    # Breadth first: what a page near the front links to is the plainest of its kind.
    queue, counts, paths = list(starts), {}, set(starts)
    for path in queue:
        name = name_of(path)
        if not name:
            continue
        yield name, path
        counts[name] = counts.get(name, 0) + 1
        if counts[name] > OPENED:
            continue
        for link in _links(client.get(path), path):
            if link not in paths:
                paths.add(link)
                queue.append(link)


def _links(response, path):
    if response.status_code != 200 or "html" not in response.headers["Content-Type"]:
        return []
    content = b"".join(response.streaming_content) if response.streaming else response.content
    links = [urlsplit(urljoin(path, link)) for link in LINK.findall(content.decode())]
    return [link.path for link in links if link.netloc in ("", "testserver") and not link.scheme]
