"""Schemas that clients in every language understand, and names that stay."""

from collections.abc import Iterator
from typing import Any

import pytest

from app.openapi.schemas import plain
from tests.each import each
from tests.routes import DOCUMENTS, OPERATIONS

each_document = each(DOCUMENTS)
NOT_UNDERSTOOD = {
    *("oneOf", "allOf", "not", "discriminator", "prefixItems", "patternProperties"),
    *("if", "then", "else", "dependentSchemas", "unevaluatedProperties", "contentMediaType"),
}
"""Words of JSON Schema that one generator or another ignores, or makes a type without a name of."""
Place = tuple[str, ...]


def schemas_of(document: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Yields every schema of a document, and where it stands."""
    for name, schema in document["components"]["schemas"].items():
        yield from _inner((name,), schema)
    for name, parameter in document["components"]["parameters"].items():
        yield from _inner((name,), parameter["schema"])
    for path, item in document["paths"].items():
        for method, operation in item.items():
            for place, schema in _of_operation(operation):
                yield from _inner((method, path, *place), schema)


def _of_operation(operation: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    for parameter in operation.get("parameters", ()):
        if "schema" in parameter:
            yield (parameter["name"],), parameter["schema"]
    bodies = {"body": operation.get("requestBody", {}), **operation["responses"]}
    for name, body in bodies.items():
        for kind, content in body.get("content", {}).items():
            yield (name, kind), content["schema"]


def _inner(place: Place, schema: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    yield place, schema
    for name, field in schema.get("properties", {}).items():
        yield from _inner((*place, name), field)
    for number, one in enumerate(schema.get("anyOf", ())):
        yield from _inner((*place, str(number)), one)
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from _inner((*place, key), schema[key])


def faults_of(schema: dict[str, Any]) -> Iterator[str]:
    """Yields why some generator would not understand a schema."""
    yield from (f"has {word}" for word in NOT_UNDERSTOOD & schema.keys())
    if not schema.keys() & {"$ref", "type", "anyOf", "enum"}:
        yield "is of any type"
    if isinstance(schema.get("type"), list):
        yield "has a list of types"
    if schema.get("type") == "null":
        yield "is null alone"
    if schema.get("type") == "array" and "items" not in schema:
        yield "is a list of anything"
    if schema.get("type") == "object" and not (
        schema.get("properties") or isinstance(schema.get("additionalProperties"), dict)
    ):
        yield "is an object of anything"
    if "anyOf" in schema:
        yield from _faults_of_choice(schema["anyOf"])


def _faults_of_choice(choice: list[dict[str, Any]]) -> Iterator[str]:
    """The one choice that all know is a value or null."""
    if len(choice) != 2 or choice[1] != {"type": "null"}:
        yield "is a choice of more than a value and null"
    if any("const" in one for one in choice):
        yield "has a constant as a choice"


@each_document
def test_every_generator_understands_every_schema(audience: str) -> None:
    found = [
        f"{' '.join(place)} {fault}"
        for place, schema in schemas_of(DOCUMENTS[audience])
        for fault in faults_of(schema)
        # The alternative to a value.
        if not (fault == "is null alone" and place[-1] == "1")
    ]
    assert found == []


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"type": "null"},
        {"description": "anything"},
        {"type": ["string", "null"]},
        {"type": "array"},
        {"type": "object"},
        {"type": "object", "additionalProperties": True},
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        {"anyOf": [{"type": "string", "const": "x"}, {"type": "null"}]},
        {"type": "array", "items": {}, "prefixItems": [{"type": "string"}]},
    ],
    ids=str,
)
def test_what_they_do_not_understand_is_found(schema: dict[str, Any]) -> None:
    assert list(faults_of(schema))


def test_a_map_is_made_plain() -> None:
    made = {
        "type": "object",
        "title": "Choices",
        "patternProperties": {"^[a-z]+$": {"type": "string", "title": "Choice"}},
        "propertyNames": {"maxLength": 32},
        "maxProperties": 10.0,
    }
    assert plain(made) == {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "propertyNames": {"maxLength": 32, "pattern": "^[a-z]+$"},
        "maxProperties": 10,
    }


def reached(document: dict[str, Any], names: set[str]) -> set[str]:
    """Returns schemas, with all that they lead to."""
    found: set[str] = set()
    while names:
        found |= names
        inner = [schema for name in names for _, schema in _inner((), _named(document, name))]
        names = {_name(one) for one in inner if "$ref" in one} - found
    return found


def _named(document: dict[str, Any], name: str) -> dict[str, Any]:
    schema: dict[str, Any] = document["components"]["schemas"][name]
    return schema


def _name(schema: dict[str, Any]) -> str:
    reference: str = schema["$ref"]
    return reference.rpartition("/")[2]


def sent_and_taken(audience: str) -> tuple[set[str], set[str]]:
    """Returns the schemas of answers and those of bodies, with all that they lead to."""
    sent: set[str] = set()
    taken: set[str] = set()
    for operation in OPERATIONS:
        if operation.document is DOCUMENTS[audience]:
            for place, schema in _of_operation(operation.spec):
                if "$ref" in schema and place[0] != "body" and place[0] < "300":
                    sent.add(_name(schema))
                elif "$ref" in schema and place[0] == "body":
                    taken.add(_name(schema))
    document = DOCUMENTS[audience]
    return reached(document, sent), reached(document, taken)


@each_document
def test_what_is_always_sent_is_required(audience: str) -> None:
    sent, taken = sent_and_taken(audience)
    schemas = DOCUMENTS[audience]["components"]["schemas"]
    assert {"MeOut", "StaffMe"} & sent
    optional = {
        name: sorted(missing)
        for name in sent - taken
        if (
            missing := set(schemas[name].get("properties", ()))
            - set(schemas[name].get("required", ()))
        )
    }
    assert optional == {}


PINNED = {
    "resident": {
        *("submitResidenceClaim", "signUpForShift", "markMessageRead", "submitOpinion"),
        *("getTopicBallotResult", "listMySignupsInCommunity", "updateMyParticipation", "updateMe"),
    },
    "admin": {
        *("changeMyPassword", "createCommunity", "enrolMySecondFactor"),
        *("requestBallotAnnulment", "confirmBallotAnnulment", "requestBallotCertification"),
        *("confirmBallotCertification", "getBallotRollCounts", "getRegisterSize"),
        *("importRegister", "publishBallotResult", "linkCards", "resubmitMemberRegistration"),
    },
}
"""Names that were settled before anybody built on them."""
GONE = {
    *("signUp", "readMessage", "postOpinion", "getResult", "listMySignupsHere", "setMe"),
    *("setPassword", "foundCommunity", "giveSecondFactor", "beginSecondFactor", "countRoll"),
    *("askToAnnulBallot", "annulBallot", "getRollSize", "importRoll", "publishBallot", "addLink"),
    *("submitClaim", "getClaim", "listClaims", "endClaim", "renewClaim", "withdrawClaim"),
}


@each_document
def test_operations_have_the_names_that_were_settled(audience: str) -> None:
    operations = [one for one in OPERATIONS if one.document is DOCUMENTS[audience]]
    names = [one.spec["operationId"] for one in operations]
    assert len(set(names)) == len(names)
    assert PINNED[audience] <= set(names)
    assert not GONE & set(names)
    assert "ClaimOut" not in DOCUMENTS[audience]["components"]["schemas"]
