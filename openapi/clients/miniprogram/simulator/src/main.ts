// The frame: header, the screen that the address names, the bar of the five screens, the simulator's
// own panel below.
import { activities } from "./activities";
import { activity } from "./activity";
import { h } from "./dom";
import { home } from "./home";
import { inbox } from "./inbox";
import { onRefresh, problemBox, tell } from "./kit";
import { led } from "./led";
import { me } from "./me";
import { panel } from "./panel";
import { currentAlias, nameOf } from "./person";
import { ticket } from "./ticket";
import { tickets } from "./tickets";
import { topic } from "./topic";
import { topics } from "./topics";
import { currentLanguage, t, useLanguage } from "./words";

export interface Screen {
  title: string;
  content: Node[];
}
type Show = (...parameters: string[]) => Promise<Screen>;

const SCREENS: Record<string, { tab: string; show: Show }> = {
  home: { tab: "home", show: home },
  activities: { tab: "activities", show: activities },
  activity: { tab: "activities", show: activity },
  led: { tab: "activities", show: led },
  topics: { tab: "topics", show: topics },
  topic: { tab: "topics", show: topic },
  tickets: { tab: "tickets", show: tickets },
  ticket: { tab: "tickets", show: ticket },
  me: { tab: "me", show: me },
  inbox: { tab: "me", show: inbox },
};
const TABS: [string, () => string][] = [
  ["home", () => t("首页", "Home")],
  ["activities", () => t("活动", "Activities")],
  ["topics", () => t("议事", "Topics")],
  ["tickets", () => t("诉求", "Tickets")],
  ["me", () => t("我的", "Me")],
];

const main = h("main", { id: "main", tabindex: -1 });
const header = h("header", {});
const bar = h("nav", {});
const below = h("aside", { class: "panel" });
let shown = 0;

function address(): [string, string[]] {
  const [name, ...parameters] = location.hash.slice(2).split("/");
  return name in SCREENS ? [name, parameters] : ["home", []];
}

/** Show the screen of the address. One that was asked for later wins. */
async function show(isNew: boolean): Promise<void> {
  const mine = ++shown;
  const [name, parameters] = address();
  frame(name);
  if (isNew) main.replaceChildren(h("p", { class: "loading", role: "status" }, t("加载中…", "Loading…")));
  main.setAttribute("aria-busy", "true");
  try {
    const screen = await SCREENS[name].show(...parameters);
    if (mine !== shown) return;
    document.title = `${screen.title} · ${t("邻里居民端演示", "Linli for residents, a demo")}`;
    const heading = h("h1", { tabindex: -1 }, screen.title);
    const hadFocus = main.contains(document.activeElement);
    main.replaceChildren(heading, ...screen.content);
    if (isNew || hadFocus) heading.focus({ preventScroll: true });
    if (isNew) main.scrollTop = 0;
  } catch (error) {
    if (mine !== shown) return;
    main.replaceChildren(h("h1", {}, t("打不开", "Cannot be shown")), problemBox(error, () => void show(true)));
  } finally {
    if (mine === shown) main.removeAttribute("aria-busy");
  }
}

function frame(name: string): void {
  const { tab } = SCREENS[name];
  const isTop = name === tab;
  header.replaceChildren(
    isTop
      ? h("span", { class: "brand" }, t("邻里", "Linli"))
      : h("button", { type: "button", class: "back", click: () => history.back() }, t("‹ 返回", "‹ Back")),
    h("a", { href: "#/me", class: "who" }, nameOf(currentAlias())),
    h(
      "button",
      { type: "button", class: "language", lang: currentLanguage() === "en" ? "zh-CN" : "en", click: switchLanguage },
      t("English", "中文"),
    ),
  );
  bar.setAttribute("aria-label", t("主要页面", "Screens"));
  bar.replaceChildren(
    ...TABS.map(([one, text]) =>
      h("a", { href: `#/${one}`, class: `tab ${one}`, "aria-current": one === tab ? "page" : undefined }, text()),
    ),
  );
  below.replaceChildren(...panel(() => void show(true)));
}

function switchLanguage(): void {
  useLanguage(currentLanguage() === "en" ? "zh" : "en");
  tell("");
  void show(true);
}

useLanguage(currentLanguage());
onRefresh(() => show(false));
document
  .getElementById("phone")!
  .append(h("div", { class: "screen" }, header, main, h("div", { id: "toast", role: "status" }), bar), below);
addEventListener("hashchange", () => void show(true));
void show(true);
