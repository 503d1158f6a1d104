"""Files that a build has left in a folder: their media types, and which of them have a `.gz`."""

from collections.abc import Mapping
from pathlib import Path
from re import compile as pattern
from typing import NamedTuple

from starlette.responses import FileResponse, Response

MEDIA_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
"""Types by ending; the table of the operating system would be another one on each machine."""
COMPRESSED = ".gz"
REFUSED = pattern(r";\s*q=0(\.0*)?\s*$")
"""End of an encoding that the caller does not take."""
FOR_EVER = "public, max-age=31536000, immutable"
"""Caching of files whose name holds a digest of their content."""


class BuiltFile(NamedTuple):
    """A file with its media type, and the same compressed where the build has left that."""

    path: Path
    media_type: str
    compressed: Path | None

    def response(self, accept_encoding: str, headers: Mapping[str, str]) -> Response:
        """Returns the file, compressed where the caller takes it and it was built."""
        sent = {"Vary": "Accept-Encoding", **headers}
        if self.compressed is None or not takes_gzip(accept_encoding):
            return FileResponse(self.path, headers=sent, media_type=self.media_type)
        sent["Content-Encoding"] = "gzip"
        return FileResponse(self.compressed, headers=sent, media_type=self.media_type)


def read_built_files(folder: Path) -> dict[str, BuiltFile]:
    """Returns the files by their paths below the folder. What is not in this table cannot be asked
    for, so no path of a request ever reaches the file system."""
    paths = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return {
        name: BuiltFile(path, MEDIA_TYPES[path.suffix], paths.get(name + COMPRESSED))
        for name, path in paths.items()
        if path.suffix in MEDIA_TYPES
    }


def takes_gzip(accept_encoding: str) -> bool:
    """Returns whether gzip is named, or anything is taken, without a weight of zero."""
    parts = accept_encoding.lower().split(",")
    taken = {part.partition(";")[0].strip(): not REFUSED.search(part) for part in parts}
    return taken.get("gzip", taken.get("*", False))
