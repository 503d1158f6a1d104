import { Client, type Options } from "./client.js";
import type { components, paths } from "./generated/resident.js";
import { operations } from "./generated/resident-operations.js";

export type ResidentPaths = paths;
export type ResidentSchemas = components["schemas"];
type Schemas = ResidentSchemas;
export type Resident = Schemas["LoggedInUser"];

/** The client of residents, for programs outside the mini-program. */
export class ResidentClient extends Client<paths, Resident> {
  constructor(options: Options<Resident> = {}) {
    super(options, operations, "/v1/auth/sessions/refresh");
  }

  /** Logs in with the code of `wx.login`, which WeChat takes once, within five minutes. */
  async login(code: string): Promise<Resident> {
    const body = { code, device: await this.session.device() };
    const { data } = await this.callOpen("post", "/v1/auth/wechat/sessions", { body }, false);
    const { access_token, refresh_token, user } = data as Schemas["UserSession"];
    await this.session.begin({ access_token, refresh_token }, user);
    return user;
  }

  /** Ends the login here and on the service; without a network it is forgotten here alone. */
  async logout(): Promise<void> {
    try {
      if ((await this.session.token()) !== undefined) {
        await this.delete("/v1/auth/sessions/current");
      }
    } finally {
      await this.session.end();
    }
  }
}

export function createResident(options: Options<Resident> = {}): ResidentClient {
  return new ResidentClient(options);
}
