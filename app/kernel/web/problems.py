"""Problem bodies (RFC 9457): what errors look like on the wire and in the OpenAPI document."""

import logging
from collections import defaultdict
from typing import Any

from asyncpg import PostgresError
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic_core import to_jsonable_python
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.kernel import logs
from app.kernel.database.engine import refusal
from app.kernel.errors import Broken, DomainError, Forbidden, Malformed, NotFound, Text
from app.kernel.logs import where
from app.kernel.web.schemas import In

log = logging.getLogger(__name__)


class MethodNotAllowed(DomainError):
    status = 405
    code = "method_not_allowed"
    title = Text("不支持此方法", "This method is not possible here")
    detail = Text("请按接口说明选择方法。", "Use one of the methods in the header Allow.")


class TooLarge(DomainError):
    status = 413
    code = "too_large"
    title = Text("请求内容过大", "The request is too large")
    detail = Text("请减小内容后重试。", "Send less at a time.")


UNREADABLE = Malformed(errors=[{"pointer": "/body", "code": "unreadable"}])
UNROUTED = {
    400: UNREADABLE,
    403: Forbidden(),
    404: NotFound(),
    405: MethodNotAllowed(),
    413: TooLarge(),
}


PROBLEM = "application/problem+json"
MAX_LISTED_ERRORS = 50
"""Errors of one body that are told; a body may have as many as it has fields."""
EXAMPLE_ID = "5f0c3b1e8d6a4f7c9b2e1d0a3c4b5e6f"


def detail_of(error: type[DomainError] | DomainError) -> Text:
    """Returns the advice of an error; where its title says all, the title as a sentence."""
    if error.detail is not None:
        return error.detail
    return Text(f"{error.title.zh}。", f"{error.title.en}.")


def prefers_english(languages: str) -> bool:
    """Returns whether English comes before Chinese in an Accept-Language; without either it is
    Chinese."""
    best, is_english = 0.0, False
    for part in languages.lower().split(","):
        name, _, weight = part.partition(";")
        spoken = name.strip()[:2]
        if spoken in ("en", "zh") and (value := _weight(weight)) > best:
            best, is_english = value, spoken == "en"
    return is_english


def _weight(quality: str) -> float:
    try:
        return float(quality.strip().removeprefix("q=") or 1)
    except ValueError:
        return 0.0


def request_id() -> str:
    """The same that stands in the header of the answer and in the log."""
    return logs.request_id.get()


def problem(request: Request, error: DomainError) -> JSONResponse:
    is_english = prefers_english(request.headers.get("accept-language", ""))
    headers = {"Cache-Control": "no-store", **error.headers}
    if error.retry_after is not None:
        headers["Retry-After"] = str(error.retry_after)
    return JSONResponse(
        to_jsonable_python(body_of(error, is_english, request_id()) | error.extensions),
        error.status,
        headers,
        PROBLEM,
    )


def body_of(
    error: type[DomainError] | DomainError, is_english: bool, request_id: str
) -> dict[str, Any]:
    title, detail = error.title, detail_of(error)
    return {
        "type": f"/problems/{error.code}",
        "title": title.en if is_english else title.zh,
        "status": error.status,
        "detail": detail.en if is_english else detail.zh,
        "code": error.code,
        "request_id": request_id,
    }


def example_of(error: type[DomainError]) -> dict[str, Any]:
    """Returns the body of a problem, its further members included."""
    members = {name: member.example for name, member in error.members.items()}
    return body_of(error, False, EXAMPLE_ID) | members


def problems(*errors: type[DomainError]) -> dict[int | str, dict[str, Any]]:
    """Responses of a route: the problems that it can answer, one example a code."""
    several: dict[int, list[type[DomainError]]] = defaultdict(list)
    for error in errors:
        several[error.status].append(error)
    return {status: _response(those) for status, those in several.items()}


def _response(errors: list[type[DomainError]]) -> dict[str, Any]:
    examples = {e.code: {"value": example_of(e)} for e in errors}
    return {
        "description": "; ".join(e.title.en for e in errors),
        "content": {PROBLEM: {"examples": examples}},
    }


class UnhandledErrorMiddleware:
    """Middleware that answers and logs unexpected errors; the server would log their messages."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        has_begun = False

        async def begin(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, begin)
        except Exception as error:
            if has_begun or scope["type"] != "http":
                raise
            log.error("unexpected: %s", where(error))
            await problem(Request(scope), Broken())(scope, receive, send)


def install(app: FastAPI) -> None:
    """Every answer that is not a success is a problem, also those that no route has made."""

    @app.exception_handler(DomainError)
    async def refused(request: Request, error: DomainError) -> JSONResponse:
        # A 503 that somebody has raised on purpose has no cause, and is not worth a line.
        if error.status == 500 or (error.status > 500 and error.__cause__ is not None):
            log.error("%s: %s", error.code, where(error))
        return problem(request, error)

    @app.exception_handler(RequestValidationError)
    async def malformed(request: Request, error: RequestValidationError) -> JSONResponse:
        errors = [_pointed(e) for e in error.errors()[:MAX_LISTED_ERRORS]]
        return problem(request, Malformed(errors=errors))

    @app.exception_handler(HTTPException)
    async def unrouted(request: Request, error: HTTPException) -> JSONResponse:
        answer = problem(request, UNROUTED.get(error.status_code, Broken()))
        answer.headers.update(error.headers or {})
        if error.status_code == 405:
            answer.headers["allow"] = ", ".join(sorted(_possible(request)))
        return answer

    # A hot function inside a session meets the driver's own errors; nobody wraps "no connection".
    @app.exception_handler(SQLAlchemyError)
    @app.exception_handler(PostgresError)
    @app.exception_handler(OSError)
    async def database(request: Request, error: Exception) -> JSONResponse:
        problem_of_database = refusal(error)
        problem_of_database.__cause__ = error
        return await refused(request, problem_of_database)

    app.add_middleware(UnhandledErrorMiddleware)


def _possible(request: Request) -> set[str]:
    """The methods of all routes with this path; each route only knows its own."""
    possible: set[str] = set()
    for route in request.app.routes:
        scope = {"type": "http", "path": request.url.path, "root_path": ""}
        for method in route.methods:
            if route.matches(scope | {"method": method})[0] is Match.FULL:
                possible.add(method)
    return possible


def _pointed(error: dict[str, Any]) -> dict[str, str]:
    """Returns pointer and code of an error; not an unknown field's name nor the key of a map, which
    are input."""
    location = error["loc"][:-1] if error["type"] == "extra_forbidden" else error["loc"]
    for number, step in enumerate(location[:-1]):
        if step in In.maps:
            location = (*location[: number + 1], "*")
            break
    return {"pointer": "/" + "/".join(map(str, location)), "code": error["type"]}
