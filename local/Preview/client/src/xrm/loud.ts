/** Thrown when a script uses something of the client API that the preview does not have. */
export class NotSupportedError extends Error {
  constructor(member: string) {
    super(`Not supported here: ${member}`);
    this.name = "NotSupportedError";
  }
}

/**
 * An object of the client API whose missing members say their name when they are used, instead of being undefined.
 * Whoever only looks whether they are there (typeof, in) is told the truth through `in`.
 */
export function loud<Api extends object>(name: string, api: Api): Api {
  return new Proxy(api, {
    get(target, member, receiver) {
      if (typeof member === "symbol" || member in target) return Reflect.get(target, member, receiver) as unknown;
      // Asked by promises and by JSON, not by scripts.
      if (member === "then" || member === "toJSON") return undefined;
      throw new NotSupportedError(`${name}.${member}`);
    },
  });
}

/** A collection of the client API: forEach, get by name, by index or by condition. */
export function collection<Item>(name: string, items: () => readonly Item[], nameOf: (item: Item) => string) {
  return loud(name, {
    get(wanted?: string | number | ((item: Item, index: number) => boolean)): unknown {
      const all = items();
      if (wanted === undefined) return [...all];
      if (typeof wanted === "number") return all[wanted] ?? null;
      if (typeof wanted === "function") return all.filter(wanted);
      return all.find((each) => nameOf(each) === wanted) ?? null;
    },
    forEach(visit: (item: Item, index: number) => void): void {
      items().forEach(visit);
    },
    getLength: () => items().length,
    getByName: (wanted: string) => items().find((each) => nameOf(each) === wanted) ?? null,
    getByIndex: (index: number) => items()[index] ?? null,
    getAll: () => [...items()],
    getByFilter: (filter: (item: Item, index: number) => boolean) => items().filter(filter),
  });
}
