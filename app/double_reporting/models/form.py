"""The registration form (报到单), with codes that can be matched later."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, Self
from uuid import UUID

from app.double_reporting.models.post import PostCategory
from app.kernel.errors import Text
from app.kernel.jobs.messages import Worded


class Skill(Worded):
    """Skill that a member offers."""

    FIRST_AID = "first_aid"
    MEDICAL_CARE = "medical_care"
    LAW = "law"
    COUNSELLING = "counselling"
    MEDIATION = "mediation"
    TEACHING = "teaching"
    DIGITAL = "digital"
    ELECTRICS_AND_WATER = "electrics_and_water"
    REPAIRS = "repairs"
    HAIRDRESSING = "hairdressing"
    COOKING = "cooking"
    DRIVING = "driving"
    ARTS = "arts"
    SPORT = "sport"
    WRITING = "writing"
    PHOTOGRAPHY = "photography"
    FOREIGN_LANGUAGE = "foreign_language"
    SIGN_LANGUAGE = "sign_language"
    ORGANISING = "organising"
    OTHER = "other"

    @property
    def words(self) -> Text:
        return SKILLS[self]


class ServiceTime(Worded):
    """Time at which a member can serve."""

    WEEKDAY_DAYTIME = "weekday_daytime"
    WEEKDAY_EVENING = "weekday_evening"
    WEEKEND_DAYTIME = "weekend_daytime"
    WEEKEND_EVENING = "weekend_evening"
    PUBLIC_HOLIDAYS = "public_holidays"
    EMERGENCIES = "emergencies"

    @property
    def words(self) -> Text:
        return SERVICE_TIMES[self]


SKILLS: Mapping[Skill, Text] = MappingProxyType(
    {
        Skill.FIRST_AID: Text("急救", "first aid"),
        Skill.MEDICAL_CARE: Text("医疗护理", "medical care"),
        Skill.LAW: Text("法律咨询", "law"),
        Skill.COUNSELLING: Text("心理疏导", "counselling"),
        Skill.MEDIATION: Text("矛盾调解", "mediation"),
        Skill.TEACHING: Text("课业辅导", "teaching"),
        Skill.DIGITAL: Text("电脑和智能手机", "computers and smartphones"),
        Skill.ELECTRICS_AND_WATER: Text("水电维修", "electrics and plumbing"),
        Skill.REPAIRS: Text("家电和日用品维修", "repairs"),
        Skill.HAIRDRESSING: Text("理发", "hairdressing"),
        Skill.COOKING: Text("烹饪", "cooking"),
        Skill.DRIVING: Text("驾驶", "driving"),
        Skill.ARTS: Text("文艺", "arts"),
        Skill.SPORT: Text("体育健身", "sport"),
        Skill.WRITING: Text("写作宣传", "writing"),
        Skill.PHOTOGRAPHY: Text("摄影摄像", "photography and film"),
        Skill.FOREIGN_LANGUAGE: Text("外语", "a foreign language"),
        Skill.SIGN_LANGUAGE: Text("手语", "sign language"),
        Skill.ORGANISING: Text("活动组织", "organising"),
        Skill.OTHER: Text("其他", "another skill"),
    }
)
SERVICE_TIMES: Mapping[ServiceTime, Text] = MappingProxyType(
    {
        ServiceTime.WEEKDAY_DAYTIME: Text("工作日白天", "weekdays, daytime"),
        ServiceTime.WEEKDAY_EVENING: Text("工作日晚上", "weekdays, evening"),
        ServiceTime.WEEKEND_DAYTIME: Text("周末白天", "weekends, daytime"),
        ServiceTime.WEEKEND_EVENING: Text("周末晚上", "weekends, evening"),
        ServiceTime.PUBLIC_HOLIDAYS: Text("法定节假日", "public holidays"),
        ServiceTime.EMERGENCIES: Text("应急时随时", "at any time in an emergency"),
    }
)
SERVICE_KINDS: Mapping[PostCategory, Text] = MappingProxyType(
    {
        PostCategory.POLICY_PUBLICITY: Text("政策宣传", "policy publicity"),
        PostCategory.ENVIRONMENT: Text("环境整治", "environment"),
        PostCategory.MEDIATION: Text("矛盾调解", "mediation"),
        PostCategory.SAFETY_PATROL: Text("治安巡逻", "safety patrol"),
        PostCategory.CARE: Text("助老助幼", "care of old people and children"),
        PostCategory.CULTURE_AND_SPORT: Text("文体活动", "culture and sport"),
        PostCategory.CONVENIENCE: Text("便民服务", "convenience services"),
        PostCategory.EMERGENCY: Text("应急处置", "emergencies"),
    }
)
"""Kinds of service are the categories of posts, so that a member's offer matches them."""


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


class MemberField(StrEnum):
    """Part of a sheet that staff may open, under audit."""

    REAL_NAME = "real_name"
    PHONE = "phone"
    CONTACT = "contact"
    HOUSEHOLD = "household"
    ORGANIZATION = "organization"
    OFFER = "offer"
    """Skills, kinds of service, times and remarks."""
