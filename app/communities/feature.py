"""The feature communities: places, people and residence in them, and administrators' grants."""

from app.communities import listeners, models
from app.communities.administrators import admin_router as administrators
from app.communities.calendars import admin_router as calendars
from app.communities.claim_codes import admin_router as admin_claim_codes
from app.communities.claim_codes import router as claim_codes
from app.communities.communities import admin_router as admin_communities
from app.communities.communities import router as communities
from app.communities.departments import admin_router as departments
from app.communities.documents import router as documents
from app.communities.grant_proposals import admin_router as grant_proposals
from app.communities.grants import admin_router as grants
from app.communities.guardians import admin_router as admin_guardians
from app.communities.guardians import router as guardians
from app.communities.participants import admin_router as admin_participants
from app.communities.participants import router as participants
from app.communities.permission_words import PERMISSION_WORDS
from app.communities.personal_data import PERSONAL_DATA
from app.communities.places import admin_router as admin_places
from app.communities.places import router as places
from app.communities.regions import admin_router as regions
from app.communities.register import admin_router as register
from app.communities.residence import admin_router as admin_residence
from app.communities.residence import router as residence
from app.communities.reveals import admin_router as reveals
from app.communities.schemas import DeskChannel
from app.communities.sweeps import SWEEPS
from app.kernel.feature import Feature
from app.kernel.words import words_of

COMMUNITIES = Feature(
    name="communities",
    tags={
        "calendar": "Calendar (工作日历): working days, holidays and weekends that are worked.",
        "communities": "Communities (社区), the tenants.",
        "departments": (
            "Departments (承办部门): those to which tickets are assigned, and their members."
        ),
        "documents": "Numbered documents (证明、回执): whether a number is valid.",
        "grants": "Role grants (角色授权): roles of administrators in regions and places.",
        "guardians": (
            "Guardians (监护人) of minors: their consents, and ages that people declare."
        ),
        "participants": "Participants (居民/访客): people in a community.",
        "places": "Places (网格、楼栋、单元、户): the tree inside a community.",
        "regions": "Regions (行政区划): the administrative tree.",
        "residence": "Residence (居住核验): who lives where, and how that is shown.",
    },
    resident=(communities.router, documents.router, participants.mine_router),
    resident_in_community=(
        places.router,
        claim_codes.router,
        guardians.unstored_router,
        participants.router,
        residence.router,
        guardians.counted_router,
        guardians.router,
    ),
    admin=(
        administrators.router,
        grants.router,
        grant_proposals.router,
        regions.router,
        admin_communities.router,
    ),
    admin_in_community=(
        admin_places.router,
        admin_participants.router,
        admin_participants.unstored_router,
        admin_claim_codes.router,
        admin_guardians.router,
        admin_residence.router,
        admin_residence.unstored_router,
        reveals.router,
        register.router,
        calendars.router,
        departments.router,
    ),
    listeners=listeners.LISTENERS,
    sweeps=SWEEPS,
    models=(models,),
    personal_data=PERSONAL_DATA,
    labels={"DeskChannel": words_of(DeskChannel), "Permission": PERMISSION_WORDS},
    examples={
        "importCalendar": "日期,安排,名称\n2027-02-06,放假,春节\n",
        "CalendarOut.warning": "该年度放假安排尚未导入，暂按法定节假日计算，调休上班日未计入。",
        "CalendarDayOut.name": "春节",
        "importPlaces": "网格,楼栋,单元,房号\n第一网格,3号楼,2单元,502\n",
        "importRegister": "楼栋,单元,房号,姓名,手机\n3号楼,2单元,502,王秀英,13800000000\n",
        "importRegions": "区划代码,名称\n990101001001,云桥社区\n",
        "ImportChangeOut.what": "3号楼 2单元 502",
        "ImportErrorOut.column": "phone",
        "ImportErrorOut.header": "联系电话",
        "ImportOut.kind": "register",
        "after": "是",
        "before": "否",
        "header": "成年",
        "refusal": "sheet_refused",
        "building": "3号楼",
        "household": "3号楼 2单元 502",
        "place_path": "3号楼 2单元 502",
        "community_name": "云桥社区",
        "parent_name": "云桥街道",
        "region_name": "云桥街道",
        "PlaceOut.parent_name": "3号楼",
        "StaffPlaceOut.parent_name": "3号楼",
        "user_name": "李敏",
        "granted_by_name": "王芳",
        "confirmed_by_name": "陈岚",
        "proposed_by_name": "王芳",
        "decided_by_name": "陈岚",
        "administrator_name": "李敏",
        "allowed_by_name": "王芳",
        "phone": "+8613800000000",
        "phone_tail": "0000",
        "number": "1-2026-000012-7KQ2M9XD",
        "letter_number": "云组函〔2026〕8号",
        "ResidenceClaimReview.actions": "approve",
        "RosterRow.role_name": "引导",
        "display_name": "秀英",
        "name": "云桥社区",
        "guardian_name": "王建国",
        "minor_name": "小雨",
        "GuardianshipOut.actions": "withdraw_consent",
        "StaffGuardianship.actions": "approve",
        "real_name": "王秀英",
        "witness": "王芳",
    },
)
