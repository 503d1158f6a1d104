"""Shapes of the parts of a document, and where its schemas stand."""

from typing import Any

Document = dict[str, Any]
Operation = dict[str, Any]
SCHEMAS = "#/components/schemas/"
