"""/demo plays the mini-program in a browser: what is served, with which policy, and where not."""

import re
from pathlib import Path

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from app.demo.page.routes import DIST, router


async def test_the_page_loads_its_own_files_alone() -> None:
    app = FastAPI()
    app.include_router(router)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://127.0.0.1") as http:
        page = await http.get("/demo")
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert re.findall(r"<(?:style|script)[^>]*>[^<]", page.text) == []
        assert " style=" not in page.text
        files = re.findall(r'(?:src|href)="(/demo/[^"]+)"', page.text)
        assert len(files) == 2
        for file in files:
            answer = await http.get(file)
            assert (answer.status_code, answer.headers["content-security-policy"]) == (200, policy)


def test_the_script_brings_no_style_or_code_in_texts() -> None:
    script = (DIST / "simulator.js").read_text(encoding="utf-8")
    for refused in (r"\.innerHTML", r"\.style\b", r"\beval\b", r"new Function", r"cssText"):
        assert re.search(refused, script) is None, refused


async def test_the_service_does_not_serve_it(http: AsyncClient) -> None:
    for method, path in (("GET", "/demo"), ("GET", "/demo/simulator.js")):
        assert (await http.request(method, path)).status_code == 404
    answer = await http.post("/demo/desk/tickets/0192d3f4-0000-7000-8000-000000000001/answer")
    assert answer.status_code == 404
    assert "app.demo" not in (Path("app") / "serve.py").read_text(encoding="utf-8")
