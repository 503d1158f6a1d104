"""Every duty has its to-do, its message, its repetition and a page, and a listener follows it."""

import re
from importlib import import_module
from inspect import getsource
from string import Formatter

from app.features import FEATURES, MESSAGES, SWEEPS, TODOS
from app.staff.subjects import PATHS, StaffSubjectKind
from app.staff.todo import DutyMessage, Holders, Todo
from tests.each import each
from tests.routes import OPERATIONS

VARIABLES = {"community", "name", "due_at"}
each_todo = each(TODOS.values(), lambda todo: todo.kind)
PAGES = {
    re.sub(r"\{\w+\}", "{}", operation.path)
    for operation in OPERATIONS
    if operation.method == "GET" and operation.is_admin
}


@each_todo
def test_each_duty_is_told_and_told_again(todo: Todo) -> None:
    assert MESSAGES[todo.kind] is todo.message
    assert MESSAGES[f"{todo.kind}_overdue"] is todo.overdue_message
    assert f"staff.overdue.{todo.kind}" in {sweep.name for sweep in SWEEPS}
    for message in (todo.message, todo.overdue_message):
        assert issubclass(message, DutyMessage)
        for text in (*message.template.title, *message.template.body):
            assert {name for _, name, _, _ in Formatter().parse(text) if name} <= VARIABLES
        assert "{due_at}" in message.template.body.zh


DUTIES = {
    "ticket new": "feedback.ticket_to_accept",
    "ticket to assign": "feedback.ticket_to_assign",
    "ticket assigned": "feedback.ticket_to_start",
    "ticket in progress": "feedback.ticket_in_progress",
    "ticket disputed": "feedback.ticket_reopened",
    "ticket given back": "feedback.ticket_given_back",
    "ticket that nobody has": "feedback.ticket_with_nobody",
    "ticket at 75 % of its time": "feedback.ticket_near_its_end",
    "ticket for the level above": "feedback.ticket_to_review",
    "residence claim": "communities.residence_claim",
    "reward to hand over": "service_records.redemption",
    "points to settle": "service_records.point_debt",
    "guardianship to check": "communities.guardianship",
    "second person: grant": "communities.grant_proposal",
    "second person: liaison": "organizations.liaison_proposal",
    "second person: seconds of the desk": "consultations.topic_second",
    "second person: annulment": "consultations.ballot_annulment",
    "second person: certification": "consultations.ballot_certification",
    "sign-up to review": "volunteering.signup",
    "certificate to issue": "service_records.certificate_to_issue",
    "certificate with corrected hours": "service_records.certificate_to_correct",
    "second person: revocation of a certificate": "service_records.certificate_revocation",
    "absence that is disputed": "service_records.disputed_absence",
    "service entries to review": "service_records.entries_to_review",
    "service entries to post": "service_records.entries_to_post",
    "second person: reversal of a service entry": "service_records.entry_reversal",
    "registration of a member": "double_reporting.registration",
    "registration of a unit": "double_reporting.unit_registration",
    "registration of a unit, returned": "double_reporting.unit_registration_returned",
    "claim of a post": "double_reporting.post_claim",
    "claim of a post, to leave": "double_reporting.post_claim_leaving",
    "topic to screen": "consultations.topic_to_answer",
    "opinion to read": "consultations.opinion",
    "ballot to certify": "consultations.ballot_to_certify",
    "result to publish": "consultations.ballot_result",
}
"""The duties of the staff, each with its to-do. A new one is written here, too."""
NEWS = {
    "unit approved": "double_reporting.unit_approved",
    "unit declined": "double_reporting.unit_declined",
    "unit ended": "double_reporting.unit_ended",
}
"""Decisions that are told to liaisons, who have nothing to do about them."""


def test_no_duty_is_without_a_to_do_and_no_to_do_is_unknown() -> None:
    assert sorted(DUTIES.values()) == sorted(TODOS)
    assert set(NEWS.values()) <= MESSAGES.keys()


@each_todo
def test_each_duty_is_somebodys(todo: Todo) -> None:
    assert (todo.permission is None) == (todo.holders is Holders.LIAISONS)


def test_each_duty_is_followed_by_a_listener_of_its_feature() -> None:
    for feature in FEATURES:
        followed = "".join(
            getsource(import_module(one.handle.__module__)) for one in feature.listeners
        )
        assert not feature.todos or "follow_duty(" in followed, feature.name


def test_each_subject_has_a_page_for_staff() -> None:
    assert PATHS.keys() == set(StaffSubjectKind)
    for path in PATHS.values():
        assert re.sub(r"\{\w+\}", "{}", path) in PAGES, path
