// What the screens share: acts that send once, forms that keep what was typed, lists, problems.
import { isProblem } from "@client/linli";
import type { Pages, Submission } from "@client/linli";
import { type Child, h } from "./dom";
import { currentAlias, linli } from "./person";
import { t } from "./words";

type Refresh = () => Promise<void>;
let refreshScreen: Refresh = async () => undefined;
export function onRefresh(refresh: Refresh): void {
  refreshScreen = refresh;
}
export const refresh = (): Promise<void> => refreshScreen();

/** Says it to the eye and to a screen reader. */
export function tell(text: string): void {
  const toast = document.getElementById("toast");
  if (toast) toast.textContent = text;
  clearTimeout(timer);
  timer = window.setTimeout(() => toast && (toast.textContent = ""), 4000);
}
let timer = 0;

export function problemBox(error: unknown, retry?: () => void): HTMLElement {
  const texts = isProblem(error)
    ? [error.title, error.detail]
    : [t("出错了", "Something went wrong"), String(error)];
  return h(
    "div",
    { class: "problem", role: "alert" },
    h("strong", {}, texts[0]),
    h("p", {}, texts[1]),
    retry && h("button", { type: "button", class: "quiet", click: retry }, t("重试", "Try again")),
  );
}

interface ActOptions {
  kind?: "primary" | "quiet" | "danger";
  /** What has been done, in words. */
  done?: string;
}

/** A button for something that is done once, however often it is pressed. */
export function act(name: string, run: () => Promise<unknown>, options: ActOptions = {}): HTMLElement {
  const button = h("button", { type: "button", class: options.kind || "primary" }, name);
  const box = h("div", { class: "act" }, button);
  button.addEventListener("click", () => void perform(button, box, run, options.done));
  return box;
}

export async function perform(
  button: HTMLButtonElement,
  box: HTMLElement,
  run: () => Promise<unknown>,
  done?: string,
): Promise<boolean> {
  if (button.getAttribute("aria-disabled") === "true") return false;
  button.setAttribute("aria-disabled", "true");
  box.querySelectorAll(":scope > .problem").forEach((old) => old.remove());
  try {
    await run();
    if (done) tell(done);
    await refresh();
    return true;
  } catch (error) {
    box.appendChild(problemBox(error));
    return false;
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

const draftOf = (form: string): string => `draft.${currentAlias()}.${form}`;

/** A form whose fields are elements with names. What is typed stays until it has been sent, through
 * a lost network and a reload. */
export function form(
  name: string,
  fields: Child[],
  submit: string,
  send: (values: Record<string, string>, submission: Submission) => Promise<unknown>,
  done: string,
): HTMLFormElement {
  const place = draftOf(name);
  const submission = linli().submission(`form ${name}`);
  const button = h("button", { type: "submit", class: "primary" }, submit);
  const box = h("form", { novalidate: false }, fields, h("div", { class: "act" }, button));
  const values = () => {
    const read: Record<string, string> = {};
    new FormData(box).forEach((value, field) => (read[field] = String(value)));
    return read;
  };
  fill(box, JSON.parse(sessionStorage.getItem(place) || "{}"));
  box.addEventListener("input", () => sessionStorage.setItem(place, JSON.stringify(values())));
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    const run = async () => {
      await send(values(), submission);
      sessionStorage.removeItem(place);
    };
    void perform(button, box, run, done);
  });
  return box;
}

function fill(box: HTMLFormElement, draft: Record<string, string>): void {
  for (const field of Array.from(box.elements)) {
    if (field instanceof HTMLInputElement && field.name in draft) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = draft[field.name] === field.value;
      else field.value = draft[field.name];
    }
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
      if (field.name in draft) field.value = draft[field.name];
  }
}

let count = 0;
export const newId = (): string => `f${++count}`;

export function field(name: string, control: HTMLElement, hint?: string): HTMLElement {
  control.id = control.id || newId();
  return h(
    "div",
    { class: "field" },
    h("label", { for: control.id }, name),
    control,
    hint && h("p", { class: "hint" }, hint),
  );
}

export function radios(
  legend: string,
  name: string,
  options: { value: string; label: string }[],
  chosen?: string,
  layout = "",
): HTMLElement {
  return h(
    "fieldset",
    { class: layout },
    h("legend", {}, legend),
    options.map(({ value, label }) => {
      const id = newId();
      const input = h("input", { type: "radio", id, name, value, required: true, checked: value === chosen });
      return h("div", { class: "choice" }, input, h("label", { for: id }, label));
    }),
  );
}

export function checkbox(name: string, text: Child): HTMLElement {
  const id = newId();
  const input = h("input", { type: "checkbox", id, name, value: "yes", required: true });
  return h("div", { class: "choice" }, input, h("label", { for: id }, text));
}

/** A list of pages with a button for more; `nothing` where it is empty. */
export async function list<Page extends { items: unknown[] }>(
  pages: Pages<Page>,
  show: (item: Page["items"][number]) => Child,
  nothing: string,
): Promise<HTMLElement> {
  const items = h("ul", { class: "list" });
  const box = h("div", {}, items);
  const more = async () => {
    const { value } = await pages.next();
    for (const item of value ? value.items : []) items.appendChild(h("li", {}, show(item)));
  };
  await more();
  if (!items.children.length) return h("p", { class: "empty" }, nothing);
  const button = h("button", { type: "button", class: "quiet" }, t("更多", "More"));
  button.addEventListener("click", async () => {
    try {
      await more();
    } catch (error) {
      box.appendChild(problemBox(error));
    }
    if (pages.isDone) button.remove();
  });
  if (!pages.isDone) box.appendChild(button);
  return box;
}

export const link = (to: string, ...children: Child[]): HTMLElement => h("a", { href: `#/${to}` }, children);
export const chip = (text: string, kind = ""): HTMLElement => h("span", { class: `chip ${kind}` }, text);
export const card = (title: Child, ...children: Child[]): HTMLElement =>
  h("section", { class: "card" }, title ? h("h2", {}, title) : null, children);
