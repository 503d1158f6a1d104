"""/problems: a page for each code, for who follows the `type` of a problem."""

from collections.abc import Iterator
from html import escape
from json import dumps

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.kernel.errors import DomainError, NotFound, Text
from app.kernel.web.problems import detail_of

PAGE = """<!doctype html>
<html lang="zh">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title></head>
<body>
{body}
</body>
</html>
"""

router = APIRouter(prefix="/problems", include_in_schema=False)


def known(base: type[DomainError] = DomainError) -> Iterator[type[DomainError]]:
    """Every error that has a code of its own."""
    for error in base.__subclasses__():
        if "code" in vars(error):
            yield error
        yield from known(error)


@router.get("", response_class=HTMLResponse)
async def list_problems() -> str:
    """All codes."""
    lines = [
        f'<li><a href="/problems/{error.code}"><code>{error.code}</code></a> '
        f"{error.status} · {escape(error.title.zh)} · {escape(error.title.en)}</li>"
        for error in sorted(known(), key=lambda error: error.code)
    ]
    return _page(Text("问题代码", "Problems"), "<ul>\n" + "\n".join(lines) + "\n</ul>")


@router.get("/{code}", response_class=HTMLResponse)
async def show_problem(code: str) -> str:
    """Show what a problem means, and what to do next."""
    for error in known():
        if error.code == code:
            detail = detail_of(error)
            content = f"<p><code>{code}</code> · HTTP {error.status}</p>\n" + "\n".join(
                f'<p lang="{language}">{escape(text)}</p>'
                for language, text in zip(("zh", "en"), detail, strict=True)
            )
            return _page(error.title, content + _members(error))
    raise NotFound


def _members(error: type[DomainError]) -> str:
    """Returns the members that the problem has beside the usual ones, each with an example."""
    if not error.members:
        return ""
    lines = [
        f"<dt><code>{escape(name)}</code></dt>\n<dd>{escape(member.text)} "
        f"<code>{escape(dumps(member.example, ensure_ascii=False))}</code></dd>"
        for name, member in error.members.items()
    ]
    return "\n<h2>附加字段 · Members</h2>\n<dl>\n" + "\n".join(lines) + "\n</dl>"


def _page(title: Text, body: str) -> str:
    heading = (
        f'<h1 lang="zh">{escape(title.zh)}</h1>\n<p lang="en"><strong>{escape(title.en)}'
        f'</strong></p>\n{body}\n<p><a href="/problems">全部问题代码 · All problems</a></p>'
    )
    return PAGE.format(title=f"{escape(title.zh)} · {escape(title.en)}", body=heading)
