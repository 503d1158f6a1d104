"""What messages say, Chinese first. Names in braces are the message's variables."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from app.identity.models import Locale
from app.kernel.errors import Text
from app.notifications.consultation_texts import CONSULTATIONS
from app.notifications.feedback_texts import FEEDBACK
from app.notifications.member_texts import MEMBERS
from app.notifications.template import Template

TEMPLATES: Mapping[str, Template] = {
    **CONSULTATIONS,
    **FEEDBACK,
    **MEMBERS,
    "identity.login_ended": Template(
        Text("您的一处登录已被终止", "One of your logins was ended"),
        Text(
            "系统发现您某台设备的登录凭证被重复使用，可能已泄露，该设备已退出登录，请重新登录。"
            "如果手机曾经遗失或借给他人，请联系社区工作人员。",
            "The login of one of your devices was used twice and may have been copied, so it was"
            " ended. Please log in again. If your telephone was lost or lent, notify your community"
            " worker.",
        ),
    ),
    "volunteering.signup_confirmed": Template(
        Text("报名成功", "You have a place"),
        Text(
            "您已报名“{title}”，{starts_at}开始，请准时参加。",
            "You have signed up for “{title}”, which starts on {starts_at}.",
        ),
    ),
    "volunteering.signup_pending": Template(
        Text("报名待审核", "Your sign-up is being reviewed"),
        Text(
            "您报名的“{title}”（{starts_at}）正在审核，结果会另行通知。",
            "Your sign-up for “{title}” ({starts_at}) is being reviewed; we will notify you.",
        ),
    ),
    "volunteering.signup_waitlisted": Template(
        Text("已进入候补", "You are on the waitlist"),
        Text(
            "“{title}”（{starts_at}）名额已满，您在候补队列的第{position}号，有空位时按顺序递补。",
            "“{title}” ({starts_at}) is full. Your number in the line is {position}; places that"
            " come free are given in order.",
        ),
    ),
    "volunteering.signup_rejected": Template(
        Text("报名未通过", "Your sign-up was not accepted"),
        Text(
            "您报名的“{title}”（{starts_at}）未通过审核。原因：{reason}",
            "Your sign-up for “{title}” ({starts_at}) was not accepted: {reason}",
        ),
    ),
    "volunteering.signup_withdrawn": Template(
        Text("报名已取消", "Your sign-up was withdrawn"),
        Text(
            "社区工作人员已按您的要求取消您对“{title}”（{starts_at}）的报名。",
            "At your request our desk has withdrawn your sign-up for “{title}” ({starts_at}).",
        ),
    ),
    "volunteering.place_is_yours": Template(
        Text("候补成功", "A place is yours"),
        Text(
            "有人退出，您已递补参加“{title}”，{starts_at}开始。不能参加请及时取消。",
            "A place in “{title}” ({starts_at}) has come free and is yours. If you cannot come,"
            " please withdraw soon.",
        ),
    ),
    "volunteering.wait_is_over": Template(
        Text("候补结束", "The wait is over"),
        Text(
            "“{title}”（{starts_at}）已开始，很遗憾没有空出名额，欢迎参加下次活动。",
            "“{title}” ({starts_at}) has begun, and no place came free. Please come next time.",
        ),
    ),
    "volunteering.shift_is_moved": Template(
        Text("班次时间有变", "Your shift has moved"),
        Text(
            "您报名的“{title}”时间已调整，现为{starts_at}开始。不能参加请及时取消。",
            "“{title}”, for which you have signed up, now starts on {starts_at}. If you cannot"
            " come, please withdraw.",
        ),
    ),
    "volunteering.shift_is_cancelled": Template(
        Text("活动已取消", "Your shift is cancelled"),
        Text(
            "很抱歉，“{title}”（{starts_at}）已取消。原因：{reason}",
            "We are sorry: “{title}” ({starts_at}) is cancelled. {reason}",
        ),
    ),
    "communities.participant_blocked": Template(
        Text("身份已停用", "You have been blocked"),
        Text(
            "您在{community}的身份已被停用，仍可查看自己的记录。如有疑问，请到社区服务站咨询。",
            "You have been blocked in {community}. You can still see what is yours; please ask at"
            " the community's desk if you have questions.",
        ),
    ),
    "communities.participant_unblocked": Template(
        Text("身份已恢复", "You are active again"),
        Text("您在{community}的身份已恢复。", "You are active in {community} again."),
    ),
    "communities.residence_approved": Template(
        Text("居住信息已通过", "Your residence is confirmed"),
        Text(
            "您在{community}的居住信息已核验通过，有效期至{expires_at}，到期前可一键续期。",
            "Your residence in {community} is confirmed until {expires_at}; renew it before then.",
        ),
    ),
    "communities.residence_rejected": Template(
        Text("居住信息未通过", "Your residence was not confirmed"),
        Text(
            "您在{community}的居住申请未通过。原因：{reason}",
            "Your residence claim in {community} was not accepted: {reason}",
        ),
    ),
    "communities.residence_withdrawn": Template(
        Text("居住申请已撤回", "Your residence claim was withdrawn"),
        Text(
            "社区工作人员已按您的要求撤回您在{community}的居住申请。",
            "At your request our desk has withdrawn your residence claim in {community}.",
        ),
    ),
    "communities.residence_expired": Template(
        Text("居住信息已到期", "Your residence has expired"),
        Text(
            "您在{community}的居住信息已满24个月。如仍居住，请重新提交。",
            "Your residence in {community} is 24 months old. If you still live there, please"
            " claim it again.",
        ),
    ),
    "communities.residence_ended": Template(
        Text("居住信息已注销", "Your residence has ended"),
        Text(
            "您在{community}的居住信息已注销。原因：{reason}",
            "Your residence in {community} has been ended: {reason}",
        ),
    ),
}


def render(
    kind: str, variables: Mapping[str, str], locale: Locale, zone: ZoneInfo
) -> tuple[str, str]:
    """Title and body. A variable that is missing leaves a gap, never an error: a broken template
    must not keep anybody from reading the others."""
    template = TEMPLATES[kind]
    shown = _Gaps({name: _shown(value, locale, zone) for name, value in variables.items()})
    field = "en" if locale is Locale.EN else "zh"
    title, body = getattr(template.title, field), getattr(template.body, field)
    return title.format_map(shown), body.format_map(shown)


class _Gaps(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return "…"


def _shown(value: str, locale: Locale, zone: ZoneInfo) -> str:
    """Instants as people of the place read them."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    if at.tzinfo is None:
        return value
    here = at.astimezone(zone)
    if locale is Locale.EN:
        return f"{here:%Y-%m-%d %H:%M}"
    return f"{here.month}月{here.day}日{here:%H:%M}"
