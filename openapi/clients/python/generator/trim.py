"""A document without what callers never write or read themselves, so that little is generated."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

Node = dict[str, Any]
SHEET = {"type": "string", "format": "binary"}
BYTES = "application/octet-stream"
CONTENT_TYPES = {"application/pdf": BYTES}


def operations_in(document: Node) -> Iterator[tuple[str, str, Node]]:
    """Yields method, path and operation of each, in the document's order."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if "operationId" in operation:
                yield method, path, operation


def looked_up(document: Node, node: Node) -> Node:
    """Returns what a reference stands for, or the node itself."""
    while "$ref" in node:
        found: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part.replace("~1", "/").replace("~0", "~")]
        node = found
    return node


def trimmed(document: Node) -> Node:
    """Returns a copy without header parameters (the layer sends them), without problems (it raises
    them), headers of answers and examples. A sheet is one body of bytes."""
    copy = deepcopy(document)
    for _method, _path, operation in operations_in(copy):
        parameters = [looked_up(copy, one) for one in operation.get("parameters", ())]
        operation["parameters"] = [one for one in parameters if one["in"] != "header"]
        responses = operation["responses"].items()
        operation["responses"] = {
            status: _without_headers(looked_up(copy, response))
            for status, response in responses
            if status.startswith("2")
        }
        body = looked_up(copy, operation.get("requestBody", {}))
        if "text/csv" in body.get("content", {}):
            operation["requestBody"] = {"required": True, "content": {BYTES: {"schema": SHEET}}}
    copy["components"] = {"schemas": copy["components"]["schemas"]}
    for part in (copy["paths"], copy["components"]["schemas"]):
        _drop_examples(part)
    return copy


def _without_headers(response: Node) -> Node:
    return {name: given for name, given in response.items() if name not in ("headers", "links")}


def _drop_examples(node: object, *, has_names: bool = False) -> None:
    """Drops examples, and titles of fields, which say the name again."""
    if isinstance(node, list):
        for one in node:
            _drop_examples(one)
    if isinstance(node, dict):
        for key in list(node):
            is_word = not has_names and key in ("example", "examples")
            if is_word or (not has_names and key == "title" and isinstance(node[key], str)):
                del node[key]
            else:
                _drop_examples(node[key], has_names=not has_names and key == "properties")
