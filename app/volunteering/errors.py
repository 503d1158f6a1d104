"""Errors of volunteering."""

from app.kernel.errors import Conflict, DomainError, Text


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


class ShiftsMissing(Conflict):
    code = "volunteering.shifts_missing"
    title = Text("发布前请至少添加一个班次", "Add a shift before publishing")


class ShiftStarted(Conflict):
    code = "volunteering.shift_started"
    title = Text(
        "班次已经开始，请联系活动负责人", "The shift has started: please call the organiser"
    )


class NotInvited(DomainError):
    status = 403
    code = "volunteering.not_invited"
    title = Text("本活动不面向您开放", "This activity is not open to you")


class SignupsNotOpen(Conflict):
    """Carries `opens_at`."""

    code = "volunteering.signups_not_open"
    title = Text("报名尚未开始", "Sign-up has not opened yet")


class SignupsClosed(Conflict):
    """Carries `closed_at`."""

    code = "volunteering.signups_closed"
    title = Text("报名已截止", "Sign-up has closed")


class AlreadySignedUp(Conflict):
    code = "volunteering.already_signed_up"
    title = Text("您已报名此班次", "You have signed up for this shift")


class ShiftsOverlap(Conflict):
    code = "volunteering.shifts_overlap"
    title = Text("与您的另一个班次时间冲突", "You have another shift at the same time")


class RoleMissing(DomainError):
    """Refuses a sign-up without `role_id` for a shift with named roles."""

    status = 422
    code = "volunteering.role_missing"
    title = Text("请选择要参加的岗位", "Choose one of the roles of this shift")


class RoleInUse(Conflict):
    code = "volunteering.role_in_use"
    title = Text("已有人报名该岗位，不能删除", "People have signed up for this role: keep it")


class ActivityNotOver(Conflict):
    """Carries `ends_at`."""

    code = "volunteering.activity_not_over"
    title = Text("活动尚未结束", "The activity is not over yet")
