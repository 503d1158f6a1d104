"""Each state machine, from every state to every state."""

from enum import StrEnum

import pytest

from app.kernel.database.states import Stateful
from app.models import METADATA  # noqa: F401  (so that every machine is known)

MACHINES: dict[type[Stateful], type[StrEnum]] = {
    model: model.__table__.c.status.type.enum_class  # type: ignore[attr-defined]
    for model in Stateful.__subclasses__()
}


MOVES = [
    (model, state, wanted)
    for model, states in MACHINES.items()
    for state in (None, *states)
    for wanted in states
]


@pytest.mark.parametrize(("model", "state", "wanted"), MOVES)
def test_only_what_the_table_says(
    model: type[Stateful], state: StrEnum | None, wanted: StrEnum
) -> None:
    row = model()
    row.__dict__["status"] = state
    if wanted in model.TRANSITIONS.get(state, ()):
        row.status = wanted  # type: ignore[attr-defined]
    else:
        with pytest.raises(model.WRONG_STATE) as refused:
            row.status = wanted  # type: ignore[attr-defined]
        assert refused.value.extensions == {"state": state, "wanted": wanted}


@pytest.mark.parametrize("model", MACHINES, ids=lambda model: model.__name__)
def test_every_state_is_reached(model: type[Stateful]) -> None:
    assert set[StrEnum]().union(*model.TRANSITIONS.values()) == set(MACHINES[model])
    assert model.TRANSITIONS.keys() <= {None, *MACHINES[model]}
