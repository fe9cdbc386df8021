import { Prisma } from "../../prisma/generated/client.ts";
import { openStates } from "../rules/request-states.ts";

/** Whether a `request` of a statement is open, by rules/request-states.ts. */
export const isOpenRequest: Prisma.Sql = Prisma.sql`request.state IN (${Prisma.join(
  openStates.map((state) => Prisma.sql`${state}::request_state`),
)})`;
