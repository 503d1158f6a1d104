"""The configuration of the proxy that is shipped lets through what the service takes."""

import asyncio
import re
import shutil
from asyncio.subprocess import DEVNULL, create_subprocess_exec
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient, ConnectError
from uvicorn import Config, Server

from app.kernel.web.bodies import MAX_BODY_BYTES, MAX_SHEET_BYTES
from app.kernel.web.http_protocol import HttpProtocol
from tests.faults.process import free_port
from tests.retries import until

NGINX = Path(__file__).parents[2] / "deploy" / "nginx.conf"
UNITS = {"k": 2**10, "m": 2**20}
IS_HERE = shutil.which("nginx") is not None


def test_it_takes_bodies_of_the_same_sizes() -> None:
    found = re.findall(r"client_max_body_size (\d+)([km]);", NGINX.read_text())
    sizes = [int(number) * UNITS[unit] for number, unit in found]
    assert sizes == [MAX_BODY_BYTES, MAX_SHEET_BYTES]


async def show(scope: Any, _receive: Any, send: Any) -> None:
    """Answers with the path as it came, and the headers that say from where."""
    headers = dict(scope["headers"])
    shown = [scope["raw_path"], headers[b"host"], headers[b"x-forwarded-for"]]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b" ".join(shown)})


@asynccontextmanager
async def proxied(folder: Path) -> AsyncIterator[AsyncClient]:
    """The shipped configuration, without TLS and on other ports, before a server of ours."""
    config = Config(show, port=0, http=HttpProtocol, lifespan="off", log_config=None)
    server, socket, port = Server(config), config.bind_socket(), free_port()
    config.load()
    serving = asyncio.create_task(server.serve(sockets=[socket]))
    text = re.sub(
        r"server \{\s+listen 443 ssl default_server.*?\}", "", NGINX.read_text(), flags=re.S
    )
    text = re.sub(r"ssl_\w+ [^;]*;", "", text).replace("listen 443 ssl", f"listen 127.0.0.1:{port}")
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{socket.getsockname()[1]}")
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    file.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; user root;"
        f" events {{}} http {{ {paths} {text} }}"
    )
    nginx = await create_subprocess_exec("nginx", "-c", str(file), stdout=DEVNULL, stderr=DEVNULL)
    try:
        async with AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as http:

            async def answers() -> bool:
                with suppress(ConnectError):
                    return (await http.get("/")).status_code == 200
                assert nginx.returncode is None, (folder / "error.log").read_text()
                return False

            await until(answers)
            yield http
    finally:
        with suppress(ProcessLookupError):
            nginx.terminate()
        await nginx.wait()
        server.should_exit = True
        await serving
        socket.close()


@pytest.mark.skipif(not IS_HERE, reason="nginx is not here")
async def test_it_hands_on_what_came_and_refuses_what_is_too_much(tmp_path: Path) -> None:
    async with proxied(tmp_path) as http:
        headers = {"X-Forwarded-For": "198.51.100.1", "Host": "linli.example.cn"}
        answer = await http.get("/a%2fb/%e7%a4%be", headers=headers)
        assert answer.text == "/a%2fb/%e7%a4%be linli.example.cn 127.0.0.1"
        assert (await http.post("/", content=b"x" * MAX_BODY_BYTES)).status_code == 200
        assert (await http.post("/", content=b"x" * (MAX_BODY_BYTES + 1))).status_code == 413
        sheets = "/admin/v1/regions/imports"
        assert (await http.post(sheets, content=b"x" * MAX_SHEET_BYTES)).status_code == 200
        assert (await http.get("/", headers={"X-Long": "x" * 40_000})).status_code in (400, 494)
