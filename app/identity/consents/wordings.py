"""The wordings of the consents, part by part (PIPL, art. 17, 23 and 30). A changed word makes
another version of the text: `texts.py` says which earlier ones mean the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.identity.models import Purpose
from app.kernel.errors import Text


@dataclass(frozen=True, kw_only=True)
class Notice:
    agreement: Text
    handler: Text
    data: Text
    purpose: Text
    recipients: Text
    retention: Text
    need: Text
    """Says whether it is needed, and what follows for a person who does not agree."""


COMMITTEE = Text(
    "您所加入社区的居民委员会，名称和联系方式见社区页面。",
    "The residents' committee of the community that you join; its name and contact stand on the"
    " community's page.",
)
RIGHTS = Text(
    "您可以随时在“我的”中撤回同意，一分钟内生效，撤回前的处理仍然有效；"
    "也可以查阅、更正、导出自己的信息，或者注销账号。您同意和撤回的记录会保留，作为凭据。",
    "Under “Me” you can withdraw at any time, with effect within a minute; what was done before"
    " remains lawful. There you can also see, correct and export what is stored about you, or"
    " have your account erased. The record of your consents and withdrawals stays, as proof.",
)

PROFILE = Notice(
    agreement=Text(
        "我同意处理我的昵称、称呼和语言。", "I agree to the use of my names here and my language."
    ),
    handler=COMMITTEE,
    data=Text(
        "您填写的昵称、您在社区使用的称呼，以及您选择的语言。",
        "The nickname and the names you enter for your communities, and your language.",
    ),
    purpose=Text(
        "在社区内称呼您，并以您选择的语言显示内容。",
        "To address you in your community, and to show texts in your language.",
    ),
    recipients=Text(
        "同一社区的人能看到您的称呼；不向其他单位提供。",
        "People of your community see the name; nobody else is given it.",
    ),
    retention=Text(
        "到您修改、撤回同意或者注销账号为止。",
        "Until you change it, withdraw, or have your account erased.",
    ),
    need=Text(
        "不是必需。不同意或者撤回后，您显示为“邻居”加四位编号，其他功能不受影响。",
        "It is not needed. Without it you are shown as “邻居” with four characters, and everything"
        " else works as before.",
    ),
)
PHONE = Notice(
    agreement=Text("我同意处理我的手机号码。", "I agree to the use of my phone number."),
    handler=COMMITTEE,
    data=Text("经微信核验的手机号码。", "The phone number, as WeChat verifies it."),
    purpose=Text(
        "核对居住信息，以及在您参加的活动、提出的诉求中必要时与您联系。",
        "To match your residence, and to reach you where an activity or a request of yours needs"
        " it.",
    ),
    recipients=Text(
        "微信（深圳市腾讯计算机系统有限公司）核验号码。为您办理事项的社区工作人员、网格员和承办您诉求的"
        "部门，需要联系您时可以查看号码，查看须写明理由，每次都会留下记录并告知您；不向其他单位提供。",
        "WeChat (Shenzhen Tencent Computer Systems) verifies it. Staff of the community, the worker"
        " of your grid and the department that handles your request may see it when they have to"
        " reach you in that matter. They must say why; each look is recorded, and you are told."
        " Nobody else is given it.",
    ),
    retention=Text(
        "加密保存，到您更换号码、他人核验同一号码、您撤回同意或者注销账号为止；撤回后立即删除。",
        "Stored encrypted until you change it, somebody else verifies the same number, you"
        " withdraw, or you have your account erased; when you withdraw, it is deleted at once.",
    ),
    need=Text(
        "不是必需。没有手机号码时，居住申请由工作人员审核；撤回后，或者号码由他人核验后，"
        "凭该号码自动通过的居住信息由工作人员重新审核。",
        "It is not needed. Without it staff review your residence claim; when you withdraw, or"
        " somebody else has verified the number, they review a residence that was confirmed by it"
        " alone.",
    ),
)
RESIDENCE = Notice(
    agreement=Text(
        "我同意处理我的姓名、住址以及是否成年，用于居住核验。",
        "I agree to the use of my name, my address and whether I am an adult, to confirm where I"
        " live.",
    ),
    handler=COMMITTEE,
    data=Text(
        "您的姓名、住址（房号），以及名册所载或者核验时得知的是否成年。不保存出生日期和身份证号。",
        "Your name, your address (the household), and whether you are an adult, as the register"
        " has it or a reviewer has seen. No date of birth and no ID number.",
    ),
    purpose=Text(
        "确认您是本社区居民，用于只面向居民的事项，如提出议题、表决和居民活动；"
        "只有成年人可以参加的事项，据此判断。",
        "To confirm that you live here, for what is open to residents only: topics, ballots, some"
        " activities; and to tell who may take part in what is for adults.",
    ),
    recipients=Text(
        "有权限的社区工作人员、您所在网格的网格员，以及街道、区和平台的管理员；姓名以掩码显示，查看全名"
        "须写明理由，每次查看都会留下记录。系统会与社区居民名册比对。其他居民看不到，"
        "也不向其他单位提供。",
        "Staff of the community who may review it, the worker of your grid, and administrators of"
        " the subdistrict, the district and the platform. The name is shown masked; anyone who"
        " looks at the whole name must say why, and each look is recorded. It is compared with the"
        " community's register. Other residents do not see it, and nobody else is given it.",
    ),
    retention=Text(
        "姓名加密保存。居住信息有效期24个月，可以续期；申请结束满一年后删除。"
        "撤回同意时，姓名、住址、是否成年和居住申请一并删除。",
        "The name is stored encrypted. A residence lasts 24 months and can be renewed; a claim is"
        " deleted a year after it has ended. When you withdraw, your name, your address, whether"
        " you are an adult, and your claims are deleted.",
    ),
    need=Text(
        "只面向居民的事项才需要。不同意或者撤回后，您是本社区的访客：待审核的申请撤销，"
        "尚未投票的表决，您不能再投；以户为单位的，由同户其他人投。",
        "Only what is open to residents alone needs it. Without it you are a visitor: an open claim"
        " is withdrawn, and you can no longer vote in open ballots; a household's vote is left to"
        " its other residents.",
    ),
)
PARTY_MEMBERSHIP = Notice(
    agreement=Text(
        "我单独同意处理我的党员身份这一敏感个人信息。",
        "I separately agree to the use of my Party membership, which is sensitive personal"
        " information.",
    ),
    handler=Text(
        "您报到的社区的党组织和居民委员会，名称和联系方式见社区页面。",
        "The Party organization and the residents' committee of the community you report to; their"
        " names and contact stand on the community's page.",
    ),
    data=Text(
        "您的党员身份、所在党组织、姓名、联系方式、特长、服务意愿、可服务时间，以及报到的经过。"
        "不保存身份证号、入党时间、民族、籍贯和照片。",
        "That you are a member, your Party organization, name, contact, skills, the kinds of"
        " service and times that you offer, and the course of your registration. No ID number, date"
        " of joining, ethnicity, native place or photo.",
    ),
    purpose=Text(
        "仅用于在职党员到社区报到，以及报到后的服务。",
        "Only to report to a community as a member, and for the service that follows.",
    ),
    recipients=Text(
        "社区党组织的工作人员、社区管理员，以及您所在单位党组织的联络员（只能看到本单位党员的报到）。"
        "他们查看报到单须写明理由，每次查看都会留下记录。其他人只能看到十人以上的合计数。",
        "The staff of the community's Party organization, the community's administrator, and the"
        " liaison of your unit's Party organization, who sees only the unit's own members. They"
        " must say why they open a registration form, and each look is recorded. Others see only"
        " counts of 10 or more.",
    ),
    retention=Text(
        "加密保存，到报到结束满一年为止；未通过或者撤回的报到，一个月内删除。撤回同意后立即删除。",
        "Stored encrypted until a year after the registration has ended; declined and withdrawn"
        " ones are deleted within a month. When you withdraw this consent, all go at once.",
    ),
    need=Text(
        "报到要核实党员身份，所以需要这些信息。信息一旦泄露，可能给您带来不必要的关注或者打扰，"
        "因此只保存报到所需的内容。不同意不影响使用其他任何功能；撤回后，报到随之结束。",
        "A registration has to be verified, and needs it for that. If it leaked, it might bring"
        " you unwanted attention; so only what the registration needs is stored. Everything"
        " else can be used without it. When you withdraw, your registration ends.",
    ),
)
LOCATION_AT_CHECK_IN = Notice(
    agreement=Text(
        "我同意在签到时使用我的位置。", "I agree to the use of my location at check-in."
    ),
    handler=COMMITTEE,
    data=Text(
        "签到、签退时手机的位置。",
        "The location of your phone when you check in and when you check out.",
    ),
    purpose=Text(
        "判断您签到、签退时是否在活动地点附近。",
        "To see whether you are near the place of the activity then.",
    ),
    recipients=Text(
        "活动负责人和社区工作人员只能看到“在附近”或者“不在附近”；不向其他单位提供。",
        "Leaders of the activity and staff see only whether you were near; nobody else is told.",
    ),
    retention=Text(
        "坐标用后即弃，不保存；判断结果随签到记录保存，活动结束满一年后删除。",
        "Coordinates are not stored; whether you were near is stored with the check-in, and deleted"
        " a year after the activity.",
    ),
    need=Text(
        "不是必需。不同意或者撤回后，照常签到、签退，不再判断位置。",
        "It is not needed. Without it you check in and out just the same, and your location is not"
        " looked at.",
    ),
)
NOTIFICATIONS = Notice(
    agreement=Text(
        "我同意通过微信订阅消息或者短信接收与我有关的通知。",
        "I agree to be notified by WeChat or text message of what concerns me.",
    ),
    handler=COMMITTEE,
    data=Text(
        "您的微信订阅授权；接收短信时，还有您的手机号码。",
        "Your WeChat subscriptions; for text messages, also your phone number.",
    ),
    purpose=Text(
        "把与您有关的事项通知您。目前只有站内消息，尚未通过微信或者短信发送。",
        "To notify you of what concerns you. For now there is only the inbox here: nothing is sent"
        " by WeChat or text message yet.",
    ),
    recipients=Text(
        "为送达通知，微信（深圳市腾讯计算机系统有限公司）和短信服务商会收到通知内容；"
        "不向其他单位提供。",
        "To deliver a notification, WeChat (Shenzhen Tencent Computer Systems) and the provider of"
        " text messages are given its words; nobody else is.",
    ),
    retention=Text("发送记录保存90天。", "Records of what was sent are stored for 90 days."),
    need=Text(
        "不是必需。不同意或者撤回后不再发送，您仍可以在站内消息中查看。",
        "It is not needed. Without it nothing is sent, and you still find the messages in your"
        " inbox here.",
    ),
)
AGE_BAND = Notice(
    agreement=Text(
        "我同意处理我自己填写的年龄段。", "I agree to the use of the age band that I declare."
    ),
    handler=COMMITTEE,
    data=Text(
        "您填写的年龄段：未满14岁、14至17岁、成年（满18岁）。不保存出生日期和身份证号。",
        "The band that you declare: under 14, 14 to 17, or adult. No date of birth, no ID number.",
    ),
    purpose=Text(
        "判断参加活动、认领岗位是否需要监护人同意。自己填写的“成年”不能代替核实。",
        "To tell whether a guardian's consent is needed for activities and posts. That somebody"
        " declares to be an adult does not stand for a check.",
    ),
    recipients=Text(
        "您的监护人能看到您参加的活动；其他居民看不到，也不向其他单位提供。",
        "Your guardian sees for what you have signed up; other residents do not see it, and nobody"
        " else is given it.",
    ),
    retention=Text(
        "加密保存，到您撤回同意或者注销账号为止；撤回后立即删除。",
        "Stored encrypted until you withdraw or have your account erased; when you withdraw, it is"
        " deleted at once.",
    ),
    need=Text(
        "不是必需。未满18岁的，填写后才能请监护人同意其参加活动、认领岗位。",
        "It is not needed. Those under 18 declare it to ask a guardian for consent to activities"
        " and posts.",
    ),
)
NOTICES: Mapping[Purpose, Notice] = {
    Purpose.PROFILE: PROFILE,
    Purpose.PHONE: PHONE,
    Purpose.RESIDENCE: RESIDENCE,
    Purpose.PARTY_MEMBERSHIP: PARTY_MEMBERSHIP,
    Purpose.LOCATION_AT_CHECK_IN: LOCATION_AT_CHECK_IN,
    Purpose.NOTIFICATIONS: NOTIFICATIONS,
    Purpose.AGE_BAND: AGE_BAND,
}
