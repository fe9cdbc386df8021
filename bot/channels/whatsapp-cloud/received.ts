import { z } from "zod";

const File = z.object({
  id: z.string(),
  mime_type: z.string().optional(),
  filename: z.string().optional(),
  caption: z.string().optional(),
  /** Of a sound: it was spoken into the phone. */
  voice: z.boolean().optional(),
});
const Reply = z.object({ id: z.string(), title: z.string() });

/** A message, as far as it is read; loose, because its type tells what it is. */
export const Message = z.looseObject({
  id: z.string(),
  /** The number; missing where Meta tells only the business-scoped id. */
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  /** It was written in a group. */
  group_id: z.unknown().optional(),
  type: z.string(),
  context: z.object({ id: z.string().optional() }).optional().catch(undefined),
  text: z.object({ body: z.string() }).optional().catch(undefined),
  interactive: z
    .object({ button_reply: Reply.optional(), list_reply: Reply.optional() })
    .optional()
    .catch(undefined),
  button: z.object({ payload: z.string().optional(), text: z.string() }).optional().catch(undefined),
  image: File.optional().catch(undefined),
  document: File.optional().catch(undefined),
  video: File.optional().catch(undefined),
  audio: File.optional().catch(undefined),
});
export type Message = z.infer<typeof Message>;

export const Status = z.looseObject({
  id: z.string(),
  status: z.string(),
  recipient_id: z.string().optional(),
  errors: z
    .array(z.looseObject({ code: z.int(), title: z.string().optional() }))
    .optional()
    .catch(undefined),
});
export type Status = z.infer<typeof Status>;

const Value = z.looseObject({
  metadata: z.object({ phone_number_id: z.string() }).optional().catch(undefined),
  messages: z.array(z.unknown()).optional().catch(undefined),
  statuses: z.array(z.unknown()).optional().catch(undefined),
  errors: z
    .array(z.looseObject({ code: z.int() }))
    .optional()
    .catch(undefined),
});

const Change = z.looseObject({ field: z.string(), value: Value });
export type Change = z.infer<typeof Change>;
const Entry = z.looseObject({ changes: z.array(z.unknown()) });

/** What Meta posts: many people's messages, which are read one by one. */
export const Notification = z.looseObject({ object: z.string(), entry: z.array(z.unknown()) });
export type Notification = z.infer<typeof Notification>;

/**
 * The changes that are told, in their order.
 * @param passOver told of what cannot be read: it would come again and again, and nobody else in the post be heard
 */
export function changesOf({ entry }: Notification, passOver: (what: string) => void): Change[] {
  const read = <T>(schema: z.ZodType<T>, sent: unknown, what: string): T[] => {
    const { success, data } = schema.safeParse(sent);
    if (success) return [data];
    passOver(what);
    return [];
  };
  return entry
    .flatMap((one) => read(Entry, one, "an entry of no known form"))
    .flatMap(({ changes }) => changes)
    .flatMap((one) => read(Change, one, "a change of no known form"));
}
