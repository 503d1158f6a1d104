import type { Answer, Schemas } from "@client/linli";
import { checkIn, presence } from "./check_in";
import { h } from "./dom";
import { act, card, checkbox, chip, form } from "./kit";
import type { Screen } from "./main";
import { community, linli } from "./person";
import { label, moment, range, t } from "./words";

type Path = { community_id: string };
type Shift = Schemas["ShownShift"];
type Signup = NonNullable<Shift["my_signup"]>;

const MAX_SHOWN = 6;
const CHECK_IN_BEFORE = 30 * 60_000;

export async function activity(id: string): Promise<Screen> {
  const path = await community();
  const shown = await linli().call("getActivity", { path: { ...path, activity_id: id } });
  const coming = shown.shifts.filter((one) => Date.parse(one.ends_at) > Date.now()).slice(0, MAX_SHOWN);
  const shifts = await Promise.all(coming.map((one) => shift(path, shown, one)));
  return {
    title: shown.title,
    content: [
      h("p", {}, shown.summary),
      shown.description ? h("p", {}, shown.description) : h("span"),
      facts(shown),
      ...(shifts.length ? shifts : [h("p", { class: "empty" }, t("没有可报名的班次", "No shifts to come"))]),
    ],
  };
}

function facts(shown: Answer<"getActivity">): HTMLElement {
  const rows: [string, string][] = [
    [t("地点", "Where"), shown.address],
    [t("主办", "By"), shown.organiser],
    [t("联系", "Contact"), shown.contact],
    [t("面向", "For"), label("Audience", shown.audience)],
  ];
  return h("dl", { class: "facts" }, rows.map(([term, text]) => [h("dt", {}, term), h("dd", {}, text)]));
}

async function shift(path: Path, shown: Answer<"getActivity">, one: Shift): Promise<HTMLElement> {
  const places = one.roles.map((role) => {
    const left = role.remaining > 0 ? t(`余${role.remaining}/${role.capacity}`, `${role.remaining} of ${role.capacity} left`) : t("已满", "full");
    return `${role.name ? `${role.name} ` : ""}${left}`;
  });
  const signup = one.my_signup;
  return card(
    range(one.starts_at, one.ends_at),
    h("p", { class: "hint" }, places.join(" · "), one.waiting ? t(` · ${one.waiting}人候补`, ` · ${one.waiting} waiting`) : ""),
    signup ? await mine(path, one, signup) : one.actions.includes("sign_up") ? signUp(path, shown, one) : reason(one),
  );
}

function reason({ my_eligibility: { because }, my_overlap, signup_closes_at }: Shift): HTMLElement {
  if (my_overlap)
    return h("p", { class: "hint" }, t(`与“${my_overlap.title}”时间冲突`, `At the same time as “${my_overlap.title}”`));
  const isClosed = Date.parse(signup_closes_at) <= Date.now();
  const words = isClosed ? t("报名已截止", "Sign-up has closed") : (because && WHY_NOT()[because]) || t("暂不能报名", "You cannot sign up");
  return h("p", { class: "hint" }, words);
}

/** Codes of refusals that a newcomer may meet. */
const WHY_NOT = (): Record<string, string> => ({
  "volunteering.not_invited": t("仅限通过居住核验的居民", "For residents whose home is verified"),
  "volunteering.adults_only": t("仅限已确认成年的居民", "For adults"),
  "volunteering.signups_not_open": t("报名尚未开始", "Sign-up has not begun"),
  "volunteering.signups_closed": t("报名已截止", "Sign-up has closed"),
});

function signUp(path: Path, { risk_statement }: Answer<"getActivity">, one: Shift): HTMLElement {
  const role =
    one.roles.length > 1
      ? h(
          "select",
          { name: "role", "aria-label": t("岗位", "Role") },
          one.roles.map(({ id, name }) => h("option", { value: id }, name || t("志愿者", "Helper"))),
        )
      : h("input", { type: "hidden", name: "role", value: one.roles[0].id });
  const isFull = one.roles.every(({ remaining }) => remaining <= 0);
  return form(
    `sign-up ${one.id}`,
    [role, checkbox("risk", t(`已知悉：${risk_statement}`, `I have read: ${risk_statement}`))],
    isFull ? t("候补", "Wait in line") : t("报名", "Sign up"),
    ({ role: role_id }, submission) =>
      submission.call("signUpForShift", {
        path: { ...path, shift_id: one.id },
        body: { is_risk_acknowledged: true, role_id },
      }),
    isFull ? t("已候补，有名额会通知您", "You are in line, and will be told") : t("报名成功", "You are signed up"),
  );
}

async function mine(path: Path, one: Shift, signup: Signup): Promise<HTMLElement> {
  const of = { path: { ...path, signup_id: signup.id } };
  const may = (name: string) => signup.actions.includes(name);
  const opens = Date.parse(one.starts_at) - CHECK_IN_BEFORE;
  const isConfirmed = signup.status === "confirmed";
  const isOpen = isConfirmed && Date.now() >= opens;
  const known = isOpen ? await presence(path, signup.id) : undefined;
  return h(
    "div",
    {},
    h("p", {}, chip(label("SignupStatus", signup.status), "good"), signup.ahead ? t(` 前面还有${signup.ahead}人`, ` ${signup.ahead} ahead`) : ""),
    signup.offer_expires_at && h("p", { class: "hint" }, t(`${moment(signup.offer_expires_at)}前确认`, `Answer until ${moment(signup.offer_expires_at)}`)),
    may("accept_offer") && act(t("接受名额", "Accept"), () => linli().call("acceptOffer", of), { done: t("已确认参加", "You have the place") }),
    may("decline_offer") && act(t("放弃", "Decline"), () => linli().call("declineOffer", of), { kind: "quiet" }),
    isOpen && checkIn(path, signup.id, known),
    isConfirmed && !isOpen && h("p", { class: "hint" }, t(`${moment(new Date(opens).toISOString())}起可签到`, `Check in from ${moment(new Date(opens).toISOString())}`)),
    may("withdraw") && !(known && known.checked_in_at) && act(t("取消报名", "Withdraw"), () => linli().call("withdrawSignup", of), { kind: "quiet", done: t("已取消报名", "You have withdrawn") }),
  );
}
