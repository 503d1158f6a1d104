"""/console: the administrators' interface from built files, or a page that says how to build it."""

import logging
from pathlib import Path

from fastapi import APIRouter, Request, Response

from app.console.built_files import FOR_EVER, BuiltFile, read_built_files
from app.kernel.errors import NotFound

log = logging.getLogger(__name__)

DIST = Path(__file__).parent / "dist"
"""The folder into which `npm run build` in `console/` writes."""
INDEX = "index.html"
ASSETS = "assets/"
"""Folder of the files whose names hold a digest of their content."""
POLICY = "; ".join(
    (
        *("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"),
        *("img-src 'self' data: blob:", "font-src 'self'", "base-uri 'none'", "form-action 'none'"),
        "frame-ancestors 'none'",
    )
)
"""Sources of all that the pages load. Images that a person is about to send are shown from
`blob:`."""
REVALIDATED = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
NOT_BUILT = """<!doctype html>
<html lang="zh">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>管理台尚未构建 · The console is not built</title></head>
<body>
<h1 lang="zh">管理台尚未构建</h1>
<p lang="zh">服务运行正常，只是缺少管理台的页面文件。请在代码目录中用 Node.js 20
或更高版本执行以下命令，然后重新启动服务：</p>
<pre><code>cd console
npm ci
npm run build</code></pre>
<p lang="en">The service runs, only the files of the console are missing. Run the commands
above in the source tree with Node.js 20 or newer, then start the service again.</p>
<p><a href="/healthz">/healthz</a></p>
</body>
</html>
"""


def console_router(folder: Path = DIST) -> APIRouter:
    """Returns the routes that serve the files of a folder, as they are now."""
    files = read_built_files(folder)
    router = APIRouter(prefix="/console", include_in_schema=False)
    if INDEX not in files:
        log.warning("the console is not built: /console says how to build it")

    @router.get("")
    async def show_console(request: Request) -> Response:
        """Show the first page."""
        return _page(request, files)

    @router.get("/{path:path}")
    async def read_console_file(request: Request, path: str) -> Response:
        """Serve a built file; any other path without an ending is a page of the console, which the
        browser finds by itself."""
        if path in files:
            return _file(request, path, files[path])
        if path.startswith(ASSETS) or "." in path.rpartition("/")[2]:
            raise NotFound
        return _page(request, files)

    return router


def is_built(folder: Path = DIST) -> bool:
    """Returns whether there is a console to be served."""
    return (folder / INDEX).is_file()


def _page(request: Request, files: dict[str, BuiltFile]) -> Response:
    if INDEX not in files:
        return Response(NOT_BUILT, 503, REVALIDATED, "text/html")
    return files[INDEX].response(request.headers.get("accept-encoding", ""), REVALIDATED)


def _file(request: Request, path: str, file: BuiltFile) -> Response:
    headers = {"Cache-Control": FOR_EVER} if path.startswith(ASSETS) else REVALIDATED
    return file.response(request.headers.get("accept-encoding", ""), headers)
