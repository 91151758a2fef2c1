import { plainId } from "../form/values";
import { WebApiError, type Row } from "../server/webApi";
import { offsetMinutes } from "../server/zonedTime";
import type { Preview } from "../shell/appContext";
import { navigate, placeIn } from "../shell/navigation";
import { addAppNotification, clearAppNotification } from "../shell/notifications";
import { openQuickCreate } from "../form/quickCreate";
import { execute } from "./execute";
import type { FormContextApi } from "./formContext";
import { loud } from "./loud";
import { resourceString } from "./resources";

let page: FormContextApi | null = null;
let started: Preview | null = null;
let notifications = 0;

/** The form that Xrm.Page means; null where there is none. */
export function setPage(formContext: FormContextApi | null): void {
  page = formContext;
}

/** Puts Xrm into the window, where scripts and the pages in frames look for it. */
export function startXrm(preview: Preview): void {
  if (started === preview) return;
  started = preview;
  (window as unknown as { Xrm: unknown }).Xrm = loud("Xrm", {
    App: loud("Xrm.App", {
      addGlobalNotification: (given: Xrm.App.Notification) => {
        const id = String(++notifications);
        const { action } = given;
        addAppNotification({
          id,
          level: given.level,
          message: given.message,
          showCloseButton: given.showCloseButton === true,
          action: action ? { label: action.actionLabel ?? "", run: () => action.eventHandler?.() } : null,
        });
        return Promise.resolve(id);
      },
      clearGlobalNotification: (id: string) => {
        clearAppNotification(id);
        return Promise.resolve();
      },
    }),
    Navigation: navigation(preview),
    Utility: utility(preview),
    WebApi: webApi(preview),
    get Page() {
      return page;
    },
  });
}

function appName(): string {
  const place = placeIn(location.search);
  return place.pagetype === "apps" ? "" : place.app;
}

function navigation(preview: Preview) {
  const { dialogs, say } = preview;
  const record = async (etn: string, id: string | undefined, extraqs?: Readonly<Record<string, unknown>>) =>
    navigate({
      pagetype: "entityrecord",
      app: appName(),
      etn,
      ...(id === undefined ? {} : { id: plainId(id) }),
      ...(extraqs === undefined ? {} : { extraqs: JSON.stringify(extraqs) }),
    });
  return loud("Xrm.Navigation", {
    openAlertDialog: (strings: Xrm.Navigation.AlertStrings) => dialogs.alert(strings.title ?? "", strings.text, strings.confirmButtonLabel),
    openConfirmDialog: async (strings: Xrm.Navigation.ConfirmStrings) => ({
      confirmed: await dialogs.confirm(strings.title ?? "", strings.text, strings.confirmButtonLabel, strings.cancelButtonLabel),
    }),
    openErrorDialog: async (options: Xrm.Navigation.ErrorDialogOptions) => {
      const error = new Error(options.message ?? say("failed"));
      error.stack = options.details ?? (options.errorCode === undefined ? "" : `0x${(options.errorCode >>> 0).toString(16)}`);
      await dialogs.error(error);
    },
    openForm: async (options: Xrm.Navigation.EntityFormOptions, parameters?: Readonly<Record<string, unknown>>) => {
      if (options.useQuickCreateForm === true) {
        const created = await openQuickCreate(options.entityName ?? "", parameters ?? {});
        return { savedEntityReference: created === null ? null : [created] };
      }
      await record(options.entityName ?? "", options.entityId, parameters);
      return { savedEntityReference: [] };
    },
    openUrl: (url: string) => {
      window.open(url, "_blank", "noopener");
    },
    openWebResource: (name: string, _options?: unknown, data?: string) =>
      navigate({ pagetype: "webresource", app: appName(), webresourceName: name, ...(data === undefined ? {} : { data }) }),
    navigateTo: (input: {
      pageType: string;
      entityName?: string;
      entityId?: string;
      viewId?: string;
      dashboardId?: string;
      webresourceName?: string;
      data?: unknown;
    }) => {
      switch (input.pageType) {
        case "entitylist":
          return navigate({
            pagetype: "entitylist",
            app: appName(),
            etn: input.entityName ?? "",
            ...(input.viewId ? { viewid: plainId(input.viewId) } : {}),
          });
        case "entityrecord":
          return record(input.entityName ?? "", input.entityId, input.data as Readonly<Record<string, unknown>> | undefined);
        case "dashboard":
          return navigate({ pagetype: "dashboard", app: appName(), ...(input.dashboardId ? { id: plainId(input.dashboardId) } : {}) });
        case "webresource":
          return navigate({
            pagetype: "webresource",
            app: appName(),
            webresourceName: input.webresourceName ?? "",
            ...(typeof input.data === "string" ? { data: input.data } : {}),
          });
        default:
          throw new Error(`Not supported here: Xrm.Navigation.navigateTo({ pageType: "${input.pageType}" })`);
      }
    },
  });
}

