"""/v1/party-organizations"""

from typing import Annotated

from fastapi import Query

from app.identity.deps import CurrentUser
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.routing import Router
from app.organizations.organizations import service as organizations
from app.organizations.organizations.schemas import (
    OrganizationOut,
    OrganizationPage,
    OrganizationQuery,
)
from app.organizations.organizations.shown import show_organizations

router = Router(prefix="/party-organizations", tags=["organizations"])


@router.get("", response_model=OrganizationPage)
async def list_party_organizations(
    query: Annotated[OrganizationQuery, Query()], _reader: CurrentUser, session: Session
) -> Page[OrganizationOut]:
    """List Party organizations. `q` searches by words of their names and of their units' names;
    these are published facts."""
    page = await organizations.list_organizations(session, query)
    return page.with_items(await show_organizations(session, page.items))
