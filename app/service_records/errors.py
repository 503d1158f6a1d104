"""Errors of service records."""

from app.kernel.errors import Conflict, DomainError, Text
from app.kernel.members import instant, later_instant, number


class LeaderNotAdult(Conflict):
    """Refuses a leader who is not known to be an adult."""

    code = "service_records.leader_not_adult"
    title = Text(
        "负责人须为成年人，请先到社区登记年龄",
        "A leader is an adult: please have their age noted first",
    )


class AlreadyLeader(Conflict):
    code = "service_records.already_leader"
    title = Text("此人已是负责人", "This person is a leader already")


class TooManyLeaders(Conflict):
    """Carries `most`."""

    code = "service_records.too_many_leaders"
    title = Text("负责人已达上限", "There are as many leaders as there may be")
    members = {
        "most": number("Leaders that an activity may have.", 10),
    }


class RosterClosed(Conflict):
    """Refuses the roster of an occasion before and after the time in which leaders need it. Carries
    `opens_at` and `closes_at`."""

    code = "service_records.roster_closed"
    title = Text(
        "名单只在开始前2小时至结束后24小时内可以查看",
        "The roster is open from 2 hours before the start to 24 hours after the end",
    )
    members = {
        "opens_at": instant("Instant at which the roster opens."),
        "closes_at": later_instant("Instant at which the roster closes."),
    }


class OccasionNotOver(Conflict):
    """Refuses to mark anybody as absent who may still come. Carries `ends_at`."""

    code = "service_records.occasion_not_over"
    title = Text("结束后才能登记缺席", "An absence is noted after the end")
    members = {
        "ends_at": instant("End of the occasion."),
    }


class NothingPromised(Conflict):
    """Refuses to mark as absent who was invited and has promised nothing."""

    code = "service_records.nothing_promised"
    title = Text("受邀自愿参加的人不登记缺席", "Who was only invited is not marked as absent")


class TimesOutside(DomainError):
    """Refuses a presence that does not lie within its occasion. Carries `starts_at` and
    `ends_at`."""

    status = 422
    code = "service_records.times_outside"
    title = Text(
        "到场时间须在本场次的起止时间之内", "A presence lies within the times of its occasion"
    )
    members = {
        "starts_at": instant("Earliest beginning that is possible."),
        "ends_at": later_instant("Latest end that is possible."),
    }
