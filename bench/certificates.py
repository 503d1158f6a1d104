"""How long a certificate takes to draw, and how large it is: `python -m bench.certificates`."""

from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter
from uuid import UUID

from app.kernel import clock
from app.kernel.files.pdf import render
from app.service_records.certificates.content import (
    Holder,
    Service,
    Signing,
    content_of,
    digest_of,
    volunteer_number,
)
from app.service_records.certificates.printed import TITLE, parts_of

NUMBER = "12-2026-000345-7KQX3MPA"
LINK = f"https://linli.example.cn/v1/certificates/{NUMBER}/page"
ACTIVITIES = (
    "清扫楼道和公共区域",
    "河道巡护",
    "陪伴独居老人就医",
    "课后看护与作业辅导",
    "垃圾分类宣传",
)
MOST_MS, MOST_BYTES = 300, 200_000
ROUNDS = 9


def draw(services: int) -> bytes:
    """Draws a certificate that lists so many services."""
    listed = [
        Service(
            ACTIVITIES[n % len(ACTIVITIES)],
            date(2026, 1, 3) + timedelta(days=n),
            "幸福里社区3号楼前广场",
            90 + n % 7 * 10,
        )
        for n in range(services)
    ]
    holder = Holder("王𬭎·阿卜杜拉", volunteer_number(12, UUID(int=77)), None)
    signing = Signing("幸福里社区居民委员会", "陈芳", "李敏", "010-0000 0012", None)
    content = content_of(NUMBER, holder, listed, signing, date(2026, 11, 28))
    parts = parts_of(content, digest_of(content), LINK, "")
    made_at = datetime(2026, 11, 28, tzinfo=UTC)
    return render(TITLE.zh, parts, made_at=made_at, foot=f"编号 {NUMBER}")


def main() -> None:
    clock.use_zone("Asia/Shanghai")
    for services in (8, 60, 120, 200):
        times, document = [], b""
        for _ in range(ROUNDS):
            started = perf_counter()
            document = draw(services)
            times.append((perf_counter() - started) * 1000)
        is_good = median(times) <= MOST_MS and len(document) <= MOST_BYTES
        print(
            f"{services} services: {median(times):.0f} ms (slowest {max(times):.0f}),"
            f" {len(document)} bytes: {'good' if is_good else 'too much'}"
        )


if __name__ == "__main__":
    main()
