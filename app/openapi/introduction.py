"""Texts at the head of the documents, and the groups of their tags."""

from collections.abc import Iterable

from app.features import FEATURES
from app.kernel.errors import Text
from app.openapi.shapes import Document

TITLES = {
    "resident": "Linli for residents (邻里 居民接口)",
    "admin": "Linli for administrators (邻里 管理接口)",
}
LOGINS = {
    "resident": """\
**Login (登录).** POST `/v1/auth/wechat/sessions` with the code of `wx.login`, or
`/v1/auth/phone/codes` and `/v1/auth/phone/sessions`. Send the access token as
`Authorization: Bearer …`. It lasts 15 minutes; `/v1/auth/sessions/refresh` gives the next pair.""",
    "admin": """\
**Login (登录).** POST `/admin/v1/auth/sessions` with name, password and second factor. Send the
access token as `Authorization: Bearer …`. It lasts 15 minutes; `/admin/v1/auth/sessions/refresh`
gives the next pair. `GET /admin/v1/me` says what the account may do and where.""",
}
INTRODUCTION = """\
{login} A refresh token is good once.

**Keys (提交编号).** A POST takes an `Idempotency-Key`; those that create need one. Make one key for
each thing that a person wants done, and send it again after a lost answer: the first answer comes
again, marked `Idempotent-Replayed`. After 503 and 429 wait for `Retry-After`, with the same key.

**Pages (分页).** Lists are `{{"items": […], "next_cursor": …}}`. Send `next_cursor` as `cursor`
until it is null.

**Versions (版本).** Where `If-Match` is asked for, send the `ETag` of what was read: 412 says that
somebody else was quicker.

**Problems (错误).** What is not a success is `application/problem+json` (RFC 9457). Switch on
`code`, show `title` and `detail`; `type` leads to a page about it. Codes may be added.

**Languages (语言).** Texts for people are Chinese, or English where `Accept-Language` prefers it.
Enums have words in both languages (`x-enum-descriptions`); they may get more values, so that a
client shows one that it does not know as it is.

**Times and places (时间与坐标).** Instants are RFC 3339 in UTC; what comes in has an offset.
Days are those of the service's time zone. Coordinates are GCJ-02, as
`wx.getLocation` gives them.

**What is not named below.** Whatever is asked, the outermost layer may answer 400
`headers_ambiguous` (a header that must be there once is missing or repeated), 408
`request_timeout` (the body did not arrive), 405 `method_not_allowed` or 421 `host_unknown`; and 409
`sealed_damaged` says that a stored value cannot be opened, which operators have to mend."""
GROUPS = {
    "identity": Text("账号与登录", "Accounts and logins"),
    "communities": Text("社区与居民", "Communities and people"),
    "volunteering": Text("志愿活动", "Volunteering"),
    "service_records": Text("服务记录", "Service records"),
    "consultations": Text("议事协商", "Consultations"),
    "feedback": Text("诉求", "Service feedback"),
    "double_reporting": Text("双报到", "Double reporting"),
    "organizations": Text("单位与党组织", "Organizations"),
    "figures": Text("统计", "Figures"),
    "home": Text("首页", "Home"),
    "staff": Text("待办", "To do"),
    "notifications": Text("消息", "Messages"),
    "links": Text("关联", "Links"),
    "privacy": Text("个人信息权利", "Rights of persons"),
    "administration": Text("审计", "Audit"),
    "wechat": Text("微信", "WeChat"),
}
"""Titles of the features, in the order of the documents."""


def introduction(audience: str) -> str:
    return INTRODUCTION.format(login=LOGINS[audience])


def tag_groups(tags: Iterable[str]) -> list[Document]:
    """Returns the groups of the tags: those of one feature stand together."""
    present = set(tags)
    by_feature = {feature.name: sorted(present & feature.tags.keys()) for feature in FEATURES}
    return [
        {"name": f"{title.zh} {title.en}", "tags": by_feature[name]}
        for name, title in GROUPS.items()
        if by_feature.get(name)
    ]
