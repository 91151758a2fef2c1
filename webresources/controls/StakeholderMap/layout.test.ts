import { describe, expect, it } from "vitest";
import { layoutOf, type Measures, type Node } from "./layout";
import { initialsOf, readBuyingCentre, superiorsOf, type Person } from "./people";

const measures: Measures = { width: 1000, left: 40, nodeWidth: 120, nodeHeight: 40, gap: 8, mostInCell: 6 };
const person = (stakeholderId: string, more: Partial<Person> = {}): Person => ({
  stakeholderId,
  name: `Person ${stakeholderId}`,
  role: "User",
  influence: 3,
  attitude: 0,
  relationship: 2,
  isReached: false,
  ...more,
});
const at = (nodes: readonly Node[], id: string) => nodes.find((node) => node.person.stakeholderId === id)!;
const overlap = (one: Node, other: Node) =>
  Math.abs(one.x - other.x) < measures.nodeWidth && Math.abs(one.y - other.y) < measures.nodeHeight;

describe("the layout of a stakeholder map", () => {
  it("puts influence upward and attitude to the right", () => {
    const { nodes } = layoutOf(
      [
        person("low", { influence: 1 }),
        person("high", { influence: 5 }),
        person("against", { attitude: -2 }),
        person("for", { attitude: 2 }),
      ],
      measures,
    );
    expect(at(nodes, "high").y).toBeLessThan(at(nodes, "low").y);
    expect(at(nodes, "against").x).toBeLessThan(at(nodes, "for").x);
  });

  it("has a column for an unknown attitude only when somebody's is unknown", () => {
    expect(layoutOf([person("a")], measures).columns.map((column) => column.attitude)).toEqual([-2, -1, 0, 1, 2]);
    expect(layoutOf([person("a", { attitude: null })], measures).columns[0]!.attitude).toBeNull();
  });

  it("never lets two people cover each other, and keeps everybody within the map", () => {
    const people = Array.from({ length: 60 }, (_, index) =>
      person(String(index), { influence: (index % 5) + 1, attitude: (index % 3) - 1 }),
    );
    const { nodes, height } = layoutOf(people, measures);
    nodes.forEach((one, index) => {
      for (const other of nodes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      expect(one.x).toBeGreaterThanOrEqual(measures.left);
      expect(one.x + measures.nodeWidth).toBeLessThanOrEqual(measures.width);
      expect(one.y + measures.nodeHeight).toBeLessThanOrEqual(height);
    });
  });

  it("makes people narrower rather than let them leave a narrow column", () => {
    const people = [-2, -1, 0, 1, 2].map((attitude) => person(String(attitude), { attitude }));
    const { nodes, columns, nodeWidth } = layoutOf(people, { ...measures, width: 540 });
    expect(nodeWidth).toBeLessThan(measures.nodeWidth);
    nodes.forEach((node, index) => {
      expect(node.x + nodeWidth).toBeLessThanOrEqual(columns[index]!.x + columns[index]!.width);
    });
  });

  it("counts whom a cell has no room for, and loses nobody", () => {
    const people = Array.from({ length: 2000 }, (_, index) => person(String(index), { relationship: index % 6 }));
    const { nodes, crowds } = layoutOf(people, measures);
    expect(nodes).toHaveLength(measures.mostInCell - 1);
    expect(nodes.every((node) => node.person.relationship === 5)).toBe(true);
    expect(crowds).toHaveLength(1);
    expect(crowds[0]!.people).toHaveLength(2000 - nodes.length);
  });

  it("draws a line to the superior where both are seen, and none to oneself or out of the map", () => {
    const { lines } = layoutOf(
      [
        person("boss", { influence: 5 }),
        person("a", { reportsToId: "boss" }),
        person("b", { reportsToId: "elsewhere" }),
        person("c", { reportsToId: "c" }),
      ],
      measures,
    );
    expect(lines.map((line) => [line.from.person.stakeholderId, line.to.person.stakeholderId])).toEqual([["a", "boss"]]);
  });

  it("is an empty frame for nobody", () => {
    const { columns, rows, nodes } = layoutOf([], measures);
    expect([columns.length, rows.length, nodes.length]).toEqual([5, 5, 0]);
    expect(columns.at(-1)!.x + columns.at(-1)!.width).toBeCloseTo(measures.width, 6);
  });
});

describe("people", () => {
  it("report up to whoever is on the map, and a circle ends", () => {
    const people = new Map(
      [person("a", { reportsToId: "b" }), person("b", { reportsToId: "c" }), person("c", { reportsToId: "a" })].map((each) => [
        each.stakeholderId,
        each,
      ]),
    );
    expect(superiorsOf(people.get("a")!, people).map((each) => each.stakeholderId)).toEqual(["b", "c"]);
  });

  it.each([
    ["Eva Frei", "EF"],
    ["Müller", "M"],
    ["Jean-Luc de la Tour", "JT"],
    ["", ""],
  ])("called %s are %s in short", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it("are read from the answer of the server, which may have none", () => {
    expect(readBuyingCentre('{"relationshipScore":0,"people":[],"missingRoles":["Buyer"]}')).toMatchObject({
      people: [],
      missingRoles: ["Buyer"],
    });
    for (const json of ["{", "{}", '{"relationshipScore":0,"people":[{"name":"A"}]}'])
      expect(() => readBuyingCentre(json)).toThrow(SyntaxError);
  });
});
