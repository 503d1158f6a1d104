"""The feature double reporting: units and members who report to a community, and their posts."""

from app.double_reporting import listeners, messages, models, todo
from app.double_reporting.duties import admin_router as admin_duties
from app.double_reporting.duties import router as duties
from app.double_reporting.members import admin_router as admin_members
from app.double_reporting.members import choices_router as choices
from app.double_reporting.members import counts_router as member_counts
from app.double_reporting.members import router as members
from app.double_reporting.members.schemas import DeskVerifyMethod
from app.double_reporting.personal_data import PERSONAL_DATA
from app.double_reporting.post_claims import admin_router as admin_claims
from app.double_reporting.post_claims import router as claims
from app.double_reporting.posts import admin_router as admin_posts
from app.double_reporting.posts import router as posts
from app.double_reporting.service_days import admin_router as admin_service_days
from app.double_reporting.service_days import router as service_days
from app.double_reporting.sweeps import SWEEPS
from app.double_reporting.unit_assignments import admin_router as admin_assignments
from app.double_reporting.unit_assignments import liaison_router as own_assignments
from app.double_reporting.unit_lists import liaison_router as own_lists
from app.double_reporting.units import admin_router as admin_units
from app.double_reporting.units import liaison_router as liaison_units
from app.kernel.feature import Feature
from app.kernel.words import words_of

DOUBLE_REPORTING = Feature(
    name="double_reporting",
    tags={
        "double reporting": "Double reporting (双报到): Party members with their community.",
        "duties": "Duties (值守): dates of posts and of service days, and who comes.",
        "posts": "Posts (岗位) of the community, for residents to claim.",
        "unit registrations": (
            "Unit registrations (单位报到): units with the community they sit in."
        ),
    },
    hot=(claims.hot_router,),
    resident=(choices.router,),
    resident_in_community=(
        members.router,
        posts.router,
        claims.router,
        duties.router,
        service_days.router,
    ),
    admin=(
        member_counts.router,
        own_assignments.router,
        own_lists.router,
        liaison_units.router,
        admin_members.unit_router,
        admin_members.unstored_unit_router,
    ),
    admin_in_community=(
        admin_assignments.router,
        admin_units.router,
        admin_units.unstored_router,
        admin_members.router,
        admin_members.unstored_router,
        admin_posts.router,
        admin_claims.router,
        admin_claims.unstored_router,
        admin_duties.router,
        admin_service_days.router,
    ),
    listeners=(*listeners.LISTENERS, *messages.LISTENERS, *todo.LISTENERS),
    todos=todo.TODOS,
    sweeps=SWEEPS,
    messages=messages.MESSAGES,
    models=(models,),
    personal_data=PERSONAL_DATA,
    labels={"DeskVerifyMethod": words_of(DeskVerifyMethod)},
    examples={
        "duty_rule": "FREQ=WEEKLY;BYDAY=FR",
        "duty_time": "19:00",
        "offered_by": "秀英",
        "overlaps": "小区清洁",
        "DutyOut.actions": "skip",
        "DutyDayOut.actions": "cancel",
        "OfferedDuty.actions": "take_over",
        "StaffDuty.actions": "skip",
        "StaffServiceDay.actions": "end",
        "place": "社区服务站门前",
        "ServiceDayOut.time": "09:00",
        "StaffServiceDay.time": "09:00",
        "end_reason": "工作调动，已转到其他社区",
        "leave_reason": "工作调动，晚上不在社区",
        "liaison_name": "陈强",
        "liaison_phone": "+8613900000000",
        "receipt_number": "1-2026-000031-4R62XK9Q",
        "remarks": "周末可以陪老人就医",
        "schedule": "每周五19:00至21:00",
        "services_offered": "每月一次义诊",
        "PostOut.title": "夜间巡逻",
        "post_title": "夜间巡逻",
        "assigned_by_name": "李敏",
        "MyMemberRegistration.actions": "withdraw",
    },
)
