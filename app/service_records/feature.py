"""The feature service records: occasions, attendances, leaders, points and certificates."""

from app.kernel.feature import Feature
from app.service_records import listeners, messages, models, todo
from app.service_records.attendances import admin_router as admin_attendances
from app.service_records.attendances import router as attendances
from app.service_records.calendar_feeds import router as calendar_feeds
from app.service_records.certificates import admin_router as admin_certificates
from app.service_records.certificates import listeners as certificate_listeners
from app.service_records.certificates import messages as certificate_messages
from app.service_records.certificates import router as certificates
from app.service_records.certificates import todo as certificate_todo
from app.service_records.check_ins import admin_router as admin_check_ins
from app.service_records.check_ins import router as check_ins
from app.service_records.check_ins.sweeps import SWEEPS as CHECK_IN_SWEEPS
from app.service_records.entries import admin_router as admin_entries
from app.service_records.entries import listeners as entries_listeners
from app.service_records.entries import messages as entries_messages
from app.service_records.entries import router as entries
from app.service_records.entries import todo as entries_todo
from app.service_records.entries.sweeps import SWEEPS as ENTRIES_SWEEPS
from app.service_records.helper_messages import admin_router as admin_helper_messages
from app.service_records.helper_messages import router as helper_messages
from app.service_records.leaders import router as leaders
from app.service_records.personal_data import PERSONAL_DATA
from app.service_records.points import admin_router as admin_points
from app.service_records.points import listeners as point_listeners
from app.service_records.points import router as points
from app.service_records.points.sweeps import SWEEPS as POINT_SWEEPS
from app.service_records.records import admin_router as admin_records
from app.service_records.records import router as records
from app.service_records.rewards import admin_router as admin_rewards
from app.service_records.rewards import messages as reward_messages
from app.service_records.rewards import router as rewards
from app.service_records.rewards import todo as reward_todo
from app.service_records.sweeps import SWEEPS

