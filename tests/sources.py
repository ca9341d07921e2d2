"""The project's own source as the sweeps read it: each module and template, found, never listed."""

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAZY = ("LazyModule", "LazyViews")
PRODUCT = ("assurance", "config", "reports")
BESIDE = ("bench", "bootstrap", "tests")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """One Python file; `name` is its dotted name, a package's own file going by the package's."""

    path: Path

    def __str__(self):
        return self.name

    @cached_property
    def relative(self):
        """Its path from the project's root, with forward slashes."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def name(self):
        """Its dotted name."""
        parts = list(self.path.relative_to(ROOT).with_suffix("").parts)
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def is_package(self):
        """Whether it is a package's own file."""
        return self.path.name == "__init__.py"

    @cached_property
    def holds_views(self):
        """Whether its name, or that of its folder, says that views are in it."""
        return any(part == "views" or part.endswith("_views") for part in self.name.split("."))

    @cached_property
    def text(self):
        """What stands in it."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self):
        """Its syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self):
        """Every node of its syntax tree."""
        return list(ast.walk(self.tree))

    @cached_property
    def functions(self):
        """Every function and method in it, nested ones too."""
        return [node for node in self.nodes if isinstance(node, FUNCTIONS)]

    @cached_property
    def public_functions(self):
        """The functions at its top level that are not its own helpers."""
        top = [node for node in self.tree.body if isinstance(node, FUNCTIONS)]
        return [node for node in top if not node.name.startswith("_")]

    @cached_property
    def calls(self):
        """Every call in it."""
        return [node for node in self.nodes if isinstance(node, ast.Call)]

    @cached_property
    def imported(self):
        """The dotted names that it imports: the module, and each name taken from it.

        `from a import b` gives `a` and `a.b`, because which of the two is the module is not known
        here; `own_imports` decides. A `LazyModule` is imported later, and counts as well, and so
        do `LazyViews`.
        """
        names = set()
        for node in self.nodes:
            if isinstance(node, ast.Import):
                names |= {one.name for one in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module or "")
                names |= {f"{node.module}.{one.name}" for one in node.names}
            elif isinstance(node, ast.Call) and ast.unparse(node.func) in LAZY:
                names |= {one.value for one in node.args if isinstance(one, ast.Constant)}
        return names


@cache
def product():
    """Every module of the product but its migrations."""
    found = [one for top in PRODUCT for one in _under(top)]
    return tuple(one for one in found if ".migrations" not in one.name)


@cache
def everything():
    """Every module that people wrote: the product's, the tests', the tools beside it."""
    beside = [one for top in BESIDE for one in _under(top)]
    return (*product(), *beside, Module(ROOT / "manage.py"))


def forget_trees():
    """Lets go of what was read of every module but its names: some 180 MB of syntax trees."""
    for module in (*product(), *everything()):
        for name in ("text", "tree", "nodes", "functions", "public_functions", "calls"):
            module.__dict__.pop(name, None)


@cache
def templates():
    """Every template's path."""
    places = [ROOT / "templates", *(ROOT / top for top in PRODUCT)]
    return tuple(sorted(path for place in places for path in place.rglob("*.html")))


@cache
def own_imports():
    """A dict of module name → the names of the product's modules that it imports.

    A package with nothing in its own file is passed over in favour of what is taken from it.
    """
    empty = {one.name for one in product() if one.is_package and not one.text.strip()}
    names = {one.name for one in product()}
    return {one.name: (one.imported & names) - empty - {one.name} for one in product()}


def _under(top):
    return [Module(path) for path in sorted((ROOT / top).rglob("*.py"))]
