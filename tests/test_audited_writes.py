"""Every write of an administrator leads to an audit entry: read in the code, from endpoints on."""

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import app
from tests.routes import OPERATIONS

ROOT = Path(app.__path__[0])
RECORD = "app.kernel.privacy.audit.record"
WITHOUT_ENTRY = {
    "openAccountLink": "it shows whose link it is; using the link is audited",
    "markStaffMessageRead": "a person's own reading mark, of no matter of anybody",
    "previewSeries": "it writes nothing",
    "refreshSession": "it goes on with a login that is audited",
}


@cache
def calls() -> Mapping[str, frozenset[str]]:
    """Maps each function of the program, by its dotted name, to those that it names in calls."""
    found: dict[str, frozenset[str]] = {}
    for path in ROOT.rglob("*.py"):
        parts = ("app", *path.relative_to(ROOT).with_suffix("").parts)
        module = ".".join(part for part in parts if part != "__init__")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        known = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found[f"{module}.{node.name}"] = frozenset(
                    name
                    for call in ast.walk(node)
                    if isinstance(call, ast.Call)
                    if (name := _name_of(call.func, module, known))
                )
    return found


def _name_of(called: ast.expr, module: str, known: Mapping[str, str]) -> str | None:
    if isinstance(called, ast.Name):
        return known.get(called.id, f"{module}.{called.id}")
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        owner = known.get(called.value.id)
        return owner and f"{owner}.{called.attr}"
    return None


def leads_to(start: str, goal: str) -> bool:
    seen, left = set[str](), [start]
    while left:
        name = left.pop()
        if name not in seen:
            seen.add(name)
            left += calls().get(name, ())
    return goal in seen


def test_calls_are_followed_over_modules_and_not_beyond() -> None:
    assert leads_to("app.communities.participants.service.leave", RECORD)
    assert not leads_to("app.notifications.service.read", RECORD)


def test_every_write_of_an_administrator_is_audited() -> None:
    unaudited = {
        operation.spec["operationId"]
        for operation in OPERATIONS
        if operation.is_admin and operation.method != "GET"
        if not leads_to(
            f"{operation.route.endpoint.__module__}.{operation.route.endpoint.__name__}", RECORD
        )
    }
    assert unaudited == WITHOUT_ENTRY.keys()
