import type { Serve } from "../plugins/served.ts";
import { mayBroadcast } from "../records/broadcasts.ts";
import { publishResults } from "../records/publish-results.ts";
import type { University } from "../university.ts";

/**
 * Results that become known.
 * @param begun told when a broadcast that tells of them may have begun
 */
export function resultRoutes(serve: Serve, { now, bell }: University, begun: () => void): void {
  serve("publishResults", async ({ staff, body, once }) => {
    mayBroadcast(staff);
    const published = await once((tx) => publishResults(tx, staff, body, now()));
    bell.ring();
    begun();
    return published;
  });
}
