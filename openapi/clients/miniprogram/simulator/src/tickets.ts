import type { Schemas } from "@client/linli";
import { h } from "./dom";
import { card, chip, field, form, list, radios } from "./kit";
import type { Screen } from "./main";
import { community, linli } from "./person";
import { day, label, t } from "./words";

type Path = { community_id: string };

export async function tickets(): Promise<Screen> {
  const path = await community();
  const [categories, mine, others] = await Promise.all([
    linli().call("listServiceCategories", { path, query: { limit: 50 } }),
    list(linli().pages("listTickets", { path, query: { mine: true, limit: 5 } }), row, t("您还没有诉求", "You have none yet")),
    list(linli().pages("listTickets", { path, query: { public: true, limit: 5 } }), row, t("没有公开的诉求", "None yet")),
  ]);
  return {
    title: t("诉求", "Tickets"),
    content: [
      submit(path, categories.items),
      card(t("我的诉求", "Mine"), mine),
      card(t("邻居公开的诉求", "Public ones of neighbours"), others),
    ],
  };
}

const row = (one: Schemas["TicketOut"]): Node =>
  h(
    "a",
    { href: `#/ticket/${one.id}`, class: "row" },
    h("span", {}, one.text),
    h("p", { class: "hint" }, chip(label("TicketStatus", one.status)), ` ${one.category_name} · ${day(one.submitted_at)}`),
  );

function submit(path: Path, categories: Schemas["ServiceCategoryOut"][]): HTMLElement {
  const warning = h("p", { class: "emergency", role: "alert" });
  const warn = () => {
    const chosen = categories.find((one) => one.id === category.value);
    warning.textContent = (chosen && chosen.emergency_text) || "";
  };
  const category = h("select", { name: "category", change: warn }, categories.map((one) => h("option", { value: one.id }, one.name)));
  const text = h("textarea", { name: "text", required: true, rows: 3, maxlength: 2000 });
  const visibility = ["public", "private"].map((value) => ({ value, label: label("Visibility", value) }));
  const box = form(
    "ticket",
    [
      field(t("类别", "Category"), category),
      warning,
      field(t("情况", "What is it?"), text, t("地点、时间、情况，写得越清楚办得越快。", "Where, when and what: the clearer, the sooner.")),
      radios(t("谁能看到", "Who may see it"), "visibility", visibility, "public"),
    ],
    t("提交", "Send"),
    ({ category: category_id, text: words, visibility: seen }, submission) =>
      submission.call("submitTicket", { path, body: { category_id, text: words, visibility: seen as "public" } }),
    t("已提交，进展会通知您", "Sent; you will be told how it goes"),
  );
  warn();
  return card(t("提一件诉求", "Send a ticket"), box);
}
