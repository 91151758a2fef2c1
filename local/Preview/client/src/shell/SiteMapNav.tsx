import { Dropdown, Option, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Board20Regular, Table20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { areasOf, type SubArea } from "../design/siteMap";
import { useApp, useLoaded, usePreview } from "./appContext";
import { addressOf, navigate, type Place } from "./navigation";

const useStyles = makeStyles({
  nav: {
    width: "240px",
    overflowY: "auto",
    padding: "8px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    flexDirection: "column",
  },
  groups: { flexGrow: 1 },
  group: { display: "block", padding: "12px 8px 4px", color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  link: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: { backgroundColor: tokens.colorNeutralBackground2Selected, fontWeight: tokens.fontWeightSemibold },
  icon: { width: "20px", height: "20px", flexShrink: 0 },
  areas: { minWidth: "0", marginTop: "8px" },
});

/** The areas, groups and sub-areas of the app. */
export function SiteMapNav({ place }: { place: Place }) {
  const styles = useStyles();
  const { language, say } = usePreview();
  const app = useApp();
  const areas = app.siteMapXml ? areasOf(app.siteMapXml, language) : [];
  const [areaId, setAreaId] = useState(
    () => areas.find((each) => each.groups.some((g) => g.subAreas.some((s) => isCurrent(s, place))))?.id,
  );
  const area = areas.find((each) => each.id === areaId) ?? areas[0];
  return (
    <nav className={styles.nav} aria-label={say("navigation")}>
      <div className={styles.groups}>
        {area?.groups.map((group) => (
          <section key={group.id} aria-label={group.title}>
            <Text size={200} weight="semibold" className={styles.group}>
              {group.title}
            </Text>
            <ul className={styles.list}>
              {group.subAreas.map((subArea) => (
                <li key={subArea.id}>
                  <SubAreaLink subArea={subArea} isCurrent={isCurrent(subArea, place)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {!hasDashboards(areas.flatMap((each) => each.groups.flatMap((g) => g.subAreas))) && <DashboardLink place={place} />}
      </div>
      {areas.length > 1 && (
        <Dropdown
          className={styles.areas}
          aria-label={say("navigation")}
          value={area?.title ?? ""}
          selectedOptions={area ? [area.id] : []}
          onOptionSelect={(_, { optionValue }) => setAreaId(optionValue)}
        >
          {areas.map((each) => (
            <Option key={each.id} value={each.id}>
              {each.title}
            </Option>
          ))}
        </Dropdown>
      )}
    </nav>
  );
}

function SubAreaLink({ subArea, isCurrent }: { subArea: SubArea; isCurrent: boolean }) {
  const { definitions } = usePreview();
  const app = useApp();
  const table = useLoaded(() => (subArea.table ? definitions.table(subArea.table) : Promise.resolve(null)), [definitions, subArea.table]);
  const definition = table.state === "ready" ? table.value : null;
  const icon = subArea.icon?.replace(/^\$webresource:/, "").replace(/^\/?WebResources\//, "") ?? definition?.icon;
  return (
    <NavLink
      place={placeOf(subArea, app.uniqueName)}
      isCurrent={isCurrent}
      title={subArea.title ?? definition?.plural ?? subArea.table ?? subArea.id}
      icon={icon && !icon.startsWith("/") ? `/WebResources/${icon}` : null}
      isDashboard={subArea.dashboard !== null}
    />
  );
}

function DashboardLink({ place }: { place: Place }) {
  const { designs, say } = usePreview();
  const app = useApp();
  const dashboards = useLoaded(() => designs.dashboards(), [designs]);
  if (dashboards.state !== "ready" || dashboards.value.length === 0) return null;
  return (
    <NavLink
      place={{ pagetype: "dashboard", app: app.uniqueName }}
      isCurrent={place.pagetype === "dashboard"}
      title={say("dashboards")}
      icon={null}
      isDashboard
    />
  );
}

function NavLink(props: { place: Place; isCurrent: boolean; title: string; icon: string | null; isDashboard: boolean }) {
  const styles = useStyles();
  return (
    <a
      href={addressOf(props.place)}
      className={mergeClasses(styles.link, props.isCurrent && styles.current)}
      aria-current={props.isCurrent ? "page" : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(props.place);
      }}
    >
      {props.icon ? (
        <img className={styles.icon} src={props.icon} alt="" />
      ) : props.isDashboard ? (
        <Board20Regular className={styles.icon} />
      ) : (
        <Table20Regular className={styles.icon} />
      )}
      {props.title}
    </a>
  );
}

function placeOf(subArea: SubArea, app: string): Place {
  if (subArea.table) return { pagetype: "entitylist", app, etn: subArea.table };
  if (subArea.dashboard) return { pagetype: "dashboard", app, id: subArea.dashboard };
  const name = subArea.url?.replace(/^\$webresource:/, "").replace(/^\/?WebResources\//, "");
  return name ? { pagetype: "webresource", app, webresourceName: name } : { pagetype: "dashboard", app };
}

function isCurrent(subArea: SubArea, place: Place): boolean {
  if (subArea.table) return (place.pagetype === "entitylist" || place.pagetype === "entityrecord") && place.etn === subArea.table;
  if (subArea.dashboard) return place.pagetype === "dashboard" && place.id === subArea.dashboard;
  return place.pagetype === "webresource" && subArea.url?.endsWith(place.webresourceName) === true;
}

function hasDashboards(subAreas: readonly SubArea[]): boolean {
  return subAreas.some((each) => each.dashboard !== null || /dashboard/i.test(each.url ?? ""));
}
