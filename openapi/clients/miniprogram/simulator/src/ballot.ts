// The card of a ballot: questions, receipt, result.
import type { Answer, Schemas } from "@client/linli";
import { h } from "./dom";
import { card, chip, form, radios, tell } from "./kit";
import { currentAlias, linli } from "./person";
import { both, label, moment, t } from "./words";

type Shown = Answer<"getTopic">;
type Path = { community_id: string; topic_id: string };

export function ballot(path: Path, shown: Shown): HTMLElement[] {
  const { ballot: one, result } = shown;
  if (result) return [outcome(result)];
  if (!one) return [];
  return [
    card(
      one.title,
      h("p", {}, chip(label("BallotStatus", one.status), "warm"), " ", label("Electorate", one.electorate)),
      h("p", { class: "hint" }, one.status === "open" ? t(`投票至${moment(one.closes_at)}`, `Vote until ${moment(one.closes_at)}`) : t(`${moment(one.opens_at)}开始投票`, `Opens ${moment(one.opens_at)}`)),
      h("p", { class: "hint" }, both(one.effect_in_words)),
      h(
        "details",
        {},
        h("summary", {}, t("谁能看到我的选择", "Who sees my choice")),
        h("p", { class: "hint" }, both(one.who_sees_votes)),
      ),
      vote(path, shown, one),
    ),
  ];
}

const receiptOf = (path: Path): string => `receipt.${currentAlias()}.${path.topic_id}`;

function vote(path: Path, shown: Shown, one: Schemas["MyBallot"]): HTMLElement {
  const mine = shown.my_vote;
  const receipt = sessionStorage.getItem(receiptOf(path));
  const may = (name: string) => shown.actions.includes(name);
  const isChange = !!mine && mine.is_cast_by_me;
  if (!may("vote") && !may("change_vote")) return reason(one, mine);
  return h(
    "div",
    {},
    isChange && h("p", { class: "good" }, t("您已投票，截止前可以更改。", "You have voted, and may change it until the close.")),
    receipt && h("p", { class: "hint" }, t("回执码：", "Receipt code: "), h("code", { class: "receipt" }, receipt)),
    form(
      `vote ${path.topic_id}`,
      one.questions.map((question) => radios(question.title, question.key, optionsOf(question), mine?.choices?.[question.key])),
      isChange ? t("更改投票", "Change my vote") : t("投票", "Vote"),
      async (choices, submission) => {
        const given = { path, body: { choices } };
        const { receipt: text } = isChange
          ? await linli().call("changeVote", given)
          : await submission.call("castVote", given);
        sessionStorage.setItem(receiptOf(path), text);
        tell(t("投票成功", "Your vote is cast"));
      },
      t("投票成功", "Your vote is cast"),
    ),
  );
}

const optionsOf = ({ options }: Schemas["QuestionOut"]): { value: string; label: string }[] =>
  options.map(({ key, title }) => ({ value: key, label: title }));

function reason(one: Schemas["MyBallot"], mine: Shown["my_vote"]): HTMLElement {
  if (mine && !mine.is_cast_by_me) return h("p", { class: "hint" }, t("您家已由其他成员投票。", "Somebody else of your household has voted."));
  const { because } = one.my_eligibility;
  return h("p", { class: "hint" }, because ? label("WhyNot", because) : "");
}

function outcome(result: Schemas["ResultOut"]): HTMLElement {
  return card(
    t("表决结果", "Result"),
    h("p", { class: "good" }, both(result.in_words)),
    result.questions.map(({ title, options, winner }) =>
      h(
        "table",
        {},
        h("caption", {}, title),
        h("tbody", {}, options.map((option) => h("tr", { class: option.key === winner ? "winner" : "" }, h("th", { scope: "row" }, option.title), h("td", {}, option.votes === null ? t("少于10票", "fewer than 10") : option.votes)))),
      ),
    ),
  );
}
