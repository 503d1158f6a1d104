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
    )
