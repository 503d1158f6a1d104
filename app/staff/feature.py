"""The feature staff: an administrator's own view, over the duties that all features declare."""

from collections.abc import Sequence

from app.kernel.feature import Feature
from app.staff import admin_router, communities_todo, models, two_persons_todo
from app.staff.personal_data import PERSONAL_DATA
from app.staff.sweeps import sweeps_for
from app.staff.todo import Todo

TODOS = (*communities_todo.TODOS, *two_persons_todo.TODOS)


def staff(others: Sequence[Todo]) -> Feature:
    """Makes the feature over what the other features declare."""
    return Feature(
        name="staff",
        tags={"staff": "My work (我的工作台): an administrator's duties, and messages."},
        admin=(admin_router.router,),
        admin_in_community=(admin_router.here_router,),
        listeners=(*communities_todo.LISTENERS, *two_persons_todo.LISTENERS),
        sweeps=sweeps_for((*TODOS, *others)),
        todos=TODOS,
        models=(models,),
        personal_data=PERSONAL_DATA,
        examples={
            "StaffMessageOut.kind": "feedback.ticket_new",
            "StaffMessageOut.title": "待受理的诉求",
            "StaffMessageOut.body": "云桥社区有一件新的诉求1-2026-000012-7KQ2M9XD等待受理。",
            "TodoItem.kind": "feedback.ticket_new",
            "TodoKind.kind": "feedback.ticket_new",
            "TodoKind.title": "待受理的诉求",
            "MyGrant.role_name": "社区工作者",
            "scope_name": "云桥社区",
        },
    )
