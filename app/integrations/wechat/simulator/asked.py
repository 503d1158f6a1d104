"""Requests to the simulator, and its refusals, in WeChat's terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MESSAGES = {
    -1: "system error",
    40001: "invalid credential, access_token is invalid or not latest",
    40002: "invalid grant_type",
    40013: "invalid appid",
    40014: "invalid access_token",
    40029: "invalid code",
    40125: "invalid appsecret",
    40163: "code been used",
    40226: "code blocked",
    41001: "access_token missing",
    41002: "appid missing",
    41004: "appsecret missing",
    41008: "missing code",
    42001: "access_token expired",
    43002: "require POST method",
    44002: "empty post data",
    45009: "reach max api daily quota limit",
    45011: "api minute-quota reach limit",
    47001: "data format error",
}


class No(Exception):
    """An errcode."""

    def __init__(self, errcode: int) -> None:
        super().__init__(errcode)
        self.errcode = errcode


class Silence(Exception):
    """The answer never comes."""


@dataclass(frozen=True, slots=True)
class Asked:
    method: str
    path: str
    query: Mapping[str, str]
    content: bytes = b""
    body: Mapping[str, Any] = field(default_factory=dict)
    """Members of a JSON object; empty otherwise."""

    def value(self, name: str) -> Any:
        return self.query.get(name, self.body.get(name))
