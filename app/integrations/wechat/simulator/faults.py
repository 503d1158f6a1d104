"""Faults that tests ask for: which question they meet, how often, and what happens then."""

from dataclasses import dataclass, field
from random import Random

from pydantic import BaseModel, ConfigDict, Field

from app.integrations.wechat.simulator.asked import Asked


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Action(Strict):
    """Faults of one answer; several go together."""

    errcode: int | None = None
    http_status: int | None = Field(default=None, ge=300, le=599)
    """Answers with a page of HTML, as from a gateway."""
    delay_ms: int = Field(default=0, ge=0)
    """Waits before anything is done. A caller who goes away meanwhile has asked for nothing."""
    delay_after_effect_ms: int = Field(default=0, ge=0)
    """Done, and the answer is late or lost."""
    drop: bool = False
    """The connection is cut: nothing is done, nothing answered."""
    drop_after_effect: bool = False
    truncate: int | None = Field(default=None, ge=0)
    """Bytes that are left of the answer."""
    garbage: bool = False
    wrong_content_type: bool = False
    too_long: bool = False
    """More than a megabyte of white space before the answer."""
    slow_drip_ms: int = Field(default=0, ge=0)
    """Waits between one byte of the answer and the next."""


class Fault(Strict):
    match: dict[str, str] = {}
    """`path`, and fields of the query or the body, all equal."""
    skip: int = Field(default=0, ge=0)
    times: int | None = Field(default=1, ge=1)
    """None: for ever."""
    probability: float = Field(default=1.0, ge=0, le=1)
    action: Action

    def meets(self, asked: Asked) -> bool:
        return all(
            (asked.path if name == "path" else asked.value(name)) == value
            for name, value in self.match.items()
        )


@dataclass(slots=True)
class Faults:
    chance: Random
    waiting: list[Fault] = field(default_factory=list)

    def meeting(self, asked: Asked) -> Action:
        """The first fault that is due for this; or none."""
        for fault in self.waiting:
            if fault.times == 0 or not fault.meets(asked):
                continue
            if fault.skip > 0:
                fault.skip -= 1
            elif self.chance.random() < fault.probability:
                if fault.times is not None:
                    fault.times -= 1
                return fault.action
        return Action()
