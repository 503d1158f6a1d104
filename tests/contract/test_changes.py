"""Released documents: each kind of change that breaks clients is planted, and seen."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.openapi.changes import breaking_changes
from tests.each import each
from tests.routes import DOCUMENTS

RELEASED = Path(__file__).parents[2] / "openapi" / "released"
TODAY = date(2026, 12, 5)
PATH = "/v1/shifts/{shift_id}/signups"
Plant = Callable[[dict[str, Any]], object]


def a_document() -> dict[str, Any]:
    """A small document with everything that is compared."""
    place = {
        "type": "object",
        "required": ["name", "above"],
        "properties": {
            "name": {"type": "string", "format": "uuid"},
            "above": {"anyOf": [{"$ref": "#/components/schemas/Place"}, {"type": "null"}]},
        },
    }
    note = {"type": "string", "maxLength": 40, "minLength": 1}
    body = {
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": {"$ref": "#/components/schemas/Kind"},
            "note": {"anyOf": [note, {"type": "null"}]},
            "count": {"type": "integer", "minimum": 0, "maximum": 10},
            "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 5},
            "choice": {"type": "object", "additionalProperties": {"type": "string"}},
            "code": {"type": "string", "pattern": "^[a-z]+$"},
            "at": {"type": "string"},
        },
    }
    answer = {
        "type": "object",
        "required": ["kind", "place"],
        "properties": {
            "kind": {"$ref": "#/components/schemas/Kind"},
            "place": {"$ref": "#/components/schemas/Place"},
            "position": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
        },
    }
    operation = {
        "operationId": "signUp",
        "security": [],
        "parameters": [
            {"name": "shift_id", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}},
            {"name": "If-Match", "in": "header", "schema": {"type": "string"}},
        ],
        "requestBody": {"content": {"application/json": {"schema": ref("SignupIn")}}},
        "responses": {
            "201": {
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": {"application/json": {"schema": ref("SignupOut")}},
            },
            "409": {"$ref": "#/components/responses/Refused"},
        },
    }
    return {
        "paths": {PATH: {"post": operation}},
        "components": {
            "schemas": {
                **{"Kind": {"type": "string", "enum": ["a", "b"]}, "Place": place},
                **{"SignupIn": body, "SignupOut": answer, "Problem": {"type": "object"}},
            },
            "responses": {
                "Refused": {"content": {"application/problem+json": {"schema": ref("Problem")}}}
            },
        },
    }


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def rename(document: Any, name: str) -> None:
    """Gives a schema another name, wherever it is meant."""
    named = json.loads(json.dumps(document).replace(f'/{name}"', '/Other"'))
    named["components"]["schemas"]["Other"] = named["components"]["schemas"].pop(name)
    document.update(named)


def operation(document: Any) -> Any:
    return document["paths"][PATH]["post"]


def schema(document: Any, name: str) -> Any:
    return document["components"]["schemas"][name]


def sent(document: Any, name: str) -> Any:
    return schema(document, "SignupIn")["properties"][name]


def shown(document: Any, name: str) -> Any:
    return schema(document, "SignupOut")["properties"][name]


BREAKS: dict[str, tuple[Plant, str]] = {
    "path": (lambda d: d["paths"].clear(), "the operation is gone"),
    "method": (lambda d: d["paths"][PATH].pop("post"), "the operation is gone"),
    "operation id": (lambda d: operation(d).update(operationId="join"), "is called join now"),
    "login": (lambda d: operation(d).pop("security"), "a login is asked for now"),
    "parameter": (lambda d: operation(d)["parameters"].pop(1), "the parameter is gone"),
    "required parameter": (
        lambda d: operation(d)["parameters"][2].update(required=True),
        "the parameter if-match is required now",
    ),
    "new required parameter": (
        lambda d: operation(d)["parameters"].append(
            {"name": "at", "in": "query", "required": True, "schema": {}}
        ),
        "the parameter at is required now",
    ),
    "bound of a parameter": (
        lambda d: operation(d)["parameters"][1]["schema"].update(maximum=50),
        "maximum is 50 now",
    ),
    "required body": (lambda d: operation(d)["requestBody"].update(required=True), "a body is"),
    "media type of a body": (
        lambda d: operation(d)["requestBody"].update(content={"text/csv": {}}),
        "the media type application/json is gone",
    ),
    "field of a body": (
        lambda d: schema(d, "SignupIn")["properties"].pop("count"),
        ".count: the field is gone",
    ),
    "required field": (
        lambda d: schema(d, "SignupIn")["required"].append("count"),
        ".count: the field is required now",
    ),
    "new required field": (
        lambda d: schema(d, "SignupIn").update(
            required=["kind", "why"],
            properties=schema(d, "SignupIn")["properties"] | {"why": {"type": "string"}},
        ),
        ".why: the field is required now",
    ),
    "value of a request": (
        lambda d: schema(d, "Kind")["enum"].remove("b"),
        "the value b is refused",
    ),
    "values of a free field": (lambda d: sent(d, "at").update(enum=["x"]), "only some values"),
    "null of a request": (
        lambda d: sent(d, "note")["anyOf"].pop(),
        ".note: null is refused now",
    ),
    "length": (lambda d: sent(d, "note")["anyOf"][0].update(maxLength=20), "maxLength is 20 now"),
    "least length": (lambda d: sent(d, "note")["anyOf"][0].update(minLength=2), "minLength is 2"),
    "greatest number": (lambda d: sent(d, "count").update(maximum=9), "maximum is 9 now"),
    "least number": (lambda d: sent(d, "count").update(minimum=1), "minimum is 1 now"),
    "number of items": (lambda d: sent(d, "tags").update(maxItems=4), "maxItems is 4 now"),
    "new bound": (lambda d: sent(d, "at").update(maxLength=4), "maxLength is 4 now"),
    "unique items": (lambda d: sent(d, "tags").update(uniqueItems=True), "no item may come twice"),
    "item": (lambda d: sent(d, "tags")["items"].update(maxLength=3), "tags[]: maxLength is 3 now"),
    "value of a map": (
        lambda d: sent(d, "choice")["additionalProperties"].update(maxLength=3),
        "choice{}: maxLength is 3 now",
    ),
    "closed body": (
        lambda d: schema(d, "SignupIn").update(additionalProperties=False),
        "further fields are refused now",
    ),
    "pattern": (lambda d: sent(d, "code").update(pattern="^[a-c]+$"), "another pattern"),
    "format": (lambda d: sent(d, "at").update(format="date"), "the format None is date now"),
    "type of a request": (
        lambda d: sent(d, "count").update(type="string"),
        "integer is string now",
    ),
    "status": (lambda d: operation(d)["responses"].pop("409"), "the status 409 is gone"),
    "success": (
        lambda d: operation(d)["responses"].update({"202": {}}),
        "the success 202 is new",
    ),
    "header": (
        lambda d: operation(d)["responses"]["201"]["headers"].clear(),
        "the header ETag is gone",
    ),
    "media type of a refusal": (
        lambda d: d["components"]["responses"]["Refused"]["content"].clear(),
        "the media type application/problem+json is gone",
    ),
    "field of an answer": (
        lambda d: schema(d, "Place")["properties"].pop("name"),
        ".place.name: the field is gone",
    ),
    "field that was always sent": (
        lambda d: schema(d, "SignupOut")["required"].remove("place"),
        ".place: the field is not always sent now",
    ),
    "null of an answer": (
        lambda d: schema(d, "SignupOut")["properties"].update(
            place={"anyOf": [ref("Place"), {"type": "null"}]}
        ),
        ".place: null is sent now",
    ),
    "variant of an answer": (
        lambda d: shown(d, "position")["anyOf"].append({"type": "string"}),
        ".position: string is sent now",
    ),
    "variant of a request": (
        lambda d: sent(d, "note").update(anyOf=[{"type": "integer"}, {"type": "null"}]),
        ".note: string is integer now",
    ),
    "type of an answer": (
        lambda d: shown(d, "position")["anyOf"][0].update(type="number"),
        "integer is number now",
    ),
    "format of an answer": (
        lambda d: schema(d, "Place")["properties"]["name"].pop("format"),
        "the format uuid is None now",
    ),
    "name of a schema": (
        lambda d: rename(d, "Problem"),
        "Problem: the schema is gone, or named otherwise",
    ),
}
FINE: dict[str, Plant] = {
    "a new operation": lambda d: d["paths"].update({"/v1/new": {}}),
    "a new field that may be left out": lambda d: schema(d, "SignupIn")["properties"].update(
        why={"type": "string"}
    ),
    "a new field of an answer": lambda d: schema(d, "SignupOut")["properties"].update(x={}),
    "a new value of an enum": lambda d: schema(d, "Kind")["enum"].append("c"),
    "a wider bound": lambda d: sent(d, "count").update(maximum=20, minimum=-1),
    "a new refusal": lambda d: operation(d)["responses"].update({"410": {}}),
    "a new header": lambda d: operation(d)["responses"]["201"]["headers"].update(Location={}),
    "a header that is not read": lambda d: operation(d)["parameters"].pop(2),
    "no login": lambda d: operation(d).update(security=[]),
    "a field that may be left out": lambda d: schema(d, "SignupIn")["required"].clear(),
    "null of a request": lambda d: sent(d, "count").update(type=["integer", "null"]),
    "a wider type": lambda d: sent(d, "count").update(type="number"),
    "a nearer type of an answer": lambda d: shown(d, "position").update(
        anyOf=[{"type": "integer"}]
    ),
    "no pattern": lambda d: sent(d, "code").pop("pattern"),
    "other words": lambda d: operation(d).update(summary="Sign up"),
}


@each(BREAKS)
def test_a_change_that_breaks_is_seen(name: str) -> None:
    plant, said = BREAKS[name]
    changed = a_document()
    plant(changed)
    found = breaking_changes(a_document(), changed, TODAY)
    assert any(said in one for one in found), found
    where = "schema" if name == "name of a schema" else PATH
    assert all(where in one for one in found), found


@each(FINE)
def test_what_breaks_nobody_is_let_through(name: str) -> None:
    changed = a_document()
    FINE[name](changed)
    assert breaking_changes(a_document(), changed, TODAY) == []


class TestEndOfAnOperation:
    def gone(self, **marks: object) -> list[str]:
        released, now = a_document(), a_document()
        operation(released).update(marks)
        now["paths"].clear()
        now["components"]["schemas"] = {}
        return breaking_changes(released, now, TODAY)

    def test_one_may_go_when_its_sunset_is_over(self) -> None:
        assert self.gone(deprecated=True, **{"x-sunset": "2026-12-05"}) == []

    def test_and_not_before(self) -> None:
        assert (
            "the operation is gone" in self.gone(deprecated=True, **{"x-sunset": "2026-12-06"})[0]
        )
        assert "the operation is gone" in self.gone(deprecated=True)[0]


@pytest.mark.parametrize("audience", ["resident", "admin"])
def test_nothing_that_was_released_has_changed_so_that_clients_break(audience: str) -> None:
    released = json.loads((RELEASED / f"{audience}.json").read_text(encoding="utf-8"))
    assert breaking_changes(released, DOCUMENTS[audience], date.today()) == []


def test_every_operation_is_compared() -> None:
    """A document without one of its operations breaks, whichever it is."""
    document = DOCUMENTS["resident"]
    assert breaking_changes(document, deepcopy(document), TODAY) == []
    for path, item in document["paths"].items():
        alone = {**document, "paths": {path: item}}
        others = {other: one for other, one in document["paths"].items() if other != path}
        found = breaking_changes(alone, {**document, "paths": others}, TODAY)
        assert len(found) == len(item), path
