"""Answers that the documents do not describe are seen by every test that meets them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest
from httpx import Request, Response

from tests.documented import PROBLEM, UndocumentedError, compare
from tests.routes import OPERATIONS, Operation, examples_of

SOME_ID = str(UUID(int=1))
QUOTED = {"if-match": '"3"'}
OWN = {"x-request-id": "5f0c3b1e8d6a4f7c9b2e1d0a3c4b5e6f", "cache-control": "no-store"}


def operation_of(name: str) -> Operation:
    return next(one for one in OPERATIONS if str(one) == name)


def path_of(operation: Operation) -> str:
    names = [one["name"] for one in operation.spec["parameters"] if one["in"] == "path"]
    return operation.path.format(**dict.fromkeys(names, SOME_ID))


READ = operation_of("GET /admin/v1/communities/{community_id}/rewards/{reward_id}")
CHANGE = operation_of("PUT /admin/v1/communities/{community_id}/rewards/{reward_id}")
LIST = operation_of("GET /admin/v1/communities/{community_id}/rewards")
SHOWN: dict[str, Any] = next(
    examples_of(READ.spec["responses"]["200"]["content"]["application/json"])
)
GIVEN: dict[str, Any] = CHANGE.body()["json"]
NOT_FOUND = next(examples_of(READ.spec["responses"]["404"]["content"][PROBLEM]))


def answered(
    body: Any = SHOWN, status: int = 200, kind: str = "application/json", **headers: str | None
) -> None:
    """Compares a read that was answered so with its document."""
    given = {"etag": '"3"', **OWN, "content-type": kind, **headers}
    known = {name: value for name, value in given.items() if value is not None}
    request = Request("GET", f"http://localhost{path_of(READ)}")
    compare(request, Response(status, json=body, headers=known, request=request))


def taken(headers: dict[str, str], body: Mapping[str, Any] = GIVEN, query: str = "") -> None:
    """Compares a change that was taken so with its document."""
    request = Request(
        "PUT", f"http://localhost{path_of(CHANGE)}{query}", json=body, headers=headers
    )
    compare(request, Response(200, json=SHOWN, headers={"etag": '"4"', **OWN}, request=request))


def test_what_the_document_says_passes() -> None:
    answered()
    answered(NOT_FOUND, 404, PROBLEM, etag=None)
    taken(QUOTED)
    other = Request("GET", "http://localhost/nowhere")
    compare(other, Response(404, text="of no document", request=other))


@pytest.mark.parametrize(
    ("seen", "fault"),
    [
        ({"body": SHOWN | {"owner": "x"}}, "'owner' was unexpected"),
        ({"body": {name: SHOWN[name] for name in list(SHOWN)[1:]}}, "is a required property"),
        ({"body": SHOWN | {"id": "1"}}, 'is not a "uuid"'),
        ({"status": 202}, "no status 202"),
        ({"kind": "text/plain"}, "no content 'text/plain'"),
        ({"etag": None}, "ETag is not there"),
        ({"x-mark": "1"}, "no header x-mark"),
        ({"cache-control": "public"}, "no header cache-control"),
        ({"body": NOT_FOUND | {"code": "gone"}, "status": 404, "kind": PROBLEM}, "no problem gone"),
        ({"body": NOT_FOUND, "status": 404}, "no content 'application/json'"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_it_does_not_say_is_seen_in_an_answer(seen: dict[str, Any], fault: str) -> None:
    with pytest.raises(UndocumentedError, match=fault):
        answered(**seen)


def test_what_it_does_not_say_is_seen_in_what_was_taken() -> None:
    with pytest.raises(UndocumentedError, match="does not need If-Match"):
        taken({})
    with pytest.raises(UndocumentedError, match=r"takes :.*'owner' was unexpected"):
        taken(QUOTED, GIVEN | {"owner": "x"})
    with pytest.raises(UndocumentedError, match="takes more in the query"):
        taken(QUOTED, query="?more=1")
    with pytest.raises(UndocumentedError, match="takes text/csv"):
        taken(QUOTED | {"content-type": "text/csv"})
