import { isProblem } from "@client/linli";
import type { Answer, Schemas } from "@client/linli";
import { h } from "./dom";
import { card, chip, field, form, link, tell } from "./kit";
import type { Screen } from "./main";
import { currentAlias, linli, settleIn } from "./person";
import { label, moment, range, t } from "./words";

type Home = Answer<"getHome">;

export async function home(): Promise<Screen> {
  const shown = await linli().call("getHome");
  if (!shown.community) return { title: t("加入社区", "Join a community"), content: await join() };
  settleIn(shown.community.id);
  return {
    title: shown.community.name,
    content: [
      greeting(shown),
      ...waiting(shown.waiting),
      ...next(shown),
      upcoming(shown),
      ...topics(shown.topics),
      ...tickets(shown.tickets),
    ],
  };
}

function greeting({ me, residence, unread_messages }: Home): HTMLElement {
  const unread = t(`${unread_messages}条未读消息`, `${unread_messages} unread`);
  const state = residence
    ? `${residence.place_path}${t("：", ": ")}${label("ResidenceClaimStatus", residence.status)}`
    : t("还没有申请居住核验", "Home not claimed yet");
  return h(
    "p",
    { class: "greeting" },
    `${me ? me.display_name : ""} · ${state}`,
    h("br"),
    link("inbox", unread),
  );
}

const PAGES: Record<string, string> = { ticket: "ticket", topic: "topic", activity: "activity" };

function waiting(items: Schemas["HomeWaiting"][]): HTMLElement[] {
  if (!items.length) return [];
  return [
    card(
      t("待您处理", "Waiting for you"),
      h(
        "ul",
        { class: "list" },
        items.map(({ kind, title, subject, due_at }) => {
          const page = PAGES[subject.kind];
          const words = [chip(label("WaitingKind", kind), "warm"), " ", title];
          return h(
            "li",
            {},
            page ? link(`${page}/${subject.id}`, ...words) : link("activities", ...words),
            due_at && h("p", { class: "hint" }, t(`${moment(due_at)}前`, `until ${moment(due_at)}`)),
          );
        }),
      ),
    ),
  ];
}

function next({ next_signups, next_duty }: Home): HTMLElement[] {
  const rows = next_signups.map((one) =>
    h(
      "li",
      {},
      link(`activity/${one.activity_id}`, one.title),
      " ",
      chip(label("SignupStatus", one.status)),
      h("p", { class: "hint" }, `${range(one.starts_at, one.ends_at)} · ${one.address}`),
    ),
  );
  if (next_duty)
    rows.push(h("li", {}, next_duty.title, h("p", { class: "hint" }, range(next_duty.starts_at, next_duty.ends_at))));
  return rows.length ? [card(t("我要参加的", "My next shifts"), h("ul", { class: "list" }, rows))] : [];
}

function upcoming({ activities }: Home): HTMLElement {
  const rows = activities.items.slice(0, 4).map((one) =>
    h(
      "li",
      {},
      link(`activity/${one.id}`, one.title),
      h("p", { class: "hint" }, `${moment(one.next_starts_at || one.starts_at)} · ${one.address}`),
    ),
  );
  return card(
    t("近期活动", "Coming up"),
    rows.length ? h("ul", { class: "list" }, rows) : h("p", { class: "empty" }, t("暂无活动", "Nothing yet")),
    link("activities", t("全部活动", "All activities")),
  );
}

function topics(items: Schemas["HomeTopic"][]): HTMLElement[] {
  const rows = items.map((one) =>
    h("li", {}, link(`topic/${one.id}`, one.title), " ", chip(label("TopicStatus", one.status))),
  );
  return rows.length ? [card(t("正在讨论", "Under discussion"), h("ul", { class: "list" }, rows))] : [];
}

function tickets(items: Schemas["HomeTicket"][]): HTMLElement[] {
  const rows = items.map((one) =>
    h("li", {}, link(`ticket/${one.id}`, `${one.category_name} ${one.number}`), " ", chip(label("TicketStatus", one.status))),
  );
  return rows.length ? [card(t("我的诉求", "My tickets"), h("ul", { class: "list" }, rows))] : [];
}

async function join(): Promise<Node[]> {
  const { items } = await linli().call("listCommunities");
  const choice = h(
    "select",
    { name: "community" },
    items.map((one) => h("option", { value: one.id }, one.name)),
  );
  const name = h("input", { name: "name", required: true, maxlength: 20, autocomplete: "nickname" });
  const send = async ({ community, name: display_name }: Record<string, string>) => {
    const path = { community_id: community };
    try {
      await linli().call("joinCommunity", { path, body: { display_name } });
    } catch (error) {
      if (!isProblem(error, "communities.already_joined")) throw error;
    }
    settleIn(community);
    tell(t(`${display_name}，欢迎`, `Welcome, ${display_name}`));
  };
  return [
    h("p", {}, t("请选择社区，并填写邻居们看到的称呼。", "Choose a community, and a name that neighbours see.")),
    form(
      `join ${currentAlias()}`,
      [field(t("社区", "Community"), choice), field(t("称呼", "Name"), name)],
      t("加入", "Join"),
      send,
      t("已加入", "You have joined"),
    ),
  ];
}
