import type { Serve } from "../plugins/served.ts";
import type { University } from "../university.ts";

/** Where the university's people are: no secret, and nobody's own. */
export function officeRoutes(serve: Serve, { database }: University): void {
  serve("offices", async () => ({
    offices: await database.client.regionalOffice.findMany({
      orderBy: { name: "asc" },
      select: { code: true, name: true, nameUrdu: true, address: true, addressUrdu: true, phone: true },
    }),
  }));
}
