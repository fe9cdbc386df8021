import type { Channel } from "../channels/channel.ts";
import { createDesk, type Desk, type DeskOptions } from "./desk.ts";

/** The desk in every messenger where it has a chat: each hears what staff write there. */
export function openDesks(
  channels: ReadonlyMap<string, Channel>,
  options: Omit<DeskOptions, "place">,
): Desk[] {
  return [...channels.values()].flatMap(({ desk: place }) => {
    if (!place) return [];
    const desk = createDesk({ ...options, place });
    place.listen(desk.receive);
    return desk;
  });
}
