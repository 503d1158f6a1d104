import type { Schemas } from "@client/linli";
import { h } from "./dom";
import { act, list } from "./kit";
import type { Screen } from "./main";
import { linli } from "./person";
import { moment, t } from "./words";

export async function inbox(): Promise<Screen> {
  const pages = linli().pages("listInbox", { query: { limit: 10 } });
  return { title: t("消息", "Inbox"), content: [await list(pages, message, t("没有消息", "No messages"))] };
}

function message(one: Schemas["InboxMessageOut"]): Node {
  const of = { path: { community_id: one.community_id, message_id: one.id } };
  return h(
    "article",
    { class: one.read_at ? "card" : "card unread" },
    h("strong", {}, one.title),
    h("p", {}, one.body),
    h("p", { class: "hint" }, moment(one.created_at)),
    !one.read_at && act(t("知道了", "Read"), () => linli().call("markMessageRead", of), { kind: "quiet" }),
  );
}
