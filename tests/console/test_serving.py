"""/console: which files are sent, with which headers, and what is said without them."""

import gzip
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from httpx import AsyncClient

from app.console.built_files import takes_gzip
from app.console.pages import DIST, is_built
from app.doctor import findings
from app.kernel.database.engine import Database
from app.main import create_app
from app.serve import read_settings
from app.settings import Settings
from tests.cli.production import production
from tests.client import SETTINGS, client_of_app

AWAY = "postgresql+asyncpg://nobody@127.0.0.1:9/none"
SCRIPT = b"export const words = '" + b"linli " * 200 + b"'"
PAGE = b"<!doctype html><title>Linli</title>"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder such as a build leaves, with a file above it that nobody may read."""
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "assets" / "main-C0ffee.js").write_bytes(SCRIPT)
    (folder / "assets" / "main-C0ffee.js.gz").write_bytes(gzip.compress(SCRIPT, mtime=0))
    (folder / "assets" / "main-C0ffee.css").write_bytes(b"p { color: #111 }")
    (folder / "favicon.svg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    return folder


@pytest_asyncio.fixture
async def http(database: Database, built: Path) -> AsyncIterator[AsyncClient]:
    async with client_of_app(create_app(SETTINGS, database, console_folder=built)) as client:
        yield client


async def test_each_page_of_the_console_is_the_one_page_with_a_strict_policy(
    http: AsyncClient, subtests: pytest.Subtests
) -> None:
    for path in ("", "/", "/login", "/communities/0193/tickets", "/index.html"):
        with subtests.test(path):
            answer = await http.get(f"/console{path}", headers={"Accept-Encoding": "identity"})
            assert (answer.status_code, answer.content) == (200, PAGE)
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            assert answer.headers["cache-control"] == "no-cache"
            policy = answer.headers["content-security-policy"].split("; ")
            assert {"default-src 'none'", "script-src 'self'", "style-src 'self'"} <= set(policy)
            assert {"frame-ancestors 'none'", "base-uri 'none'"} <= set(policy)
            assert "unsafe" not in answer.headers["content-security-policy"]
            assert answer.headers["x-content-type-options"] == "nosniff"


async def test_assets_are_kept_for_ever_with_their_media_type(http: AsyncClient) -> None:
    types = {
        "assets/main-C0ffee.js": "text/javascript; charset=utf-8",
        "assets/main-C0ffee.css": "text/css; charset=utf-8",
        "favicon.svg": "image/svg+xml",
    }
    for path, media_type in types.items():
        answer = await http.get(f"/console/{path}")
        assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
        is_asset = path.startswith("assets/")
        assert ("immutable" in answer.headers["cache-control"]) is is_asset
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_who_takes_gzip_gets_what_was_compressed(http: AsyncClient) -> None:
    path = "/console/assets/main-C0ffee.js"
    small = await http.get(path, headers={"Accept-Encoding": "gzip, br"})
    plain = await http.get(path, headers={"Accept-Encoding": "identity"})
    assert small.content == plain.content == SCRIPT
    assert (
        int(small.headers["content-length"]) < len(SCRIPT) == int(plain.headers["content-length"])
    )
    assert (small.headers["content-encoding"], small.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == "Accept-Encoding"
    assert small.headers["content-type"] == plain.headers["content-type"]
    never_compressed = await http.get("/console/favicon.svg", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in never_compressed.headers


def test_an_encoding_with_weight_zero_is_not_taken() -> None:
    for taken in ("gzip", "br, GZIP;q=0.5", "*", "gzip; q=1.0", "br;q=0, gzip"):
        assert takes_gzip(taken), taken
    for refused in ("", "identity", "gzip;q=0", "gzip; q=0.000", "*, gzip;q=0", "br"):
        assert not takes_gzip(refused), refused


async def test_what_is_no_built_file_is_a_problem(
    http: AsyncClient, subtests: pytest.Subtests
) -> None:
    paths = (
        *("assets/main-0ther.js", "assets/", "assets/main-C0ffee.js.gz", "robots.txt"),
        *("..%2fsecret.txt", "%2e%2e/secret.txt", "assets/%2e%2e/%2e%2e/secret.txt"),
        *("..\\secret.txt", "assets%5c..%5c..%5csecret.txt", "//secret.txt", "secret.txt%00.js"),
    )
    for path in paths:
        with subtests.test(path):
            answer = await http.get(f"/console/{path}")
            assert answer.status_code == 404
            assert answer.headers["content-type"] == "application/problem+json"
            assert b"secret" not in answer.content


async def test_it_answers_under_the_hosts_of_the_service_alone(http: AsyncClient) -> None:
    answer = await http.get("/console", headers={"Host": "elsewhere.example"})
    assert (answer.status_code, answer.json()["code"]) == (421, "host_unknown")
    assert (await http.post("/console", json={})).status_code == 405


async def test_without_built_files_the_service_starts_and_says_how_to_build_them(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(SETTINGS, database, console_folder=tmp_path / "none")
    assert "not built" in caplog.text
    async with client_of_app(app) as http:
        assert (await http.get("/healthz")).status_code == 200
        answer = await http.get("/console")
        assert (answer.status_code, answer.headers["content-type"]) == (
            503,
            "text/html; charset=utf-8",
        )
        assert "管理台尚未构建" in answer.text
        assert "npm ci" in answer.text
        assert "The service runs" in answer.text
        assert (await http.get("/console/assets/main.js")).status_code == 404


async def test_it_can_be_turned_off(database: Database, built: Path) -> None:
    assert Settings.model_fields["serves_console"].default
    settings = Settings.demo(serves_console=False)
    async with client_of_app(create_app(settings, database, console_folder=built)) as http:
        assert (await http.get("/console")).status_code == 404


async def test_the_doctor_says_whether_it_is_built(tmp_path: Path) -> None:
    lines = [f"{name}={value}" for name, value in production(AWAY).items()]
    (tmp_path / "linli.env").write_text("\n".join(lines))
    settings = read_settings(tmp_path / "linli.env")
    found = {one.what: one async for one in findings(settings)}["console"]
    assert found.is_well is is_built()
    assert found.detail.startswith("built" if is_built() else "not built: run `npm ci")
    off = settings.model_copy(update={"serves_console": False})
    assert {one.what: one.detail async for one in findings(off)}["console"] == "not served"


@pytest.mark.skipif(not is_built(), reason="nothing is built in this source tree")
def test_the_committed_page_needs_nothing_that_the_policy_refuses() -> None:
    page = (DIST / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)
    for source in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert source.startswith("/console/")
        assert (DIST / source.removeprefix("/console/")).is_file(), source
