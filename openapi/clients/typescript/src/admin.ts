import { Client, type Options } from "./client.js";
import type { components, paths } from "./generated/admin.js";
import { operations } from "./generated/admin-operations.js";

export type AdminPaths = paths;
export type AdminSchemas = components["schemas"];
type Schemas = AdminSchemas;
export type Administrator = Schemas["AdministratorOut"];

const SESSIONS = "/admin/v1/auth/sessions";
const LINKS = "/admin/v1/auth/account-links";

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** The six digits of the authenticator app; needed once a second factor is enrolled. */
  readonly totp?: string;
}

/** The client of administrators: desk, liaisons, departments and platform. */
export class AdminClient extends Client<paths, Administrator> {
  constructor(options: Options<Administrator> = {}) {
    super(options, operations, `${SESSIONS}/refresh`);
  }

  /** Logs in with name, password and code. Problems: `identity.login_refused` does not tell which
   * of them is wrong, `identity.second_factor_required` asks for a link of first use. */
  async login({ username, password, totp }: Credentials): Promise<Administrator> {
    const device = await this.session.device();
    const body = { username, password, totp: totp ?? null, device };
    const { data } = await this.callOpen("post", SESSIONS, { body }, false);
    const { access_token, refresh_token, user } = data as Schemas["AdminSession"];
    await this.session.begin({ access_token, refresh_token }, user);
    return user;
  }

  /** Ends the login here and on the service; without a network it is forgotten here alone. */
  async logout(): Promise<void> {
    try {
      if ((await this.session.token()) !== undefined) {
        await this.delete("/admin/v1/auth/sessions/current");
      }
    } finally {
      await this.session.end();
    }
  }

  /** Gives password and code once more, before acts that take `identity.step_up_required`. */
  async stepUp(password: string, totp?: string): Promise<Schemas["SteppedUp"]> {
    const body = { password, totp: totp ?? null };
    return this.post("/admin/v1/auth/sessions/current/step-up", { body });
  }

  /** Opens a one-time link of first use: whose it is, and the second factor to enrol. */
  async openLink(token: string): Promise<Schemas["OpenedAccountLink"]> {
    const { data } = await this.callOpen("post", `${LINKS}/open`, { body: { token } }, true);
    return data as Schemas["OpenedAccountLink"];
  }

  /** Sets the password and the second factor by a one-time link; then log in. */
  async useLink(token: string, password: string, totp?: string): Promise<void> {
    const body = { token, password, totp: totp ?? null };
    await this.callOpen("post", `${LINKS}/use`, { body }, false);
  }
}

export function createAdmin(options: Options<Administrator> = {}): AdminClient {
  return new AdminClient(options);
}
