"""/v1/me/consents"""

from typing import Annotated

from fastapi import Query

from app.identity.consents import service as consents
from app.identity.consents.schemas import (
    ConsentDecision,
    ConsentOut,
    ConsentPage,
    ConsentQuery,
)
from app.identity.deps import CurrentUser
from app.identity.errors import ConsentTextOutdated
from app.identity.models import Purpose
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/me/consents", tags=["me"])


@router.get("", response_model=ConsentPage)
async def list_my_consents(
    query: Annotated[ConsentQuery, Query()], user: CurrentUser, session: Session
) -> Page[ConsentOut]:
    """List my consents, one for each purpose. Each has its full text, and whether it is granted."""
    return await consents.list_consents(session, user, query)


@router.put("/{purpose}", response_model=ConsentOut, responses=problems(ConsentTextOutdated))
async def decide_consent(
    purpose: Purpose, body: ConsentDecision, user: CurrentUser, session: Session
) -> ConsentOut:
    """Grant or withdraw a consent. `text_version` names the text that was shown. What a withdrawn
    consent allowed ends within a minute: `phone` deletes the number, `profile` the nickname,
    `residence` the household and the real name, `party_membership` the registration."""
    return await consents.decide(session, user, purpose, body)
