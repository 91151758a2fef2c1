import { swissLocaleOf } from "../texts";
import { admitRequestsOfScripts } from "./scriptRequests";
import { WebApi, type Row } from "./webApi";
import { zoneOf } from "./zonedTime";

/** Somebody the preview can be looked at as. */
export interface PreviewUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly roleIds: readonly string[];
}

/** What a user may do with a secured column. */
export interface ColumnAccess {
  readonly read: boolean;
  readonly update: boolean;
  readonly create: boolean;
}

/** The option "Allowed" of a field permission. */
const Allowed = 4;

const KeyOfSession = "local-preview.key";
const KeyOfUser = "local-preview.user";

/** Who looks: the administrator behind the key, and the user shown. */
export class Session {
  private constructor(
    private readonly administratorToken: string,
    readonly user: PreviewUser,
    private readonly userToken: string,
    readonly users: readonly PreviewUser[],
    /** LCID of the user's language. */
    readonly language: number,
    readonly languages: readonly number[],
    /** Time zone of the user, as browsers name it. */
    readonly zone: string,
    /** LCID by which numbers and dates are written; null: that of the language. */
    readonly localeId: number | null,
    readonly organizationId: string,
    readonly baseCurrencyId: string,
  ) {}

  private depths: Promise<ReadonlyMap<string, string>> | null = null;

  /** The Web API as the user shown. */
  readonly webApi = new WebApi(() => this.userToken);

  /** The Web API as the administrator: for the switches of the preview itself. */
  private readonly administration = new WebApi(() => this.administratorToken);

  /** Opens the session of the key in the address, or the one opened before; null where there is none. */
  static async open(): Promise<Session | null> {
    const key = keyInAddress() ?? sessionStorage.getItem(KeyOfSession) ?? localStorage.getItem(KeyOfSession);
    if (key === null) return null;
    const answer = await fetch("/preview/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ key }),
    });
    if (!answer.ok) return null;
    sessionStorage.setItem(KeyOfSession, key);
    localStorage.setItem(KeyOfSession, key);
    const { access_token: administratorToken, user_id: administratorId } = (await answer.json()) as {
      access_token: string;
      user_id: string;
    };
    const session = await Session.as(administratorToken, sessionStorage.getItem(KeyOfUser) ?? administratorId, administratorId);
    admitRequestsOfScripts(session.userToken);
    return session;
  }

  private static async as(administratorToken: string, userId: string, administratorId: string): Promise<Session> {
    const administration = new WebApi(() => administratorToken);
    const [users, languages, identity, organizations] = await Promise.all([
      usersOf(administration),
      administration.get<{ RetrieveProvisionedLanguages: number[] }>("RetrieveProvisionedLanguages()"),
      administration.get<{ OrganizationId: string }>("WhoAmI()"),
      administration.list("organizations?$select=_basecurrencyid_value"),
    ]);
    const user = users.find((each) => each.id === userId) ?? users.find((each) => each.id === administratorId) ?? users[0];
    if (!user) throw new Error("The organisation has no users.");
    const isAdministrator = user.id === administratorId;
    const token = isAdministrator ? administratorToken : await tokenFor(administration, user.id);
    const settings = await administration.list(
      `usersettingscollection?$select=uilanguageid,localeid,timezonecode&$filter=systemuserid eq ${user.id}`,
    );
    const language = (settings[0]?.["uilanguageid"] as number | null | undefined) ?? 1033;
    return new Session(
      administratorToken,
      user,
      token,
      users,
      language,
      languages.RetrieveProvisionedLanguages,
      zoneOf((settings[0]?.["timezonecode"] as number | null | undefined) ?? null),
      (settings[0]?.["localeid"] as number | null | undefined) ?? null,
      identity.OrganizationId,
      (organizations[0]?.["_basecurrencyid_value"] as string | undefined) ?? "",
    );
  }

  /** What the user may do with the secured columns of a table. */
  async accessTo(table: string): Promise<(column: string) => ColumnAccess> {
    // "System administrators have full access to secured columns."
    if (this.user.roles.includes("System Administrator")) return () => ({ read: true, update: true, create: true });
    const permissions = (inner: string) =>
      `<fetch><entity name="fieldpermission"><attribute name="attributelogicalname"/><attribute name="canread"/><attribute name="canupdate"/><attribute name="cancreate"/>
        <filter><condition attribute="entityname" operator="eq" value="${table}"/></filter>${inner}</entity></fetch>`;
    const profile = (inner: string) =>
      `<link-entity name="fieldsecurityprofile" from="fieldsecurityprofileid" to="fieldsecurityprofileid">${inner}</link-entity>`;
    const own = `<filter><condition attribute="systemuserid" operator="eq" value="${this.user.id}"/></filter>`;
    const ways = [
      profile(`<link-entity name="systemuserprofiles" from="fieldsecurityprofileid" to="fieldsecurityprofileid">${own}</link-entity>`),
      profile(
        `<link-entity name="teamprofiles" from="fieldsecurityprofileid" to="fieldsecurityprofileid"><link-entity name="teammembership" from="teamid" to="teamid">${own}</link-entity></link-entity>`,
      ),
    ];
    const pages = await Promise.all(ways.map((way) => this.administration.fetch("fieldpermissions", permissions(way))));
    const access = new Map<string, ColumnAccess>();
    for (const row of pages.flatMap((page) => page.rows)) {
      const column = row["attributelogicalname"] as string;
      const before = access.get(column);
      const may = (name: string, known: boolean | undefined) => known === true || row[name] === Allowed;
      access.set(column, {
        read: may("canread", before?.read),
        update: may("canupdate", before?.update),
        create: may("cancreate", before?.create),
      });
    }
    return (column) => access.get(column) ?? { read: false, update: false, create: false };
  }

  /** How far a privilege of the user reaches, such as Global; null for one the user does not have. */
  async depthOf(table: string, privilege: string): Promise<string | null> {
    this.depths ??= this.webApi
      .get<{ RolePrivileges: { PrivilegeId: string; Depth: string }[] }>(
        `systemusers(${this.user.id})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`,
      )
      .then((answer) => new Map(answer.RolePrivileges.map((each) => [each.PrivilegeId, each.Depth])));
    const name = `prv${privilege}${table}`;
    const [depths, rows] = await Promise.all([
      this.depths,
      this.administration.list(`privileges?$select=privilegeid&$filter=name eq '${name}'`),
    ]);
    return rows.map((row) => depths.get(row["privilegeid"] as string)).find((each) => each !== undefined) ?? null;
  }

  /** Shows everything as another user. */
  switchUser(id: string): void {
    sessionStorage.setItem(KeyOfUser, id);
    location.reload();
  }

  /** Changes the user's language and his formats to those of Switzerland, as the user could in the personal options. */
  async switchLanguage(language: number): Promise<void> {
    await this.administration.send("PATCH", `usersettingscollection(${this.user.id})`, {
      uilanguageid: language,
      localeid: swissLocaleOf(language),
      systemuserid: this.user.id,
    });
    location.reload();
  }
}

