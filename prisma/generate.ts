// Makes the database client from schema.prisma, unless the one that is there was made from this very schema: it takes
// some seconds, and every script that needs the client asks for it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const prisma = createRequire(import.meta.url).resolve("prisma/package.json");
const { version, bin } = JSON.parse(readFileSync(prisma, "utf8"));
const mark = createHash("sha256")
  .update(version)
  .update(readFileSync(`${here}schema.prisma`))
  .digest("hex");
const markFile = `${here}generated/made-from`;

if (!existsSync(markFile) || readFileSync(markFile, "utf8") !== mark) {
  const command = fileURLToPath(new URL(bin.prisma, `file://${prisma}`));
  execFileSync(process.execPath, [command, "generate"], {
    cwd: `${here}..`,
    // What it says besides is not the operator's; why it failed stands in the error.
    stdio: ["ignore", "ignore", "pipe"],
  });
  writeFileSync(markFile, mark);
}
