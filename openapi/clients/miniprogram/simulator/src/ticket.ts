import type { Answer } from "@client/linli";
import { h } from "./dom";
import { act, card, chip, field, form, radios } from "./kit";
import type { Screen } from "./main";
import { community, linli } from "./person";
import { both, label, moment, t } from "./words";

type Shown = Answer<"getTicket">;
type Path = { community_id: string; ticket_id: string };

export async function ticket(id: string): Promise<Screen> {
  const path = { ...(await community()), ticket_id: id };
  const shown = await linli().call("getTicket", { path });
  return {
    title: shown.category_name,
    content: [
      h("p", {}, chip(label("TicketStatus", shown.status), "good"), ` ${shown.number}`),
      h("p", {}, shown.text),
      h("p", { class: "hint" }, label("Visibility", shown.visibility), shown.stopped_at ? "" : t(` · ${moment(shown.resolution_due_at)}前办结`, ` · due ${moment(shown.resolution_due_at)}`)),
      ...acts(path, shown),
      history(shown),
    ],
  };
}

function acts(path: Path, shown: Shown): HTMLElement[] {
  const may = (name: string) => shown.actions.includes(name);
  const found: (HTMLElement | false)[] = [
    shown.is_mine && shown.status === "submitted" && desk(path.ticket_id),
    may("rating") || may("rate") ? rate(path) : false,
    may("supplement") && supplement(path),
    !shown.is_mine &&
      (shown.is_following
        ? act(t("取消关注", "Unfollow"), () => linli().call("unfollowTicket", { path }), { kind: "quiet" })
        : act(t("我也遇到，关注", "Me too: follow"), () => linli().call("followTicket", { path }), { done: t("有进展会通知您", "You will be told") })),
    may("withdraw") && act(t("撤回", "Withdraw"), () => linli().call("withdrawTicket", { path }), { kind: "quiet", done: t("已撤回", "Withdrawn") }),
  ];
  return found.filter((one): one is HTMLElement => one !== false);
}

/** The part of the desk, which this page cannot play: the demo answers at once. */
function desk(id: string): HTMLElement {
  const answer = async () => {
    const reply = await fetch(`/demo/desk/tickets/${id}/answer`, { method: "POST" });
    if (!reply.ok) throw new Error(`${reply.status}`);
  };
  return h(
    "div",
    { class: "leader" },
    h("p", { class: "hint" }, t("演示：扮演社区工作人员，受理并答复这件诉求。", "Demo: play the community worker, who accepts and answers it.")),
    act(t("由社区办结", "Let the desk answer"), answer, { kind: "quiet", done: t("社区已答复，请评价", "Answered: please rate it") }),
  );
}

function supplement(path: Path): HTMLElement {
  const text = h("textarea", { name: "text", required: true, rows: 2, maxlength: 2000 });
  return form(
    `supplement ${path.ticket_id}`,
    [field(t("补充说明", "Add something"), text)],
    t("补充", "Add"),
    (values, submission) => submission.call("supplementTicket", { path, body: { text: values.text } }),
    t("已补充", "Added"),
  );
}

function rate(path: Path): HTMLElement {
  const solved = ["yes", "partly", "no"].map((value) => ({ value, label: label("Solved", value) }));
  const stars = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));
  const comment = h("input", { name: "comment", maxlength: 500 });
  return card(
    t("评价", "Rate it"),
    form(
      `rating ${path.ticket_id}`,
      [
        radios(t("解决了吗", "Was it solved?"), "solved", solved),
        radios(t("满意程度（5为最满意）", "Satisfied (5 is most)"), "satisfied", stars, undefined, "inline"),
        field(t("想说的话（可不填）", "Comment (optional)"), comment),
      ],
      t("提交评价", "Send"),
      (values, submission) =>
        submission.call("rateTicket", {
          path,
          body: { solved: values.solved as "yes", satisfied: Number(values.satisfied), comment: values.comment },
        }),
      t("谢谢评价", "Thank you"),
    ),
  );
}

function history({ history: entries, submitted_at }: Shown): HTMLElement {
  return card(
    t("办理经过", "So far"),
    h(
      "ol",
      { class: "history" },
      h("li", {}, `${moment(submitted_at)} ${t("提交", "sent")}`),
      entries.map(({ at, words, text }) => h("li", {}, `${moment(at)} ${both(words)}`, text && h("p", { class: "hint" }, text))),
    ),
  );
}
