import type { Serve } from "../plugins/served.ts";
import { mayBroadcast } from "../records/broadcasts.ts";
import { publishResults } from "../records/publish-results.ts";
import type { University } from "../university.ts";

/** Results that become known. */
export function resultRoutes(serve: Serve, { now, bell }: University): void {
  serve("publishResults", async ({ staff, body, once }) => {
    mayBroadcast(staff);
    const published = await once((tx) => publishResults(tx, staff, body, now()));
    bell.ring();
    return published;
  });
}
