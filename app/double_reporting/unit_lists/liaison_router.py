"""/admin/v1/party-organizations/{organization_id}/member-list, for the unit's liaison"""

from app.double_reporting.unit_lists import service as lists
from app.double_reporting.unit_lists.schemas import UnitMemberListIn, UnitMemberListOut
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router
from app.organizations.deps import CurrentLiaison

router = Router(
    prefix="/party-organizations/{organization_id}/member-list", tags=["double reporting"]
)


@router.get("", response_model=UnitMemberListOut)
async def get_unit_member_list(liaison: CurrentLiaison, session: Session) -> UnitMemberListOut:
    """Get how many members my unit's list has. Nobody is named."""
    return await lists.show_list(session, liaison)


@router.put("", response_model=UnitMemberListOut)
async def replace_unit_member_list(
    liaison: CurrentLiaison, body: UnitMemberListIn, session: Session
) -> UnitMemberListOut:
    """Replace my unit's list of members (单位党员名单). It is stored encrypted; a member whose name
    and verified phone stand on it is confirmed when they register. An empty list deletes it."""
    return await lists.replace_list(session, body, by=liaison)
