// Check-in by the code that the leader shows: on this page the leader's phone lies beside.
import { isProblem } from "@client/linli";
import type { Answer } from "@client/linli";
import { h } from "./dom";
import { act, field, form, problemBox } from "./kit";
import { LEADER, clientOf, linli } from "./person";
import { moment, t } from "./words";

type Path = { community_id: string };

type Presence = Answer<"getCheckIn">;

/** What is known of somebody who signed up; nothing yet a moment after the sign-up. */
export async function presence(path: Path, id: string): Promise<Presence | undefined> {
  try {
    return await linli().call("getCheckIn", { path: { ...path, attendance_id: id } });
  } catch (error) {
    if (isProblem(error, "not_found")) return undefined;
    throw error;
  }
}

export function checkIn(path: Path, id: string, shown?: Presence): HTMLElement {
  const of = { path: { ...path, attendance_id: id } };
  if (!shown) return h("p", { class: "hint" }, t("稍后即可签到", "Check-in follows in a moment"));
  const { status, checked_in_at, checked_out_at, occasion_id } = shown;
  if (checked_out_at) return h("p", { class: "good" }, t(`已签退 ${moment(checked_out_at)}`, `Checked out ${moment(checked_out_at)}`));
  if (checked_in_at && status === "present")
    return h(
      "div",
      {},
      h("p", { class: "good" }, t(`已签到 ${moment(checked_in_at)}`, `Checked in ${moment(checked_in_at)}`)),
      act(t("签退", "Check out"), () => linli().call("checkOut", { ...of, body: {} }), { kind: "quiet", done: t("已签退", "Checked out") }),
    );
  return typeCode(path, id, occasion_id);
}

function typeCode(path: Path, id: string, occasion: string): HTMLElement {
  const code = h("input", { name: "code", required: true, autocomplete: "off", autocapitalize: "characters", spellcheck: "false" });
  const box = form(
    `check-in ${id}`,
    [field(t("负责人出示的签到码", "Code that the leader shows"), code)],
    t("签到", "Check in"),
    (values, submission) => submission.call("checkIn", { path, body: { code: values.code } }),
    t("签到成功", "You are checked in"),
  );
  return h("div", {}, box, leadersPhone(path, occasion));
}

/** What the leader's phone shows, so that a visitor can try it alone. */
function leadersPhone(path: Path, occasion: string): HTMLElement {
  const code = h("output", { class: "code" });
  const show = async () => {
    try {
      const of = { path: { ...path, occasion_id: occasion } };
      const answer = await clientOf(LEADER).call("getCheckInCode", of);
      code.textContent = answer.code;
    } catch (error) {
      box.appendChild(problemBox(error));
    }
  };
  const button = h("button", { type: "button", class: "quiet", click: () => void show() }, t("看负责人的手机", "Look at the leader's phone"));
  const box = h(
    "div",
    { class: "leader" },
    h("p", { class: "hint" }, t("演示：签到码由负责人当面出示，每半分钟更换。", "Demo: the leader shows the code; it changes every half minute.")),
    button,
    code,
  );
  return box;
}
