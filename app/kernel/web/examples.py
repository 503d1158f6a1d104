"""Examples for the document: made from a schema, so that they always fit it."""

from collections.abc import Mapping
from re import compile as pattern
from typing import Any

Schema = Mapping[str, Any]

FORMATS = {
    "uuid": "0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7",
    "date-time": "2026-12-12T01:00:00Z",
    "date": "2026-12-12",
    "binary": "",
}
TEXTS = {
    "access_token": "eyJ…",
    "address": "3号楼前",
    "category": "environment",
    "code": "0a1b2c3d4e5f",
    "contact": "社区服务站窗口",
    "description": "<p>工具由社区提供。</p>",
    "display_name": "秀英",
    "login_name": "zhang.li",
    "name": "云桥社区",
    "new_password": "four-plain-words-2026",
    "nickname": "秀英",
    "organiser": "云桥社区居委会",
    "password": "seven-quiet-lanterns-41",
    "real_name": "王秀英",
    "reason": "雨天改期",
    "requirement": "能提五公斤重物",
    "risk_statement": "户外活动，注意防滑",
    "summary": "一起清扫三号楼的楼道",
    "title": "清扫楼道",
    "totp": "123456",
    "witness": "王芳",
}
"""By the name of a property."""
DIGITS = pattern(r"\^\[0-9\]\{(\d+)\}\$")
DEEPEST = 8


def example_of(schema: Schema, components: Mapping[str, Schema], name: str = "") -> Any:
    """One value that the schema takes."""
    return _made(schema, components, name, DEEPEST)


def _made(schema: Schema, components: Mapping[str, Schema], name: str, left: int) -> Any:
    if "$ref" in schema:
        target = components[schema["$ref"].rpartition("/")[2]]
        return _made(target, components, name, left - 1)
    found, value = _told(schema)
    if found:
        return value
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return _made(_best(schema[several]), components, name, left)
    if schema.get("type") == "object":
        return _object(schema, components, left)
    if schema.get("type") == "array":
        many = max(1, schema.get("minItems", 1)) if left > 0 else 0
        return [_made(schema.get("items", {}), components, name, left - 1)] * many
    return _plain(schema, name)


def _told(schema: Schema) -> tuple[bool, Any]:
    """What the schema itself says of its values."""
    for several in ("examples", "enum"):
        if schema.get(several):
            return True, schema[several][0]
    for one in ("const", "default"):
        if schema.get(one) is not None:
            return True, schema[one]
    return False, None


def _best(several: list[Schema]) -> Schema:
    """Something rather than nothing."""
    return next((one for one in several if one.get("type") != "null"), several[0])


def _object(schema: Schema, components: Mapping[str, Schema], left: int) -> dict[str, Any]:
    wanted = schema.get("properties", {})
    shown = wanted if left > 0 else schema.get("required", ())
    return {name: _made(wanted[name], components, name, left - 1) for name in shown}


def _plain(schema: Schema, name: str) -> Any:
    kind = schema.get("type")
    if kind in ("integer", "number"):
        low = schema.get("minimum", schema.get("exclusiveMinimum", 0))
        return low if low > 0 else min(1, schema.get("maximum", 1))
    if kind == "boolean":
        return True
    if kind == "string":
        return _text(schema, name)
    return None if kind == "null" else {}


def _text(schema: Schema, name: str) -> str:
    if (form := FORMATS.get(schema.get("format", ""))) is not None:
        return form
    if digits := DIGITS.fullmatch(schema.get("pattern", "")):
        return "340102003004005006"[: int(digits[1])]
    text = TEXTS.get(name, "文字")
    least, most = schema.get("minLength", 0), schema.get("maxLength", 1000)
    return (text * (least // len(text) + 1) if len(text) < least else text)[:most]
