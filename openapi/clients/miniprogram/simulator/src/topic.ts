import type { Answer } from "@client/linli";
import { ballot } from "./ballot";
import { h } from "./dom";
import { act, card, chip, field, form, list, radios } from "./kit";
import type { Screen } from "./main";
import { community, linli } from "./person";
import { label, moment, t } from "./words";

type Shown = Answer<"getTopic">;
type Path = { community_id: string; topic_id: string };

export async function topic(id: string): Promise<Screen> {
  const path = { ...(await community()), topic_id: id };
  const shown = await linli().call("getTopic", { path });
  return {
    title: shown.title,
    content: [
      h("p", {}, chip(label("TopicStatus", shown.status)), " ", label("TopicCategory", shown.category)),
      h("p", {}, shown.text),
      ...ballot(path, shown),
      seconds(path, shown),
      await opinions(path, shown),
      history(shown),
    ],
  };
}

function seconds(path: Path, shown: Shown): HTMLElement {
  const may = (name: string) => shown.actions.includes(name);
  return h(
    "div",
    { class: "acts" },
    may("second") && act(t("附议", "Second"), () => linli().call("secondTopic", { path }), { done: t("已附议", "Seconded") }),
    shown.is_following
      ? act(t("取消关注", "Unfollow"), () => linli().call("unfollowTopic", { path }), { kind: "quiet" })
      : act(t("关注", "Follow"), () => linli().call("followTopic", { path }), { kind: "quiet", done: t("有进展会通知您", "You will be told") }),
    h("p", { class: "hint" }, t(`${shown.seconds}人附议`, `${shown.seconds} have seconded it`)),
  );
}

async function opinions(path: Path, shown: Shown): Promise<HTMLElement> {
  const pages = linli().pages("listOpinions", { path, query: { limit: 5 } });
  const { opinions_for, opinions_against, opinions_neutral } = shown;
  return card(
    t("大家的意见", "What people say"),
    h("p", { class: "hint" }, `${label("Stance", "for")} ${opinions_for} · ${label("Stance", "against")} ${opinions_against} · ${label("Stance", "neutral")} ${opinions_neutral}`),
    await list(pages, opinion, t("还没有意见", "Nobody has spoken yet")),
    shown.actions.includes("submit_opinion") || shown.actions.includes("opinions") ? speak(path) : null,
  );
}

const opinion = (one: Answer<"listOpinions">["items"][number]): HTMLElement =>
  h("div", {}, chip(label("Stance", one.stance)), ` ${one.text || ""}`, one.endorsements ? h("p", { class: "hint" }, t(`${one.endorsements}人赞同`, `${one.endorsements} agree`)) : null);

function speak(path: Path): HTMLElement {
  const stances = ["for", "against", "neutral"].map((value) => ({ value, label: label("Stance", value) }));
  const text = h("textarea", { name: "text", required: true, rows: 3, maxlength: 500 });
  return form(
    `opinion ${path.topic_id}`,
    [radios(t("态度", "Stance"), "stance", stances, undefined, "inline"), field(t("意见", "Opinion"), text)],
    t("发表", "Submit"),
    ({ stance, text: words }, submission) =>
      submission.call("submitOpinion", { path, body: { stance: stance as "for", text: words } }),
    t("已提交，工作人员看过后公开", "Submitted; shown once staff have read it"),
  );
}

function history({ history: notes, minutes }: Shown): HTMLElement {
  return card(
    t("进展", "So far"),
    minutes && h("p", {}, minutes),
    h(
      "ol",
      { class: "history" },
      notes.map(({ at, state, note }) => h("li", {}, `${moment(at)} ${label("TopicStatus", state)}`, note && h("p", { class: "hint" }, note))),
    ),
  );
}
