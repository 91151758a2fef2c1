import {
  Button,
  Dropdown,
  Field,
  Input,
  Option,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { ArrowDown16Regular, ArrowUp16Regular, ChevronDown16Regular, Filter16Filled } from "@fluentui/react-icons";
import { useState } from "react";
import type { ColumnFilter, Sorting } from "../design/view";
import { usePreview } from "../shell/appContext";
import type { TextKey } from "../texts";
import type { GridColumn } from "./gridColumns";

const useStyles = makeStyles({
  button: {
    justifyContent: "flex-start",
    width: "100%",
    minWidth: 0,
    height: "100%",
    padding: "0 8px",
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
  },
  number: { justifyContent: "flex-end" },
  label: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  menu: { display: "flex", flexDirection: "column", gap: "8px", minWidth: "220px" },
  item: { justifyContent: "flex-start" },
  actions: { display: "flex", gap: "8px" },
});

interface HeaderProps {
  readonly column: GridColumn;
  readonly sorting: Sorting | null;
  readonly filter: ColumnFilter | null;
  readonly onSort: (sorting: Sorting) => void;
  readonly onFilter: (key: string, filter: ColumnFilter | null) => void;
}

export function ColumnHeader({ column, sorting, filter, onSort, onFilter }: HeaderProps) {
  const styles = useStyles();
  const { say } = usePreview();
  const [isOpen, setOpen] = useState(false);
  const sort = (descending: boolean) => {
    setOpen(false);
    onSort({ key: column.key, descending });
  };
  const direction = sorting === null ? "none" : sorting.descending ? "descending" : "ascending";
  return (
    <div role="columnheader" aria-sort={direction} style={{ minWidth: 0 }}>
      <Popover open={isOpen} onOpenChange={(_, { open }) => setOpen(open)} trapFocus positioning="below-start">
        <PopoverTrigger disableButtonEnhancement>
          <Button
            appearance="transparent"
            className={mergeClasses(styles.button, column.isNumber && styles.number)}
            title={column.label}
            icon={
              filter ? (
                <Filter16Filled />
              ) : sorting ? (
                sorting.descending ? (
                  <ArrowDown16Regular />
                ) : (
                  <ArrowUp16Regular />
                )
              ) : (
                <ChevronDown16Regular />
              )
            }
            iconPosition="after"
          >
            <span className={styles.label}>{column.label}</span>
          </Button>
        </PopoverTrigger>
        <PopoverSurface aria-label={say("columnMenu", column.label)}>
          <div className={styles.menu}>
            <Button appearance="subtle" className={styles.item} icon={<ArrowUp16Regular />} onClick={() => sort(false)}>
              {say("ascending")}
            </Button>
            <Button appearance="subtle" className={styles.item} icon={<ArrowDown16Regular />} onClick={() => sort(true)}>
              {say("descending")}
            </Button>
            {column.column && (
              <FilterForm
                column={column}
                filter={filter}
                onFilter={(next) => {
                  setOpen(false);
                  onFilter(column.key, next);
                }}
              />
            )}
          </div>
        </PopoverSurface>
      </Popover>
    </div>
  );
}

type Operator = ColumnFilter["operator"];

const operatorTexts: Partial<Record<Operator, TextKey>> = {
  eq: "equals",
  in: "equals",
  like: "contains",
  ge: "atLeast",
  le: "atMost",
  "on-or-after": "onOrAfter",
  "on-or-before": "onOrBefore",
  "not-null": "hasData",
  null: "hasNoData",
};

function operatorsFor(column: GridColumn): readonly Operator[] {
  switch (column.column?.kind) {
    case "whole":
    case "decimal":
    case "money":
    case "float":
      return ["ge", "le", "eq", "not-null", "null"];
    case "date":
    case "datetime":
      return ["on-or-after", "on-or-before", "not-null", "null"];
    case "choice":
    case "state":
    case "status":
    case "yesno":
      return ["in", "not-null", "null"];
    case "choices":
    case "image":
    case "file":
      return ["not-null", "null"];
    default:
      return ["like", "eq", "not-null", "null"];
  }
}

function FilterForm({
  column,
  filter,
  onFilter,
}: {
  column: GridColumn;
  filter: ColumnFilter | null;
  onFilter: (filter: ColumnFilter | null) => void;
}) {
  const styles = useStyles();
  const { say } = usePreview();
  const operators = operatorsFor(column);
  const [operator, setOperator] = useState<Operator>(filter?.operator ?? operators[0] ?? "like");
  const [values, setValues] = useState<readonly string[]>(() =>
    filter?.operator === "like" ? filter.values.map((each) => each.replaceAll("%", "")) : (filter?.values ?? []),
  );
  const needsValue = operator !== "null" && operator !== "not-null";
  const textOf = (each: Operator) => say(operatorTexts[each] ?? "equals");
  const apply = () => {
    if (needsValue && (values.length === 0 || values[0] === "")) onFilter(null);
    else
      onFilter({
        key: column.key,
        attribute: needsValue ? attributeOf(column) : column.key,
        operator,
        values: !needsValue ? [] : operator === "like" ? [`%${values[0] ?? ""}%`] : values,
      });
  };
  return (
    <form
      className={styles.menu}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Field label={say("filterBy")}>
        <Dropdown
          aria-label={say("operator")}
          value={textOf(operator)}
          selectedOptions={[operator]}
          onOptionSelect={(_, { optionValue }) => setOperator(optionValue as Operator)}
        >
          {operators.map((each) => (
            <Option key={each} value={each}>
              {textOf(each)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {needsValue &&
        (operator === "in" ? (
          <Dropdown
            multiselect
            aria-label={say("value")}
            value={column.column?.choices
              .filter((each) => values.includes(String(each.value)))
              .map((each) => each.label)
              .join(", ")}
            selectedOptions={[...values]}
            onOptionSelect={(_, { selectedOptions }) => setValues(selectedOptions)}
          >
            {column.column?.choices.map((each) => (
              <Option key={each.value} value={String(each.value)}>
                {each.label}
              </Option>
            ))}
          </Dropdown>
        ) : (
          <Input
            aria-label={say("value")}
            type={operator.startsWith("on-") ? "date" : column.isNumber ? "number" : "text"}
            value={values[0] ?? ""}
            onChange={(_, { value }) => setValues([value])}
          />
        ))}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">
          {say("apply")}
        </Button>
        <Button onClick={() => onFilter(null)}>{say("clearFilter")}</Button>
      </div>
    </form>
  );
}

// A lookup is filtered by the name of its row.
function attributeOf(column: GridColumn): string {
  return column.column?.kind === "lookup" ? `${column.key}name` : column.key;
}
