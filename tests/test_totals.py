"""Lists for administrators say how many items they have; those for residents do not count."""

from typing import Any

import pytest
from httpx import AsyncClient

from app.communities.models import Role, ScopeKind
from app.kernel.database.engine import Database
from app.kernel.web.pages import MAX_TOTAL
from tests.client import as_admin
from tests.factories import a_community, a_place, granted
from tests.routes import DOCUMENTS, OPERATIONS

ADMIN, RESIDENT = DOCUMENTS["admin"], DOCUMENTS["resident"]


def lists(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Maps the operations that answer with pages of a list to the properties of the page."""
    schemas = document["components"]["schemas"]
    found = {}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            answer = operation["responses"].get("200", {}).get("content", {})
            reference = answer.get("application/json", {}).get("schema", {}).get("$ref", "")
            properties = schemas.get(reference.rpartition("/")[2], {}).get("properties", {})
            if {"items", "next_cursor"} <= properties.keys():
                found[f"{method.upper()} {path}"] = properties
    return found


def test_each_list_for_administrators_has_a_total() -> None:
    without = {name for name, page in lists(ADMIN).items() if "total" not in page}
    assert without == set()
    assert len(lists(ADMIN)) > 30


def test_lists_for_residents_have_none() -> None:
    assert {name for name, page in lists(RESIDENT).items() if "total" in page} == set()


async def test_each_list_that_needs_no_row_is_counted(
    http: AsyncClient,
    database: Database,
    subtests: pytest.Subtests,
) -> None:
    """Asked by an administrator of the platform who may read them all."""
    community = await a_community(database)
    await a_place(database, community)
    headers = as_admin(await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM))
    asked = 0
    for operation in OPERATIONS:
        path = operation.path.replace("{community_id}", str(community))
        if f"{operation.method} {operation.path}" not in lists(ADMIN) or "{" in path:
            continue
        with subtests.test(str(operation)):
            answer = await http.get(path, params={"limit": 1}, headers=headers)
            if answer.status_code == 403:  # Members are known in the community alone.
                continue
            assert answer.status_code == 200, answer.text
            page = answer.json()
            assert len(page["items"]) <= page["total"] <= MAX_TOTAL
            asked += 1
    assert asked > 15
