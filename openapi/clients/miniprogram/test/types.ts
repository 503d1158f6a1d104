// What the types allow and what they refuse: compiled, never run.
import { createLinli, isProblem } from "../dist/linli";
import type { Answer, Schemas } from "../dist/linli";

const linli = createLinli({ baseUrl: "https://linli.example.cn" });

export async function allowed(): Promise<string | null> {
  const home = await linli.call("getHome");
  const path = { community_id: "c", shift_id: "s" };
  const signup: Schemas["SignupOut"] = await linli.call("signUpForShift", {
    path,
    body: { is_risk_acknowledged: true },
  });
  const nothing: undefined = await linli.call("unfollowTicket", {
    path: { community_id: "c", ticket_id: "t" },
  });
  const pdf: ArrayBuffer = await linli.call("downloadMyServiceRecord");
  const csv: string = await linli.call("downloadMyServices");
  await linli.call("checkIn", { path: { community_id: "c" }, body: { code: "7KQ2" } });
  for await (const page of linli.pages("listActivities", { path: { community_id: "c" } }))
    for (const activity of page.items) csv.concat(activity.title);
  // An enum may have grown.
  const status: string = signup.status;
  if (signup.status === "waiting") return status;
  return nothing ?? `${home.unread_messages}${pdf.byteLength}`;
}

export async function refused(error: unknown): Promise<unknown> {
  // @ts-expect-error There is no such operation.
  await linli.call("signUp");
  // @ts-expect-error A shift has a path.
  await linli.call("signUpForShift");
  // @ts-expect-error The path has another member.
  await linli.call("getActivity", { path: { community_id: "c", shift_id: "s" } });
  // @ts-expect-error A profile is not a list.
  linli.pages("getMe");
  await linli.call("submitTicket", {
    path: { community_id: "c" },
    // @ts-expect-error What is sent must be known.
    body: { category_id: "k", text: "灯不亮", visibility: "everybody" },
  });
  if (isProblem(error, "volunteering.shifts_overlap")) return error.members.signup_id;
  const answer: Answer<"getMe"> = await linli.call("getMe");
  // @ts-expect-error Nobody has this field.
  return answer.password;
}
