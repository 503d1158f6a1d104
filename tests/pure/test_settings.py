"""Settings refuse what is unsafe, name the variable, and never show its value."""

from base64 import b64encode
from os import urandom
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from app.integrations.wechat.settings import DEMO_SECRET
from app.kernel.ops.settings import DEMO_SECRETS, Environment, demo_secret
from app.settings import Settings


def a_key(length: int = 32) -> str:
    return b64encode(urandom(length)).decode()


def production(**changes: Any) -> Settings:
    given: dict[str, Any] = {
        "environment": "production",
        "database_url": "postgresql+asyncpg://linli_app@db/linli",
        "token_keys": {"2026": a_key()},
        "token_key_id": "2026",
        "secret_key": a_key(),
        "sealing_keys": {1: a_key()},
        "index_key": a_key(),
        "hosts": ["linli.example.cn"],
        "wechat_appid": "wx0123456789abcdef",
        "wechat_secret": "the mini-program's own",
    }
    return Settings.model_validate(given | changes)


def demo(name: str) -> str:
    return demo_secret(name).get_secret_value()


def refusal(change: dict[str, Any], environment: str = "production") -> str:
    with pytest.raises(ValidationError) as refused:
        production(**{"environment": environment} | change)
    return str(refused.value)


def test_production_starts_with_what_is_safe() -> None:
    assert production().environment is Environment.PRODUCTION
    assert production(wechat_api_base_url="https://sh.api.weixin.qq.com").requires_second_factor


def test_it_is_production_unless_it_says_otherwise() -> None:
    assert Settings.model_fields["environment"].default is Environment.PRODUCTION


def test_without_anything_it_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"LINLI_{name.upper()}", raising=False)
    with pytest.raises(ValidationError, match="LINLI_"):
        Settings.model_validate({})


@pytest.mark.parametrize(
    "url",
    [
        "http://api.weixin.qq.com",
        "http://127.0.0.1:8787",
        "https://127.0.0.1:8787",
        "https://api.weixin.qq.com:8787",
        "https://api.weixin.qq.com.example.org",
        "https://api.weixin.qq.com@example.org",
        "https://example.org/api.weixin.qq.com",
        "api.weixin.qq.com",
        "",
    ],
)
def test_production_speaks_to_wechat_alone(url: str) -> None:
    assert "LINLI_WECHAT_API_BASE_URL" in refusal({"wechat_api_base_url": url})


@pytest.mark.parametrize("host", ["api", "api2", "sh.api", "sz.api", "hk.api"])
def test_nothing_else_speaks_to_wechat(host: str) -> None:
    with pytest.raises(ValidationError, match="LINLI_WECHAT_API_BASE_URL"):
        Settings.demo(wechat_api_base_url=f"https://{host}.weixin.qq.com")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"wechat_appid": ""}, "LINLI_WECHAT_APPID"),
        ({"wechat_appid": "wxsim00000000dev1"}, "LINLI_WECHAT_APPID"),
        ({"wechat_secret": ""}, "LINLI_WECHAT_SECRET"),
        ({"wechat_secret": DEMO_SECRET}, "LINLI_WECHAT_SECRET"),
        ({"database_url": None}, "LINLI_DATABASE_URL"),
        ({"hosts": []}, "LINLI_HOSTS"),
        ({"requires_second_factor": False}, "LINLI_REQUIRES_SECOND_FACTOR"),
    ],
    ids=str,
)
def test_production_refuses_what_is_for_trying(change: dict[str, Any], named: str) -> None:
    assert named in refusal(change)
    assert production(**change | {"environment": "demo", "wechat_api_base_url": "http://[::1]:1"})


@pytest.mark.parametrize("which", DEMO_SECRETS)
@pytest.mark.parametrize("padding", ["", "\n"])
def test_production_refuses_each_secret_of_the_demo_wherever_it_stands(
    which: str, padding: str
) -> None:
    known = demo(which) + padding
    for change, named in (
        ({"secret_key": known}, "LINLI_SECRET_KEY"),
        ({"index_key": known}, "LINLI_INDEX_KEY"),
        ({"token_keys": {"2026": a_key(), "old": known}}, "LINLI_TOKEN_KEYS"),
        ({"sealing_keys": {1: a_key(), 2: known}}, "LINLI_SEALING_KEYS"),
    ):
        assert f"{named} is the demo's" in refusal(change)


WEAK = {
    "empty": "",
    "short": a_key(31),
    "not base64": "!" * 44,
    "one byte again and again": b64encode(b"x" * 32).decode(),
    "a PEM": "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END",
    "an SSH key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGNhbmFyeQ linli",
}


