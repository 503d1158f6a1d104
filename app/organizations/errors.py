"""Errors of work units, Party organizations and liaisons."""

from app.kernel.errors import Conflict, DomainError, Text


class WrongCheckCharacter(DomainError):
    """Refuses a credit code whose last character does not check the others (GB 32100)."""

    status = 422
    code = "double_reporting.wrong_check_character"
    title = Text("统一社会信用代码校验位不正确", "The check character of the credit code is wrong")


class WorkUnitExists(Conflict):
    code = "double_reporting.work_unit_exists"
    title = Text("该统一社会信用代码的单位已存在", "A unit with this credit code is there already")


class OrganizationExists(Conflict):
    """Refuses a second organization of one name in the same place of the tree, unit or
    community."""

    code = "double_reporting.organization_exists"
    title = Text("同一位置已有同名党组织", "A Party organization of this name is there already")


class OrganizationMisplaced(DomainError):
    """Refuses a kind of organization below another: a group belongs to a branch, a branch to a
    general branch or a committee, and so on."""

    status = 422
    code = "double_reporting.organization_misplaced"
    title = Text("该类党组织不能设在此处", "An organization of this kind cannot stand there")


class AlreadyLiaison(Conflict):
    code = "double_reporting.already_liaison"
    title = Text("该管理员已是此党组织的联络员", "They are a liaison of this organization already")


class NotLiaison(Conflict):
    code = "double_reporting.not_liaison"
    title = Text("该管理员不是此党组织的联络员", "They are no liaison of this organization")