function utility(preview: Preview) {
  const { session, definitions, dialogs } = preview;
  const userSettings = loud("userSettings", {
    languageId: session.language,
    userId: `{${session.user.id.toUpperCase()}}`,
    userName: session.user.name,
    isRTL: false,
    roles: loud("userSettings.roles", {
      forEach: (visit: (role: { id: string; name: string }, index: number) => void) =>
        session.user.roles.map((name) => ({ id: "", name })).forEach((role, index) => visit(role, index)),
      get: () => session.user.roles.map((name) => ({ id: "", name })),
      getLength: () => session.user.roles.length,
    }),
    getTimeZoneOffsetMinutes: () => offsetMinutes(new Date(), session.zone),
  });
  const globalContext = loud("globalContext", {
    userSettings,
    organizationSettings: loud("organizationSettings", {
      languageId: 1033,
      organizationId: `{${session.organizationId.toUpperCase()}}`,
      uniqueName: "local",
      baseCurrencyId: session.baseCurrencyId,
      isAutoSaveEnabled: false,
    }),
    client: loud("globalContext.client", {
      getClient: () => "Web",
      getClientState: () => "Online",
      getFormFactor: () => 1,
      isOffline: () => false,
      isNetworkAvailable: () => true,
    }),
    getClientUrl: () => location.origin,
    getVersion: () => "9.2.0.0",
    isOnPremises: () => false,
    getWebResourceUrl: (name: string) => `/WebResources/${name}`,
    getCurrentAppUrl: () => `${location.origin}/preview/?app=${appName()}`,
    getCurrentAppName: () => Promise.resolve(appName()),
    getCurrentAppProperties: async () => {
      const app = (await preview.designs.apps()).find((each) => each.uniqueName === appName());
      return {
        appId: app?.id ?? "",
        displayName: app?.name ?? "",
        uniqueName: appName(),
        url: location.origin,
        webResourceId: "",
        webResourceName: "",
        welcomePageId: "",
        welcomePageName: "",
      };
    },
    prependOrgName: (path: string) => path,
  });
  return loud("Xrm.Utility", {
    getGlobalContext: () => globalContext,
    getResourceString: resourceString,
    showProgressIndicator: (text: string) => dialogs.showProgress(text),
    closeProgressIndicator: () => dialogs.closeProgress(),
    refreshParentGrid: () => undefined,
    getEntityMetadata: async (name: string, columns: readonly string[] = []) => {
      const table = await definitions.table(name);
      const all = columns
        .flatMap((each) => table.columns.get(each) ?? [])
        .map((column) => ({
          LogicalName: column.name,
          DisplayName: column.label,
          AttributeTypeName: column.scriptType,
          OptionSet: Object.fromEntries(column.choices.map((each) => [each.value, { value: each.value, text: each.label }])),
          optionSetEnum: column.choices,
        }));
      return loud("entityMetadata", {
        LogicalName: table.name,
        EntitySetName: table.entitySet,
        DisplayName: table.label,
        DisplayCollectionName: table.plural,
        PrimaryIdAttribute: table.idColumn,
        PrimaryNameAttribute: table.nameColumn ?? "",
        ObjectTypeCode: table.typeCode,
        IsActivity: table.isActivity,
        Attributes: {
          get: (wanted?: string) => (wanted === undefined ? all : (all.find((each) => each.LogicalName === wanted) ?? null)),
          getByName: (wanted: string) => all.find((each) => each.LogicalName === wanted) ?? null,
          getAll: () => all,
          forEach: (visit: (column: unknown, index: number) => void) => all.forEach(visit),
        },
      });
    },
    getPageContext: () => ({ input: placeIn(location.search) }),
  });
}

function webApi(preview: Preview) {
  const { definitions, webApi: api } = preview;
  // Scripts get what the platform gives them: errorCode and message.
  const asScript = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof WebApiError)
        throw Object.assign(new Error(error.message), { errorCode: error.errorCode, code: error.errorCode });
      throw error;
    }
  };
  const setOf = async (table: string) => (await definitions.table(table)).entitySet;
  const online = {
    retrieveRecord: (table: string, id: string, options = "") =>
      asScript(async () => api.get(`${await setOf(table)}(${plainId(id)})${options}`)),
    retrieveMultipleRecords: (table: string, options = "", maxPageSize?: number) =>
      asScript(async () => {
        const prefer = `odata.include-annotations="*"${maxPageSize === undefined ? "" : `,odata.maxpagesize=${String(maxPageSize)}`}`;
        const url = options.startsWith("?fetchXml=<") ? `?fetchXml=${encodeURIComponent(options.slice("?fetchXml=".length))}` : options;
        const response = await api.send("GET", `${await setOf(table)}${url}`, undefined, { headers: { Prefer: prefer } });
        const answer = (await response.json()) as Row & { value: Row[] };
        const next = answer["@odata.nextLink"];
        return { entities: answer.value, ...(typeof next === "string" ? { nextLink: next } : {}) };
      }),
    createRecord: (table: string, data: unknown) =>
      asScript(async () => {
        const response = await api.send("POST", await setOf(table), data);
        return { entityType: table, id: /\(([^)]*)\)$/.exec(response.headers.get("OData-EntityId") ?? "")?.[1] ?? "" };
      }),
    updateRecord: (table: string, id: string, data: unknown) =>
      asScript(async () => {
        await api.send("PATCH", `${await setOf(table)}(${plainId(id)})`, data, { headers: { "If-Match": "*" } });
        return { entityType: table, id: plainId(id) };
      }),
    deleteRecord: (table: string, id: string) =>
      asScript(async () => {
        await api.send("DELETE", `${await setOf(table)}(${plainId(id)})`);
        return { entityType: table, id: plainId(id) };
      }),
    execute: (request: unknown) => asScript(() => execute(api, definitions, request)),
    executeMultiple: (requests: readonly unknown[]) => asScript(() => Promise.all(requests.map((each) => execute(api, definitions, each)))),
    isAvailableOffline: () => false,
  };
  return loud("Xrm.WebApi", { ...online, online: loud("Xrm.WebApi.online", online) });
}
