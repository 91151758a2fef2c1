import { Input, type InputProps } from "@fluentui/react-components";
import { CalendarLtr16Regular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import type { FormController } from "../formController";
import type { AttributeState } from "../formModel";
import { clockOf, dateText, parseDate, parseTime, valueOfClock } from "./dates";
import { InnerButton } from "./FieldInput";

interface DateProps {
  readonly controller: FormController;
  readonly attribute: AttributeState;
  readonly label: string;
  readonly common: InputProps;
}

/** A day, and a time where the column has one, written as the user's locale writes them and meant in his time zone. */
export function DateField({ controller, attribute, label, common }: DateProps) {
  const { column, value } = attribute;
  const { locale, say, session } = controller.preview;
  const picker = useRef<HTMLInputElement>(null);
  const [typedDay, setTypedDay] = useState<string | null>(null);
  const [typedTime, setTypedTime] = useState<string | null>(null);
  const clock = value instanceof Date ? clockOf(value, column, session.zone) : null;
  const day = clock?.slice(0, 10) ?? "";
  const time = clock?.slice(11) ?? "00:00";
  const set = (nextDay: string | null, nextTime: string) => {
    controller.change(attribute, nextDay === null ? null : valueOfClock(`${nextDay}T${nextTime}`, column, session.zone));
  };
  const leaveDay = () => {
    const read = typedDay === null ? undefined : parseDate(typedDay, locale);
    setTypedDay(null);
    if (read !== undefined) set(read, time);
  };
  const leaveTime = () => {
    const read = typedTime === null ? undefined : parseTime(typedTime);
    setTypedTime(null);
    if (read !== undefined && day !== "") set(day, read);
  };
  return (
    <div style={{ display: "flex", gap: 8 }}>
      <Input
        {...common}
        value={typedDay ?? (day === "" ? "" : dateText(day, locale))}
        placeholder={say("none")}
        onChange={(_, data) => setTypedDay(data.value)}
        onBlur={leaveDay}
        onKeyDown={(event) => event.key === "Enter" && leaveDay()}
        contentAfter={
          <InnerButton label={say("chooseDate", label)} icon={<CalendarLtr16Regular />} onClick={() => picker.current?.showPicker()} />
        }
      />
      <input
        ref={picker}
        type="date"
        value={day}
        tabIndex={-1}
        aria-hidden="true"
        style={{ position: "absolute", width: 0, height: 0, opacity: 0, pointerEvents: "none" }}
        onChange={(event) => set(event.target.value === "" ? null : event.target.value, time)}
      />
      {column.kind === "datetime" && (
        <Input
          aria-label={say("time", label)}
          style={{ width: 90 }}
          value={typedTime ?? (clock === null ? "" : time)}
          onChange={(_, data) => setTypedTime(data.value)}
          onBlur={leaveTime}
          onKeyDown={(event) => event.key === "Enter" && leaveTime()}
        />
      )}
    </div>
  );
}
