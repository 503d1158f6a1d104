"""Parts that stand more than once in a document are written once, and referred to."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from app.features import EXAMPLES
from app.kernel.web.examples import Examples
from app.kernel.web.problems import PROBLEM
from app.openapi.operations import schema_name
from app.openapi.shapes import Document, Operation

JSON = "application/json"


class Shared:
    """The components of a document apart from its schemas."""

    def __init__(self, operations: list[Operation], schemas: Mapping[str, Any]) -> None:
        self._operations = operations
        self._examples = Examples(schemas, EXAMPLES)
        self.components: dict[str, dict[str, Any]] = defaultdict(dict)

    def share(self) -> None:
        """Puts into components what stands in several places, and references into those."""
        for operation in self._operations:
            for content in _contents(operation):
                self._share_example(content)
            for response in operation["responses"].values():
                self._share_problems(response)
        self._share_responses()
        self._share_parameters()

    def _share_example(self, content: Document) -> None:
        """A schema has one example wherever it is met."""
        if "schema" not in content or content.keys() & {"example", "examples"}:
            return
        name = schema_name(content)
        example = self._examples.example_of(content["schema"])
        if name:
            self.components["examples"][name] = {"value": example}
            content["examples"] = {name: _reference("examples", name)}
        else:
            content["example"] = example

    def _share_problems(self, response: Document) -> None:
        """A problem looks the same wherever it is met, so it is shown once."""
        examples = response.get("content", {}).get(PROBLEM, {}).get("examples", {})
        self.components["examples"] |= examples
        for code in examples:
            examples[code] = _reference("examples", code)

    def _share_responses(self) -> None:
        """Responses with the same problems are one, named after their codes."""
        found = [
            (one["responses"], status)
            for one in self._operations
            for status in one["responses"]
            if status >= "400"
        ]
        times = Counter(_text(responses[status]) for responses, status in found)
        for responses, status in found:
            response = responses[status]
            if times[_text(response)] > 1:
                name = _name_of(response["content"][PROBLEM]["examples"])
                self.components["responses"][name] = response
                responses[status] = _reference("responses", name)

    def _share_parameters(self) -> None:
        """Shares, of parameters of one name, the one that is met most often."""
        found = [
            parameter
            for one in self._operations
            for parameter in one.get("parameters", ())
            if "$ref" not in parameter
        ]
        times: dict[str, Counter[str]] = defaultdict(Counter)
        for parameter in found:
            times[_parameter_name(parameter)][_text(parameter)] += 1
        for operation in self._operations:
            parameters = operation.get("parameters", [])
            for place, parameter in enumerate(parameters):
                name = _parameter_name(parameter)
                most, number = times[name].most_common(1)[0]
                if number > 1 and _text(parameter) == most:
                    self.components["parameters"][name] = parameter
                    parameters[place] = _reference("parameters", name)


def _contents(operation: Operation) -> Iterator[Document]:
    """Yields the contents of the request's body and of successful answers."""
    yield from operation.get("requestBody", {}).get("content", {}).values()
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            yield from response.get("content", {}).values()


def _reference(kind: str, name: str) -> Document:
    return {"$ref": f"#/components/{kind}/{name}"}


def _text(part: Any) -> str:
    return json.dumps(part, sort_keys=True)


def _parameter_name(parameter: Document) -> str:
    words = parameter["name"].replace("-", "_").split("_")
    name = "".join(word[:1].upper() + word[1:] for word in words if word)
    optional = parameter["name"] == "Idempotency-Key" and not parameter["required"]
    return f"Optional{name}" if optional else name


def _name_of(codes: Mapping[str, Any]) -> str:
    return "Or".join(
        "".join(word.capitalize() for word in code.replace(".", "_").split("_"))
        for code in sorted(codes)
    )
