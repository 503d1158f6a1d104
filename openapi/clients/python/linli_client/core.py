"""How an act is carried out, without input or output of its own: generators that say what to do
next, for the client with threads and the one with asyncio alike."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

from linli_client.act import Act
from linli_client.problem import LinliProblem, NetworkError
from linli_client.session import Session, Store

T = TypeVar("T")
LANGUAGES = {"zh": "zh-CN,zh;q=0.9,en;q=0.5", "en": "en,zh-CN;q=0.5"}
GATEWAY = {502, 504}
TOO_OFTEN = 429
BUSY = {409, TOO_OFTEN, 503}
VERB = re.compile(r"/([a-z-]+/confirm|[^/]+)$")


@dataclass(frozen=True, slots=True)
class Rules:
    """How patiently a client repeats what got no answer."""

    repeats: int = 3
    longest_wait_seconds: float = 10.0
    """A longer Retry-After is an error."""
    first_wait_seconds: float = 0.4
    """Wait before the first repeat; it doubles each time."""
    timeout_seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def retry_after(self) -> float | None:
        given = self.headers.get("retry-after", "")
        return float(given) if given.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Refresh:
    """New tokens are needed in the place of this one; one caller gets them, the others wait."""

    spent: str


Step = Request | float | Refresh
"""What to do next: send a request, wait for some seconds, refresh."""
Outcome = Response | NetworkError | None
Work = Generator[Step, Outcome, T]


@dataclass(slots=True)
class State:
    """What a client knows."""

    store: Store
    refresh_path: str
    rules: Rules
    language: Literal["zh", "en"]
    versions: dict[str, str] = field(default_factory=dict)
    """ETag of each resource that was read or written last, by its path."""

    @property
    def session(self) -> Session:
        session = self.store.load()
        if session is None:
            session = Session()
            self.store.save(session)
        return session

    def begin(self, access_token: str, refresh_token: str) -> None:
        tokens = {"access_token": access_token, "refresh_token": refresh_token}
        self.store.save(replace(self.session, **tokens))

    def end(self) -> None:
        """Forgets the login, but not the device."""
        self.store.save(Session(self.session.device))


def carry_out(state: State, act: Act[T]) -> Work[T]:
    """Sends an act, with a login unless it is open to all."""
    token = None if act.is_open else state.session.access_token
    response = yield from _exchange(state, act, token)
    if response.status == 401 and token is not None:
        yield Refresh(token)
        token = state.session.access_token
        if token is not None:
            response = yield from _exchange(state, act, token)
    if not 200 <= response.status < 300:
        raise _error(response)
    _note_version(state, act, response)
    return act.read(response.content)


def refresh(state: State, spent: str) -> Work[None]:
    """Gets new tokens, unless another has got them since. An ended login is forgotten."""
    session = state.session
    if session.refresh_token is None or session.access_token != spent:
        return
    body = {"refresh_token": session.refresh_token, "device": session.device}
    act = Act[dict[str, Any]]("POST", state.refresh_path, dict, is_open=True, body=body)
    # The service gives the same successor again to the same device: a lost answer is no loss.
    response = yield from _exchange(state, act, None, may_repeat=True)
    if response.status == 401:
        state.end()
    elif response.status != 200:
        raise _error(response)
    else:
        tokens = json.loads(response.content)
        state.begin(tokens["access_token"], tokens["refresh_token"])


def _exchange(
    state: State, act: Act[Any], token: str | None, *, may_repeat: bool | None = None
) -> Work[Response]:
    """Sends a request until an answer comes, as it was. Raises NetworkError when none does."""
    rules = state.rules
    request = _request(state, act, token)
    may_repeat = act.may_repeat if may_repeat is None else may_repeat
    for repeat in range(rules.repeats + 1):
        outcome = yield request
        # What was refused for being too often was not done, so a login may be repeated, too.
        repeats = rules.repeats if may_repeat or _is_too_often(outcome) else 0
        wait: float | None = rules.first_wait_seconds * 2**repeat * random.uniform(0.75, 1.25)
        if isinstance(outcome, Response):
            wait = _wait(outcome, wait)
        if wait is None or repeat >= repeats or wait > rules.longest_wait_seconds:
            break
        yield wait
    if isinstance(outcome, Response):
        return outcome
    assert outcome is not None
    raise outcome


def _is_too_often(outcome: Outcome) -> bool:
    return isinstance(outcome, Response) and outcome.status == TOO_OFTEN


def _wait(response: Response, otherwise: float | None) -> float | None:
    """Returns the seconds to wait before a repeat; None where the answer stands."""
    if response.status in GATEWAY:
        return otherwise
    return response.retry_after if response.status in BUSY else None


def _request(state: State, act: Act[Any], token: str | None) -> Request:
    content, type_ = act.content()
    headers = {
        "Accept-Language": LANGUAGES[state.language],
        "Content-Type": type_,
        "Authorization": token and f"Bearer {token}",
        "Idempotency-Key": act.key,
        "If-Match": state.versions.get(act.path) if act.is_versioned else None,
    }
    sent = {name: value for name, value in headers.items() if value is not None}
    return Request(act.method, act.url, sent, content)


def _note_version(state: State, act: Act[Any], response: Response) -> None:
    """Notes the version of what the answer shows: what it has created, or for a verb (`…/publish`,
    `…/certify/confirm`) the resource before it."""
    if tag := response.headers.get("etag"):
        path = VERB.sub("", act.path) if act.method == "POST" else act.path
        if location := response.headers.get("location"):
            path = urlsplit(location).path
        state.versions[path] = tag


def _error(response: Response) -> Exception:
    type_ = response.headers.get("content-type", "")
    if not type_.startswith("application/problem+json"):
        return NetworkError("gateway")
    return LinliProblem(response.status, json.loads(response.content), response.retry_after)
