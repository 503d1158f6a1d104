"""Errors of communities."""

from collections.abc import Mapping

from app.kernel.errors import Conflict, DomainError, NotFound, Text
from app.kernel.members import phrases, word


class NotAParticipant(DomainError):
    status = 403
    code = "communities.not_a_participant"
    title = Text("请先加入本社区", "Join this community first")


class ParticipantInactive(DomainError):
    status = 403
    code = "communities.participant_inactive"
    title = Text("社区身份已停用或已退出", "Not active in this community")
    detail = Text(
        "停用的原因见停用时的消息，如有疑问请到社区服务站咨询；自己退出的，可以重新加入。",
        "Who was blocked finds the reason in the message about it, and may ask at the community's"
        " desk; who has left may join again.",
    )


class AlreadyJoined(Conflict):
    code = "communities.already_joined"
    title = Text("您已加入本社区", "You have joined this community already")


class ResidenceClaimOpen(Conflict):
    """Refuses a second residence claim while one is under review."""

    code = "communities.residence_claim_open"
    title = Text("已有一份待审核的居住申请", "A residence claim is being reviewed already")


class HasLogin(Conflict):
    """Refuses a claim code for a participant who has a login."""

    code = "communities.has_login"
    title = Text("该居民已有自己的账号", "This person has a login of their own")


class ClaimCodeInvalid(NotFound):
    """Refuses a claim code that is unknown, used, replaced or expired."""

    code = "communities.claim_code_invalid"
    title = Text("认领码无效或已过期", "This code is invalid or has expired")
    detail = Text(
        "请核对十二位数字，或者到社区服务站重新打印。",
        "Check the twelve digits, or have the desk print a new one.",
    )


class ParticipationInUse(Conflict):
    """Refuses to take over a row of the desk while the caller's own row has something in it."""

    code = "communities.participation_in_use"
    title = Text(
        "您在本社区已有自己的记录，不能再认领", "You have records of your own in this community"
    )
    detail = Text(
        "两份记录不能自动合并。请到社区服务站：由工作人员为线下登记的身份办理退出，"
        "再审核您在这里提交的居住申请。",
        "The two cannot be made one. Please ask at the community's desk: staff let the row"
        " that they have entered leave, and then review the residence claim that you submit here.",
    )


class MaybeSamePerson(Conflict):
    """Refuses to make two residents of what may be one person, until the reviewer says that they
    are two. Carries `participant_ids`."""

    code = "communities.maybe_same_person"
    title = Text("可能与已有居民是同一个人", "This may be one person with another participant")
    detail = Text(
        "同一户已有同名的居民或申请，或者名册上的手机号属于另一名居民。确认是两个人的，请注明后通过；"
        "是同一个人的，只保留一个身份：为另一个办理退出，或者让本人用认领码接管线下登记的身份。",
        "The household has a resident or a claim of the same name, or the register's phone belongs"
        " to another participant. If they are two persons, say so with the approval; if they are"
        " one, leave one row: let the other leave, or let the person take over the row of the desk"
        " by a claim code.",
    )
    members = {
        "participant_ids": phrases(
            "Ids of participants who may be the same person.",
            "0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7",
        ),
    }


class NotAHousehold(DomainError):
    """Refuses a residence in a place that is no household of this community."""

    status = 422
    code = "communities.not_a_household"
    title = Text("请选择具体的房号", "Choose a household of this community")


class RegionExists(Conflict):
    """Refuses a region whose code another region has at the same time."""

    code = "communities.region_exists"
    title = Text("该区划代码在此期间已存在", "This code is in use at that time")


class RegionUnfit(DomainError):
    """Refuses a region by its code or its dates, or what is done with it. Carries `reason`:
    bad_code, unknown_parent, ends_before_it_begins, has_communities or not_alike."""

    status = 422
    code = "communities.region_unfit"
    title = Text("区划代码或日期不正确", "The code or the dates of the region do not fit")
    members = {
        "reason": word(
            "What does not fit",
            "bad_code",
            "unknown_parent",
            "ends_before_it_begins",
            "has_communities",
            "not_alike",
        ),
    }


class PlaceExists(Conflict):
    code = "communities.place_exists"
    title = Text("同一位置下已有同名地点", "A place of this name stands there already")


class PlaceMisplaced(DomainError):
    """Refuses a place outside the order grid → building → entrance → household."""

    status = 422
    code = "communities.place_misplaced"
    title = Text("该类地点不能放在此处", "A place of this kind cannot stand there")


