import { Text } from "@fluentui/react-components";
import type { CustomControlUse } from "../design/formXml";
import type { FormController } from "../form/formController";
import type { ControlState } from "../form/formModel";
import { usePreview } from "../shell/appContext";

/** A custom control of the solution in the place of a standard one. */
export function PcfControl({ use }: { controller: FormController; control: ControlState; use: CustomControlUse }) {
  const { say } = usePreview();
  return <Text>{say("notShown", use.name)}</Text>;
}
