import type { Schemas } from "@client/linli";
import { h } from "./dom";
import { chip, list } from "./kit";
import type { Screen } from "./main";
import { community, linli } from "./person";
import { label, moment, t } from "./words";

export async function topics(): Promise<Screen> {
  const path = await community();
  const pages = linli().pages("listTopics", { path, query: { limit: 10 } });
  return { title: t("议事", "Topics"), content: [await list(pages, row, t("还没有议题", "No topics yet"))] };
}

function row(one: Schemas["TopicInList"]): Node {
  const { ballot } = one;
  return h(
    "a",
    { href: `#/topic/${one.id}`, class: "card row" },
    h("strong", {}, one.title),
    h("p", {}, chip(label("TopicStatus", one.status)), " ", ballot && chip(label("BallotStatus", ballot.status), "warm")),
    h("p", { class: "hint" }, label("TopicCategory", one.category), t(` · ${one.seconds}人附议`, ` · ${one.seconds} second it`)),
    ballot && ballot.status === "open" && h("p", { class: "hint" }, t(`投票至${moment(ballot.closes_at)}`, `Vote until ${moment(ballot.closes_at)}`)),
  );
}
