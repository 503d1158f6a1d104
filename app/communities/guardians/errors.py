"""Errors of guardians and of declared ages."""

from app.kernel.errors import Conflict, DomainError, NotFound, Text


class AgeKnown(Conflict):
    """Refuses to declare an age where the register, the desk or a reviewer has said it."""

    code = "communities.age_known"
    title = Text("社区已核实您的年龄段", "Your age is known already")
    detail = Text(
        "如有错误，请带证件到社区服务站更正。",
        "If it is wrong, please have it corrected at the community's desk.",
    )


class AgeDeclaredLower(Conflict):
    """Refuses to declare a higher age than before."""

    code = "communities.age_declared_lower"
    title = Text("不能自行改为更大的年龄段", "You cannot declare a higher age than before")
    detail = Text("请带证件到社区服务站更正。", "Please have it corrected at the community's desk.")


class NotAMinor(Conflict):
    """Refuses a guardian for who is an adult, or has said no age."""

    code = "communities.not_a_minor"
    title = Text("不是未成年人，或者尚未填写年龄段", "Not a minor, or the age is not known yet")
    detail = Text(
        "未满18岁的，请先填写年龄段，再请监护人确认。",
        "Who is below 18 says so first, and then asks a guardian.",
    )


class GuardianUnfit(DomainError):
    """Refuses a guardian who is not a known adult of the community with an account, or is the minor
    themselves."""

    status = 403
    code = "communities.guardian_unfit"
    title = Text("监护人须是本社区已核实的成年人", "A guardian is a known adult of this community")
    detail = Text(
        "是否成年以名册、居住核验或者社区服务站的核实为准，自己填写的年龄段不算。"
        "没有账号的监护人，请到社区服务站以纸质同意书办理。",
        "The register, a reviewer or the desk knows who is an adult; an age that one has declared"
        " oneself does not count. A guardian without an account signs a paper at the desk.",
    )


class GuardianCodeInvalid(NotFound):
    """Refuses a guardian code that is unknown, used, replaced or expired."""

    code = "communities.guardian_code_invalid"
    title = Text("监护码无效或已过期", "This code is invalid or has expired")
    detail = Text(
        "请核对十二位数字，或者请孩子重新生成。",
        "Check the twelve digits, or have the minor make a new one.",
    )


class AlreadyGuardian(Conflict):
    code = "communities.already_guardian"
    title = Text("您已是其监护人，或者正在核实", "You are their guardian, or it is being checked")


class GuardianConsentGiven(Conflict):
    """Refuses to give a consent twice."""

    code = "communities.guardian_consent_given"
    title = Text("该项同意仍然有效", "This consent is in force already")
