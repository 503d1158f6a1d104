"""/v1/service-choices: the codes of registration forms, with their words"""

from collections.abc import Iterable

from app.double_reporting.members.schemas import Choice, ServiceChoices
from app.double_reporting.models.form import SERVICE_KINDS, SERVICE_TIMES, SKILLS
from app.identity.deps import CurrentUser
from app.kernel.errors import Text
from app.kernel.web.routing import Router

router = Router(prefix="/service-choices", tags=["double reporting"])


@router.get("", response_model=ServiceChoices)
async def list_service_choices(_reader: CurrentUser) -> ServiceChoices:
    """List the codes of skills, kinds of service and times, each with its Chinese and English
    words, in the order of the form."""
    return ServiceChoices(
        skills=_choices(SKILLS.items()),
        service_kinds=_choices(SERVICE_KINDS.items()),
        times=_choices(SERVICE_TIMES.items()),
    )


def _choices(words: Iterable[tuple[str, Text]]) -> list[Choice]:
    return [Choice(code=code, zh=text.zh, en=text.en) for code, text in words]
