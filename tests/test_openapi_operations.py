"""Each operation of the documents: its parameters, answers, headers and examples."""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

from app.kernel.database.idempotency import KeyInFlight, KeyReused
from app.kernel.web.conditional import if_match
from app.kernel.web.idempotency import KeyMissing, optional_key
from tests.each import each
from tests.routes import DOCUMENTS, OPERATIONS, PUBLIC, Operation, examples_of

PROBLEM = "application/problem+json"
each_operation = each(OPERATIONS)
each_document = each(DOCUMENTS)


def schema_of(document: dict[str, Any], schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema | {"components": document["components"]})


def parameters_of(operation: Operation, where: str) -> dict[str, dict[str, Any]]:
    given = operation.spec.get("parameters", ())
    return {one["name"]: one for one in given if one["in"] == where}


def codes_of(operation: Operation) -> set[str]:
    """The codes of all problems that it names."""
    contents = [one.get("content", {}) for one in operation.spec["responses"].values()]
    return {code for one in contents for code in one.get(PROBLEM, {}).get("examples", ())}


def successes_of(operation: Operation) -> dict[str, dict[str, Any]]:
    responses = operation.spec["responses"].items()
    return {status: response for status, response in responses if status < "300"}


@each_operation
def test_an_operation_tells_everything(operation: Operation) -> None:
    spec, statuses = operation.spec, operation.spec["responses"].keys()
    assert spec["summary"]
    assert len(spec["tags"]) == 1
    assert {"404", "429", "500", "503"} <= statuses
    assert not spec.get("security") or {"401", "403"} <= statuses
    assert "requestBody" not in spec or {"413", "415", "422"} <= statuses


@each_operation
def test_what_is_not_a_success_is_a_problem(operation: Operation) -> None:
    problem = schema_of(operation.document, {"$ref": "#/components/schemas/Problem"})
    for status, response in operation.spec["responses"].items():
        if status < "400":
            continue
        assert response["content"].keys() - {"text/html"} == {PROBLEM}
        assert response["content"][PROBLEM]["schema"] == {"$ref": "#/components/schemas/Problem"}
        for code, shown in response["content"][PROBLEM]["examples"].items():
            example = shown["value"]
            assert (example["code"], str(example["status"])) == (code, status)
            problem.validate(example)


@each_operation
def test_its_examples_fit(operation: Operation) -> None:
    bodies = [operation.spec.get("requestBody", {})]
    responses = operation.spec["responses"].items()
    bodies += [response for status, response in responses if status < "300"]
    for body in bodies:
        for content in body.get("content", {}).values():
            found = list(examples_of(content))
            assert found
            for example in found:
                schema_of(operation.document, content["schema"]).validate(example)


@each_operation
def test_a_key_is_taken_by_writes_and_needed_by_what_creates(operation: Operation) -> None:
    key = parameters_of(operation, "header").get("Idempotency-Key")
    assert (key is not None) is (optional_key in operation.needs)
    if key is None:
        assert not codes_of(operation) & {KeyMissing.code, KeyInFlight.code}
        return
    assert operation.method != "GET"
    assert {KeyReused.code, KeyInFlight.code} <= codes_of(operation)
    assert key["required"] is (KeyMissing.code in codes_of(operation))
    assert key["required"] or "201" not in operation.spec["responses"]
    assert key["schema"]["type"] == "string"


@each_operation
def test_a_version_is_needed_where_its_absence_is_refused(operation: Operation) -> None:
    version = parameters_of(operation, "header").get("If-Match")
    assert (version is not None) is (if_match in operation.needs)
    assert (version is not None) is ("428" in operation.spec["responses"])
    if version is not None:
        assert version["required"]
        assert version["schema"]["type"] == "string"
        assert '"' in version["schema"]["pattern"]
        assert {"412", "428"} <= operation.spec["responses"].keys()


