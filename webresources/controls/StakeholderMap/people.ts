export const roles = ["Decider", "Buyer", "User", "Influencer", "Gatekeeper", "Sponsor"] as const;
export type Role = (typeof roles)[number];

/** One person on the map of an account. */
export interface Person {
  readonly stakeholderId: string;
  readonly name: string;
  readonly jobTitle?: string | null | undefined;
  readonly role: Role;
  /** 1 (little) to 5 (decisive). */
  readonly influence: number;
  /** −2 (against us) to 2 (for us); absent when unknown. */
  readonly attitude?: number | null | undefined;
  /** 0 (none) to 5 (trusted adviser). */
  readonly relationship: number;
  readonly isReached: boolean;
  readonly reportsToId?: string | null | undefined;
  readonly otherAccounts?: readonly { readonly accountId: string; readonly name: string }[] | null | undefined;
}

/** The map as custom API kam_MapStakeholders answers it. */
export interface BuyingCentre {
  readonly people: readonly Person[];
  /** 0 to 100. */
  readonly relationshipScore: number;
  /** Share of all influence that lies with people we reach. */
  readonly coveragePercent?: number | null | undefined;
  /** −100 (all against us) to 100 (all for us). */
  readonly sentimentPercent?: number | null | undefined;
  readonly missingRoles: readonly Role[];
  /** On whom everything hangs. */
  readonly singleThreadId?: string | null | undefined;
}

/**
 * Reads the answer.
 * @throws {SyntaxError} Not such JSON.
 */
export function readBuyingCentre(json: string): BuyingCentre {
  const read = JSON.parse(json) as Partial<BuyingCentre> | null;
  if (!read || typeof read.relationshipScore !== "number") throw new SyntaxError("Not a stakeholder map in JSON.");
  const people = read.people ?? [];
  if (!Array.isArray(people) || !people.every(isPerson)) throw new SyntaxError("Not the people of a stakeholder map in JSON.");
  return { ...read, relationshipScore: read.relationshipScore, people, missingRoles: read.missingRoles ?? [] };
}

function isPerson(value: unknown): value is Person {
  const { stakeholderId, name, role, influence, relationship } = (value ?? {}) as Partial<Person>;
  return (
    typeof stakeholderId === "string" &&
    typeof name === "string" &&
    roles.some((each) => each === role) &&
    typeof influence === "number" &&
    typeof relationship === "number"
  );
}

/** Who reports to whom, as far as both are on the map: each person's chain of superiors, the nearest first. A circle ends where it would begin again. */
export function superiorsOf(person: Person, people: ReadonlyMap<string, Person>): Person[] {
  const chain: Person[] = [];
  const seen = new Set([person.stakeholderId]);
  for (let next = person.reportsToId; next && !seen.has(next);) {
    seen.add(next);
    const superior = people.get(next);
    if (!superior) break;
    chain.push(superior);
    next = superior.reportsToId;
  }
  return chain;
}

/** Up to two letters that stand for a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words[words.length - 1] ?? "") : "";
  return [first, last]
    .map((word) => word.codePointAt(0))
    .map((letter) => (letter === undefined ? "" : String.fromCodePoint(letter)))
    .join("")
    .toLocaleUpperCase();
}
