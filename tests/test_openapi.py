"""The documents: valid, complete, the same each time, and those that lie in `openapi/`."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from typer.testing import CliRunner

from app.cli import app
from app.cli.export_openapi import OPENAPI, exported
from app.features import TAGS
from app.kernel.database.engine import Database, open_engine
from app.kernel.web.problem_pages import known
from app.openapi import AUDIENCES, documents, written
from tests.client import an_app

PROBLEM = "application/problem+json"
DOCUMENTS = documents(an_app(Database.of(open_engine("postgresql+asyncpg://nowhere/none"))))
WHOLE = [pytest.param(document, id=name) for name, document in DOCUMENTS.items()]


def operations() -> Iterator[Any]:
    for name, document in DOCUMENTS.items():
        for path, item in document["paths"].items():
            for method, operation in item.items():
                marks = pytest.param(document, operation, id=f"{name} {method} {path}")
                yield marks


OPERATIONS = list(operations())


def schema_of(document: dict[str, Any], schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema | {"components": document["components"]})


@pytest.mark.parametrize("document", WHOLE)
def test_it_is_valid(document: dict[str, Any]) -> None:
    validate(document)
    assert document["openapi"].startswith("3.1")


def test_each_audience_sees_its_own_paths() -> None:
    for name, prefix in AUDIENCES.items():
        assert all(path.startswith(prefix) for path in DOCUMENTS[name]["paths"])
    assert not DOCUMENTS["resident"]["paths"].keys() & DOCUMENTS["admin"]["paths"].keys()


@pytest.mark.parametrize("document", WHOLE)
def test_nothing_in_it_is_out_of_reach(document: dict[str, Any]) -> None:
    text = written(document)
    for kind in ("schemas", "examples"):
        for name in document["components"][kind]:
            assert f'"#/components/{kind}/{name}"' in text


@pytest.mark.parametrize("document", WHOLE)
def test_no_name_is_made_by_a_machine(document: dict[str, Any]) -> None:
    for name in document["components"]["schemas"]:
        assert name.isalnum(), name


@pytest.mark.parametrize("document", WHOLE)
def test_every_tag_says_what_it_is_about(document: dict[str, Any]) -> None:
    assert {tag["name"] for tag in document["tags"]} <= TAGS.keys()


@pytest.mark.parametrize("document", WHOLE)
def test_operations_have_names_of_their_own(document: dict[str, Any]) -> None:
    names = [one["operationId"] for item in document["paths"].values() for one in item.values()]
    assert len(set(names)) == len(names)
    assert all(name.isalnum() and name[0].islower() for name in names)


@pytest.mark.parametrize(("document", "operation"), OPERATIONS)
def test_an_operation_tells_everything(document: dict[str, Any], operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert operation["description"]
    assert len(operation["tags"]) == 1
    assert {"404", "429", "500", "503"} <= operation["responses"].keys()
    assert not operation.get("security") or {"401", "403"} <= operation["responses"].keys()
    assert "requestBody" not in operation or {"413", "415", "422"} <= operation["responses"].keys()


@pytest.mark.parametrize(("document", "operation"), OPERATIONS)
def test_what_is_not_a_success_is_a_problem(
    document: dict[str, Any], operation: dict[str, Any]
) -> None:
    for status, response in operation["responses"].items():
        if status < "400":
            continue
        assert list(response["content"]) == [PROBLEM]
        assert response["content"][PROBLEM]["schema"] == {"$ref": "#/components/schemas/Problem"}
        for code in response["content"][PROBLEM]["examples"]:
            example = document["components"]["examples"][code]["value"]
            assert (example["code"], str(example["status"])) == (code, status)
            schema_of(document, document["components"]["schemas"]["Problem"]).validate(example)


@pytest.mark.parametrize(("document", "operation"), OPERATIONS)
def test_its_examples_fit(document: dict[str, Any], operation: dict[str, Any]) -> None:
    bodies = [operation.get("requestBody", {})]
    bodies += [r for status, r in operation["responses"].items() if status < "300"]
    for body in bodies:
        for content in body.get("content", {}).values():
            found = [one["value"] for one in content.get("examples", {}).values()]
            found += [content["example"]] if "example" in content else []
            assert found
            for example in found:
                schema_of(document, content["schema"]).validate(example)


@pytest.mark.parametrize(("document", "operation"), OPERATIONS)
def test_what_creates_needs_a_key_and_says_where(
    document: dict[str, Any], operation: dict[str, Any]
) -> None:
    keys = [p for p in operation.get("parameters", ()) if p["name"] == "Idempotency-Key"]
    created = operation["responses"].get("201")
    if keys:
        assert keys[0]["required"] is (created is not None)
        assert {"409", "422"} <= operation["responses"].keys()
        assert not keys[0]["required"] or "400" in operation["responses"]
    if created is not None:
        assert "Location" in created["headers"]


def test_it_is_the_same_whatever_the_seed() -> None:
    def told(seed: str) -> bytes:
        code = "from app.cli.export_openapi import exported; print(exported())"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        run = [sys.executable, "-W", "ignore", "-c", code]
        return subprocess.run(run, env=environment, capture_output=True, check=True).stdout

    assert told("1") == told("2") == f"{exported()}\n".encode()


def test_it_is_the_one_that_lies_there() -> None:
    """`linli export-openapi` writes it."""
    checked = CliRunner().invoke(app, ["export-openapi", "--check", "--folder", str(OPENAPI)])
    assert checked.exit_code == 0, checked.output


def test_every_code_has_one_error() -> None:
    errors = [error for error in known() if error.__module__.startswith("app.")]
    codes = [error.code for error in errors]
    assert len(set(codes)) == len(codes)
    for error in errors:
        assert error.title.zh
        assert error.title.en
        assert 400 <= error.status < 600
