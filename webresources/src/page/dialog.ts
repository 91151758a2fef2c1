import { readerOf } from "../vocabulary/clientTexts";
import { say } from "../vocabulary/reader";

/** Asks a question of a dimension's texts; whether it was answered with yes. */
export async function confirmed(dimension: string, key: string, ...values: string[]): Promise<boolean> {
  const reader = readerOf(Xrm, dimension);
  const answer = await Xrm.Navigation.openConfirmDialog({ text: say(reader, key, ...values), title: say(reader, `${key}Title`) });
  return answer.confirmed;
}

/** Says something in a dialog, in a dimension's texts. */
export async function told(dimension: string, key: string): Promise<void> {
  await Xrm.Navigation.openAlertDialog({ text: say(readerOf(Xrm, dimension), key) });
}

/** Shows what the server refused, in its own words. */
export async function showFault(error: unknown): Promise<void> {
  const fault = error as Partial<{ message: string; errorCode: number }>;
  await Xrm.Navigation.openErrorDialog({ message: fault.message ?? String(error), errorCode: fault.errorCode });
}
