"""Policies of service entries: those of shifts go with the sign-ups, those of duties with the
posts."""

from app.communities.permissions import Permission, Staff
from app.service_records.models import Occasion, OccasionKind, ServiceEntry


def permission_of(entry: ServiceEntry) -> Permission:
    return "signup:manage" if entry.source is OccasionKind.SHIFT else "post:manage"


def may_manage_entry(staff: Staff, entry: ServiceEntry) -> bool:
    return staff.may(permission_of(entry))


def may_read_entry(staff: Staff, entry: ServiceEntry) -> bool:
    return staff.may("signup:read") or may_manage_entry(staff, entry)


def may_manage_entries_of(staff: Staff, occasion: Occasion) -> bool:
    return staff.may("signup:manage" if occasion.kind is OccasionKind.SHIFT else "post:manage")


def may_read_entries_of(staff: Staff, occasion: Occasion) -> bool:
    return staff.may("signup:read") or may_manage_entries_of(staff, occasion)
