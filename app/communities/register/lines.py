"""Lines of a residents' register: what each says of one person of a household, or that nobody
lives there any more."""

from typing import NamedTuple
from uuid import UUID

from app.communities.places.tree import COLUMNS as PLACE_COLUMNS
from app.communities.places.tree import Misfit, Tree
from app.communities.register.phones import e164
from app.kernel.files.cells import Column, Line, Report, yes_or_no

NAME, PHONE, ADULT = "name", "phone", "adult"
COLUMNS = (
    *PLACE_COLUMNS[:-1],
    PLACE_COLUMNS[-1]._replace(is_required=True),
    Column(NAME, "姓名", max_length=50, may_be_empty=True),
    Column(
        PHONE,
        "手机",
        max_length=30,
        is_required=False,
        is_phone=True,
        aliases=("手机号", "手机号码", "电话", "联系电话", "联系方式"),
    ),
    Column(ADULT, "成年", max_length=10, is_required=False, aliases=("是否成年", "成年人")),
)
"""Columns of the register. A household with an empty name has nobody in it any more."""


class Person(NamedTuple):
    """Content of one line. None for the name empties the household; a phone or a mark that the
    sheet does not have at all stays as it is."""

    line: int
    household_id: UUID
    name: str | None
    phone: str | None
    is_adult: bool | None


def read_person(tree: Tree, line: Line, report: Report) -> Person | None:
    """Returns what the line says; None where it is refused."""
    household, faults = tree.find(line), list[tuple[str, str]]()
    if isinstance(household, Misfit):
        faults.append((household.kind, household.code))
    phone = _phone(line, faults)
    is_adult = _is_adult(line, faults)
    name = line[NAME] or None
    if name is None and (phone is not None or is_adult is not None):
        faults.append((NAME, "missing"))
    for column, code in faults:
        report.refuse(line.number, column, code)
    if faults or isinstance(household, Misfit):
        return None
    return Person(line.number, household.id, name, phone, is_adult)


def _phone(line: Line, faults: list[tuple[str, str]]) -> str | None:
    phone = e164(line[PHONE]) if line[PHONE] else None
    if line[PHONE] and phone is None:
        faults.append((PHONE, "not_a_phone"))
    return phone


def _is_adult(line: Line, faults: list[tuple[str, str]]) -> bool | None:
    try:
        return yes_or_no(line[ADULT])
    except ValueError:
        faults.append((ADULT, "neither_yes_nor_no"))
        return None
