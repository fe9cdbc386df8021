import { z } from "zod";
import { route } from "./route.ts";
import { addressed, named } from "./shared.ts";

/** A regional office: where people are. */
export const Office = z.object({ code: z.string(), ...named, ...addressed, phone: z.string().nullable() });
export type Office = z.infer<typeof Office>;

export const offices = {
  offices: route({
    method: "GET",
    path: "/v1/offices",
    caller: "service",
    summary: "The regional offices with their addresses and numbers, for whoever is not logged in",
    response: z.object({ offices: z.array(Office) }),
    problems: [],
  }),
};
