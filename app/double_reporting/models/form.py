"""The registration form (报到单), with codes that can be matched later."""

from typing import Any, NamedTuple, Self
from uuid import UUID

from app.double_reporting.models.post import PostCategory
from app.kernel.words import Worded


class Skill(Worded):
    """Skill that a member offers."""

    FIRST_AID = "first_aid", "急救", "first aid"
    MEDICAL_CARE = "medical_care", "医疗护理", "medical care"
    LAW = "law", "法律咨询", "law"
    COUNSELLING = "counselling", "心理疏导", "counselling"
    MEDIATION = "mediation", "矛盾调解", "mediation"
    TEACHING = "teaching", "课业辅导", "teaching"
    DIGITAL = "digital", "电脑和智能手机", "computers and smartphones"
    ELECTRICS_AND_WATER = "electrics_and_water", "水电维修", "electrics and plumbing"
    REPAIRS = "repairs", "家电和日用品维修", "repairs"
    HAIRDRESSING = "hairdressing", "理发", "hairdressing"
    COOKING = "cooking", "烹饪", "cooking"
    DRIVING = "driving", "驾驶", "driving"
    ARTS = "arts", "文艺", "arts"
    SPORT = "sport", "体育健身", "sport"
    WRITING = "writing", "写作宣传", "writing"
    PHOTOGRAPHY = "photography", "摄影摄像", "photography and film"
    FOREIGN_LANGUAGE = "foreign_language", "外语", "a foreign language"
    SIGN_LANGUAGE = "sign_language", "手语", "sign language"
    ORGANISING = "organising", "活动组织", "organising"
    OTHER = "other", "其他", "another skill"


class ServiceTime(Worded):
    """Time at which a member can serve."""

    WEEKDAY_DAYTIME = "weekday_daytime", "工作日白天", "weekdays, daytime"
    WEEKDAY_EVENING = "weekday_evening", "工作日晚上", "weekdays, evening"
    WEEKEND_DAYTIME = "weekend_daytime", "周末白天", "weekends, daytime"
    WEEKEND_EVENING = "weekend_evening", "周末晚上", "weekends, evening"
    PUBLIC_HOLIDAYS = "public_holidays", "法定节假日", "public holidays"
    EMERGENCIES = "emergencies", "应急时随时", "at any time in an emergency"


class RegistrationForm(NamedTuple):
    """The member's own entries, all of them sealed; the organization is named by its id."""

    organization_id: UUID
    real_name: str
    contact: str
    """The way in which the member wants to be reached; '' for the phone of their account."""
    skills: tuple[Skill, ...] = ()
    service_kinds: tuple[PostCategory, ...] = ()
    times: tuple[ServiceTime, ...] = ()
    remarks: str = ""

    @property
    def offer(self) -> dict[str, Any]:
        """The codes and the remarks, which are sealed as one value."""
        return {name: getattr(self, name) for name in OFFER}

    @classmethod
    def opened(cls, organization_id: UUID, real_name: str, contact: str, offer: Any) -> Self:
        return cls(
            *(organization_id, real_name, contact),
            skills=tuple(map(Skill, offer["skills"])),
            service_kinds=tuple(map(PostCategory, offer["service_kinds"])),
            times=tuple(map(ServiceTime, offer["times"])),
            remarks=offer["remarks"],
        )


OFFER = ("skills", "service_kinds", "times", "remarks")


class MemberField(Worded):
    """Part of a sheet that staff may open, under audit."""

    REAL_NAME = "real_name", "真实姓名", "real name"
    PHONE = "phone", "手机号码", "phone number"
    CONTACT = "contact", "联系方式", "contact"
    HOUSEHOLD = "household", "住址", "address"
    ORGANIZATION = "organization", "所在单位和组织", "organization"
    OFFER = "offer", "特长、服务意愿和时间", "skills, kinds of service and times"
    """Skills, kinds of service, times and remarks."""
