import { expect, it } from "vitest";
import { collection, loud } from "./loud";

it("says the name of a member that is not there, and runs what is", () => {
  const ui = loud("formContext.ui", { close: () => "closed" }) as { close(): string; process?: unknown };

  expect(ui.close()).toBe("closed");
  expect(() => ui.process).toThrow("Not supported here: formContext.ui.process");
});

it("can be awaited and written as JSON like any object", async () => {
  const settings = loud("userSettings", { languageId: 1031 });

  await expect(Promise.resolve(settings)).resolves.toBe(settings);
  expect(JSON.stringify(settings)).toBe('{"languageId":1031}');
});

it("is a collection: by name, by place, by condition, all", () => {
  const tabs = collection(
    "tabs",
    () => [{ name: "a" }, { name: "b" }],
    (each) => each.name,
  );

  expect(tabs.get("b")).toEqual({ name: "b" });
  expect(tabs.get("c")).toBeNull();
  expect(tabs.get(0)).toEqual({ name: "a" });
  expect(tabs.get((each) => each.name === "b")).toEqual([{ name: "b" }]);
  expect(tabs.getLength()).toBe(2);
});
