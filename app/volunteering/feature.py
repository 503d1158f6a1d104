"""The feature volunteering: activities, their shifts, and sign-ups for them."""

from app.kernel.feature import Feature
from app.kernel.words import words_of
from app.volunteering import listeners, messages, models, todo
from app.volunteering.activities import admin_router as admin_activities
from app.volunteering.activities import router as activities
from app.volunteering.activities.schemas import OpenActivityStatus
from app.volunteering.activity_signups import admin_router as admin_activity_signups
from app.volunteering.activity_signups import router as activity_signups
from app.volunteering.cover import admin_router as admin_cover
from app.volunteering.cover import asking
from app.volunteering.cover import router as cover
from app.volunteering.guardians import router as guardians
from app.volunteering.personal_data import PERSONAL_DATA
from app.volunteering.ratings import admin_router as admin_ratings
from app.volunteering.ratings import router as ratings
from app.volunteering.rosters import admin_router as rosters
from app.volunteering.series import admin_router as series
from app.volunteering.shifts import admin_router as shifts
from app.volunteering.signups import admin_router as admin_signups
from app.volunteering.signups import router as signups
from app.volunteering.sweeps import SWEEPS

VOLUNTEERING = Feature(
    name="volunteering",
    tags={
        "activities": "Volunteer activities (志愿活动): what there is to take part in.",
        "series": "Series (定期活动): activities that recur by a rule.",
        "shifts": "Shifts (班次) of activities, and their roles.",
        "signups": "Sign-ups (报名) and the waitlist (候补).",
    },
    hot=(signups.hot_router, activities.hot_router),
    resident=(signups.mine_router,),
    resident_in_community=(
        activities.router,
        activity_signups.router,
        signups.router,
        ratings.router,
        guardians.router,
        cover.router,
    ),
    admin_in_community=(
        admin_activities.router,
        shifts.router,
        series.router,
        rosters.unstored_router,
        admin_activity_signups.router,
        admin_signups.router,
        admin_cover.router,
        admin_ratings.router,
    ),
    listeners=(*listeners.LISTENERS, *asking.LISTENERS, *messages.LISTENERS, *todo.LISTENERS),
    todos=todo.TODOS,
    sweeps=SWEEPS,
    messages=messages.MESSAGES,
    models=(models,),
    personal_data=PERSONAL_DATA,
    labels={"OpenActivityStatus": words_of(OpenActivityStatus)},
    examples={
        "actions": "withdraw",
        "activity_title": "清扫楼道",
        "cancel_reason": "暴雨红色预警",
        "role_name": "引导",
        "ActivityOut.actions": "publish",
        "ShiftOut.actions": "cancel",
        "StaffSignup.actions": "approve",
        "address": "3号楼前",
        "contact": "社区服务站窗口",
        "description": "<p>工具由社区提供。</p>",
        "RatingForStaff.comment": "工具够用，集合地点不好找",
        "RatingIn.comment": "工具够用，集合地点不好找",
        "DeskRating.comment": "工具够用，集合地点不好找",
        "RatingOut.comment": "工具够用，集合地点不好找",
        "former_name": "引导",
        "organiser": "云桥社区居委会",
        "reason": "雨天改期",
        "requirement": "能提五公斤重物",
        "risk_statement": "户外活动，注意防滑",
        "recurrence_en": "Every Saturday, 09:00–11:00",
        "recurrence_zh": "每周六 09:00–11:00",
        "rule": "FREQ=WEEKLY;BYDAY=SA",
        "skip_reason": "春节放假",
        "start_time": "09:00",
        "words_en": "Every Saturday, 09:00–11:00",
        "words_zh": "每周六 09:00–11:00",
        "DateProblem.code": "volunteering.signups_closed",
        "DateProblem.detail": "报名已截止。",
        "DateProblem.title": "报名已截止",
        "SeriesOut.actions": "pause",
        "ChangedSeries.actions": "pause",
        "summary": "一起清扫三号楼的楼道",
        "title": "清扫楼道",
    },
)
