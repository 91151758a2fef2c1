// @vitest-environment node
import { deflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { ribbonXmlIn } from "./ribbonArchive";

it.each([0, 8])("finds the XML among the files of an archive packed by method %d", async (method) => {
  const archive = zip(
    [
      ["[Content_Types].xml", "<Types/>"],
      ["RibbonXml.xml", "<RibbonDefinitions label='Übersicht'/>"],
    ],
    method,
  );

  expect(await ribbonXmlIn(archive)).toBe("<RibbonDefinitions label='Übersicht'/>");
});

it("says what is missing from an archive without a ribbon", async () => {
  await expect(ribbonXmlIn(zip([["other.xml", "<x/>"]], 8))).rejects.toThrow("RibbonXml.xml");
  await expect(ribbonXmlIn(btoa("nothing of the kind"))).rejects.toThrow("no zip archive");
});

function zip(files: readonly (readonly [string, string])[], method: number): string {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const [name, text] of files) {
    const plain = Buffer.from(text, "utf8");
    const packed = method === 0 ? plain : deflateRawSync(plain);
    const at = locals.reduce((sum, each) => sum + each.length, 0);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, Buffer.from(name), packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
  }
  const body = Buffer.concat(locals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, ...directory, end]).toString("base64");
}
