"""Errors of work units, Party organizations and liaisons."""

from app.kernel.errors import Conflict, DomainError, Text


class WrongCheckCharacter(DomainError):
    """GB 32100: seventeen characters and one that checks them."""

    status = 422
    code = "double_reporting.wrong_check_character"
    title = Text("统一社会信用代码校验位不正确", "The check character of the credit code is wrong")


class WorkUnitExists(Conflict):
    code = "double_reporting.work_unit_exists"
    title = Text("该统一社会信用代码的单位已存在", "A unit with this credit code is there already")


class OrganizationExists(Conflict):
    """An organization of this name stands at this place in the tree, unit or community."""

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
