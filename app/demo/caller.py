"""Client of a running demo over HTTP, which prints each call in short and raises TourFailed as
soon as an answer is not as promised."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from uuid import uuid4

from app.demo.town import NAMES, PASSWORD

Json = dict[str, Any]
Say = Callable[[str], None]
INBOX_TIMEOUT_SECONDS = 300.0
"""Time within which a message is in the inbox: a new town has a long queue of events at first."""


class TourFailed(Exception):
    """An answer is not as promised; the message names both."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: Json


@dataclass(frozen=True, slots=True)
class Caller:
    """One person's client, with a token once they have logged in."""

    base: str
    who: str
    say: Say
    token: str = ""

    def call(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        """Returns the answer to a request, whose body is JSON unless it is bytes already; raises
        TourFailed unless it is a success."""
        sent = {"Content-Type": "application/json"} | headers
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        try:
            with urlopen(Request(self.base + path, data, sent, method=method), timeout=30) as got:
                answer = Answer(got.status, got.headers, json.loads(got.read() or b"{}"))
        except HTTPError as refused:
            raise TourFailed(f"{method} {path}: {refused.code} {refused.read().decode()}") from None
        self.say(f"  {self.who:<10}{method:<5}{_short(path):<58} {answer.status}")
        return answer

    def download(self, path: str) -> bytes:
        """Returns the bytes of a file."""
        sent = {"Authorization": f"Bearer {self.token}"}
        with urlopen(Request(self.base + path, headers=sent), timeout=30) as got:
            content: bytes = got.read()
        self.say(f"  {self.who:<10}{'GET':<5}{_short(path):<58} {got.status}")
        return content

    def write(self, path: str, body: object, key: str | None = None) -> Answer:
        return self.call("POST", path, body, **{"Idempotency-Key": key or uuid4().hex})


def a_resident(caller: Caller, alias: str) -> Caller:
    body = caller.call("POST", "/v1/auth/wechat/sessions", {"code": f"sim:{alias}"}).body
    return Caller(caller.base, caller.who, caller.say, body["access_token"])


def an_administrator(caller: Caller, login_name: str) -> Caller:
    sent = {"username": login_name, "password": PASSWORD}
    body = caller.call("POST", "/admin/v1/auth/sessions", sent).body
    return Caller(caller.base, caller.who, caller.say, body["access_token"])


def home_of(resident: Caller) -> str:
    [home] = resident.call("GET", "/v1/me/participations").body["items"]
    expect((home["community_name"], home["kind"]), (NAMES[0], "resident"))
    return f"/v1/communities/{home['community_id']}"


def expect_message(who: Caller, kind: str) -> None:
    """Poll the inbox, as a phone does, until its newest message is of this kind; print it."""
    until = time.monotonic() + INBOX_TIMEOUT_SECONDS
    silent = replace(who, say=lambda _line: None)
    path = "/v1/me/inbox?limit=1"
    while not ((newest := silent.call("GET", path).body["items"]) and newest[0]["kind"] == kind):
        if time.monotonic() > until:
            raise TourFailed(f"{kind}: not in the inbox after {INBOX_TIMEOUT_SECONDS:.0f} s")
        time.sleep(0.2)
    who.call("GET", path)
    who.say(f"            “{newest[0]['title']}” {newest[0]['body']}")


def expect(came: object, promised: object) -> None:
    """Raise TourFailed unless both are equal."""
    if came != promised:
        raise TourFailed(f"promised {promised!r}, came {came!r}")


def _short(path: str) -> str:
    """Shorten the ids in a path to their last characters, in which they differ."""
    parts = (part if len(part) != 36 else f"…{part[-6:]}" for part in path.split("/"))
    return "/".join(parts)
