import { childAt, childrenOf, labelIn, parseXml } from "./xml";

export interface SubArea {
  readonly id: string;
  readonly title: string | null;
  /** The table whose rows it shows. */
  readonly table: string | null;
  /** The dashboard it opens. */
  readonly dashboard: string | null;
  /** A web resource or address it shows. */
  readonly url: string | null;
  readonly icon: string | null;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly subAreas: readonly SubArea[];
}

export interface Area {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly Group[];
}

/** The areas of a site map, titles in the reader's language. */
export function areasOf(siteMapXml: string, language: number): readonly Area[] {
  const title = (element: Element) =>
    labelIn(childAt(element, "Titles"), language, "Title", "LCID", "Title") ?? element.getAttribute("Title");
  return childrenOf(parseXml(siteMapXml), "Area").map((area) => ({
    id: area.getAttribute("Id") ?? "",
    title: title(area) ?? area.getAttribute("Id") ?? "",
    groups: childrenOf(area, "Group").map((group) => ({
      id: group.getAttribute("Id") ?? "",
      title: title(group) ?? "",
      subAreas: childrenOf(group, "SubArea").map((sub) => subAreaOf(sub, title(sub))),
    })),
  }));
}

function subAreaOf(element: Element, title: string | null): SubArea {
  const url = element.getAttribute("Url");
  const table = element.getAttribute("Entity");
  const dashboard =
    element.getAttribute("DefaultDashboard") ??
    (url?.includes("dashboard") ? (/[?&](?:dashboardId|id)=([^&]+)/i.exec(url)?.[1] ?? null) : null);
  return {
    id: element.getAttribute("Id") ?? "",
    title,
    table,
    dashboard: dashboard === null ? null : decodeURIComponent(dashboard).replace(/[{}]/g, "").toLowerCase(),
    url: table === null && dashboard === null ? url : null,
    icon: element.getAttribute("VectorIcon") ?? element.getAttribute("Icon"),
  };
}
