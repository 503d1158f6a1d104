// Who the visitor is in this tab: guests of the demo, or somebody whom nobody has met.
import { createLinli } from "@client/linli";
import type { Linli } from "@client/linli";
import { phoneOf } from "./phone";
import { currentLanguage, t } from "./words";

const PLACE = "linli-demo.person";
export const LEADER = "neighbour";
export const GUESTS: { alias: string; name: () => string; about: () => string }[] = [
  {
    alias: "resident",
    name: () => t("居民", "Resident"),
    about: () => t("已通过居住核验，可以投票", "Home verified: may vote"),
  },
  {
    alias: LEADER,
    name: () => t("隔壁邻居", "Neighbour"),
    about: () => t("已通过居住核验，是“社区图书角值守”的负责人", "Home verified; leads the library corner"),
  },
  {
    alias: "newcomer",
    name: () => t("访客", "Visitor"),
    about: () => t("居住核验待审核，可以报名", "Home not verified yet: may sign up"),
  },
];

let alias = sessionStorage.getItem(PLACE) || "resident";
const clients = new Map<string, Linli>();

export const currentAlias = (): string => alias;

export function become(next: string): void {
  alias = next;
  sessionStorage.setItem(PLACE, next);
}

/** Somebody new, under a name of their own. */
export const stranger = (): string => `guest-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;

export function nameOf(one: string): string {
  const guest = GUESTS.find((known) => known.alias === one);
  return guest ? guest.name() : t("新来的人", "Somebody new");
}

export function clientOf(one: string): Linli {
  let client = clients.get(one);
  if (!client) {
    client = createLinli({ baseUrl: location.origin, wx: phoneOf(one), storageName: "linli", backoff: 300 });
    clients.set(one, client);
  }
  client.language = currentLanguage();
  return client;
}

export const linli = (): Linli => clientOf(alias);

/** The community that is shown: where the person takes part, chosen by the service. */
let here: { alias: string; path: { community_id: string } } | undefined;

export function settleIn(community_id: string): void {
  here = { alias, path: { community_id } };
}

export async function community(): Promise<{ community_id: string }> {
  if (here && here.alias === alias) return here.path;
  const home = await linli().call("getHome");
  if (home.community) settleIn(home.community.id);
  else {
    const { items } = await linli().call("listCommunities");
    return { community_id: items[0].id };
  }
  return here!.path;
}
