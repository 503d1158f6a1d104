"""Every promise in a text has its proof: `promises.txt` names for each sentence that promises
something the tests that show it. A new promise without one fails here."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from app.consultations.ballots import wording
from app.features import MESSAGES, METADATA
from app.identity.consents import wordings

ROOT = Path(__file__).parents[1]
PROMISES = Path(__file__).with_name("promises.txt")
PROMISE = re.compile(
    "将(?!至)|会(?=收到|告知|留|保留)|通知您|告知您|另行|可以|可一键|可改报|自动|最迟|不再|随时|立即"
    "|失效|随之|保存|保留|删除|只(?!面向)|仅|不向|看不到|都能看到|不影响|不受影响|不计|按顺序递补|按顺序征询|后公布|后公开"
    "|才计票|一并|重新审核|由工作人员审核|有效期|逾期|让出|释放|为您保留|恢复办理|继续办理|标为|加密|留有|可以查到"
    "|一户一票|不显示|全部记录|仍可|撤销|不能再投|由同户|显示为|记录下来|能看到|核验号码"
)
"""Words by which a sentence promises what will be done, or will not."""
SENTENCE = re.compile(r"(?<=[。；])|\n")
SENDERS = {"httpx", "aiohttp", "requests", "smtplib", "urllib.request", "http.client"}
"""Modules by which something would be sent to others."""
UNSTORED = re.compile(
    r"birth|id_card|id_number|identity_number|ethnic|native_place|joined_party|party_since|photo"
)
"""Names that a column would have which holds what the consents promise not to store."""


def texts() -> Iterator[tuple[str, str]]:
    """Kind and Chinese text of messages to residents and staff, consents and ballots."""
    for kind, message in MESSAGES.items():
        yield kind, message.template.body.zh
    for name, notice in vars(wordings).items():
        if isinstance(notice, wordings.Notice):
            for field in fields(notice):
                yield f"consent {name.lower()} {field.name}", getattr(notice, field.name).zh
    yield "consent rights", wordings.RIGHTS.zh
    yield "ballot", wording.RECORDED.zh
    yield "ballot of households", wording.HOUSEHOLD.zh
    for effect in wording.EffectWords:
        yield f"ballot {effect}", effect.words.zh


def promises() -> Mapping[str, str]:
    """Each sentence that promises something, with a text in which it stands."""
    return {
        sentence.strip(): name
        for name, text in texts()
        for sentence in SENTENCE.split(text)
        if PROMISE.search(sentence)
    }


def proofs() -> Mapping[str, list[str]]:
    """The tests that show each promise, as the list has them."""
    listed: dict[str, list[str]] = {}
    for line in PROMISES.read_text().splitlines():
        if line.startswith("    "):
            listed[next(reversed(listed))].append(line.strip())
        elif line:
            assert line not in listed, f"twice: {line}"
            listed[line] = []
    return listed


def functions_of(path: Path) -> Iterator[str]:
    """The tests that a file defines itself, as `Class::test` or `test`."""
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{node.name}::{inner.name}"
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def test_every_promise_is_listed_with_its_proof() -> None:
    missing = {one: where for one, where in promises().items() if not proofs().get(one)}
    assert not missing, "a promise without a test that shows it: write one, or promise less"


def test_nothing_is_listed_that_no_text_promises() -> None:
    assert proofs().keys() - promises().keys() == set()


def test_each_proof_is_a_test() -> None:
    known: dict[str, set[str]] = {}
    unknown = []
    for proof in sorted({one for several in proofs().values() for one in several}):
        file, _, name = proof.partition("::")
        path = ROOT / "tests" / file
        known.setdefault(file, set(functions_of(path)) if path.is_file() else set())
        if name not in known[file] or not name.rpartition("::")[2].startswith("test_"):
            unknown.append(proof)
    assert unknown == []


def test_an_unproven_promise_is_found() -> None:
    for sentence in ("您的照片将在七天后删除。", "名额为您保留。", "撤回后立即失效。"):
        assert PROMISE.search(sentence)
    for sentence in ("原因：{reason}", "您报名的“{title}”已取消。", "请到社区服务站咨询。"):
        assert not PROMISE.search(sentence)


def test_nothing_is_given_to_others() -> None:
    """The consents promise it: what sends anything anywhere is the connection to WeChat, and the
    commands that speak with the service itself."""
    found = set()
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            if SENDERS & {*names, *(name.partition(".")[0] for name in names)}:
                found.add(path.relative_to(ROOT / "app").parts[0])
    assert found <= {"integrations", "demo", "cli"}


def test_what_is_promised_not_to_be_stored_has_no_column() -> None:
    columns = [
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.columns
        if UNSTORED.search(column.name)
    ]
    assert columns == []
