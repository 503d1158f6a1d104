"""Errors of service feedback."""

from app.kernel.errors import Conflict, DomainError, Forbidden, Text


class CategoryExists(Conflict):
    code = "feedback.category_exists"
    title = Text("已有同名诉求类别", "There is a category of this name already")


class CategoryClosed(Conflict):
    code = "feedback.category_closed"
    title = Text(
        "该类诉求已停止受理，请选择其他类别", "Nothing is taken in this category: choose another"
    )


class TooManyOpen(Conflict):
    """Carries `most`: the number of open tickets that a resident may have."""

    code = "feedback.too_many_open"
    title = Text(
        "您办理中的诉求过多，请等待已有诉求办结", "Too many of your tickets are open: wait for one"
    )


class PlaceTooExact(DomainError):
    """A household or an entrance as the place of a public ticket, which would show who the author
    is."""

    status = 422
    code = "feedback.place_too_exact"
    title = Text(
        "公开的诉求只能写到楼栋，请改选楼栋或设为不公开",
        "Of a public ticket all can see the place: name the building, or make it private",
    )


class DepartmentUnfit(DomainError):
    """A department that this community does not have or that is inactive."""

    status = 422
    code = "feedback.department_unfit"
    title = Text("该部门不存在或已停用", "There is no such department, or it is active no more")


class DisputedTwice(Conflict):
    """A third dispute; the subdistrict reviews the ticket instead."""

    code = "feedback.disputed_twice"
    title = Text(
        "您已两次提出异议，请联系街道", "You have disputed it twice: please ask the subdistrict"
    )


class DisputeTooLate(Conflict):
    """Carries `until`: the end of the time for disputes."""

    code = "feedback.dispute_too_late"
    title = Text("办结已超过30天，请重新提交", "It was closed 30 days ago: submit a new one")


class AlreadyRated(Conflict):
    code = "feedback.already_rated"
    title = Text("您已评价过", "You have rated it already")


class HandlerMayNotRate(Forbidden):
    """A rating entered by somebody who has handled the ticket."""

    code = "feedback.handler_may_not_rate"
    title = Text("经办人不能代填评价", "Who has handled it cannot enter its rating")
