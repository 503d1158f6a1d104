"""/v1/service-choices: the codes of registration forms, with their words"""

from collections.abc import Iterable

from app.double_reporting.members.schemas import Choice, ServiceChoices
from app.double_reporting.models import PostCategory, ServiceTime, Skill
from app.identity.deps import CurrentUser
from app.kernel.web.routing import Router
from app.kernel.words import Worded

router = Router(prefix="/service-choices", tags=["double reporting"])


@router.get("", response_model=ServiceChoices)
async def list_service_choices(_reader: CurrentUser) -> ServiceChoices:
    """List the codes of registration forms: skills, kinds of service and times, each with its
    Chinese and English words, in the order of the form."""
    return ServiceChoices(
        skills=_choices(Skill),
        service_kinds=_choices(PostCategory),
        times=_choices(ServiceTime),
    )


def _choices(values: Iterable[Worded]) -> list[Choice]:
    return [Choice(code=value, zh=value.words.zh, en=value.words.en) for value in values]
