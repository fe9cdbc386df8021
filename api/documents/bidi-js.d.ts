/** What is used of bidi-js: its own types call the factory `default.default`, which is not what it exports. */
declare module "bidi-js" {
  type EmbeddingLevels = { levels: Uint8Array };
  type Bidi = {
    getEmbeddingLevels(text: string, baseDirection?: "ltr" | "rtl" | "auto"): EmbeddingLevels;
    getMirroredCharactersMap(text: string, levels: Uint8Array): Map<number, string>;
  };
  export default function bidiFactory(): Bidi;
}
