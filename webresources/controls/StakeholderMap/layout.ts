import type { Person } from "./people";

/** Columns of the map: attitude unknown, then from against us to for us. */
export const attitudes = [null, -2, -1, 0, 1, 2] as const;
export const highestInfluence = 5;

/** Pixels. */
export interface Measures {
  readonly width: number;
  /** Room for the names of the rows. */
  readonly left: number;
  /** At most; narrow columns make narrow nodes. */
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  readonly gap: number;
  /** A cell shows at most so many people; the others are counted. */
  readonly mostInCell: number;
}

export interface Node {
  readonly person: Person;
  /** Upper left corner. */
  readonly x: number;
  readonly y: number;
}

/** People of a cell who have no room. */
export interface Crowd {
  readonly attitude: number | null;
  readonly influence: number;
  readonly people: readonly Person[];
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly from: Node;
  readonly to: Node;
}

export interface MapLayout {
  readonly columns: readonly { readonly attitude: number | null; readonly x: number; readonly width: number }[];
  readonly rows: readonly { readonly influence: number; readonly y: number; readonly height: number }[];
  readonly nodes: readonly Node[];
  readonly crowds: readonly Crowd[];
  /** From a person to the superior, where both have a node. */
  readonly lines: readonly Line[];
  readonly height: number;
  readonly nodeWidth: number;
}

/**
 * Places people by attitude (across) and influence (up). Columns of attitudes nobody has stay narrow; a row is as high as its fullest cell needs.
 * The most influential relationships of a cell come first.
 */
export function layoutOf(people: readonly Person[], measures: Measures): MapLayout {
  const { width, left, nodeHeight, gap, mostInCell } = measures;
  const cells = new Map<string, Person[]>();
  for (const person of people) {
    const key = keyOf(columnOf(person), rowOf(person));
    const cell = cells.get(key);
    if (cell) cell.push(person);
    else cells.set(key, [person]);
  }

  // The column of the unknown is only there when it is needed.
  const shown = attitudes.filter((attitude) => attitude !== null || people.some((person) => columnOf(person) === null));
  const isUsed = (attitude: number | null) => people.some((person) => columnOf(person) === attitude);
  const used = shown.filter(isUsed).length;
  const narrow = Math.min(measures.nodeWidth / 2 + gap, (width - left) / shown.length);
  const wide = used === 0 ? (width - left) / shown.length : (width - left - narrow * (shown.length - used)) / used;
  const nodeWidth = Math.max(gap, Math.min(measures.nodeWidth, wide - 2 * gap));
  let x = left;
  const columns = shown.map((attitude) => {
    const column = { attitude, x, width: used === 0 || isUsed(attitude) ? wide : narrow };
    x += column.width;
    return column;
  });
  const across = (columnWidth: number) => Math.max(1, Math.floor((columnWidth - gap) / (nodeWidth + gap)));

  const nodes: Node[] = [];
  const crowds: Crowd[] = [];
  let y = 0;
  const rows = [];
  for (let influence = highestInfluence; influence >= 1; influence--) {
    let deepest = 1;
    for (const column of columns) {
      const inCell = (cells.get(keyOf(column.attitude, influence)) ?? []).slice().sort(byWeight);
      const fit = inCell.length > mostInCell ? mostInCell - 1 : inCell.length;
      const perLine = across(column.width);
      const place = (index: number) => ({
        x: column.x + gap + (index % perLine) * (nodeWidth + gap),
        y: y + gap + Math.floor(index / perLine) * (nodeHeight + gap),
      });
      inCell.slice(0, fit).forEach((person, index) => nodes.push({ person, ...place(index) }));
      const others = inCell.slice(fit);
      if (others.length > 0) crowds.push({ attitude: column.attitude, influence, people: others, ...place(fit) });
      deepest = Math.max(deepest, Math.ceil((fit + (others.length > 0 ? 1 : 0)) / perLine));
    }
    const height = deepest * (nodeHeight + gap) + gap;
    rows.push({ influence, y, height });
    y += height;
  }

  const byId = new Map(nodes.map((node) => [node.person.stakeholderId, node]));
  const lines = nodes.flatMap((node) => {
    const superior = node.person.reportsToId ? byId.get(node.person.reportsToId) : undefined;
    return superior && superior !== node ? [{ from: node, to: superior }] : [];
  });
  return { columns, rows, nodes, crowds, lines, height: y, nodeWidth };
}

function columnOf(person: Person): number | null {
  return person.attitude === null || person.attitude === undefined ? null : Math.min(2, Math.max(-2, Math.round(person.attitude)));
}

function rowOf(person: Person): number {
  return Math.min(highestInfluence, Math.max(1, Math.round(person.influence)));
}

function keyOf(attitude: number | null, influence: number): string {
  return `${String(attitude)}|${influence}`;
}

function byWeight(one: Person, other: Person): number {
  return other.relationship - one.relationship || one.name.localeCompare(other.name);
}
