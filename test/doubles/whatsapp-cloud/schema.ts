import { z } from "zod";

/** Lengths are in UTF-16 units, as Meta's reference counts; a text of white space alone is none. */
const text = (most: number) => z.string().max(most).regex(/\S/, "must not be empty");
const id = text(256);

const Body = z.strictObject({ text: text(1024) });
const TextHeader = z.strictObject({ type: z.literal("text"), text: text(60) });
const Extras = { header: TextHeader.optional(), footer: z.strictObject({ text: text(60) }).optional() };
/** Above reply buttons, not above lists, a picture or a document may stand. */
const MediaHeader = z.discriminatedUnion("type", [
  TextHeader,
  z.strictObject({ type: z.literal("image"), image: z.strictObject({ id: z.string() }) }),
  z.strictObject({
    type: z.literal("document"),
    document: z.strictObject({ id: z.string(), filename: text(240).optional() }),
  }),
]);

const Button = z.strictObject({
  ...{ type: z.literal("button"), body: Body, ...Extras, header: MediaHeader.optional() },
  action: z.strictObject({
    buttons: z
      .array(z.strictObject({ type: z.literal("reply"), reply: z.strictObject({ id, title: text(20) }) }))
      .min(1)
      .max(3)
      .refine((all) => differ(all.map(({ reply }) => reply.title)), "titles must differ")
      .refine((all) => differ(all.map(({ reply }) => reply.id)), "ids must differ"),
  }),
});

const Row = z.strictObject({ id: text(200), title: text(24), description: text(72).optional() });
const List = z.strictObject({
  ...{ type: z.literal("list"), body: Body, ...Extras },
  action: z.strictObject({
    button: text(20),
    sections: z
      .array(z.strictObject({ title: text(24).optional(), rows: z.array(Row).min(1) }))
      .min(1)
      .max(10)
      .refine((all) => all.length === 1 || all.every(({ title }) => title), "sections need titles")
      .refine((all) => all.flatMap(({ rows }) => rows).length <= 10, "more than 10 rows")
      .refine((all) => differ(all.flatMap(({ rows }) => rows).map((row) => row.id)), "ids must differ"),
  }),
});

function differ(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}

const Head = {
  messaging_product: z.literal("whatsapp"),
  recipient_type: z.literal("individual").optional(),
  to: z
    .string()
    .regex(/^\d{8,15}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.\w+$/)
    .optional(),
  context: z.strictObject({ message_id: z.string() }).optional(),
};
const Media = { id: z.string(), caption: text(1024).optional() };

/** What may be sent, field by field: what is not here is refused. */
export const Sending = z.discriminatedUnion("type", [
  z.strictObject({
    ...{ ...Head, type: z.literal("text") },
    text: z.strictObject({ body: text(4096), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({
    ...{ ...Head, type: z.literal("interactive") },
    interactive: z.discriminatedUnion("type", [Button, List]),
  }),
  z.strictObject({ ...Head, type: z.literal("image"), image: z.strictObject(Media) }),
  z.strictObject({ ...Head, type: z.literal("audio"), audio: z.strictObject({ id: z.string() }) }),
  z.strictObject({
    ...{ ...Head, type: z.literal("document") },
    document: z.strictObject({ ...Media, filename: text(240).optional() }),
  }),
  z.strictObject({
    ...{ ...Head, type: z.literal("template") },
    template: z.strictObject({
      name: text(512),
      language: z.strictObject({ code: z.string() }),
      components: z
        .array(
          z.strictObject({
            type: z.literal("body"),
            // A parameter has no new lines, no tabs and no long gaps.
            parameters: z.array(
              z.strictObject({
                type: z.literal("text"),
                text: text(1024).regex(/^(?!.*[\n\t])(?!.* {5}).*$/s),
              }),
            ),
          }),
        )
        .optional(),
    }),
  }),
]);
export type Sending = z.infer<typeof Sending>;

/** Marking a message as read, perhaps with the sign of writing. */
export const Reading = z.strictObject({
  messaging_product: z.literal("whatsapp"),
  status: z.literal("read"),
  message_id: z.string(),
  typing_indicator: z.strictObject({ type: z.literal("text") }).optional(),
});

/** What may be uploaded, and how large (bytes). */
export const mediaTypes: Record<string, number> = {
  "image/jpeg": 5 * 1024 ** 2,
  "image/png": 5 * 1024 ** 2,
  "application/pdf": 100 * 1024 ** 2,
  "text/plain": 100 * 1024 ** 2,
  "audio/ogg": 16 * 1024 ** 2,
  "video/mp4": 16 * 1024 ** 2,
};