function keyInAddress(): string | null {
  const key = /^#key=([0-9a-f]+)$/.exec(location.hash)?.[1] ?? null;
  if (key !== null) history.replaceState(null, "", location.pathname + location.search);
  return key;
}

async function usersOf(administration: WebApi): Promise<readonly PreviewUser[]> {
  const rows = await administration.fetch(
    "systemusers",
    `<fetch><entity name="systemuser"><attribute name="fullname"/><attribute name="domainname"/><order attribute="fullname"/>
      <filter><condition attribute="isdisabled" operator="ne" value="1"/><condition attribute="domainname" operator="ne" value="SYSTEM"/></filter>
      <link-entity name="systemuserroles" from="systemuserid" to="systemuserid" link-type="outer">
        <link-entity name="role" from="roleid" to="roleid" link-type="outer" alias="role"><attribute name="name"/><attribute name="roleid"/><attribute name="parentrootroleid"/></link-entity>
      </link-entity></entity></fetch>`,
  );
  const users = new Map<string, { id: string; name: string; roles: string[]; roleIds: string[] }>();
  for (const row of rows.rows) {
    const id = row["systemuserid"] as string;
    const user = users.get(id) ?? { id, name: nameOf(row), roles: [], roleIds: [] };
    users.set(id, user);
    const role = row["role.name"];
    if (typeof role === "string") user.roles.push(role);
    // A form names a role by the one its copies in business units stem from.
    for (const roleId of [row["role.roleid"], row["role.parentrootroleid"]]) if (typeof roleId === "string") user.roleIds.push(roleId);
  }
  // Who has no role may do nothing, and the platform does not let them in.
  return [...users.values()].filter((user) => user.roles.length > 0);
}

function nameOf(row: Row): string {
  return (row["fullname"] as string | null) ?? (row["domainname"] as string);
}

async function tokenFor(administration: WebApi, user: string): Promise<string> {
  const answer = await administration.send("POST", "/token/users", { user });
  return ((await answer.json()) as { access_token: string }).access_token;
}
