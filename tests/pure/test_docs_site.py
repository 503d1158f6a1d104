"""The pages for integrators and adopters name what there is, in both languages alike."""

import json
import re
from pathlib import Path

from app.kernel.web.limits import Limit
from tests.each import each
from tests.pure.test_documents import ROOT

SITE = ROOT / "docs" / "site"
PAGES = {
    path.relative_to(SITE).as_posix(): path.read_text(encoding="utf-8")
    for folder in (SITE, SITE / "en")
    for path in sorted(folder.glob("*.md"))
    if path.name != "README.md"
}
DOCUMENTS = [
    json.loads((ROOT / "openapi" / f"{audience}.json").read_text(encoding="utf-8"))
    for audience in ("resident", "admin")
]
OPERATIONS = {
    operation["operationId"]
    for document in DOCUMENTS
    for item in document["paths"].values()
    for operation in item.values()
}
PATHS = {path for document in DOCUMENTS for path in document["paths"]}
MACHINES = set(
    re.findall(r"^## (\w+)$", (ROOT / "docs" / "states.md").read_text("utf-8"), re.MULTILINE)
)
OF_CLIENTS = {"adminBounds", "labelOf"}
"""Names of the TypeScript client, which its own tests hold."""
PAGE_OF_LIMITS = "en/limits.md"
UNITS = {60: "60 seconds", 600: "600 seconds", 3600: "3600 seconds", 86_400: "a day"}
LIMIT = r'Limit\("([\w-]+)", (?:times=)?(\d+), (?:seconds=)?([\d_* ]+)\)'
each_page = each(PAGES)


@each_page
def test_operations_are_there(name: str) -> None:
    quoted = set(re.findall(r"`([a-z]+(?:[A-Z][a-z]+)+)`", PAGES[name]))
    assert quoted - OPERATIONS - OF_CLIENTS == set()


@each_page
def test_paths_are_there(name: str) -> None:
    quoted = set(re.findall(r"`(?:GET |POST |PUT |DELETE )?((?:/admin)?/v1/[^`?]*)`", PAGES[name]))
    assert {path for path in quoted if not any(one.startswith(path) for one in PATHS)} == set()


@each_page
def test_machines_are_there(name: str) -> None:
    assert set(re.findall(r'<StateDiagram machine="(\w+)"', PAGES[name])) <= MACHINES


@each_page
def test_links_lead_to_pages(name: str) -> None:
    links = re.findall(r"\]\((/[^)#]*)\)|link: (/[^ }\n]*)", PAGES[name])
    targets = {first or second for first, second in links}
    missing = {one for one in targets if f"{one.strip('/') or 'index'}.md" not in PAGES}
    assert {one for one in missing if not (SITE / "public" / one.strip("/")).is_file()} == set()


def test_both_languages_have_the_same_pages() -> None:
    chinese = {name for name in PAGES if "/" not in name}
    assert {f"en/{name}" for name in chinese} == PAGES.keys() - chinese


def test_each_limit_is_told() -> None:
    """A limit that is counted by windows stands on the page with its number and its window."""
    text = PAGES[PAGE_OF_LIMITS]
    missing = [
        limit.name
        for limit in limits()
        if f"{limit.times} in {UNITS[limit.seconds]}" not in text
        and f"{limit.times} a day" not in text
    ]
    assert missing == []


def limits() -> list[Limit]:
    """Returns every limit that a module of the program has."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "app").rglob("*.py"))
    calls = (
        found
        for source in sources
        for found in re.findall(
            r'Limit\("([\w-]+)", (?:times=)?(\d+), (?:seconds=)?([\d_* ]+)\)', source
        )
    )
    return [Limit(name, int(times), _product(seconds)) for name, times, seconds in calls]


def _product(text: str) -> int:
    product = 1
    for factor in text.split("*"):
        product *= int(factor)
    return product


def test_the_limits_are_found() -> None:
    assert len(limits()) >= 10
    assert Path(SITE / PAGE_OF_LIMITS).is_file()
