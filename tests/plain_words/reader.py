"""Every text of the project that a person reads, from wherever it is written."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser

from tests.sources import ROOT

PYTHON = ("assurance", "bootstrap", "config", "reports")
ATTRIBUTES = {"title", "aria-label", "alt", "placeholder", "label", "value", "content"}
# Elements within a sentence; any other ends it.
INLINE = {
    *("a", "abbr", "b", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "small"),
    *("span", "strong", "sub", "sup", "time", "var"),
}
UNREAD = {"script", "style"}
BLOCKS = ("body", "orelse", "handlers", "finalbody", "cases")
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
# Patterns and statements that machines read.
MACHINE = re.compile(r"\(\?|\\[bsdw]|^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|WITH)\b")
PLACE_IN_WORDS = re.compile(r"{\w*}")
# Functions that make a set of words or of names from one string.
SPLITTING = {"content", "plain", "words_of"}
# Names with an underscore between them, split where they are used.
KEYS = re.compile(r"(?=.*_)[a-z_ ]+")
QUOTED = re.compile(r'"([^"]*)"|\'([^\']*)\'')
SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
SCRIPT_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`((?:[^`\\]|\\.)*)`')


@dataclass(frozen=True)
class Text:
    """A text and its place: the file's path from the project's root, and the line."""

    path: str
    line: int
    words: str


def is_prose(words):
    """Whether a string is for people: it has a space and a word of small letters, or is a word
    with a capital letter."""
    if MACHINE.search(words) or KEYS.fullmatch(words):
        return False
    several = " " in words.strip() and re.search(r"(?<![\w./=-])[a-z]{2,}(?![\w/=])", words)
    return bool(several or re.fullmatch(r"[A-Z][a-z]{2,}", words))


@cache
def texts():
    """Every text of the pages, e-mails, errors, commands and scripts, read once."""
    shown = [*_files("html", ("templates", *PYTHON)), *_files("txt", ("templates",))]
    kinds = ((in_python, _files("py", PYTHON)), (in_template, shown), (in_script, _scripts()))
    return tuple(
        text
        for read, paths in kinds
        for path in paths
        for text in read(_relative(path), path.read_text(encoding="utf-8"))
    )


def docstrings():
    """Every docstring of the product."""
    for path in _files("py", PYTHON):
        yield from docstrings_in(_relative(path), path.read_text(encoding="utf-8"))


@cache
def documents():
    """Every paragraph of the documents that come with the product, read once."""
    return tuple(
        text
        for path in [ROOT / "README.md", *_files("md", ("docs",))]
        for text in in_document(_relative(path), path.read_text(encoding="utf-8"))
    )


def in_python(path, source):
    """The strings of a module that people read; what is filled in is an ellipsis."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    unread = {id(node) for node in (*_docstring_nodes(tree), *_keys(nodes))}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            unread |= {id(part) for part in node.values}
            words = "".join(part.value if _is_text(part) else "…" for part in node.values)
        elif _is_text(node) and id(node) not in unread:
            words = PLACE_IN_WORDS.sub("…", node.value)
        else:
            continue
        if is_prose(words):
            yield Text(path, node.lineno, words)


def docstrings_in(path, source):
    """The docstrings of a module."""
    for node in _docstring_nodes(ast.parse(source)):
        yield Text(path, node.lineno, node.value)


def in_template(path, source):
    """The text nodes, attributes and tags' strings of a template."""
    source = re.sub(r"{% comment.*?endcomment %}|{#.*?#}", _lines_only, source, flags=re.DOTALL)
    for tag in re.finditer(r"{[%{].*?[%}]}", source, re.DOTALL):
        line = source.count("\n", 0, tag.start()) + 1
        for one, other in QUOTED.findall(tag.group()):
            if is_prose(one or other):
                yield Text(path, line, one or other)
    source = re.sub(r"{{.*?}}", lambda tag: "…" + _lines_only(tag), source, flags=re.DOTALL)
    source = re.sub(r"{%.*?%}", lambda tag: " " + _lines_only(tag), source, flags=re.DOTALL)
    parser = _Page(path)
    parser.feed(source)
    parser.close()
    parser.end()
    yield from parser.texts


