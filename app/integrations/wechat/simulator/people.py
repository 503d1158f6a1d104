"""The simulator's people, and the codes that they hand to the mini-program."""

from base64 import urlsafe_b64encode
from collections import deque
from dataclasses import dataclass, field
from hashlib import sha256
from re import compile as pattern

from app.integrations.wechat.simulator.asked import No, Silence

CODE_LIFETIME_SECONDS = 300
"""Seconds that a code is good."""
LOGINS_A_MINUTE = 100
HIGH_RISK = "high_risk"
MOCK_CODE = "the code is a mock one"
"""Code of the developer tools without an appid of one's own."""
MAGIC = pattern(r"(sim|simphone):([\w-]{1,32})(#\w{1,64})?(?:!(-?\d{1,6}|timeout))?")


def openid_of(appid: str, alias: str) -> str:
    """The same for the same, on every machine."""
    return "o" + _letters(f"{appid}|{alias}", 27)


def unionid_of(alias: str) -> str:
    return "oU" + _letters(f"union|{alias}", 26)


def phone_of(alias: str) -> str:
    """Returns a number without its country code. No operator assigns numbers that begin with 10."""
    digest = int.from_bytes(sha256(f"phone|{alias}".encode()).digest())
    return f"10{digest % 10**9:09d}"


def _letters(text: str, many: int) -> str:
    return urlsafe_b64encode(sha256(text.encode()).digest()).decode()[:many]


@dataclass(slots=True)
class Person:
    alias: str
    openid: str
    phone: str
    """E.164."""
    flags: set[str] = field(default_factory=set)
    session_key: str = ""
    logins: deque[float] = field(default_factory=lambda: deque(maxlen=LOGINS_A_MINUTE))


@dataclass(slots=True)
class Code:
    alias: str
    issued_at: float
    appid: str
    is_used: bool = False


@dataclass(slots=True)
class People:
    appid: str
    accepts_mock_code: bool = False
    """True where the developer tools' code logs in as `dev`."""
    known: dict[str, Person] = field(default_factory=dict)
    codes: dict[tuple[str, str], Code] = field(default_factory=dict)
    """Codes by their use (`sim`: login, `simphone`: phone number) and their text."""
    spent: set[str] = field(default_factory=set)
    """Magic codes with a number, which are good once."""

    def person(self, alias: str) -> Person:
        """Made when first named."""
        if alias not in self.known:
            openid = openid_of(self.appid, alias)
            self.known[alias] = Person(alias, openid, f"+86{phone_of(alias)}")
        return self.known[alias]

    def give(self, use: str, code: str, alias: str, now: float, appid: str | None = None) -> None:
        self.person(alias)
        self.codes[use, code] = Code(alias, now, appid or self.appid)

    def take(self, use: str, code: str, now: float, when_used: int) -> Person:
        """Uses up the code and returns its person. Raises No or Silence."""
        if use == "sim" and code == MOCK_CODE and self.accepts_mock_code:
            return self.person("dev")
        if (magic := MAGIC.fullmatch(code)) and magic[1] == use:
            return self._magic(code, magic[2], magic[3], magic[4], when_used)
        given = self.codes.get((use, code))
        if given is None:
            raise No(40029)
        if given.appid != self.appid:
            raise No(40013)
        if given.is_used:
            raise No(when_used)
        given.is_used = True
        if now - given.issued_at >= CODE_LIFETIME_SECONDS:
            raise No(40029)
        return self.person(given.alias)

    def _magic(
        self, code: str, alias: str, number: str | None, fault: str | None, when_used: int
    ) -> Person:
        if fault == "timeout":
            raise Silence
        if fault is not None:
            raise No(int(fault))
        if number is not None:
            if code in self.spent:
                raise No(when_used)
            self.spent.add(code)
        return self.person(alias)

    def log_in(self, person: Person, now: float) -> None:
        """Raises No when WeChat would not have it."""
        if HIGH_RISK in person.flags:
            raise No(40226)
        is_full = len(person.logins) == LOGINS_A_MINUTE
        if is_full and now - person.logins[0] < 60:
            raise No(45011)
        person.logins.append(now)
