"""Messages as a person reads them: in their language, with instants of their place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.identity.models import Locale
from app.kernel import clock
from app.kernel.jobs.messages import Message


@dataclass(frozen=True, slots=True)
class Renderer:
    """Every message by its kind."""

    messages: Mapping[str, type[Message]]

    def render(self, kind: str, variables: Mapping[str, str], locale: Locale) -> tuple[str, str]:
        """Title and body. A variable that is missing leaves a gap, never an error: a broken
        template must not keep anybody from reading the others."""
        template = self.messages[kind].template
        shown = _Gaps({name: _shown(value, locale) for name, value in variables.items()})
        field = "en" if locale is Locale.EN else "zh"
        title, body = getattr(template.title, field), getattr(template.body, field)
        return title.format_map(shown), body.format_map(shown)


class _Gaps(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return "…"


def _shown(value: str, locale: Locale) -> str:
    """Instants as people of the place read them."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    if at.tzinfo is None:
        return value
    here = clock.local(at)
    if locale is Locale.EN:
        return f"{here:%Y-%m-%d %H:%M}"
    return f"{here.month}月{here.day}日{here:%H:%M}"
