"""Errors of identity."""

from app.kernel.errors import Conflict, DomainError, Forbidden, NotFound, Text
from app.kernel.members import phrase, word


class LoginRefused(DomainError):
    """Refuses a login with a wrong name, password or code, without telling which."""

    status = 401
    code = "identity.login_refused"
    title = Text("登录名、密码或验证码不正确", "Login name, password or code is wrong")
    detail = Text("请核对后重试，验证码只能使用一次。", "Check all three; a code is good once.")


class SessionEnded(DomainError):
    """Refuses an invalid refresh token, or one whose login has ended: the client must log in
    again."""

    status = 401
    code = "identity.session_ended"
    title = Text("登录已过期，请重新登录", "This login has ended: please log in again")


class UserBlocked(Forbidden):
    code = "identity.user_blocked"
    title = Text("您的账号已停用", "Your account is blocked")
    detail = Text(
        "如需了解原因，居民请到社区服务站咨询，工作人员请联系平台管理员。",
        "To learn why, residents ask at their community's desk, and staff ask the platform's"
        " administrators.",
    )


class SecondFactorRequired(Forbidden):
    """Refuses a login with a right password where a second factor is required and none is
    enrolled."""

    code = "identity.second_factor_required"
    title = Text("请先绑定动态验证码", "A second factor must be enrolled for you first")


class AccountLinkInvalid(NotFound):
    """Refuses a link that is unknown, used, replaced or expired."""

    code = "identity.account_link_invalid"
    title = Text("链接无效或已过期", "This link is invalid or has expired")
    detail = Text("请联系管理员重新开具链接。", "Ask an administrator for a new one.")


class StepUpRequired(Forbidden):
    """Refuses what takes a password and a second factor given within five minutes. Carries
    `step_up`, the path where they are given."""

    code = "identity.step_up_required"
    title = Text("请重新输入密码和动态验证码", "Enter your password and code again")
    detail = Text(
        "此操作要求在5分钟内验证过身份，验证后请重试。",
        "This needs a password and code entered within the last five minutes: enter them, then"
        " try again.",
    )
    members = {
        "step_up": phrase(
            "Path of the operation that proves password and second factor.",
            "/admin/v1/auth/sessions/current/step-up",
        ),
    }


class SecondFactorWrong(Conflict):
    code = "identity.second_factor_wrong"
    title = Text("动态验证码不正确", "This code is wrong or has been used")


class SecondFactorNotBegun(Conflict):
    code = "identity.second_factor_not_begun"
    title = Text("请先申请绑定动态验证码", "Ask for a new second factor first")


class PasswordWrong(Conflict):
    code = "identity.password_wrong"
    title = Text("当前密码不正确", "The present password is wrong")


class PasswordWeak(DomainError):
    """Carries `reason`: too_short, too_common or contains_login_name."""

    status = 422
    code = "identity.password_weak"
    title = Text("密码强度不足", "This password is too weak")
    detail = Text(
        "请设置至少12个字符、不常见且不含登录名的密码。",
        "Choose at least 12 characters that are not common and do not contain the login name.",
    )
    members = {
        "reason": word("What is weak about it", "too_short", "too_common", "contains_login_name"),
    }


class LoginNameTaken(Conflict):
    code = "identity.login_name_taken"
    title = Text("登录名已被使用", "This login name is taken")


class ConsentRequired(Conflict):
    """Refuses to use personal data without consent. Carries `purpose`."""

    code = "identity.consent_required"
    title = Text("请先同意相关个人信息的使用", "Consent to this use of your data first")
    members = {
        "purpose": word("Purpose to which the person has to consent first", "residence"),
    }


class ConsentTextOutdated(Conflict):
    """Refuses a decision about an outdated text. Carries `text_version`, the version of the present
    text, which must be shown first."""

    code = "identity.consent_text_outdated"
    title = Text("授权文本已更新，请重新阅读", "The text has changed: please read it again")
    members = {
        "text_version": phrase("Version of the present text.", "1ec1e8392a069a24ef61b4efee745f98"),
    }
