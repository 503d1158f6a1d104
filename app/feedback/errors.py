"""Errors of service feedback."""

from app.kernel.errors import Conflict, DomainError, Forbidden, Text
from app.kernel.members import day, instant, number


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
    title = Text("办理中的诉求过多，请等待已有诉求办结", "Too many tickets are open: wait for one")
    members = {
        "most": number("Open tickets that a resident may have.", 20),
    }


class PlaceTooExact(DomainError):
    """A household or an entrance as the place of a public or confidential ticket, which would show
    who the author is."""

    status = 422
    code = "feedback.place_too_exact"
    title = Text(
        "公开或保密的诉求只能写到楼栋，请改选楼栋，或设为不公开",
        "The place would show who you are: name the building, or make the ticket private",
    )


class DepartmentUnfit(DomainError):
    """A department that this community does not have or that is inactive."""

    status = 422
    code = "feedback.department_unfit"
    title = Text("该部门不存在或已停用", "There is no such department, or it is active no more")


class DisputedTwice(Conflict):
    """A third dispute; the level above reviews the ticket instead."""

    code = "feedback.disputed_twice"
    title = Text(
        "已两次提出异议，可申请上级复核", "It was disputed twice: ask the level above for a review"
    )


class DisputeTooLate(Conflict):
    """Carries `until`: the end of the time for disputes."""

    code = "feedback.dispute_too_late"
    title = Text("办结已超过30天，请重新提交", "It was closed 30 days ago: submit a new one")
    members = {
        "until": instant("End of the time for disputes."),
    }


class DepartmentHasTickets(Conflict):
    """Carries `open_tickets`: how many the department has."""

    code = "feedback.department_has_tickets"
    title = Text(
        "该部门还有未办结的诉求，请先改派给其他部门",
        "The department has open tickets: assign them to another one first",
    )
    members = {
        "open_tickets": number("Open tickets of the department.", 3),
    }


class LastDepartmentMember(Conflict):
    """Carries `open_tickets`: how many would be left to nobody."""

    code = "feedback.last_department_member"
    title = Text(
        "这是该部门最后一名成员，部门还有未办结的诉求，请先添加成员或改派",
        "This is the last member of a department with open tickets: add another or reassign them",
    )
    members = {
        "open_tickets": number("Open tickets that would be left to nobody.", 3),
    }


class NotDisputedTwice(Conflict):
    code = "feedback.not_disputed_twice"
    title = Text(
        "请先对办理结果提出异议，两次异议后仍未解决的可申请上级复核",
        "Dispute the solution first: the level above reviews it after two disputes",
    )


class EscalatedAlready(Conflict):
    code = "feedback.escalated_already"
    title = Text("已申请上级复核", "The level above was asked for a review already")


class OfCommunity(Conflict):
    """A rating, dispute or withdrawal of a ticket that the community has opened itself."""

    code = "feedback.of_community"
    title = Text(
        "这是社区自行登记的工单，没有诉求人",
        "The community has opened this ticket itself: it has no author",
    )


class TicketConfidential(Conflict):
    """A look at how to reach the author of a confidential ticket."""

    code = "feedback.ticket_confidential"
    title = Text(
        "该诉求要求保密，不能查看诉求人，请在诉求中回复或提问",
        "This ticket is confidential: nobody sees its author. Reply or ask in the ticket",
    )


class MergeUnfit(DomainError):
    """A ticket that is merged with itself, with one that is over, or with one that its author may
    not see."""

    status = 422
    code = "feedback.merge_unfit"
    title = Text(
        "只能并入办理中、且诉求人可以看到的另一件诉求",
        "It can be merged only with another open ticket that its author may see",
    )


class ReviewDayUnfit(DomainError):
    """A deferral without an end that is near enough; carries `until`: the last day."""

    status = 422
    code = "feedback.review_day_unfit"
    title = Text(
        "复查日期须在明天至一年之内", "The day of the review lies between tomorrow and a year ahead"
    )
    members = {
        "until": day("Last day that is possible."),
    }


class AlreadyRated(Conflict):
    code = "feedback.already_rated"
    title = Text("这次的办理结果已评价过", "This solution is rated already")


class HandlerMayNotRate(Forbidden):
    """A rating entered by somebody who has handled the ticket."""

    code = "feedback.handler_may_not_rate"
    title = Text("经办人不能代填评价", "Who has handled it cannot enter its rating")
