import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";

/** What is wrong with a line: the column as the file calls it, and what is said of it. */
export type Complaint = { line: number; column: string; reason: string };

/** So many bad lines are shown; where there are more, all of them are in a file beside the imported one. */
const shown = 20;

/** Collects what is wrong with a file. */
export type Complaints = {
  add(complaint: Complaint): void;
  /** @returns what to show, and the file that has it all where it is more */
  end(): Promise<{ lines: string[]; file: string | undefined }>;
};

/** @param path of the imported file; the report's is `PATH.errors.csv` */
export function collectComplaints(path: string): Complaints {
  const first: Complaint[] = [];
  const file = `${path}.errors.csv`;
  let report: WriteStream | undefined;
  let isRefused = false;
  const write = ({ line, column, reason }: Complaint) =>
    report?.write(`${line},"${column.replaceAll('"', '""')}","${reason.replaceAll('"', '""')}"\r\n`);
  return {
    add(complaint) {
      if (!report && first.length < shown) return void first.push(complaint);
      if (isRefused) return;
      if (!report) {
        report = createWriteStream(file);
        // Where the folder takes no file, what is shown is all.
        report.on("error", () => {
          report = undefined;
          isRefused = true;
        });
        // With the mark by which Excel knows UTF-8.
        report.write("\ufeffLine,Column,Reason\r\n");
        for (const one of first) write(one);
      }
      write(complaint);
    },
    async end() {
      if (report) {
        report.end();
        await once(report, "finish").catch(() => {});
      }
      const lines = first.map(
        ({ line, column, reason }) => `  line ${line}: ${column ? `${column} ` : ""}${reason}`,
      );
      return { lines, file: report && file };
    },
  };
}
