"""One document for each audience: its own paths, and what they lead to."""

from collections.abc import Mapping
from copy import deepcopy
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI

from app.features import TAGS
from app.openapi.behind import Behind, behind_operations
from app.openapi.catalogue import catalogue
from app.openapi.components import reached_components
from app.openapi.introduction import TITLES, introduction, tag_groups
from app.openapi.labels import describe_enums, labels
from app.openapi.operations import complete
from app.openapi.problems import problem_schema
from app.openapi.roles import roles
from app.openapi.schemas import plain
from app.openapi.shapes import Document
from app.openapi.sharing import Shared
from app.openapi.texts import describe_fields
from app.openapi.writing import written

AUDIENCES = {"resident": "/v1/", "admin": "/admin/v1/"}


def documents(app: FastAPI) -> dict[str, Document]:
    """One for each audience, and in it only what it reaches."""
    whole = deepcopy(app.openapi())
    behind = dict(behind_operations(app))
    return {name: _part(whole, name, prefix, behind) for name, prefix in AUDIENCES.items()}


def texts(app: FastAPI) -> dict[str, str]:
    """Returns the text of each document, of the labels of their enums, of the catalogue of
    problems and of the permissions of roles, by its name."""
    made = documents(app)
    texts_of_lists = {
        "labels": written(labels(made)),
        "problems": written(catalogue()),
        "roles": written(roles()),
    }
    return {name: written(part) for name, part in made.items()} | texts_of_lists


def _part(
    whole: Document, name: str, prefix: str, behind: Mapping[tuple[str, str], Behind]
) -> Document:
    paths = {path: plain(item) for path, item in whole["paths"].items() if path.startswith(prefix)}
    schemas = _schemas(whole)
    for path, item in paths.items():
        for method, operation in item.items():
            complete(operation, path, behind[path, method], schemas)
    operations = [one for item in paths.values() for one in item.values()]
    shared = Shared(operations, schemas)
    shared.share()
    tags = {tag for one in operations for tag in one["tags"]}
    return {
        "openapi": whole["openapi"],
        "info": {
            "title": TITLES[name],
            "version": version("linli"),
            "description": introduction(name),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/", "description": "The service that serves this document"}],
        "tags": [{"name": tag, "description": TAGS.get(tag, tag)} for tag in sorted(tags)],
        "x-tagGroups": tag_groups(tags),
        "paths": paths,
        "components": reached_components(paths, shared.components, whole, schemas),
    }


def _schemas(whole: Document) -> dict[str, Any]:
    schemas = whole.get("components", {}).get("schemas", {})
    named = {name: plain(schema, is_named=True) for name, schema in schemas.items()}
    describe_enums(named)
    describe_fields(named)
    return named | {"Problem": problem_schema()}
