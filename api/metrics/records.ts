import { Gauge, type Registry } from "prom-client";
import { z } from "zod";
import { isOpenRequest } from "../records/open-requests.ts";
import type { University } from "../university.ts";

/** A figure that was just asked for is given again for so long (ms), however many ask. */
const fresh = 5_000;

type Records = Pick<University, "database" | "now">;
type Figures = { figure: string; label: string; value: number }[];
const Rows = z.array(z.object({ figure: z.string(), label: z.string(), value: z.number() }));

const gauges = {
  deliveries: {
    name: "rabta_deliveries",
    help: "What is owed to students and staff, by state: queued, leased",
    labelNames: ["state"],
  },
  late: {
    name: "rabta_deliveries_oldest_seconds",
    help: "For how long what is owed longest has been due",
    labelNames: [],
  },
  broadcasts: {
    name: "rabta_broadcasts",
    help: "Broadcasts that are neither finished nor cancelled, by state",
    labelNames: ["state"],
  },
  recipients: {
    name: "rabta_broadcast_recipients",
    help: "Recipients of the broadcasts that are running or paused, by state: queued, sent, failed, left_out",
    labelNames: ["state"],
  },
  desk: {
    name: "rabta_desk_requests",
    help: "Service requests that are open, by state",
    labelNames: ["state"],
  },
  overdue: {
    name: "rabta_desk_overdue",
    help: "Open service requests whose target has passed, by target: answer, resolution",
    labelNames: ["target"],
  },
  connections: {
    name: "rabta_database_connections",
    help: "Connections to this database, of everybody; not told of the embedded one",
    labelNames: [],
  },
} as const;

/** What the records say, counted in one statement when somebody asks. A database that is away leaves these figures out. */
export function recordFigures(registers: Registry[], records: Records): void {
  let counted: Promise<Figures> = Promise.resolve([]);
  let at = Number.NEGATIVE_INFINITY;
  const figures = () => {
    if (performance.now() - at < fresh) return counted;
    at = performance.now();
    counted = count(records).catch(() => []);
    return counted;
  };
  for (const [figure, { labelNames, ...described }] of Object.entries(gauges)) {
    const [label] = labelNames;
    new Gauge({
      ...described,
      labelNames: label ? [label] : [],
      registers,
      async collect() {
        this.reset();
        for (const one of await figures()) {
          if (one.figure !== figure) continue;
          if (label) this.set({ [label]: one.label }, one.value);
          else this.set(one.value);
        }
      },
    });
  }
}

async function count({ database, now }: Records): Promise<Figures> {
  const at = now();
  const rows = await database.client.$queryRaw`
    SELECT 'deliveries' AS figure, state.name AS label,
      (SELECT count(*) FROM deliveries WHERE state = state.name::delivery_state)::float8 AS value
    FROM (VALUES ('queued'), ('leased')) AS state(name)
    UNION ALL
    SELECT 'late', '', coalesce(extract(epoch FROM ${at}::timestamptz - min(due_at)), 0)::float8
    FROM deliveries WHERE state = 'queued' AND due_at <= ${at}
    UNION ALL
    SELECT 'broadcasts', state::text, count(*)::float8 FROM broadcasts
    WHERE state NOT IN ('finished', 'cancelled') GROUP BY state
    UNION ALL
    SELECT 'recipients', told.label, coalesce(told.value, 0)::float8 FROM (
      SELECT sum(count - sent - failed - left_out) AS queued, sum(sent) AS sent, sum(failed) AS failed,
        sum(left_out) AS left_out
      FROM broadcast_pages WHERE broadcast_id IN (SELECT id FROM broadcasts WHERE state IN ('running', 'paused'))
    ) page, LATERAL (VALUES ('queued', page.queued), ('sent', page.sent), ('failed', page.failed),
      ('left_out', page.left_out)) AS told(label, value)
    UNION ALL
    SELECT 'desk', request.state::text, count(*)::float8 FROM service_requests request WHERE ${isOpenRequest} GROUP BY 2
    UNION ALL
    SELECT 'overdue', target.label, target.value::float8 FROM (
      SELECT count(*) FILTER (WHERE request.resolution_due < ${at}) AS resolution,
        count(*) FILTER (WHERE request.first_answered_at IS NULL AND request.first_answer_due < ${at}) AS answer
      FROM service_requests request WHERE ${isOpenRequest}
    ) late, LATERAL (VALUES ('answer', late.answer), ('resolution', late.resolution)) AS target(label, value)
    UNION ALL
    SELECT 'connections', '', numbackends::float8 FROM pg_stat_database
    WHERE datname = current_database() AND ${database.kind === "postgresql"}::boolean`;
  return Rows.parse(rows);
}
