"""Answers that are a PDF."""

from typing import Any, Self

from starlette.responses import Response


class PdfResponse(Response):
    """A PDF to be stored under its name, and by no cache."""

    media_type = "application/pdf"

    @classmethod
    def of(cls, content: bytes, name: str) -> Self:
        """Makes the answer; `name` is in ASCII."""
        return cls(content, headers={"Content-Disposition": f'attachment; filename="{name}"'})


PDF: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            PdfResponse.media_type: {
                "schema": {"type": "string", "format": "binary"},
                "example": "%PDF-1.4",
            }
        }
    }
}
