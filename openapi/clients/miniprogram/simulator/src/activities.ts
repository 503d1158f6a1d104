import type { Schemas } from "@client/linli";
import { h } from "./dom";
import { list } from "./kit";
import type { Screen } from "./main";
import { community, linli } from "./person";
import { label, moment, t } from "./words";

export async function activities(): Promise<Screen> {
  const path = await community();
  const pages = linli().pages("listActivities", { path, query: { limit: 10 } });
  const led = await linli().call("listLedOccasions", { path, query: { limit: 1 } });
  return {
    title: t("活动", "Activities"),
    content: [
      led.items.length
        ? h("a", { href: "#/led", class: "banner" }, t("我负责的活动：出示签到码", "Activities that I lead: show the code"))
        : "",
      await list(pages, row, t("近期没有活动", "No activities yet")),
    ].filter((one): one is HTMLElement => one !== ""),
  };
}

function row(one: Schemas["ActivityInList"]): Node {
  const left = one.remaining > 0 ? t(`余${one.remaining}个名额`, `${one.remaining} places left`) : t("已满，可候补", "Full: you may wait in line");
  return h(
    "a",
    { href: `#/activity/${one.id}`, class: "card row" },
    h("strong", {}, one.title),
    h("p", {}, one.summary),
    h("p", { class: "hint" }, `${moment(one.next_starts_at || one.starts_at)} · ${one.address}`),
    h("p", { class: "hint" }, `${label("Category", one.category)} · ${left}`),
  );
}
