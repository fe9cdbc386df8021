import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import type { University } from "../university.ts";
import { jobFigures } from "./jobs.ts";
import { recordFigures } from "./records.ts";
import { requestFigures } from "./requests.ts";

/** The API's figures. @returns what makes a regular job a counted one */
export function apiFigures(
  app: FastifyInstance,
  registry: Registry,
  university: Pick<University, "database" | "now">,
): ReturnType<typeof jobFigures> {
  requestFigures(app, [registry]);
  recordFigures([registry], university);
  return jobFigures([registry]);
}
