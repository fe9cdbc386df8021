import { BroadcastAction, finalActions } from "../../api/contract/broadcasts.ts";
import type { Api } from "../../api/contract/client.ts";
import type { Language } from "../../api/contract/shared.ts";
import { type Markup, plain } from "../../conversations/engine/markup.ts";
import type { Translate } from "../../conversations/words/words.ts";
import type { DeskMessage, DeskPlace } from "./place.ts";

type Here = {
  /** The API on behalf of who wrote or pressed; what it writes happens once. */
  as: () => Api;
  place: DeskPlace;
  t: Translate;
  reply: (text: Markup, more?: Partial<DeskMessage>) => Promise<string>;
  thread: string | undefined;
  /** In which a broadcast's progress is shown. */
  language: Language;
};

/** What can be done with broadcasts in a chat of the desk. All throw the API's problems, for whoever asked. */
export function broadcastsHere({ as, place, t, reply, thread, language }: Here) {
  const { channel } = place;

  /** How far a broadcast is, here and from now on; without one, how to write one whose way is shown here. */
  async function watch(reference: string | undefined): Promise<unknown> {
    const body = { channel, chat: place.chat, ...(thread && { thread }), language };
    if (reference !== undefined) return as().watchBroadcast({ params: { reference }, body });
    await as().watchNextBroadcast({ body });
    const label = plain(t("menu-broadcast"));
    const where = plain(t("group-broadcast-words", { words: label }));
    const url = await place.ownChat?.("broadcast");
    const links = url === undefined ? [] : [{ url, label }];
    return reply(t("group-broadcast", { where, command: "/broadcast BC-2026-000003" }), { links });
  }

  /** What is done is seen in the message that shows it. @param name an action's, or `failures` for the table of them */
  async function act(reference: string, name: string): Promise<unknown> {
    const params = { reference };
    if (name === "failures") {
      const bytes = await as().broadcastFailures({ params });
      const file = { name: `${reference}-failures.csv`, type: "text/csv", bytes };
      return reply(t("broadcast-csv-of", { reference }), { file });
    }
    const action = BroadcastAction.safeParse(name).data;
    if (action === undefined) return reply(t("group-unknown"));
    return as().actOnBroadcast({ params, body: { action } });
  }

  /** As {@link act}, by a button. Many wait for a broadcast, and a thumb slips: what cannot be undone is asked about first. */
  async function press(reference: string, name: string): Promise<unknown> {
    const action = finalActions.find((one) => one === name);
    if (action === undefined) return act(reference, name.replace(/^sure-/, ""));
    const label = plain(t(`broadcast-action-${action}`));
    const choices = [{ id: `cast:sure-${action}:${reference}`, label }];
    return reply(t("broadcast-sure", { action: label, reference }), { choices });
  }

  return { watch, act, press };
}
