import type { Schemas } from "@client/linli";
import { h } from "./dom";
import { card, problemBox } from "./kit";
import type { Screen } from "./main";
import { community, linli } from "./person";
import { range, t } from "./words";

type Path = { community_id: string };

export async function led(): Promise<Screen> {
  const path = await community();
  const { items } = await linli().call("listLedOccasions", { path, query: { limit: 20 } });
  const coming = items.filter((one) => Date.parse(one.ends_at) > Date.now());
  return {
    title: t("我负责的活动", "Activities that I lead"),
    content: coming.length
      ? coming.map((one) => occasion(path, one))
      : [h("p", { class: "empty" }, t("近期没有您负责的活动", "None to come"))],
  };
}

function occasion(path: Path, one: Schemas["LedOccasion"]): HTMLElement {
  const code = h("output", { class: "code" });
  const box = card(
    one.title,
    h("p", {}, range(one.starts_at, one.ends_at)),
    h("p", { class: "hint" }, t(`应到${one.expected}人，已到${one.present}人`, `${one.expected} expected, ${one.present} here`)),
    h("button", { type: "button", click: () => void show() }, t("出示签到码", "Show the code")),
    code,
  );

  /** Shows the code, and the next one when it changes, while the screen is open. */
  async function show(): Promise<void> {
    try {
      const answer = await linli().call("getCheckInCode", { path: { ...path, occasion_id: one.id } });
      code.textContent = answer.code;
      const wait = Math.max(1000, Date.parse(answer.next_at) - Date.now());
      setTimeout(() => code.isConnected && void show(), wait);
    } catch (error) {
      box.appendChild(problemBox(error));
    }
  }
  return box;
}
