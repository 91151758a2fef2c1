import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { Cell } from "./Cell";
import type { FormController } from "./formController";
import type { SectionState } from "./formModel";

const useStyles = makeStyles({
  section: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    padding: "12px 16px 16px",
    minWidth: 0,
  },
  label: { display: "block", margin: "0 0 8px" },
  grid: { display: "grid", gap: "10px 24px", alignItems: "start" },
});

/** A section of a form: its cells in its columns. */
export function Section({ controller, section }: { controller: FormController; section: SectionState }) {
  const styles = useStyles();
  const { design } = section;
  const controls = [...controller.model.controls.values()];
  const cells = design.rows.flatMap((row) => row.map((cell) => ({ cell, control: controls.find((each) => each.cell === cell) })));
  if (cells.every(({ control }) => !control?.visible)) return null;
  return (
    <section className={styles.section} aria-label={section.label}>
      {design.showLabel && (
        <Text as="h2" weight="semibold" size={300} className={styles.label}>
          {section.label}
        </Text>
      )}
      <div className={styles.grid} style={{ gridTemplateColumns: `repeat(${String(design.columns)}, minmax(0, 1fr))` }}>
        {cells.map(({ cell, control }) =>
          control?.visible ? (
            <div key={control.name} style={{ gridColumn: `span ${String(Math.min(cell.colSpan, design.columns))}`, minWidth: 0 }}>
              <Cell controller={controller} control={control} />
            </div>
          ) : null,
        )}
      </div>
    </section>
  );
}
