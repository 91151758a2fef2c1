import { describe, expect, it } from "vitest";
import type { AccountPoint } from "../src/portfolioAnalysis";
import { accountAt, outline, placed, potentialScale, segmentMarks, shapes, type Area } from "./layout";

const area: Area = { left: 100, top: 10, width: 200, height: 400 };
const point = (more: Partial<AccountPoint>): AccountPoint => ({
  accountId: "1",
  name: "A",
  value: 50,
  potential: 100,
  revenue: 10,
  isKeyAccount: false,
  quadrant: "Partner",
  ...more,
});

describe("a scale of potentials", () => {
  it("is straight with round ticks where potentials are alike", () => {
    const scale = potentialScale([100_000, 800_000, 350_000]);
    expect(scale.ticks).toEqual([0, 200_000, 400_000, 600_000, 800_000]);
    expect([0, 400_000, 800_000].map(scale.heightOf)).toEqual([0, 0.5, 1]);
  });

  it("goes by powers of ten where they differ fiftyfold or more", () => {
    const scale = potentialScale([2_000, 100_000]);
    expect(scale.ticks).toEqual([1_000, 10_000, 100_000]);
    expect([0, -5, 1_000, 10_000, 100_000].map(scale.heightOf)).toEqual([0, 0, 0, 0.5, 1]);
    expect(potentialScale([2_000, 99_999]).ticks[0]).toBe(0);
  });

  it("stands where nobody has any potential", () => {
    expect(potentialScale([0, 0]).heightOf(0)).toBe(0);
    expect(potentialScale([]).ticks).toEqual([0]);
  });
});

describe("accounts", () => {
  it("stand by value from the left and by potential from the bottom; what is unknown has no place", () => {
    const scale = potentialScale([100]);
    const found = placed(
      [point({}), point({ value: 0, potential: 0 }), point({ value: null }), point({ potential: undefined as never })],
      scale,
      area,
    );
    expect(found.map(({ x, y }) => [x, y])).toEqual([
      [200, 10],
      [100, 410],
    ]);
  });

  it("answer the pointer within reach, the nearest first", () => {
    const places = [
      { x: 10, y: 10 },
      { x: 20, y: 10 },
    ];
    expect(accountAt({ x: 16, y: 10 }, places, 14)).toBe(1);
    expect(accountAt({ x: 10, y: 24 }, places, 14)).toBe(0);
    expect(accountAt({ x: 10, y: 24.5 }, places, 14)).toBe(-1);
  });
});

describe("segments", () => {
  it("come by mean value, those without one last, each with a mark of its own", () => {
    const marks = segmentMarks([
      point({ segment: "C", value: 20 }),
      point({ segment: "Key", value: 90 }),
      point({ segment: "Key", value: 80 }),
      point({ segment: null, value: 99 }),
      point({ segment: "D", value: null }),
    ]);
    expect(marks.map(({ name, shape, count }) => [name, shape, count])).toEqual([
      ["Key", "circle", 2],
      ["C", "square", 1],
      ["D", "triangle", 1],
      ["", "ring", 1],
    ]);
  });

  it("share the last mark beyond the fifth", () => {
    const marks = segmentMarks(["a", "b", "c", "d", "e", "f"].map((segment, index) => point({ segment, value: 90 - index })));
    expect(marks.map(({ shape }) => shape)).toEqual(["circle", "square", "triangle", "diamond", "cross", "cross"]);
  });

  it("have outlines that differ", () => {
    expect(new Set(shapes.map((shape) => outline(shape, { x: 0, y: 0 }, 5))).size).toBe(shapes.length);
  });
});
