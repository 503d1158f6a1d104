"""No request fits two paths of a document."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any
from uuid import UUID

from tests.each import each
from tests.routes import DOCUMENTS


def ambiguous(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Returns the pairs of paths that one request can fit. A part that stands for a UUID fits no
    word."""
    paths, shared = document["paths"], document.get("components", {}).get("parameters", {})
    uuids = {
        path: {
            f"{{{one['name']}}}"
            for operation in item.values()
            for given in operation["parameters"]
            if (one := shared.get(given.get("$ref", "").rpartition("/")[2], given))
            and one.get("schema", {}).get("format") == "uuid"
        }
        for path, item in paths.items()
        if "{" in path
    }

    def fits(part: str, path: str, other: str) -> bool:
        return part.startswith("{") and (part not in uuids[path] or is_uuid(other))

    return [
        (one, two)
        for one, two in combinations(paths, 2)
        if len(one.split("/")) == len(two.split("/"))
        and all(
            a == b or fits(a, one, b) or fits(b, two, a) or (a[0] == b[0] == "{")
            for a, b in zip(one.split("/")[1:], two.split("/")[1:], strict=True)
        )
    ]


def is_uuid(part: str) -> bool:
    try:
        return bool(UUID(part))
    except ValueError:
        return False


@each(DOCUMENTS)
def test_no_request_fits_two_paths(audience: str) -> None:
    assert ambiguous(DOCUMENTS[audience]) == []


def test_one_that_fits_two_is_seen() -> None:
    def of(*formats: str) -> dict[str, Any]:
        names = ("place_id", "kind")
        parameters = [
            {"name": name, "schema": {"format": format_}}
            for name, format_ in zip(names, formats, strict=False)
        ]
        return {"get": {"parameters": parameters}}

    named = {"/places/{place_id}": of("uuid"), "/places/imports": of()}
    assert ambiguous({"paths": named}) == []
    assert ambiguous({"paths": named | {"/places/{place_id}": of("string")}}) != []
    both = {"/{place_id}/a": of("uuid"), "/{kind}/a": of("uuid", "string")}
    assert ambiguous({"paths": both}) != []
