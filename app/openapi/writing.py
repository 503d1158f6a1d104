"""How a document is written: the same bytes whenever and wherever, a line for each small part."""

import json
from collections.abc import Mapping
from typing import Any

LINE = 100
"""Most characters of a line; a part that fits on one is not divided."""


def written(document: Mapping[str, Any] | list[Any]) -> str:
    """Returns the text of a document. Its keys are sorted, and what changes in one field changes
    one line."""
    return _written(document, 0) + "\n"


def _written(part: Any, depth: int) -> str:
    if not part or not isinstance(part, Mapping | list):
        return _dumped(part)
    if isinstance(part, Mapping):
        signs = "{}"
        items = [f"{_dumped(key)}: {_written(part[key], depth + 1)}" for key in sorted(part)]
    else:
        signs = "[]"
        items = [_written(one, depth + 1) for one in part]
    if sum(map(len, items)) + 2 * len(items) + depth <= LINE and "\n" not in "".join(items):
        return signs[0] + ", ".join(items) + signs[1]
    indent = "\n" + " " * (depth + 1)
    return signs[0] + indent + f",{indent}".join(items) + "\n" + " " * depth + signs[1]


def _dumped(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False)