@pytest.mark.parametrize("environment", ["production", "demo"])
@pytest.mark.parametrize("weak", WEAK.values(), ids=WEAK)
def test_a_weak_key_is_refused_everywhere(weak: str, environment: str) -> None:
    for change, named in (
        ({"secret_key": weak}, "LINLI_SECRET_KEY"),
        ({"index_key": weak}, "LINLI_INDEX_KEY"),
        ({"token_keys": {"2026": weak}}, "LINLI_TOKEN_KEYS"),
        ({"sealing_keys": {1: weak}}, "LINLI_SEALING_KEYS"),
    ):
        message = refusal(change, environment)
        assert named in message
        assert not weak or weak not in message


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"token_keys": {}}, "LINLI_TOKEN_KEY_ID"),
        ({"token_key_id": "2025"}, "LINLI_TOKEN_KEY_ID"),
        ({"sealing_keys": {}}, "LINLI_SEALING_KEYS"),
        ({"sealing_keys": {0: a_key()}}, "LINLI_SEALING_KEYS"),
        ({"sealing_keys": {256: a_key()}}, "LINLI_SEALING_KEYS"),
        ({"sealing_keys": {1: a_key(48)}}, "LINLI_SEALING_KEYS"),
        ({"index_key": a_key(48)}, "LINLI_INDEX_KEY"),
        ({"cors_origins": ("*",)}, "LINLI_CORS_ORIGINS"),
        ({"cors_origins": ("https://a.example", "null")}, "LINLI_CORS_ORIGINS"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_work_is_named(change: dict[str, Any], named: str) -> None:
    assert named in refusal(change)


@pytest.mark.parametrize(
    "change",
    [
        {"time_zone": "Asia/Peking"},
        {"time_zone": "../zone"},
        {"time_zone": ""},
        {"port": 70000},
        {"database_pool": 1},
        {"wechat_total_seconds": 0},
        {"wechat_total_seconds": 60},
        {"log_level": "TRACE"},
        {"trusted_proxies": ("10.0.0.1/8",)},
        {"requests_per_minute": 0},
    ],
    ids=str,
)
def test_values_are_bounded(change: dict[str, Any]) -> None:
    [name] = change
    assert name in refusal(change)


def test_a_refusal_shows_no_secret() -> None:
    """Whatever else is wrong, nor where settings are printed."""
    secret = a_key()
    message = refusal({"secret_key": secret, "wechat_secret": "canary", "wechat_appid": ""})
    shown = repr(production(secret_key=secret, wechat_secret="canary"))
    for canary in (secret, "canary"):
        assert canary not in message + shown


def test_a_file_is_read_only_when_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("LINLI_TIME_ZONE=Asia/Tokyo\n")
    monkeypatch.chdir(tmp_path)
    assert Settings.demo().time_zone == "Asia/Shanghai"


def test_each_purpose_has_a_key_of_its_own() -> None:
    settings = Settings.demo()
    keys = {settings.key_for(purpose) for purpose in ("cursors", "refresh")}
    assert {len(key) for key in keys} == {32}
    assert len(keys) == 2


ONE = a_key()


@pytest.mark.parametrize("environment", ["production", "demo"])
@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"secret_key": ONE, "index_key": ONE}, ("LINLI_SECRET_KEY", "LINLI_INDEX_KEY")),
        (
            {"secret_key": ONE, "token_keys": {"2026": ONE}},
            ("LINLI_SECRET_KEY", "LINLI_TOKEN_KEYS"),
        ),
        ({"sealing_keys": {1: ONE, 2: ONE}}, ("LINLI_SEALING_KEYS[1]", "LINLI_SEALING_KEYS[2]")),
        ({"sealing_keys": {1: ONE}, "index_keys": {2: f"{ONE}\n"}}, ("LINLI_SEALING_KEYS[1]",)),
        ({"token_keys": {"2026": ONE, "old": ONE}}, ("LINLI_TOKEN_KEYS[old]",)),
    ],
    ids=["secret and index", "secret and token", "two sealing", "sealing and index", "two token"],
)
def test_each_secret_has_one_use(
    change: dict[str, Any], names: tuple[str, ...], environment: str
) -> None:
    message = refusal(change, environment)
    assert "the same secret" in message
    assert all(name in message for name in names)
    assert ONE not in message


def test_the_index_key_is_number_one_of_the_index_keys() -> None:
    first, second = a_key(), a_key()
    both = production(index_key=first, index_keys={2: second}).keys().index
    assert both == production(index_key="", index_keys={1: first, 2: second}).keys().index
    assert set(production(index_key="", index_keys={2: second}).keys().index) == {2}
    assert "LINLI_INDEX_KEY" in refusal({"index_key": first, "index_keys": {1: first}})
    assert "LINLI_INDEX_KEYS" in refusal({"index_key": first, "index_keys": {3: second}})
