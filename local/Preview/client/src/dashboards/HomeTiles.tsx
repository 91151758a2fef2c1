import { Card, CardHeader, Text, makeStyles } from "@fluentui/react-components";
import { areasOf } from "../design/siteMap";
import { useApp, usePreview } from "../shell/appContext";
import { navigate } from "../shell/navigation";

const useStyles = makeStyles({
  tiles: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(240px, 1fr))", gap: "12px", marginTop: "12px" },
});

/** Where an app without dashboards begins: its site map as tiles. */
export function HomeTiles() {
  const styles = useStyles();
  const { language, say } = usePreview();
  const app = useApp();
  const areas = app.siteMapXml ? areasOf(app.siteMapXml, language) : [];
  return (
    <>
      <Text as="h1" size={500} weight="semibold">
        {app.name || say("home")}
      </Text>
      <div className={styles.tiles}>
        {areas.flatMap((area) =>
          area.groups.flatMap((group) =>
            group.subAreas
              .filter((each) => each.table !== null)
              .map((each) => (
                <Card key={each.id} onClick={() => void navigate({ pagetype: "entitylist", app: app.uniqueName, etn: each.table ?? "" })}>
                  <CardHeader
                    header={<Text weight="semibold">{each.title ?? each.table}</Text>}
                    description={<Text size={200}>{group.title}</Text>}
                  />
                </Card>
              )),
          ),
        )}
      </div>
    </>
  );
}
