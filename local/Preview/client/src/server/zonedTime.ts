// The platform's numbers for time zones ("timezonedefinition.timezonecode") that people in Europe and the Americas have.
const zones: Readonly<Record<number, string>> = {
  4: "America/Los_Angeles",
  10: "America/Denver",
  20: "America/Chicago",
  35: "America/New_York",
  65: "America/Sao_Paulo",
  85: "Europe/London",
  92: "UTC",
  95: "Europe/Budapest",
  100: "Europe/Warsaw",
  105: "Europe/Paris",
  110: "Europe/Zurich",
  115: "Europe/Bucharest",
  125: "Europe/Helsinki",
  130: "Europe/Athens",
};

/** The time zone of a code of the user's settings; UTC where none is chosen. */
export function zoneOf(code: number | null): string {
  const zone = zones[code ?? 92];
  if (zone === undefined) throw new Error(`Not supported here: the time zone ${String(code)} of the user's settings`);
  return zone;
}

/** What a clock in a zone shows at a moment, such as 2026-07-01T09:30. */
export function wallClock(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}

/** The moment at which a clock in a zone shows this; one that the clock leaves out in spring is taken an hour later. */
export function momentOf(clock: string, zone: string): Date {
  const asUtc = new Date(`${clock}:00Z`).getTime();
  const offset = (at: number) => new Date(`${wallClock(new Date(at), zone)}:00Z`).getTime() - at;
  const first = asUtc - offset(asUtc);
  return new Date(asUtc - offset(first));
}

/** Minutes a zone is ahead of UTC at a moment. */
export function offsetMinutes(moment: Date, zone: string): number {
  return Math.round((new Date(`${wallClock(moment, zone)}:00Z`).getTime() - moment.getTime()) / 60_000);
}
