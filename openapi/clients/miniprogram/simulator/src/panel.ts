// What is no part of a mini-program: who you are, and the network.
import { h } from "./dom";
import { newId } from "./kit";
import { GUESTS, become, currentAlias, nameOf, stranger } from "./person";
import { type Network, currentNetwork, useNetwork } from "./phone";
import { t } from "./words";

const NEW = "new";

export function panel(changed: () => void): Node[] {
  return [
    h("h2", {}, t("模拟器", "Simulator")),
    h("p", {}, t("这里演示小程序里的五个页面，数据都是虚构的。", "The five screens of a mini-program; all data are invented.")),
    person(changed),
    network(),
  ];
}

function person(changed: () => void): HTMLElement {
  const id = newId();
  const known = GUESTS.map(({ alias }) => alias);
  const own = known.includes(currentAlias()) ? [] : [currentAlias()];
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    become(value === NEW ? stranger() : value);
    if (location.hash === "#/home") changed();
    else location.hash = "#/home";
  };
  const options = [...known, ...own].map((alias) =>
    h("option", { value: alias, selected: alias === currentAlias() }, nameOf(alias)),
  );
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, t("我是", "I am")),
    h("select", { id, change: choose }, options, h("option", { value: NEW }, t("换成一个新来的人", "Somebody new"))),
  );
}

function network(): HTMLElement {
  const id = newId();
  const options: [Network, string][] = [
    ["on", t("正常", "works")],
    ["off", t("断开", "is cut")],
    ["lose", t("丢失下一个答复", "loses the next answer")],
  ];
  const choose = (event: Event) => useNetwork((event.target as HTMLSelectElement).value as Network);
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, t("网络", "The network")),
    h("select", { id, change: choose }, options.map(([value, text]) => h("option", { value, selected: value === currentNetwork() }, text))),
  );
}