def in_script(path, source):
    """The strings of a script that people read."""
    bare = SCRIPT_COMMENT.sub(_lines_only, source)
    for found in SCRIPT_STRING.finditer(bare):
        words = re.sub(r"\${.*?}", "…", "".join(found.groups("")))
        if is_prose(words):
            yield Text(path, bare.count("\n", 0, found.start()) + 1, words)


def in_document(path, source):
    """The paragraphs, headings and cells of a document, without its code."""
    bare = re.sub(r"```.*?```", _lines_only, source, flags=re.DOTALL)
    bare = re.sub(r"`[^`\n]*`", "…", bare)
    for found in re.finditer(r"[^\n|]+(?:\n(?![\n#|*-])[^\n|]+)*", bare):
        words = found.group().strip("#*- ")
        if words:
            yield Text(path, bare.count("\n", 0, found.start()) + 1, words)


def _relative(path):
    return path.relative_to(ROOT).as_posix()


def _files(ending, tops):
    found = [path for top in tops for path in (ROOT / top).rglob(f"*.{ending}")]
    return sorted(path for path in found if "migrations" not in path.parts)


def _scripts():
    return [path for path in _files("js", ("static",)) if not path.name.endswith(".min.js")]


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _docstring_nodes(node):
    first = node.body[0] if isinstance(node, DOCUMENTED) and node.body else None
    if isinstance(first, ast.Expr) and _is_text(first.value):
        yield first.value
    # What is documented stands in blocks of statements; expressions need not be gone through.
    for block in BLOCKS:
        for statement in getattr(node, block, ()):
            yield from _docstring_nodes(statement)


def _keys(nodes):
    """Strings that are split into names, and headings that a column of a file is known by too."""
    named = {node.value.id for node in nodes if _is_split(node, ast.Name)}
    for node in nodes:
        if isinstance(node, ast.Call) and ast.unparse(node.func) in SPLITTING:
            yield from node.args
        elif isinstance(node, ast.Assign) and _target_of(node) in {*named, "__all__"}:
            yield from ast.walk(node.value)
        elif isinstance(node, ast.comprehension) and ast.unparse(node.target) in named:
            yield from ast.walk(node.iter)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Column"):
            given = [*node.args, *(one.value for one in node.keywords)]
            yield from (part for one in given if isinstance(one, ast.Tuple) for part in one.elts)
        elif _is_split(node, ast.Constant):
            yield node.value


def _is_split(node, kind):
    is_split = isinstance(node, ast.Attribute) and node.attr == "split"
    return is_split and isinstance(node.value, kind)


def _target_of(node):
    return ast.unparse(node.targets[0])


def _lines_only(match):
    return "\n" * match.group().count("\n")


class _Page(HTMLParser):
    """Gathers the texts of a page: those of its blocks, and those of its attributes."""

    def __init__(self, path):
        super().__init__()
        self.path, self.texts, self.begun, self.words, self.within = path, [], 1, "", []

    def handle_starttag(self, tag, attributes):
        line = self.getpos()[0]
        if tag not in INLINE:
            self.end()
        if tag in UNREAD:
            self.within.append(tag)
        for name, value in attributes:
            if value and (name in ATTRIBUTES or name.startswith("data-")) and is_prose(value):
                self.texts.append(Text(self.path, line, value))

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.end()
        if tag in self.within:
            self.within.remove(tag)

    def handle_data(self, words):
        if not self.within:
            self.begun = self.begun if self.words.strip() else self.getpos()[0]
            self.words += words

    def end(self):
        """Ends the text of a block."""
        if re.search(r"[^\W\d_]", self.words):
            self.texts.append(Text(self.path, self.begun, self.words))
        self.words = ""
