"""Who may import whom: the kernel nobody's app, search the kernel only, apps not each other.

The gallery shows what all of them draw, and none of them knows of it.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APPS = {"home", "communities", "stories", "toolkit", "events"}
MAY_IMPORT = {
    "hub": set(),
    "search": {"hub"},
    **{app: {"hub", "search"} for app in APPS},
    "gallery": {"hub", "search", *APPS},
}


def imported_by(package: str) -> set[tuple[str, str]]:
    """File and top-level package of each import, those inside functions too."""
    found = set()
    for file in (ROOT / package).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                found.add((str(file.relative_to(ROOT)), node.module.split(".")[0]))
            elif isinstance(node, ast.Import):
                found |= {(str(file.relative_to(ROOT)), n.name.split(".")[0]) for n in node.names}
    return found


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_package_imports_only_what_it_may(package):
    others = set(MAY_IMPORT) - MAY_IMPORT[package] - {package}
    wrong = sorted((file, name) for file, name in imported_by(package) if name in others)
    assert wrong == []
