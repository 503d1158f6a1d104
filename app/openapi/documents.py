"""One document for each audience: its own paths, and what they lead to."""

import json
from collections.abc import Mapping
from copy import deepcopy
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI

from app.features import TAGS
from app.openapi.components import reached_components
from app.openapi.dependencies import needs
from app.openapi.labels import describe_enums
from app.openapi.operations import complete
from app.openapi.problems import PROBLEM_SCHEMA, share_examples
from app.openapi.shapes import Document

AUDIENCES = {"resident": "/v1/", "admin": "/admin/v1/"}
TITLES = {
    "resident": "Linli for residents (邻里 居民接口)",
    "admin": "Linli for administrators (邻里 管理接口)",
}
INTRODUCTION = """\
Times are RFC 3339 in UTC. Lists are pages: follow `next_cursor`. Every POST takes an
`Idempotency-Key`; those that create need one. What is not a success is
`application/problem+json` (RFC 9457): switch on `code`; `type` leads to a page about it."""


def documents(app: FastAPI) -> dict[str, Document]:
    """One for each audience, and in it only what it reaches."""
    whole = deepcopy(app.openapi())
    describe_enums(whole.get("components", {}).get("schemas", {}))
    behind = dict(needs(app))
    return {name: _part(whole, name, prefix, behind) for name, prefix in AUDIENCES.items()}


def written(document: Mapping[str, Any]) -> str:
    """The same bytes whenever and wherever it is written."""
    return json.dumps(document, sort_keys=True, indent=2, ensure_ascii=False) + "\n"


def _part(
    whole: Document, name: str, prefix: str, behind: Mapping[tuple[str, str], set[Any]]
) -> Document:
    paths = deepcopy({path: item for path, item in whole["paths"].items() if _is(path, prefix)})
    schemas = whole.get("components", {}).get("schemas", {}) | {"Problem": PROBLEM_SCHEMA}
    examples: dict[str, Any] = {}
    for path, item in paths.items():
        for method, operation in item.items():
            complete(operation, behind[path, method], schemas)
            share_examples(operation, examples)
    tags = {tag for item in paths.values() for one in item.values() for tag in one["tags"]}
    return {
        "openapi": whole["openapi"],
        "info": {
            "title": TITLES[name],
            "version": version("linli"),
            "description": INTRODUCTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/", "description": "The service that serves this document"}],
        "tags": [{"name": tag, "description": TAGS.get(tag, tag)} for tag in sorted(tags)],
        "paths": paths,
        "components": reached_components(paths, whole, schemas) | {"examples": examples},
    }


def _is(path: str, prefix: str) -> bool:
    return path.startswith(prefix)
