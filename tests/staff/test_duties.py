"""Every duty has its to-do, its message, its repetition and a page, and a listener follows it."""

import re
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


@each_todo
def test_each_duty_is_somebodys(todo: Todo) -> None:
    assert (todo.permission is None) == (todo.holders is Holders.LIAISONS)


def test_each_duty_is_followed_by_a_listener_of_its_feature() -> None:
    for feature in FEATURES:
        followed = "".join(getsource(one.handle) for one in feature.listeners)
        assert not feature.todos or "follow_duty(" in followed, feature.name


def test_each_subject_has_a_page_for_staff() -> None:
    assert PATHS.keys() == set(StaffSubjectKind)
    for path in PATHS.values():
        assert re.sub(r"\{\w+\}", "{}", path) in PAGES, path
