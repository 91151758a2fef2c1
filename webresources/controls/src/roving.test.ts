import { describe, expect, it } from "vitest";
import { nearestTowards, nextIndex } from "./roving";

describe("keys in a list", () => {
  it("stay within it", () => {
    expect(["ArrowRight", "ArrowLeft", "Home", "End", "PageDown", "PageUp"].map((key) => nextIndex(key, 2, 20))).toEqual([
      3, 1, 0, 19, 12, 0,
    ]);
    expect(nextIndex("ArrowRight", 19, 20)).toBe(19);
    expect(nextIndex("ArrowLeft", 0, 20)).toBe(0);
    expect(nextIndex("a", 2, 20)).toBeNull();
    expect(nextIndex("Home", 0, 0)).toBeNull();
  });

  it("go from row to row of a grid, to the ends of a row, and nowhere beyond the last row", () => {
    // Rows of four, the last of two: 0–3, 4–7, 8–9.
    expect(["ArrowDown", "ArrowUp", "Home", "End"].map((key) => nextIndex(key, 5, 10, 4))).toEqual([9, 1, 4, 7]);
    expect(nextIndex("ArrowDown", 6, 10, 4)).toBe(6);
    expect(nextIndex("End", 8, 10, 4)).toBe(9);
  });
});

describe("keys on a drawing", () => {
  const places = [
    { x: 0, y: 0 },
    { x: 10, y: 1 },
    { x: 11, y: -30 },
    { x: 0, y: 20 },
    { x: 0, y: 0 },
  ];

  it("lead to the nearest place in their direction", () => {
    expect(nearestTowards("ArrowLeft", 1, places)).toBe(4);
    expect(nearestTowards("ArrowDown", 4, places)).toBe(3);
    expect(nearestTowards("ArrowUp", 1, places)).toBe(4);
  });

  it("stay where there is nothing further, and leave other keys alone", () => {
    expect(nearestTowards("ArrowLeft", 0, [places[0]!, places[1]!])).toBe(0);
    expect(nearestTowards("Enter", 0, places)).toBeNull();
  });

  it("reach each of several places one on another", () => {
    expect(nearestTowards("ArrowRight", 0, places)).toBe(4);
    expect(nearestTowards("ArrowRight", 4, places)).toBe(1);
    expect(nearestTowards("ArrowLeft", 4, places)).toBe(0);
  });
});
