"""Members of problems: declared once, given by each raise, and shown wherever a problem is."""

import ast
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from app.cli.export_openapi import OPENAPI
from app.kernel.errors import NotFound, WrongState
from app.kernel.web.problem_pages import known, show_problem
from app.kernel.web.problems import example_of
from app.openapi.catalogue import catalogue, errors
from tests.documented import faults_of_members
from tests.routes import DOCUMENTS

ROOT = Path(__file__).parents[1]
BY_NAME = {error.__name__: error for error in known() if error.__module__.startswith("app.")}


def test_each_raise_gives_the_declared_members() -> None:
    """A bare class in a `raise` or a `return` gives none."""
    faults = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            raised = getattr(node, "exc", None) if isinstance(node, ast.Raise) else None
            if isinstance(raised, ast.Name) and raised.id in BY_NAME:
                given: set[str | None] = set()
                name = raised.id
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                given, name = {keyword.arg for keyword in node.keywords}, node.func.id
            else:
                continue
            if name in BY_NAME and given != BY_NAME[name].members.keys() and None not in given:
                faults.append(
                    f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}: {name} {given}"
                )
    assert faults == []


def test_an_error_refuses_members_that_it_does_not_declare() -> None:
    with pytest.raises(ValueError, match="no declared members"):
        NotFound(whatever=1)


def test_each_machine_tells_state_and_wanted() -> None:
    machines = [error for error in known() if issubclass(error, WrongState)]
    assert len(machines) > 20
    assert all(error.members.keys() == {"state", "wanted"} for error in machines)


def test_each_example_has_its_members_and_they_fit() -> None:
    for error in errors():
        shown = example_of(error)
        for name, member in error.members.items():
            Draft202012Validator(member.schema).validate(shown[name])
            assert member.text.endswith((".", ")")), f"{error.code}.{name}"


def test_documents_show_the_members() -> None:
    for document in DOCUMENTS.values():
        for example in document["components"]["examples"].values():
            value = example["value"]
            if not isinstance(value, dict) or "request_id" not in value:
                continue
            code = value["code"]
            [error] = [one for one in errors() if one.code == code]
            assert error.members.keys() <= example["value"].keys(), code


def test_codes_are_an_open_list_of_which_the_documents_name_all() -> None:
    exported = json.loads((OPENAPI / "problems.json").read_text())
    assert exported == json.loads(json.dumps(catalogue()))
    for document in DOCUMENTS.values():
        problem = document["components"]["schemas"]["Problem"]
        code = problem["properties"]["code"]
        assert "enum" not in code
        assert code["x-known-codes"] == [entry["code"] for entry in exported]
        assert problem["additionalProperties"] is True


async def test_the_page_of_a_problem_names_its_members() -> None:
    for error in errors():
        page = await show_problem(error.code)
        for name in error.members:
            assert f"<code>{name}</code>" in page


def test_the_suite_sees_a_member_that_is_missing_or_not_declared() -> None:
    [error] = [one for one in errors() if one.code == "malformed"]
    right = example_of(error)
    assert list(faults_of_members(right)) == []
    assert list(faults_of_members({**right, "more": 1}))
    assert list(faults_of_members({key: value for key, value in right.items() if key != "errors"}))
    assert list(faults_of_members({**right, "errors": "text"}))