class NotAnAdministrator(DomainError):
    """Refuses a role for a user without an administrator's login."""

    status = 422
    code = "communities.not_an_administrator"
    title = Text("该用户不是管理员", "This person has no administrator's login")


class GrantExceedsYours(DomainError):
    """Refuses a grant of more permissions than the granter has there, and one to oneself."""

    status = 403
    code = "communities.grant_exceeds_yours"
    title = Text("不能授予超出您自身权限的角色", "You cannot grant more than you hold there")


class GrantEnded(Conflict):
    code = "communities.grant_ended"
    title = Text("该授权已失效", "This grant has ended already")


class RoleScopeUnfit(DomainError):
    """Refuses a role in such a scope. Carries `reason`: one_community for roles that see members
    of the Party, organization for liaisons, who are proposed where organizations are."""

    status = 422
    code = "communities.role_scope_unfit"
    title = Text("该角色不能授予此范围", "This role cannot be granted there")
    members = {
        "reason": word("What does not fit", "one_community", "organization"),
    }


class GrantNeedsTwoPersons(DomainError):
    """Refuses to grant alone a role that sees what the granter does not see."""

    status = 403
    code = "communities.grant_needs_two_persons"
    title = Text("此授权须由两人办理", "This grant takes two persons")
    detail = Text(
        "该角色可查看您无权查看的信息。请提交授权提议，由另一名管理员确认。",
        "The role sees what you may not see. Propose the grant; another administrator confirms it.",
    )


class GrantProposed(Conflict):
    code = "communities.grant_proposed"
    title = Text("已有一份相同的授权提议待确认", "The same grant has been proposed already")


class LastPlatformAdmin(Conflict):
    """Refuses to end the grant of the last platform administrator who can log in."""

    code = "communities.last_platform_admin"
    title = Text("不能撤销最后一名平台管理员", "The last platform administrator cannot be removed")


class DepartmentExists(Conflict):
    code = "communities.department_exists"
    title = Text("已有同名部门", "There is a department of this name already")


class AlreadyAMember(Conflict):
    code = "communities.already_a_member"
    title = Text("该人员已在此部门", "They act for this department already")


class SecondPersonNeeded(DomainError):
    """Refuses who has asked or entered, and who has created, equipped or empowered the other
    account within 30 days."""

    status = 403
    code = "communities.second_person_needed"
    title = Text("须由另一名工作人员确认", "Another person has to confirm this")
    detail = Text(
        "经办人本人不能确认；两人中有一方在30天内为另一方开通、配置账号或授权的，也不能互相确认。",
        "You cannot confirm what you did yourself; nor can you where one of you two has set up the"
        " other's account, or given it a role, within the last 30 days.",
    )


class FirstPersonMayNoLonger(Conflict):
    """Refuses to confirm what somebody asked for who has lost the permission since."""

    code = "communities.first_person_may_no_longer"
    title = Text("提出人已没有相应权限", "The person who asked no longer has this right")
    detail = Text("请由有权限的人员重新提出。", "Please have somebody with this right ask again.")


class WitnessIsActor(DomainError):
    """Refuses a witness who is the one who acts: a witness is somebody else."""

    status = 422
    code = "communities.witness_is_actor"
    title = Text("见证人不能是经办人本人", "The witness has to be somebody else")


class RevealsExhausted(DomainError):
    """Refuses the reveal after the twentieth of an hour, until a second person allows more."""

    status = 429
    code = "communities.reveals_exhausted"
    title = Text("一小时内的查看次数已达上限", "You have reached the limit of reveals in an hour")
    detail = Text(
        "每小时最多查看20次，需要继续查看的，请另一名工作人员批准。",
        "The limit is twenty reveals an hour; a colleague can allow more.",
    )

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__()
        self.headers = headers


class ConsentEndUnfit(DomainError):
    """Refuses the last day of a guardian's consent that has passed, or is over a year ahead."""

    status = 422
    code = "communities.consent_end_unfit"
    title = Text("同意的截止日期须在一年以内", "A consent ends within a year")


class GuardianConsentMissing(Conflict):
    """Refuses to use personal data of a child under 14 without a guardian's consent, and to
    withdraw a consent that is not in force."""

    code = "communities.guardian_consent_missing"
    title = Text("需要监护人同意", "A guardian's consent is needed")
    detail = Text(
        "未满14岁的，须由监护人同意处理个人信息。请监护人确认，或者到社区服务站办理。",
        "Under 14 a guardian consents to the use of personal data: in their own account, or at the"
        " community's desk.",
    )
