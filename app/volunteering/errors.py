"""Errors of volunteering."""

from app.kernel.errors import Conflict, DomainError, Text
from app.kernel.members import instant


class RiskStatementMissing(Conflict):
    code = "volunteering.risk_statement_missing"
    title = Text("发布前请填写风险说明", "Add a risk statement before publishing")


class InsuranceMissing(Conflict):
    """Refuses to publish a high-risk activity without insurance (Volunteer Service Regulations,
    art. 17)."""

    code = "volunteering.insurance_missing"
    title = Text(
        "高风险活动须先为志愿者购买保险", "Insure the volunteers of a high-risk activity first"
    )


class AdultsOnlyMissing(Conflict):
    """Refuses to publish a high-risk activity that is open to minors."""

    code = "volunteering.adults_only_missing"
    title = Text(
        "高风险活动只能面向成年人，请先修改年龄要求",
        "A high-risk activity is for adults only: change its age limit first",
    )


class ShiftsMissing(Conflict):
    """Refuses to publish an activity without a shift that is still to come."""

    code = "volunteering.shifts_missing"
    title = Text(
        "发布前请至少添加一个尚未结束的班次", "Add a shift that is not over yet before publishing"
    )


class ShiftInPast(DomainError):
    """Refuses times of a shift that would begin before now."""

    status = 422
    code = "volunteering.shift_in_past"
    title = Text("班次须在将来开始", "A shift starts in the future")


class SeriesExists(Conflict):
    code = "volunteering.series_exists"
    title = Text("活动已设为定期活动", "The activity recurs already")
    detail = Text("请修改现有的重复规则。", "Change the series that is there.")


class NotADate(DomainError):
    """Refuses a day that is no date of the series, or none that is still to come; and a rule
    without any."""

    status = 422
    code = "volunteering.not_a_date"
    title = Text(
        "所选日期不在重复规则之内或已过去",
        "This is no date of the series, or none that is still to come",
    )


class ChangeTooFar(DomainError):
    """Refuses a change of a series from a day for which nothing can be made yet."""

    status = 422
    code = "volunteering.change_too_far"
    title = Text("变更的起始日期不能晚于26周之后", "A change begins within 26 weeks from today")


class NotThere(Conflict):
    """Refuses a rating before the end of the shift, and of who was not there."""

    code = "volunteering.not_there"
    title = Text(
        "班次结束后，到场的志愿者方可评价",
        "Helpers who were there may rate the activity when the shift is over",
    )


class RatingOver(Conflict):
    code = "volunteering.rating_over"
    title = Text("评价时间已过", "The time for rating is over")


class ShiftStarted(Conflict):
    code = "volunteering.shift_started"
    title = Text(
        "班次已经开始，请联系活动负责人", "The shift has started: please call the organiser"
    )


class NotInvited(DomainError):
    status = 403
    code = "volunteering.not_invited"
    title = Text("不在本活动的参加对象之内", "This activity is for other people")


class AdultsOnly(DomainError):
    """Refuses minors, and people whose age nobody has noted: an unknown age is not adult."""

    status = 403
    code = "volunteering.adults_only"
    title = Text(
        "本活动仅限成年人参加；如您已成年，请先到社区登记年龄",
        "This activity is for adults only. If you are one, please have your age noted first",
    )


class TooYoung(DomainError):
    status = 403
    code = "volunteering.too_young"
    title = Text("本活动仅限年满14周岁的人参加", "This activity is for people of 14 and older")


class GuardianNeeded(DomainError):
    """Refuses a minor's sign-up without a guardian's consent."""

    status = 403
    code = "volunteering.guardian_needed"
    title = Text(
        "未成年人报名须经监护人同意",
        "Minors need a guardian's consent",
    )
    detail = Text(
        "请监护人在自己的账号中同意或者代为报名，或者到社区服务站办理。",
        "A guardian consents or signs up in their own account, or at the community's desk.",
    )


class SignupsNotOpen(Conflict):
    """Carries `opens_at`."""

    code = "volunteering.signups_not_open"
    title = Text("报名尚未开始", "Sign-up has not opened yet")
    members = {
        "opens_at": instant("Instant at which sign-up opens."),
    }


class SignupsClosed(Conflict):
    """Carries `closed_at`."""

    code = "volunteering.signups_closed"
    title = Text("报名已截止", "Sign-up has closed")
    members = {
        "closed_at": instant("Instant at which sign-up has closed."),
    }


class AlreadySignedUp(Conflict):
    code = "volunteering.already_signed_up"
    title = Text("已报名此班次", "This shift is signed up for already")


class ShiftsOverlap(Conflict):
    code = "volunteering.shifts_overlap"
    title = Text("与已报名的另一个班次时间冲突", "Another shift is at the same time")


class RoleMissing(DomainError):
    """Refuses a sign-up without `role_id` for a shift with named roles."""

    status = 422
    code = "volunteering.role_missing"
    title = Text("请选择要参加的岗位", "Choose one of the roles of this shift")


class RoleInUse(Conflict):
    code = "volunteering.role_in_use"
    title = Text(
        "已有人报名该岗位，不能删除，可改名或停止招募",
        "People have signed up for this role: rename it or close it, but keep it",
    )


class RoleClosed(Conflict):
    code = "volunteering.role_closed"
    title = Text("该岗位已停止招募", "This role takes no more sign-ups")


class AgreementFirst(Conflict):
    """Refuses to accept an offered place before the person has agreed to what has changed."""

    code = "volunteering.agreement_first"
    title = Text(
        "活动安排有变，请先确认变更，再接受名额",
        "The activity has changed: agree to that first, then accept the place",
    )


class OffersLapsed(Conflict):
    """Says that a shift has offers whose deadline has come, so that a group which may only add
    sign-ups leaves it to be put in order first. Nobody is answered with it."""

    code = "volunteering.offers_lapsed"
    title = Text("请稍后再试", "Please try again in a moment")


class NothingToAgree(Conflict):
    code = "volunteering.nothing_to_agree"
    title = Text("没有需要重新确认的变更", "There is no change to agree to")


class ActivityNotOver(Conflict):
    """Carries `ends_at`."""

    code = "volunteering.activity_not_over"
    title = Text("活动尚未结束", "The activity is not over yet")
    members = {
        "ends_at": instant("End of the last shift."),
    }


class CoverSought(Conflict):
    """Refuses to ask the same people again. Carries `sought_at`."""

    code = "volunteering.cover_sought"
    title = Text("已经找过替补", "Cover has been sought already")
    members = {
        "sought_at": instant("Instant at which others were asked."),
    }
