"""Names of the roles of administrators, Chinese first."""

from collections.abc import Mapping
from types import MappingProxyType

from app.communities.models import Role
from app.kernel.errors import Text

ROLE_NAMES: Mapping[Role, Text] = MappingProxyType(
    {
        Role.PARTY_ADMIN: Text("社区党务工作人员", "Party administrator"),
        Role.HANDLER: Text("部门经办人员", "department handler"),
        Role.GRID_WORKER: Text("网格员", "grid worker"),
        Role.COMMUNITY_WORKER: Text("社区工作人员", "community worker"),
        Role.COMMUNITY_ADMIN: Text("社区管理员", "community administrator"),
        Role.SUBDISTRICT_ADMIN: Text("街道管理员", "subdistrict administrator"),
        Role.DISTRICT_ADMIN: Text("区管理员", "district administrator"),
        Role.UNIT_LIAISON: Text("单位联络员", "unit liaison"),
        Role.AUDITOR: Text("审计人员", "auditor"),
        Role.PLATFORM_ADMIN: Text("平台管理员", "platform administrator"),
    }
)
