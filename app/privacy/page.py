"""The export as a page that a person can read, without scripts, styles or foreign parts."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from app.privacy.labels import LABELS

HEAD = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>我的数据 · My data</title></head><body>
<h1>我的数据 <small>My data</small></h1>
<p>生成时间 · Made at: {made_at}</p>
<p>此文件包含您的个人信息，请妥善保管。完整内容（含编号）见同时提供的 JSON 文件。<br>
This file has personal data of yours: please keep it safe. All of it, ids included, is in the JSON
file.</p>
"""
FOOT = "</body></html>\n"


def written_out(content: Mapping[str, Any]) -> str:
    """Returns the page: a section a table and community, ids left out."""
    parts = [HEAD.format(made_at=escape(content["made_at"]))]
    for part in content["tables"]:
        parts += _section(part)
    return "".join([*parts, FOOT])


def _section(part: Mapping[str, Any]) -> Iterator[str]:
    title = f"{part['title']['zh']} <small>{escape(part['title']['en'])}</small>"
    where = f" · {escape(part['community'])}" if part["community"] else ""
    yield f"<h2>{title}{where}（{len(part['rows'])}）</h2>\n"
    for row in part["rows"]:
        yield '<table border="1">\n'
        for name, value in row.items():
            if not _is_id(name) and value is not None:
                yield f"<tr><th>{_label(name)}</th><td>{escape(_said(value))}</td></tr>\n"
        yield "</table><br>\n"


def _is_id(name: str) -> bool:
    return name == "id" or name.endswith(("_id", "_by"))


def _label(name: str) -> str:
    return f"{LABELS[name]} <small>{name}</small>" if name in LABELS else name


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "是 · yes" if value else "否 · no"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {one}" for key, one in value.items())
    if isinstance(value, list):
        return "、".join(str(one) for one in value)
    return str(value)
