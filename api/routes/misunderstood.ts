import type { Serve } from "../plugins/served.ts";
import { countMisunderstood } from "../records/misunderstood.ts";
import type { University } from "../university.ts";

/** What the bot did not understand, for those who teach it. */
export function misunderstoodRoutes(serve: Serve, university: University): void {
  serve("reportMisunderstood", async ({ body: { phrases } }) => {
    await countMisunderstood(university, phrases);
    return { done: true };
  });
}
