import { basename } from "node:path";

/** Shows how far an import is: a bar where somebody looks, a line now and then where a file is written. */
export type Progress = { show(stage: string, share: number): void; clear(): void };

const width = 30;
/** On a terminal so often, elsewhere so often, in ms. */
const every = { terminal: 100, lines: 10_000 };
const clearLine = "\r\u001b[K";

/** @param out the terminal, or a pipe */
export function showProgress(path: string, out: NodeJS.WriteStream): Progress {
  const pause = out.isTTY ? every.terminal : every.lines;
  let shown = performance.now();
  return {
    show(stage, share) {
      if (performance.now() - shown < pause) return;
      shown = performance.now();
      const percent = `${Math.floor(share * 100)} %`;
      if (!out.isTTY) return void out.write(`${basename(path)}: ${stage} ${percent}\n`);
      const full = "█".repeat(Math.round(share * width)).padEnd(width, "░");
      out.write(`${clearLine}${basename(path)}  ${full} ${stage} ${percent}`);
    },
    clear() {
      if (out.isTTY) out.write(clearLine);
    },
  };
}
