import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

// Prisma's schema engine as WebAssembly. It is Prisma's internal package, pinned to one version; nothing else in the
// program touches it.

/** The part of WebAssembly's interface used here; TypeScript declares it only among a browser's. */
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** Everything of the database belongs to the schema. */
export const filters = { externalTables: [], externalEnums: [] };

/** Starts the engine on a connection. The caller frees it. */
export async function startSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodel: string,
): Promise<bindings.SchemaEngine> {
  loaded ??= load();
  await loaded;
  return bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", datamodel]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  const file = new URL(
    "schema_engine_bg.wasm",
    import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const { instance } = await WebAssembly.instantiate(await readFile(fileURLToPath(file)), {
    "./schema_engine_bg.js": { ...bindings, ...patientTimers() },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin !== "function") throw new Error("the schema engine has no start function");
  begin();
}

/** The engine waits ten seconds at most for a lock, and goes on waiting once it has it: no process is to stay for that. */
const patientTimers = () =>
  Object.fromEntries(
    Object.keys(bindings)
      .filter((name) => name.startsWith("__wbg_setTimeout_"))
      .map((name) => [name, (work: () => void, ms: number) => setTimeout(work, ms >>> 0).unref()]),
  );