@each_operation
def test_parameters_stand_in_the_order_of_the_path(operation: Operation) -> None:
    names = list(parameters_of(operation, "path"))
    assert names == [part[1:-1] for part in operation.path.split("/") if part.startswith("{")]
    where = [one["in"] for one in operation.spec.get("parameters", ())]
    assert where == sorted(where, key=["path", "query", "header"].index)


@each_operation
def test_what_needs_no_login_says_so(operation: Operation) -> None:
    assert (operation.spec["security"] == []) is (str(operation) in PUBLIC)


@each_operation
def test_what_the_client_has_is_not_sent_again(operation: Operation) -> None:
    tag = parameters_of(operation, "header").get("If-None-Match")
    assert (tag is not None) is ("304" in operation.spec["responses"])
    if tag is not None:
        assert operation.method == "GET"
        for status in ("200", "304"):
            assert "ETag" in operation.spec["responses"][status]["headers"]


def test_some_operations_are_conditional() -> None:
    conditional = {str(one) for one in OPERATIONS if "304" in one.spec["responses"]}
    assert "GET /v1/communities/{community_id}/activities" in conditional


def versioned() -> Iterator[tuple[Operation, Operation]]:
    """Yields each change that needs a version, and the read of what it changes."""
    reads = {one.path: one for one in OPERATIONS if one.method == "GET"}
    for one in OPERATIONS:
        if if_match in one.needs:
            yield one, reads[one.path]


def test_what_is_changed_by_version_is_read_with_it() -> None:
    """A client has the ETag for the next change from the read, and from the change before."""
    for change, read in versioned():
        answers = [*successes_of(read).values()]
        answers += [] if change.method == "DELETE" else successes_of(change).values()
        for answer in answers:
            assert "ETag" in answer["headers"], change


@each_operation
def test_headers_of_problems_are_theirs(operation: Operation) -> None:
    responses = operation.spec["responses"]
    for status in ("429", "503"):
        assert "Retry-After" in responses[status]["headers"]
    assert {"RateLimit", "RateLimit-Policy"} <= responses["429"]["headers"].keys()
    for response in responses.values():
        assert "X-Request-Id" in response["headers"]
    if "unauthenticated" in codes_of(operation):
        assert "WWW-Authenticate" in responses["401"]["headers"]


@each_operation
def test_a_repeated_answer_says_so(operation: Operation) -> None:
    for answer in successes_of(operation).values():
        repeats = optional_key in operation.needs or KeyReused.code in codes_of(operation)
        assert ("Idempotent-Replayed" in answer["headers"]) is repeats


PERIODS = (("starts_at", "ends_at"), ("opens_at", "closes_at"), ("valid_from", "valid_to"))


def objects_of(value: Any) -> Iterator[dict[str, Any]]:
    """Yields each object in an example."""
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            yield from objects_of(one)


def contradictions_of(shown: dict[str, Any]) -> Iterator[str]:
    """Yields what no row can be: a period that ends before it begins, an act that a state does
    not know of."""
    for beginning, end in PERIODS:
        if shown.get(beginning) and shown.get(end) and shown[beginning] >= shown[end]:
            yield f"{beginning} is not before {end}"
    for act in ("cancelled", "completed", "withdrawn", "rejected"):
        if shown.get(f"{act}_at") and shown.get("status", act) != act:
            yield f"{act} although {shown['status']}"
    if shown.get("cancel_reason") and shown.get("status", "cancelled") != "cancelled":
        yield "a reason for no cancellation"


@each_document
def test_no_example_contradicts_itself(audience: str) -> None:
    shown = DOCUMENTS[audience]["components"]["examples"]
    found = [
        f"{name}: {contradiction}"
        for name, example in shown.items()
        for part in objects_of(example["value"])
        for contradiction in contradictions_of(part)
    ]
    assert found == []


def test_a_contradiction_is_found() -> None:
    at = "2026-12-12T01:00:00Z"
    for shown in (
        {"starts_at": at, "ends_at": at},
        {"status": "draft", "cancelled_at": at},
        {"status": "draft", "cancel_reason": "暴雨"},
    ):
        assert list(contradictions_of(shown))
