"""The OpenAPI documents: the application's own, split by audience, pruned and completed."""

from app.openapi.behind import called
from app.openapi.documents import AUDIENCES, documents, texts
from app.openapi.labels import labels
from app.openapi.shapes import Document
from app.openapi.writing import written

__all__ = ["AUDIENCES", "Document", "called", "documents", "labels", "texts", "written"]
