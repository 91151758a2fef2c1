import { localeOf, type Reader } from "./reader";

/** The user at this client, reading the resource file of a dimension (kam_/text/<dimension>.<language>.resx). */
export function readerOf(xrm: Xrm.XrmStatic, dimension: string): Reader {
  return {
    locale: localeOf(xrm.Utility.getGlobalContext().userSettings.languageId),
    // Null, whatever its declaration says, for a key that is in no language of the file.
    textOf: (key) => xrm.Utility.getResourceString(`kam_/text/${dimension}`, key),
  };
}
