"""Changes between the released documents and those of now by which clients would break."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.openapi.schema_changes import Direction, SchemaComparison
from app.openapi.shapes import Document

Parameters = Mapping[tuple[str, str], Mapping[str, Any]]


def breaking_changes(released: Document, present: Document, today: date) -> list[str]:
    """Returns a sentence for each change that breaks, in the order of the document. An operation
    whose `x-sunset` is over may go."""
    return list(_Comparison(released, present, today).breaks())


@dataclass(frozen=True)
class _Comparison:
    old: Document
    new: Document
    today: date

    def breaks(self) -> Iterator[str]:
        schemas = SchemaComparison(_schemas(self.old), _schemas(self.new))
        for path, item in self.old["paths"].items():
            for method, operation in item.items():
                name = f"{method.upper()} {path}"
                present = self.new["paths"].get(path, {}).get(method)
                if present is not None:
                    yield from self._operation(name, operation, present, schemas)
                elif not self._is_over(operation):
                    yield f"{name}: the operation is gone"
        for name in sorted(_schemas(self.old).keys() - _schemas(self.new).keys()):
            if not self._has_gone_with_others(name):
                yield f"{name}: the schema is gone, or named otherwise"

    def _is_over(self, operation: Mapping[str, Any]) -> bool:
        sunset = operation.get("x-sunset")
        return sunset is not None and date.fromisoformat(sunset) <= self.today

    def _has_gone_with_others(self, schema: str) -> bool:
        """Returns whether a schema stood only in operations that may go."""
        staying = [
            operation
            for item in self.old["paths"].values()
            for operation in item.values()
            if not self._is_over(operation)
        ]
        return f"#/components/schemas/{schema}" not in _reached(staying, self.old, set())

    def _operation(
        self,
        name: str,
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        schemas: SchemaComparison,
    ) -> Iterator[str]:
        if old["operationId"] != new["operationId"]:
            yield f"{name}: {old['operationId']} is called {new['operationId']} now"
        if not old.get("security", True) and new.get("security", True):
            yield f"{name}: a login is asked for now"
        yield from self._parameters(name, old, new, schemas)
        yield from self._body(name, old, new, schemas)
        yield from self._answers(name, old, new, schemas)

    def _parameters(
        self, name: str, old: Any, new: Any, schemas: SchemaComparison
    ) -> Iterator[str]:
        before, after = _parameters(old, self.old), _parameters(new, self.new)
        for key, parameter in after.items():
            was = before.get(key)
            if parameter.get("required") and not (was and was.get("required")):
                yield f"{name}: the parameter {key[1]} is required now"
        for key, parameter in before.items():
            where = f"{name} {key[1]}"
            if key in after:
                pair = (parameter["schema"], after[key]["schema"])
                yield from schemas.breaks(where, *pair, Direction.REQUEST)
            elif key[0] != "header":
                # A header that is not read hurts nobody; another parameter is refused.
                yield f"{where}: the parameter is gone"

    def _body(self, name: str, old: Any, new: Any, schemas: SchemaComparison) -> Iterator[str]:
        before, after = old.get("requestBody", {}), new.get("requestBody", {})
        if after.get("required") and not before.get("required"):
            yield f"{name}: a body is required now"
        yield from self._contents(name, before, after, schemas, Direction.REQUEST)

    def _answers(self, name: str, old: Any, new: Any, schemas: SchemaComparison) -> Iterator[str]:
        for status, reference in old["responses"].items():
            if status not in new["responses"]:
                yield f"{name}: the status {status} is gone"
                continue
            before = _resolved(reference, self.old)
            after = _resolved(new["responses"][status], self.new)
            where = f"{name} {status}"
            for header in sorted(
                before.get("headers", {}).keys() - after.get("headers", {}).keys()
            ):
                yield f"{where}: the header {header} is gone"
            yield from self._contents(where, before, after, schemas, Direction.ANSWER)
        for status in new["responses"]:
            if status.startswith("2") and status not in old["responses"]:
                yield f"{name}: the success {status} is new"

    def _contents(
        self, where: str, old: Any, new: Any, schemas: SchemaComparison, to: Direction
    ) -> Iterator[str]:
        before, after = old.get("content", {}), new.get("content", {})
        for kind, content in before.items():
            if kind not in after:
                yield f"{where}: the media type {kind} is gone"
            elif "schema" in content and "schema" in after[kind]:
                yield from schemas.breaks(where, content["schema"], after[kind]["schema"], to)


def _schemas(document: Document) -> Mapping[str, Any]:
    found: Mapping[str, Any] = document.get("components", {}).get("schemas", {})
    return found


def _resolved(value: Mapping[str, Any], document: Document) -> Mapping[str, Any]:
    """Follows a reference into the components of its document."""
    while "$ref" in value:
        found: Any = document
        for part in value["$ref"].removeprefix("#/").split("/"):
            found = found[part.replace("~1", "/").replace("~0", "~")]
        value = found
    return value


def _parameters(operation: Mapping[str, Any], document: Document) -> Parameters:
    resolved = (_resolved(one, document) for one in operation.get("parameters", ()))
    return {(one["in"], one["name"].lower()): one for one in resolved}


def _reached(value: Any, document: Document, seen: set[str]) -> set[str]:
    """Adds the references that a value leads to, however far."""
    if isinstance(value, Mapping):
        reference = value.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            seen.add(reference)
            _reached(_resolved(value, document), document, seen)
    if isinstance(value, Mapping | list):
        for part in value.values() if isinstance(value, Mapping) else value:
            _reached(part, document, seen)
    return seen
