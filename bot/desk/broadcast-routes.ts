import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  BroadcastAction,
  BroadcastReference,
  broadcasts as contract,
  finalActions,
  NewBroadcast,
  possibleActions,
} from "../../api/contract/broadcasts.ts";
import type { Api } from "../../api/contract/client.ts";
import { registrationNumbersIn } from "../../api/contract/registration-numbers.ts";
import { mostBytes, RequestFile } from "../../api/contract/requests.ts";
import { NewPublication } from "../../api/contract/results.ts";
import { Language } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Message } from "../../conversations/engine/message.ts";
import { broadcastMessage, sizeIn } from "../../conversations/words/broadcast.ts";
import { progressIn, summaryIn } from "../../conversations/words/broadcast-progress.ts";
import { momentName } from "../../conversations/words/names.ts";
import { type Translate, translate } from "../../conversations/words/words.ts";
import type { Channel } from "../channels/channel.ts";
import { previews } from "../delivery/broadcast-preview.ts";
import { choicesIn } from "./broadcast-choices.ts";
import { keyOf, staffFirst, staffOf, wordsOfRequest } from "./page-caller.ts";
import { ofStaff } from "./page-rate.ts";
import { broadcastWords } from "./page-words.ts";

export type BroadcastRoutesOptions = {
  api: Api;
  channels: () => readonly Pick<Channel, "name" | "can">[];
  first: Language;
};

const Params = z.object({ reference: BroadcastReference });
const Acted = z.object({ action: BroadcastAction });
/** An earlier look at a broadcast, from which the page's rate is counted. */
const Before = z.object({ done: z.coerce.number().int(), at: z.coerce.number() });
const Reach = contract.segmentSize.body.extend({ scheduledAt: NewBroadcast.shape.scheduledAt });
const Preview = z.object({
  ...{ topic: NewBroadcast.shape.topic, texts: NewBroadcast.shape.texts, fields: NewBroadcast.shape.fields },
  ...{ buttons: NewBroadcast.shape.buttons, file: RequestFile.nullable(), courses: z.string().default("") },
  language: Language,
});

/** What the page of broadcasts asks for, below `/desk/broadcasts`: what its member of staff may do at the API, in words. */
export function broadcastRoutes(
  app: FastifyInstance,
  { api, channels, first }: BroadcastRoutesOptions,
): void {
  const wordsFor = (request: FastifyRequest): Translate => wordsOfRequest(request, first);

  app.get("/desk/broadcasts/words", async (request) => broadcastWords(wordsFor(request)));

  app.get("/desk/broadcasts/choices", async (request) =>
    choicesIn(wordsFor(request), await staffOf(api, request).broadcastChoices(), channels()),
  );

  app.get("/desk/broadcasts/list", ofStaff, async (request) => {
    const t = wordsFor(request);
    const { broadcasts } = await staffOf(api, request).broadcastList({ query: { limit: 50 } });
    return {
      broadcasts: broadcasts.map(({ reference, topic, state }) => ({
        ...{ reference, topic: plain(t(`topic-${topic}`)), state: plain(t(`broadcast-state-${state}`)) },
      })),
    };
  });

  app.post("/desk/broadcasts/size", async (request) => {
    const { scheduledAt, ...body } = Reach.parse(request.body);
    const size = await staffOf(api, request).segmentSize({ body });
    const t = wordsFor(request);
    const lines = [
      sizeIn(t, size),
      ...(scheduledAt ? [t("broadcast-scheduled", { when: momentName(t, scheduledAt) })] : []),
    ];
    return { total: size.total, text: lines.join("\n") };
  });

  app.post("/desk/broadcasts/numbers", { bodyLimit: mostBytes, ...staffFirst(api) }, async (request) => {
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const { numbers, unread } = registrationNumbersIn(new TextDecoder().decode(bytes));
    const t = wordsFor(request);
    const text = [
      t("broadcast-numbers-read", { count: numbers.length }),
      ...(unread.length > 0
        ? [t("broadcast-numbers-unread", { lines: unread.slice(0, 5).join(" · ") })]
        : []),
    ].join("\n");
    return { numbers, text };
  });

  app.post("/desk/broadcasts/preview", staffFirst(api), async (request) => {
    const { language, courses: own, ...content } = Preview.parse(request.body);
    const name = plain(translate(language)("broadcast-example-name"));
    const whole = { reference: "", results: null, ...content };
    const message = broadcastMessage("preview", whole, { language, name, own });
    return {
      channels: previews(channels(), message).map((one) => ({ ...one, parts: one.parts.map(shown) })),
    };
  });

  app.post("/desk/broadcasts/create", async (request) => {
    const body = NewBroadcast.parse(request.body);
    const { reference } = await staffOf(api, request, keyOf(request)).createBroadcast({ body });
    return { reference };
  });

  app.post("/desk/broadcasts/results", async (request) => {
    const body = NewPublication.parse(request.body);
    const { broadcast } = await staffOf(api, request, keyOf(request)).publishResults({ body });
    return { reference: broadcast };
  });

  app.get("/desk/broadcasts/:reference", async (request) => {
    const { reference } = Params.parse(request.params);
    const one = await staffOf(api, request).broadcast({ params: { reference } });
    const before = Before.safeParse(request.query).data;
    const t = wordsFor(request);
    return {
      ...{
        broadcast: one,
        card: progressIn(t, one, Date.now(), before),
        actions: possibleActions[one.state].map((name) => ({ name, isFinal: finalActions.includes(name) })),
      },
      people: t("broadcast-people", { createdBy: one.createdBy ?? "–", approvedBy: one.approvedBy ?? "–" }),
      texts: one.texts.map(({ language, body }) => ({ language, body })),
    };
  });

  app.post("/desk/broadcasts/:reference/actions", async (request) => {
    const { reference } = Params.parse(request.params);
    const { action } = Acted.parse(request.body);
    await staffOf(api, request, keyOf(request)).actOnBroadcast({ params: { reference }, body: { action } });
    return {};
  });

  app.get("/desk/broadcasts/:reference/outcomes", async (request) => {
    const params = Params.parse(request.params);
    const { outcomes } = await staffOf(api, request).broadcastOutcomes({ params });
    return { text: summaryIn(wordsFor(request), outcomes).join("\n") };
  });

  app.get("/desk/broadcasts/:reference/failures.csv", async (request, reply) => {
    const params = Params.parse(request.params);
    const bytes = await staffOf(api, request).broadcastFailures({ params });
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="${params.reference}-failures.csv"`)
      .send(Buffer.from(bytes));
  });
}

/** A message as the preview draws it. */
function shown(message: Message) {
  if (message.kind !== "text" && message.kind !== "document") return { text: "", choices: [], file: null };
  return {
    text: message.kind === "text" ? message.text : message.caption,
    choices: (message.choices ?? []).map(({ label }) => label),
    file: message.kind === "document" ? message.source.name : null,
  };
}
