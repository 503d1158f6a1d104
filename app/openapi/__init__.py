"""The OpenAPI documents: the application's own, split by audience, pruned and completed."""

from app.openapi.dependencies import called
from app.openapi.documents import AUDIENCES, documents, written
from app.openapi.labels import labels
from app.openapi.shapes import Document

__all__ = ["AUDIENCES", "Document", "called", "documents", "labels", "written"]
