"""Policies of departments: the permission alone decides."""

from app.communities.models import Department, DepartmentMember
from app.communities.permissions import Staff


def may_read_department(staff: Staff, _department: Department) -> bool:
    return staff.may("department:read")


def may_manage_department(staff: Staff, _department: Department) -> bool:
    return staff.may("department:manage")


def may_manage_member(staff: Staff, _member: DepartmentMember) -> bool:
    return staff.may("department:manage")
