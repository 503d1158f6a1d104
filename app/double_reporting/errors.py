"""What double reporting refuses."""

from app.kernel.errors import Conflict, DomainError, Text, WrongState

# ---------------------------------------------------------------- organizations and units


class WrongCheckCharacter(DomainError):
    """GB 32100: seventeen characters and one that checks them."""

    status = 422
    code = "double_reporting.wrong_check_character"
    title = Text("统一社会信用代码校验位不正确", "The check character of the credit code is wrong")


class WorkUnitExists(Conflict):
    code = "double_reporting.work_unit_exists"
    title = Text("该统一社会信用代码的单位已存在", "A unit with this credit code is there already")


class OrganizationExists(Conflict):
    """Of this name, at this place in the tree, in this unit or community."""

    code = "double_reporting.organization_exists"
    title = Text("同一位置已有同名党组织", "A Party organization of this name is there already")


class OrganizationMisplaced(DomainError):
    """A group stands in a branch, a branch in a general branch or a committee, and so on."""

    status = 422
    code = "double_reporting.organization_misplaced"
    title = Text("该类党组织不能设在此处", "An organization of this kind cannot stand there")


class AlreadyLiaison(Conflict):
    code = "double_reporting.already_liaison"
    title = Text("该管理员已是此党组织的联络员", "They are a liaison of this organization already")


class NotLiaison(Conflict):
    code = "double_reporting.not_liaison"
    title = Text("该管理员不是此党组织的联络员", "They are no liaison of this organization")


class UnitRegistrationWrongState(WrongState):
    code = "double_reporting.unit_registration_wrong_state"


class UnitRegistered(Conflict):
    """One live registration of an organization in a community."""

    code = "double_reporting.unit_registered"
    title = Text(
        "该党组织在本社区已有有效的报到", "The organization has a live registration here already"
    )


class UnitSitsElsewhere(Conflict):
    """A unit reports to the community where it sits, as its entry says."""

    code = "double_reporting.unit_sits_elsewhere"
    title = Text("该单位不在此社区", "This unit does not sit in that community")


# ---------------------------------------------------------------- members, posts, claims


class MemberRegistrationWrongState(WrongState):
    code = "double_reporting.member_registration_wrong_state"


class MemberRegistered(Conflict):
    """One live registration of a person in a community, held by a constraint."""

    code = "double_reporting.member_registered"
    title = Text("您在本社区已有有效的报到", "You have a live registration here already")


class OrganizationUnknown(DomainError):
    """The Party organization that is named is none that is known here."""

    status = 422
    code = "double_reporting.organization_unknown"
    title = Text("请选择所在的党组织", "Choose a Party organization from the list")


class NotRegistered(DomainError):
    """Posts are claimed by those whose registration here is active."""

    status = 403
    code = "double_reporting.not_registered"
    title = Text("请先完成报到", "Register in this community first")


class PostWrongState(WrongState):
    code = "double_reporting.post_wrong_state"


class PostClosed(Conflict):
    code = "double_reporting.post_closed"
    title = Text("该岗位已停止认领", "This post is not open any more")


class PostFull(Conflict):
    """Tells `capacity`."""

    code = "double_reporting.post_full"
    title = Text("该岗位名额已满", "All places of this post are taken")


class PostClaimed(Conflict):
    """One live claim of a person on a post, held by a constraint."""

    code = "double_reporting.post_claimed"
    title = Text("您已认领该岗位", "You have claimed this post already")


class PostClaimWrongState(WrongState):
    code = "double_reporting.claim_wrong_state"
