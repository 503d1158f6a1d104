"""Findings of a run of schemathesis, and the requests that it has sent."""

from collections import Counter, defaultdict
from typing import Any

from schemathesis.engine import events

from tests.generated.test_edges import CALLING_OUT

MAX_SHOWN = 900
"""Characters of a finding that are printed."""


class Findings:
    """Failures by operation and kind, with the first request of each."""

    def __init__(self) -> None:
        self.failures = Counter[str]()
        self.statuses: defaultdict[str, Counter[int]] = defaultdict(Counter)
        """Statuses of each operation's answers."""
        self._first: dict[str, str] = {}

    def add(self, event: Any) -> None:
        if isinstance(event, events.FatalError):
            self._fail("the run itself", str(event.exception))
        elif isinstance(event, events.NonFatalError):
            self._fail(f"{event.label}: cannot be asked", str(event.value))
        elif isinstance(event, events.ScenarioFinished):
            self._add_scenario(event.recorder)

    def _add_scenario(self, recorder: Any) -> None:
        for id_, interaction in recorder.interactions.items():
            if interaction.response is not None:
                label = recorder.cases[id_].value.operation.label
                self.statuses[label][interaction.response.status_code] += 1
        for id_, checks in recorder.checks.items():
            label = recorder.cases[id_].value.operation.label
            interaction = recorder.interactions.get(id_)
            for found in (check.failure_info for check in checks):
                if found is not None and not is_wechat(label, interaction):
                    text = f"{found.failure.message}\n{found.code_sample}"
                    self._fail(f"{label}: {found.failure.title}", text)

    def _fail(self, key: str, text: str) -> None:
        self.failures[key] += 1
        self._first.setdefault(key, text)

    def show(self) -> None:
        for key, times in sorted(self.failures.items()):
            text = self._first[key][:MAX_SHOWN].replace("\n", "\n    ")
            print(f"- {times} x {key}\n    {text}")
        total = sum(self.statuses.values(), Counter[int]())
        done = sum(any(status < 300 for status in one) for one in self.statuses.values())
        by_status = ", ".join(f"{status}: {times}" for status, times in sorted(total.items()))
        print(
            f"{total.total()} requests to {len(self.statuses)} operations, {done} of them done;"
            f" {by_status}",
            flush=True,
        )


def is_wechat(label: str, interaction: Any) -> bool:
    """Returns whether an operation says that WeChat gives no answer, as nobody is there."""
    response = None if interaction is None else interaction.response
    return label in CALLING_OUT and response is not None and response.status_code == 503
