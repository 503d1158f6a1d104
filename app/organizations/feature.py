"""The feature organizations: work units, Party organizations, and their liaisons."""

from app.kernel.feature import Feature
from app.organizations import models
from app.organizations.liaisons import admin_router as liaisons
from app.organizations.organizations import admin_router as admin_organizations
from app.organizations.organizations import router as organizations
from app.organizations.sweeps import SWEEPS
from app.organizations.work_units import admin_router as work_units

ORGANIZATIONS = Feature(
    name="organizations",
    tags={
        "organizations": "Work units (单位), Party organizations (党组织) and their liaisons.",
    },
    resident=(organizations.router,),
    admin=(
        work_units.router,
        admin_organizations.router,
        liaisons.router,
        liaisons.proposals_router,
        liaisons.many_router,
    ),
    sweeps=SWEEPS,
    models=(models,),
    examples={
        "importPartyOrganizations": "组织名称,组织类型\n云桥小学党支部,党支部\n",
        "importWorkUnits": "单位名称,统一社会信用代码\n云桥小学,91350100M000100Y43\n",
        "credit_code": "91350100M000100Y43",
        "organization_name": "云桥小学党支部",
        "work_unit_name": "云桥小学",
        "OrganizationOut.parent_name": "云桥街道党工委",
        "StaffOrganizationOut.parent_name": "云桥街道党工委",
    },
)
