"""Policies of service records. They read the actor and the row, but never its `status`: states are
the business of models."""

from app.communities.permissions import Staff
from app.service_records.models import Attendance, Occasion


def may_manage_attendance(staff: Staff, _attendance: Attendance) -> bool:
    return staff.may("attendance:manage")


def may_read_attendance(staff: Staff, _attendance: Attendance) -> bool:
    return staff.may("attendance:read")


def may_manage_occasion(staff: Staff, _occasion: Occasion) -> bool:
    return staff.may("attendance:manage")


def may_read_occasion(staff: Staff, _occasion: Occasion) -> bool:
    return staff.may("attendance:read")