SERVICE_RECORDS = Feature(
    name="service_records",
    tags={
        "occasions": "Occasions (服务场次): shifts and duties, as their leaders see them.",
        "attendances": "Attendances (到场记录), absences, and objections to them.",
        "calendar feeds": "Calendars (日历订阅) of the shifts and duties of one person.",
        "service entries": "Service entries (服务时长): recorded, reviewed, shown, confirmed.",
        "check-ins": "Check-in and check-out (签到、签退), by code, by a leader, or offline.",
        "points": "Points (积分) of confirmed service: no money, and nobody is ranked by them.",
        "rewards": "Rewards (兑换品) for points, and their redemption.",
        "service record": "Service records (服务记录): one's own hours, by community and year.",
        "certificates": "Certificates of service (志愿服务记录证明), and their public check.",
    },
    hot=(check_ins.hot_router,),
    resident=(
        calendar_feeds.router,
        calendar_feeds.public_router,
        certificates.public_router,
        records.router,
    ),
    resident_in_community=(
        certificates.router,
        records.community_router,
        check_ins.router,
        check_ins.unstored_router,
        check_ins.leaders_router,
        leaders.router,
        attendances.router,
        helper_messages.router,
        points.router,
        rewards.router,
        entries.router,
    ),
    admin_in_community=(
        admin_check_ins.router,
        admin_attendances.router,
        admin_helper_messages.router,
        admin_points.router,
        admin_rewards.router,
        admin_entries.router,
        admin_certificates.router,
        admin_records.router,
    ),
    listeners=(
        *listeners.LISTENERS,
        *messages.LISTENERS,
        *todo.LISTENERS,
        *point_listeners.LISTENERS,
        *reward_messages.LISTENERS,
        *reward_todo.LISTENERS,
        *entries_listeners.LISTENERS,
        *certificate_messages.LISTENERS,
        *certificate_todo.LISTENERS,
        *certificate_listeners.LISTENERS,
    ),
    messages=(
        *(*messages.MESSAGES, *reward_messages.MESSAGES, *entries_messages.MESSAGES),
        *certificate_messages.MESSAGES,
    ),
    todos=(*todo.TODOS, *reward_todo.TODOS, *entries_todo.TODOS, *certificate_todo.TODOS),
    sweeps=(*CHECK_IN_SWEEPS, *SWEEPS, *POINT_SWEEPS, *ENTRIES_SWEEPS),
    models=(models,),
    examples={
        "NewCalendarFeed.path": "/v1/calendar-feeds/AZLT9FprfI2en6Gyw9Tl9gb3.ics",
        "RewardIn.title": "洗衣液一瓶",
        "RewardIn.description": "到社区服务站领取",
        "RewardOut.title": "洗衣液一瓶",
        "RewardOut.description": "到社区服务站领取",
        "StaffReward.title": "洗衣液一瓶",
        "StaffReward.description": "到社区服务站领取",
        "reward_title": "洗衣液一瓶",
        "RewardOut.actions": "redemptions",
        "StaffReward.actions": "close",
        "RedemptionOut.actions": "cancel",
        "StaffRedemption.actions": "fulfil",
        "PointDebtOut.actions": "settle",
        "occasion_title": "清扫楼道",
        "HelperMessageIn.text": "明天有雨，请带雨具，在3号楼前集合",
        "absence_reason": "未到场，电话未接通",
        "dispute_reason": "当天我在场，忘记签到",
        "decision_reason": "同组志愿者证实在场",
        "LedOccasion.actions": "roster",
        "LedOccasion.title": "清扫楼道",
        "AttendanceRow.actions": "check_in",
        "MyAttendance.actions": "dispute",
        "MyAttendance.title": "清扫楼道",
        "StaffAttendance.actions": "correct",
        "StaffAttendance.title": "清扫楼道",
        "ServiceEntryOut.title": "清扫楼道",
        "ServiceEntryOut.actions": "object",
        "NoticeOut.title": "清扫楼道",
        "NoticeOut.actions": "object",
        "StaffEntryOut.title": "清扫楼道",
        "StaffEntryOut.actions": "review",
        "StaffEntryDetail.title": "清扫楼道",
        "StaffEntryDetail.actions": "review",
        "ObjectionOut.reason": "当天没有看到他",
        "masked_name": "王**",
        "return_reason": "签退时间与活动照片不符",
        "resubmit_note": "照片为提前拍摄，本人服务至结束",
        "reversal_reason": "经核实未到场",
        "reviewed_by_name": "李敏",
        "reversal_requested_by_name": "李敏",
        "BatchItem.refusal": "service_records.own_entry",
        "BatchItem.refusal_title": "不能办理本人的服务时长",
        "calendar_warning": "该年度放假安排尚未导入，暂按法定节假日计算，调休上班日未计入。",
        "AnomalyOut.what": "同一秒内由他人为12人签到",
        "AnswerToReturn.note": "照片为提前拍摄，本人服务至结束",
        "DeskAnswerToReturn.note": "照片为提前拍摄，本人服务至结束",
        "last_four": "204X",
        "volunteer_number": "12-V-WJ32ZKER",
        "ServiceItem.activity": "清扫楼道",
        "ServiceItem.organization": "幸福里社区",
        "ServiceItem.place": "幸福里3号楼前",
        "standard": "MZ/T 061-2015",
        "unprintable": "U+2F9B2",
        "stated_name": "赵明",
        "decline_reason": "请先核对服务记录",
        "revocation_reason": "时长登记有误",
        "responsible_person": "陈芳",
        "handler": "李敏",
        "issuer": "幸福里社区",
        "content_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "hours": "12.5",
        "check_path": "/v1/certificates/1-2026-000012-7KQX3MPA/page",
        "scanned": "0192d3f4-5a6b-7c8d-9e0f-a1b2c3d4e5f6.7KQ2M9XD",
    },
    personal_data=PERSONAL_DATA,
)
