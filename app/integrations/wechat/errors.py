"""Errors of WeChat, as a caller sees them."""

from app.kernel.errors import DomainError, Forbidden, Text


class WechatCodeInvalid(DomainError):
    """Used, expired, or of another mini-program."""

    status = 401
    code = "wechat.code_invalid"
    title = Text("微信授权码已失效", "This WeChat code is used up or expired")
    detail = Text(
        "授权码只能使用一次，五分钟内有效。请重新获取后再试。",
        "A code is good once, for five minutes. Get a new one from WeChat, then try again.",
    )


class WechatUserBlocked(Forbidden):
    code = "wechat.user_blocked"
    title = Text("微信限制了此账号登录", "WeChat has blocked this account")
    detail = Text(
        "请在微信内完成安全验证后再试，或到社区服务站办理。",
        "Settle it with WeChat first, or come to your community's service desk.",
    )


class WechatUnavailable(DomainError):
    """Busy, hanging, out of reach, or telling nonsense."""

    status = 503
    code = "wechat.unavailable"
    title = Text("微信暂时没有响应，请稍后再试", "WeChat does not answer: please try again soon")
    retry_after = 2


class WechatMisconfigured(DomainError):
    """A refusal that only the operator can mend; the log says what WeChat refused."""

    status = 502
    code = "wechat.misconfigured"
    title = Text("微信接口配置有误", "The connection to WeChat is not set up correctly")
    detail = Text(
        "已通知管理员，请稍后再试，或到社区服务站办理。",
        "The operator has been alerted. Try later, or come to your community's service desk.",
    )
