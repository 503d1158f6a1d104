import type { Schemas } from "@client/linli";
import { minutesText } from "@client/dates";
import { h } from "./dom";
import { act, card, link, refresh } from "./kit";
import type { Screen } from "./main";
import { GUESTS, become, currentAlias, linli, nameOf, stranger } from "./person";
import { both, currentLanguage, label, t } from "./words";

export async function me(): Promise<Screen> {
  const [shown, record, consents] = await Promise.all([
    linli().call("getMe"),
    linli().call("getMyServiceRecord"),
    linli().call("listMyConsents"),
  ]);
  return {
    title: t("我的", "Me"),
    content: [counts(shown.counts), service(record), card(t("个人信息授权", "Consents"), consents.items.map(consent)), who()],
  };
}

function counts(one: Schemas["MyCounts"]): HTMLElement {
  const rows: [string, number, string][] = [
    [t("未读消息", "Unread"), one.unread_messages, "inbox"],
    [t("待参加", "Shifts"), one.upcoming_signups, "activities"],
    [t("待投票", "To vote"), one.ballots_to_vote, "topics"],
    [t("在办诉求", "Tickets"), one.open_tickets, "tickets"],
  ];
  return h(
    "ul",
    { class: "counts" },
    rows.map(([name, count, to]) => h("li", {}, h("a", { href: `#/${to}` }, h("strong", {}, count), h("span", {}, name)))),
  );
}

function service(record: Schemas["ServiceRecordOut"]): HTMLElement {
  const total = minutesText(record.minutes, currentLanguage());
  return card(
    t("志愿服务记录", "Service record"),
    h("p", {}, t(`${record.services}次，共${total}`, `${record.services} ${record.services === 1 ? "service" : "services"}, ${total}`)),
    h("p", { class: "hint" }, t("服务时长经审核、公示后计入。", "Hours count once they have been reviewed and shown.")),
  );
}

function consent(one: Schemas["ConsentOut"]): HTMLElement {
  const decide = (is_granted: boolean) => () =>
    linli().call("decideConsent", {
      path: { purpose: one.purpose as "profile" },
      body: { is_granted, text_version: one.text_version },
    });
  return h(
    "details",
    {},
    h("summary", {}, `${label("Purpose", one.purpose)}${t("：", ": ")}${one.is_granted ? t("已同意", "agreed") : t("未同意", "not agreed")}`),
    h("p", { class: "hint" }, both(one.text)),
    one.is_granted
      ? act(t("撤回同意", "Withdraw"), decide(false), { kind: "quiet", done: t("已撤回", "Withdrawn") })
      : act(t("同意", "Agree"), decide(true), { kind: "quiet", done: t("已同意", "Agreed") }),
  );
}

function who(): HTMLElement {
  const choose = (alias: string) => async () => {
    become(alias);
    await refresh();
    location.hash = "#/home";
  };
  return card(
    t(`现在是：${nameOf(currentAlias())}`, `You are: ${nameOf(currentAlias())}`),
    h("p", { class: "hint" }, t("每个浏览器标签页是一部手机，可以在另一页里换成别人。", "Each tab is a phone of its own: be somebody else in another one.")),
    h("ul", { class: "list" }, GUESTS.map((one) => h("li", {}, act(one.name(), choose(one.alias), { kind: "quiet" }), h("p", { class: "hint" }, one.about())))),
    act(t("换成一个新来的人", "Be somebody new"), async () => choose(stranger())(), { kind: "quiet" }),
    link("inbox", t("消息", "Inbox")),
  );
}
