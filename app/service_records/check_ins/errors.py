"""Errors of check-ins and check-outs. Each says what to do instead: whatever a phone cannot do, a
leader or the desk can."""

from app.kernel.errors import Conflict, DomainError, Text
from app.kernel.members import instant, later_instant, phrase, yes_or_no


class CodeUnknown(Conflict):
    """The code is none of an occasion of this community."""

    code = "service_records.code_unknown"
    title = Text("没有找到与这个签到码对应的场次", "This is no check-in code of this community")
    detail = Text(
        "请核对后重新扫描或者输入；也可以请负责人在名单上为您签到。",
        "Scan it or type it again, or ask the leader to tick you in the roster.",
    )


class CodeExpired(Conflict):
    """The code is not the present one, nor the one before."""

    code = "service_records.code_expired"
    title = Text("这个签到码已经更换", "This code has changed since")
    detail = Text(
        "请扫描或者输入负责人手机上现在显示的签到码；也可以请负责人在名单上为您签到。",
        "Scan or type the code that the leader's device shows now, or ask the leader to tick you in"
        " the roster.",
    )


class CodeOfAnotherOccasion(Conflict):
    """The code is that of another occasion than the one from which the person leaves."""

    code = "service_records.code_of_another_occasion"
    title = Text("这是另一场次的签到码", "This is the code of another occasion")
    detail = Text(
        "请扫描您所在场次的签到码，或者不带签到码签退。",
        "Scan the code of the occasion at which you are, or check out without a code.",
    )


class PersonalCodeWrong(Conflict):
    """The scanned code is not this person's present one for this occasion."""

    code = "service_records.personal_code_wrong"
    title = Text(
        "个人签到码不对，或者已经更换", "This personal code is wrong, or has changed since"
    )
    detail = Text(
        "请本人刷新后重新扫描，或者直接在名单上签到。",
        "Let the person show it anew, or tick them in the roster.",
    )


class NotExpected(Conflict):
    """The person is not expected at the occasion: not signed up, waiting, or released. Tells
    `occasion_id` and `occasion_title`."""

    code = "service_records.not_expected"
    title = Text("您不在这一场次的名单上", "You are not expected at this occasion")
    detail = Text(
        "可能是没有报名、还在候补，或者报名已取消。请与负责人联系。",
        "You may not have signed up, or still wait, or the sign-up has ended. Talk to the leader.",
    )
    members = {
        "occasion_id": phrase(
            "Id of the occasion of the code.", "0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7"
        ),
        "occasion_title": phrase("Title of the occasion of the code.", "清扫楼道"),
    }


class AlreadyCheckedIn(Conflict):
    """The person has checked in before; tells `checked_in_at`, the first time."""

    code = "service_records.already_checked_in"
    title = Text("您已经签到", "You have checked in already")
    detail = Text(
        "第一次签到的时间有效，不用再签。", "The first time counts; nothing is left to do."
    )
    members = {
        "checked_in_at": instant("Instant of the check-in."),
    }


class AlreadyCheckedOut(Conflict):
    """The person has been checked out before; tells `checked_out_at`, and `is_closed_by_sweep`
    where nobody had done it by the end."""

    code = "service_records.already_checked_out"
    title = Text("您已经签退", "You have been checked out already")
    detail = Text(
        "如果时间不对，请与负责人或者社区联系。",
        "If the time is wrong, talk to the leader or to the community.",
    )
    members = {
        "checked_out_at": instant("Instant of the check-out."),
        "is_closed_by_sweep": yes_or_no(
            "True where nobody checked the person out, and the end of the occasion counts."
        ),
    }


class NotCheckedIn(Conflict):
    """The person has not checked in, and so cannot check out."""

    code = "service_records.not_checked_in"
    title = Text("还没有签到，不能签退", "There is no check-in from which to check out")
    detail = Text("请先签到。", "Check in first.")


class CheckInNotOpen(Conflict):
    """The time of check-in has not begun; tells `opens_at`."""

    code = "service_records.check_in_not_open"
    title = Text("还没有到签到时间", "Check-in has not begun")
    detail = Text("开始前30分钟起可以签到。", "Check-in begins 30 minutes before the start.")
    members = {
        "opens_at": instant("Instant at which check-in opens."),
    }


class CheckInClosed(Conflict):
    """The occasion is over; tells `closed_at`."""

    code = "service_records.check_in_closed"
    title = Text("这一场次已经结束，不能再签到", "The occasion is over: check-in has ended")
    detail = Text(
        "如果当时在场，请与负责人或者社区联系补签。",
        "If you were there, talk to the leader or to the community.",
    )
    members = {
        "closed_at": instant("Instant at which check-in has closed."),
    }


class OccasionCancelled(Conflict):
    code = "service_records.occasion_cancelled"
    title = Text("这一场次已经取消", "This occasion has been cancelled")


class OwnAttendance(Conflict):
    """A leader confirms others, and the desk others than its own people."""

    code = "service_records.own_attendance"
    title = Text("不能为自己签到或者签退", "Nobody confirms their own presence")
    detail = Text("请扫描签到码，或者请另一位负责人办理。", "Scan the code, or ask another leader.")


class TimeOutsideOccasion(Conflict):
    """A time that the desk enters lies outside of what may be entered; tells `from` and `to`."""

    code = "service_records.time_outside_occasion"
    title = Text("时间不在这一场次之内", "This time is not within the occasion")
    detail = Text(
        "签到不早于开始前30分钟，签退不早于签到；都不晚于结束，也不晚于现在。",
        "Check-in is from 30 minutes before the start on, check-out after check-in; neither is"
        " after the end, or later than now.",
    )
    members = {
        "earliest": instant("Earliest instant that is possible."),
        "latest": later_instant("Latest instant that is possible."),
    }


class PacketKeyNotOpen(Conflict):
    """The key is given out only around the occasion; tells `earliest` and `latest`."""

    code = "service_records.packet_key_not_open"
    title = Text("现在不能领取离线签到密钥", "The key for offline check-ins is not given out now")
    detail = Text(
        "请在开始前24小时至结束后24小时内领取。",
        "Fetch it from 24 hours before the start to 24 hours after the end.",
    )
    members = {
        "earliest": instant("Instant from which on it is possible."),
        "latest": later_instant("Instant until which it is possible."),
    }


class CodeNotShown(Conflict):
    """The code is shown only around the occasion; tells `earliest` and `latest`."""

    code = "service_records.code_not_shown"
    title = Text("现在不能显示签到码", "The code is not shown now")
    detail = Text(
        "场次的签到码自开始前2小时、个人签到码自开始前24小时起显示，到结束为止。",
        "The code of an occasion is shown from 2 hours, a personal code from 24 hours before the"
        " start, until the end.",
    )
    members = {
        "earliest": instant("Instant from which on it is possible."),
        "latest": later_instant("Instant until which it is possible."),
    }


class PacketKeyExpired(Conflict):
    """The key of the packet has expired; tells `expired_at`."""

    code = "service_records.packet_key_expired"
    title = Text("离线签到密钥已经过期", "The key of this packet has expired")
    detail = Text("请社区补录这些签到。", "Ask the community to enter these check-ins.")
    members = {
        "expired_at": instant("Instant until which the key was good."),
    }


class PacketForged(DomainError):
    """The signature is not that of the packet under the key of its leader."""

    status = 422
    code = "service_records.packet_signature_wrong"
    title = Text("离线签到包的签名不对", "The signature of the packet is wrong")
    detail = Text(
        "请用领取密钥的手机重新生成后上传。", "Make it anew on the device that fetched the key."
    )
