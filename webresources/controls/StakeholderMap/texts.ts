import { decimalText, say, type Reader } from "../../src/vocabulary/reader";
import type { Figures } from "../src/DataTable";
import type { Person, Role } from "./people";

export function roleText(reader: Reader, role: Role): string {
  return say(reader, `stakeholders.role${role}`);
}

/** An attitude in words, "unknown" for none. */
export function attitudeText(reader: Reader, attitude: number | null | undefined): string {
  const names = ["Against", "Critical", "Neutral", "Open", "For"] as const;
  const name = attitude === null || attitude === undefined ? undefined : names[Math.round(attitude) + 2];
  return name ? say(reader, `stakeholders.attitude${name}`) : say(reader, "visual.unknown");
}

/** Everything the map shows about a person, in a sentence for whoever hears it. */
export function personText(reader: Reader, person: Person, superior: Person | undefined, isSingleThread: boolean): string {
  const { name, jobTitle, role, influence, attitude, relationship, isReached, otherAccounts } = person;
  return [
    [name, jobTitle, roleText(reader, role)].filter(Boolean).join(", "),
    say(reader, "stakeholders.sayInfluence", decimalText(reader, influence, 0)),
    say(reader, "stakeholders.sayAttitude", attitudeText(reader, attitude)),
    say(reader, "stakeholders.sayRelationship", decimalText(reader, relationship, 0)),
    say(reader, isReached ? "stakeholders.reached" : "stakeholders.notReached"),
    superior ? say(reader, "stakeholders.sayReportsTo", superior.name) : null,
    isSingleThread ? say(reader, "stakeholders.everythingHangs", name) : null,
    otherAccounts && otherAccounts.length > 0
      ? say(reader, "stakeholders.sayElsewhere", otherAccounts.map((account) => account.name).join(", "))
      : null,
  ]
    .filter(Boolean)
    .join(". ");
}

/** The map as a table. */
export function tableOf(reader: Reader, people: readonly Person[], all: ReadonlyMap<string, Person>, open: (id: string) => void): Figures {
  const column = (key: string, isNumber = false) => ({ label: say(reader, `stakeholders.column${key}`), isNumber });
  const signed = (value: number) => (value > 0 ? `+${decimalText(reader, value, 0)}` : decimalText(reader, value, 0));
  return {
    columns: [
      column("Person"),
      column("Role"),
      column("Influence", true),
      column("Attitude"),
      column("Relationship", true),
      column("Reached"),
      column("ReportsTo"),
      column("Elsewhere"),
    ],
    rows: people.map((person) => [
      person.jobTitle ? `${person.name}, ${person.jobTitle}` : person.name,
      roleText(reader, person.role),
      decimalText(reader, person.influence, 0),
      person.attitude === null || person.attitude === undefined
        ? attitudeText(reader, null)
        : `${attitudeText(reader, person.attitude)} (${signed(person.attitude)})`,
      decimalText(reader, person.relationship, 0),
      say(reader, person.isReached ? "stakeholders.yes" : "stakeholders.no"),
      (person.reportsToId && all.get(person.reportsToId)?.name) ?? "",
      (person.otherAccounts ?? []).map((account) => account.name).join(", "),
    ]),
    open: (row) => {
      const person = people[row];
      if (person) open(person.stakeholderId);
    },
  };
}
