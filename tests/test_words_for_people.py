"""Words for people: one list for all texts, and refusals whose advice fits their title."""

import ast
import re
from pathlib import Path

import pytest

from app.demo.ballots import PLANS
from app.features import METADATA  # noqa: F401  (so that every machine and problem is known)
from app.kernel.database.states import Stateful
from app.kernel.errors import WrongState
from app.kernel.web.problem_pages import known
from app.kernel.web.problems import detail_of
from app.kernel.words import Worded

ROOT = Path(__file__).parents[1]
WRONG = {
    "选民": "表决人名册",
    "幂等": "提交编号",
    "请求编号": "追踪编号 or 提交编号",
    "门户": "房号",
    "结案": "办结",
    "催办": "what is really done",
    "当前状态下": "the state",
    "引用的对象": "what was chosen",
    "有人退出": "that there is a place",
}
"""Words that no text has, with what to say instead."""
ALLOWED = {("app/communities/places/tree.py", "门户"): "a header of sheets that is read still"}
SEASONAL = re.compile("春耕|播种|汛期|天热|高温|露天|花粉|春季|夏天|冬天")
DATE = re.compile(r"月\{|\}月|%m月")
HAN = re.compile("[\u4e00-\u9fff]")


def strings(path: Path) -> list[str]:
    return [
        node.value
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value)
    ]


def test_one_list_of_words() -> None:
    found = set()
    for path in sorted((ROOT / "app").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        for text in strings(path):
            found |= {(file, word) for word in WRONG if word in text}
    for name in ("resident", "admin"):
        document = (ROOT / "openapi" / f"{name}.json").read_text()
        found |= {(name, word) for word in WRONG if word in document}
    assert found == ALLOWED.keys()


PRINTED = {
    "app/service_records/certificates/content.py",
    "app/kernel/recurrence_words.py",
}
"""Days of documents and of recurrence rules, always with the year."""


def test_dates_are_written_in_one_place() -> None:
    """The year is named there whenever it is not the present one; the last day of a recurrence has
    it always."""
    files = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "app").rglob("*.py")
        if DATE.search(path.read_text())
    }
    assert files - PRINTED == {"app/notifications/rendering.py"}


def test_the_demo_fits_any_season() -> None:
    assert not [
        (path.name, text)
        for path in sorted((ROOT / "app" / "demo").glob("*.py"))
        for text in strings(path)
        if SEASONAL.search(text)
    ]


def test_a_ballot_of_the_demo_that_asks_whether_is_answered_by_yes_or_no() -> None:
    assert [plan.title.startswith("是否") for plan in PLANS] == [not plan.colours for plan in PLANS]


def machines(base: type[Stateful] = Stateful) -> list[type[Stateful]]:
    direct = [one for one in base.__subclasses__() if one.__module__.startswith("app.")]
    return [found for one in direct for found in (one, *machines(one))]


def test_each_state_has_a_word(subtests: pytest.Subtests) -> None:
    assert len(machines()) >= 17
    for machine in machines():
        with subtests.test(machine.__name__):
            states = {state for sources, to in machine.MOVES.values() for state in (*sources, to)}
            assert all(isinstance(state, Worded) for state in states - {None})


def test_a_refused_move_names_the_state(subtests: pytest.Subtests) -> None:
    for machine in machines():
        with subtests.test(machine.__name__):
            words = machine.IN_WORDS
            assert words.zh in machine.WRONG_STATE.title.zh
            for state in {target for _, target in machine.MOVES.values()}:
                assert f"“{state.words.zh}”" in words.detail(state).zh
                assert f"“{state.words.en}”" in words.detail(state).en


def test_advice_fits_its_title(subtests: pytest.Subtests) -> None:
    """No advice is general: it was “请先登录。请登录后重试。”, and staff were told to ask staff."""
    for error in known():
        if issubclass(error, WrongState):
            continue
        with subtests.test(error.code):
            title, detail = error.title.zh, detail_of(error).zh
            assert error.detail is not None or detail == f"{title}。"
            assert "如需办理，请联系社区工作人员" not in detail
            assert detail.count("请登录") + detail.count("请先登录") <= 1
            if error.status == 403 and "second_person" in error.code:
                assert "社区工作人员" not in detail
