/** The XML inside what RetrieveEntityRibbon answers: a zip, base64, with RibbonXml.xml in it. */
export async function ribbonXmlIn(compressedEntityXml: string): Promise<string> {
  const zip = Uint8Array.from(atob(compressedEntityXml), (each) => each.charCodeAt(0));
  const view = new DataView(zip.buffer);
  // The directory stands at the end of the archive and says where each file begins (APPNOTE.TXT, 4.3.12 and 4.3.16).
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== EndOfDirectory) end--;
  if (end < 0) throw new Error("The ribbon is no zip archive.");
  let at = view.getUint32(end + 16, true);
  for (let files = view.getUint16(end + 10, true); files > 0; files--) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength));
    if (name === "RibbonXml.xml") return contentAt(zip, view, at);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  throw new Error("The ribbon has no RibbonXml.xml.");
}

const EndOfDirectory = 0x06054b50;
const Stored = 0;
const Deflated = 8;

async function contentAt(zip: Uint8Array, view: DataView, entry: number): Promise<string> {
  const method = view.getUint16(entry + 10, true);
  const size = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = zip.slice(start, start + size);
  if (method === Stored) return textOf(packed);
  if (method !== Deflated) throw new Error(`The ribbon is packed by method ${String(method)}.`);
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return textOf(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");
}
