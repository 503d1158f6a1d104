"""Errors of double reporting."""

from app.kernel.errors import Conflict, DomainError, Text
from app.kernel.members import number, phrases


class UnitRegistered(Conflict):
    """Refuses a second live registration of an organization in a community."""

    code = "double_reporting.unit_registered"
    title = Text(
        "该党组织在本社区已有有效的报到", "The organization has a live registration here already"
    )


class UnitSitsElsewhere(Conflict):
    """Refuses a registration with a community where the unit neither sits nor is assigned."""

    code = "double_reporting.unit_sits_elsewhere"
    title = Text(
        "该单位不在此社区，也未被指派到此社区",
        "This unit neither sits in that community nor is assigned to it",
    )


class UnitAssignedAlready(Conflict):
    code = "double_reporting.unit_assigned_already"
    title = Text(
        "该党组织已被指派到本社区", "The organization is assigned to this community already"
    )


class AssignmentEnded(Conflict):
    code = "double_reporting.assignment_ended"
    title = Text("该指派已取消", "This assignment has been taken back already")


class MemberRegistered(Conflict):
    """Refuses a second live registration of a person in a community; a constraint detects it."""

    code = "double_reporting.member_registered"
    title = Text("在本社区已有有效的报到", "There is a live registration here already")


class ResidenceNeeded(Conflict):
    """Refuses a registration without an approved residence, and without the reason that it is
    pending."""

    code = "double_reporting.residence_needed"
    title = Text(
        "请先完成居住核验；正在核验的，请注明",
        "First have your residence approved, or say that it is pending",
    )


class OrganizationUnknown(DomainError):
    """Refuses a registration that names an unknown Party organization."""

    status = 422
    code = "double_reporting.organization_unknown"
    title = Text("请选择所在的党组织", "Choose a Party organization from the list")


class ResidentsOnly(DomainError):
    """Refuses a claim by a visitor. Posts are open to verified residents."""

    status = 403
    code = "double_reporting.residents_only"
    title = Text("请先完成居住核验", "Only verified residents claim posts: claim your residence")


class RiskStatementMissing(Conflict):
    code = "double_reporting.risk_statement_missing"
    title = Text("发布前请填写风险说明", "Add a risk statement before publishing")


class InsuranceMissing(Conflict):
    """Refuses to publish a post of high risk without insurance."""

    code = "double_reporting.insurance_missing"
    title = Text(
        "高风险岗位须先为服务人员购买保险", "Insure those who serve on a high-risk post first"
    )


class DutyStarted(Conflict):
    """Refuses what is possible before the start of a duty alone."""

    code = "double_reporting.duty_started"
    title = Text("值守已经开始", "This duty has begun")


class DutyNotOffered(Conflict):
    """Refuses to take over a duty that nobody offers, or that another person is asked for."""

    code = "double_reporting.duty_not_offered"
    title = Text("该值守没有请您接替", "You are not asked to take over this duty")


class DutyOfEverybody(Conflict):
    """Refuses to hand on a service day, to which everybody is invited anyway."""

    code = "double_reporting.duty_of_everybody"
    title = Text("社区服务日无需请人接替", "Everybody is invited to a service day anyway")


class AlreadyOnDuty(Conflict):
    """Refuses a second duty of a person on one day of a post; a constraint detects it."""

    code = "double_reporting.already_on_duty"
    title = Text("您当天已有该岗位的值守", "You are on duty at this post on that day already")


class DutiesOverlap(Conflict):
    """Refuses a duty at a time at which the person serves elsewhere; carries `titles`."""

    code = "double_reporting.duties_overlap"
    title = Text("与您已有的服务时间冲突", "You serve elsewhere at that time")
    members = {
        "titles": phrases("What the person does at that time.", "清扫楼道"),
    }


class PostTaken(Conflict):
    """Refuses to change what people have agreed to when they claimed a post; carries `taken` and
    `fields`."""

    code = "double_reporting.post_taken"
    title = Text(
        "岗位已有人认领，类别、时间、地点和风险不能更改",
        "The post is claimed: its kind, times, place and risk cannot change",
    )
    detail = Text(
        "请关闭此岗位，另发新岗位，由认领人重新确认。",
        "Close it and publish another one, which those who serve may claim anew.",
    )
    members = {
        "taken": number("Places that are taken.", 4),
        "fields": phrases("Fields that cannot change while places are taken.", "risk"),
    }


class AdultsOnly(DomainError):
    """Refuses minors a post of high risk, and people whose age nobody has noted."""

    status = 403
    code = "double_reporting.adults_only"
    title = Text(
        "本岗位仅限成年人认领；如您已成年，请先到社区登记年龄",
        "This post is for adults only. If you are one, please have your age noted first",
    )


class GuardianNeeded(DomainError):
    """Refuses a minor's claim without a guardian's consent."""

    status = 403
    code = "double_reporting.guardian_needed"
    title = Text("未成年人认领岗位须经监护人同意", "Minors need a guardian's consent")
    detail = Text(
        "请监护人在自己的账号中同意，或者到社区服务站办理。",
        "A guardian consents in their own account, or at the community's desk.",
    )


class PostChanged(Conflict):
    """Refuses a claim of a post that has changed since it was read; carries `version`."""

    code = "double_reporting.post_changed"
    title = Text("岗位内容已有变化，请重新查看", "The post has changed: please read it again")
    members = {
        "version": number("Version of the post now.", 3),
    }


class PostClosed(Conflict):
    code = "double_reporting.post_closed"
    title = Text("该岗位已停止认领", "This post is not open any more")


class PostFull(Conflict):
    """Carries `capacity`."""

    code = "double_reporting.post_full"
    title = Text("该岗位名额已满", "All places of this post are taken")
    members = {
        "capacity": number("Places of the post.", 6),
    }


class PostClaimed(Conflict):
    """Refuses a second live claim of a person on a post; a constraint detects it."""

    code = "double_reporting.post_claimed"
    title = Text("已认领该岗位", "This post is claimed already")
