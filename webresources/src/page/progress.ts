import { readerOf } from "../vocabulary/clientTexts";
import { say } from "../vocabulary/reader";

/** Shows what is being done, in a dimension's texts, for as long as it takes; also when it fails the page is free again. */
export async function whileSaying<T>(dimension: string, key: string, values: readonly string[], work: () => Promise<T>): Promise<T> {
  Xrm.Utility.showProgressIndicator(say(readerOf(Xrm, dimension), key, ...values));
  try {
    return await work();
  } finally {
    Xrm.Utility.closeProgressIndicator();
  }
}
