import { inflateSync } from "node:zlib";

/** Both begin with 4-byte type, and their tables' entries follow the header (WOFF 1.0, sections 3 and 4; OpenType). */
const woff = { header: 44, entry: 20 };
const sfnt = { header: 12, entry: 16 };

/**
 * Unpacks a WOFF 1.0 font into the OpenType font that was packed in it. fontkit reads WOFF too, but unpacks a table
 * anew for every glyph that it takes from it.
 * @throws {Error} if the bytes are not a WOFF 1.0 font
 */
export function unpackWoff(packed: Buffer): Buffer {
  if (packed.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF 1.0 font");
  const count = packed.readUInt16BE(12);
  const header = Buffer.alloc(sfnt.header + count * sfnt.entry);
  packed.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(sfnt.entry * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(sfnt.entry * (count - 2 ** power), 10);

  const tables: Buffer[] = [header];
  let offset = header.length;
  for (let index = 0; index < count; index++) {
    const entry = packed.subarray(woff.header + index * woff.entry);
    const [start, stored, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
    const bytes = packed.subarray(start, start + stored);
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    (stored < length ? inflateSync(bytes) : bytes).copy(table);

    const at = sfnt.header + index * sfnt.entry;
    entry.copy(header, at, 0, 4);
    entry.copy(header, at + 4, 16, 20);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(length, at + 12);
    tables.push(table);
    offset += table.length;
  }
  return Buffer.concat(tables);
}
