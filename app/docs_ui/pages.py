"""/docs and /admin/docs: Swagger UI from files of this folder, and the documents that it shows."""

from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from app.docs_ui.prepared import prepared
from app.kernel.errors import NotFound

FOLDER = Path(__file__).parent
FILES = {
    "swagger-ui.css": "text/css",
    "swagger-ui-bundle.js": "text/javascript",
    "init.js": "text/javascript",
}
"""Files of swagger-ui-dist 5.35.0 (Apache-2.0, see LICENSE), and `init.js`."""
POLICY = "; ".join(
    (
        *("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"),
        *("img-src 'self' data:", "base-uri 'none'", "form-action 'none'"),
        "frame-ancestors 'none'",
    )
)
PAGE = """<!doctype html>
<html lang="zh">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><link rel="stylesheet" href="/docs/files/swagger-ui.css"></head>
<body><div id="swagger-ui" data-document="{document}"></div>
<script src="/docs/files/swagger-ui-bundle.js"></script>
<script src="/docs/files/init.js"></script></body>
</html>
"""

router = APIRouter(include_in_schema=False)


@router.get("/docs")
async def show_resident_docs() -> Response:
    """Show the page of the residents' document."""
    return _page("邻里 · 居民接口", "/docs/openapi.json")


@router.get("/admin/docs")
async def show_admin_docs() -> Response:
    """Show the page of the administrators' document."""
    return _page("邻里 · 管理接口", "/admin/docs/openapi.json")


@router.get("/docs/openapi.json")
async def read_resident_document(request: Request) -> Response:
    """Serve the residents' document as it is exported."""
    return (await prepared(request.app))["resident"].answer(request)


@router.get("/admin/docs/openapi.json")
async def read_admin_document(request: Request) -> Response:
    """Serve the administrators' document as it is exported."""
    return (await prepared(request.app))["admin"].answer(request)


@router.get("/docs/labels.json")
async def read_labels(request: Request) -> Response:
    """Serve the words of all values in both documents, Chinese and English."""
    return (await prepared(request.app))["labels"].answer(request)


@router.get("/docs/files/{name}")
async def read_file(name: str) -> Response:
    """Serve one of the files that the pages load, and no other."""
    if name not in FILES:
        raise NotFound
    headers = {"Cache-Control": "public, max-age=86400"}
    return FileResponse(FOLDER / name, media_type=FILES[name], headers=headers)


def _page(title: str, document: str) -> Response:
    return Response(
        PAGE.format(title=title, document=document),
        media_type="text/html",
        headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"},
    )
