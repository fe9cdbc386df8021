import { z } from "zod";

const Chat = z.object({ id: z.int(), type: z.string() });
const User = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  language_code: z.string().optional().catch(undefined),
});
const Attachment = z.object({
  file_id: z.string(),
  file_size: z.number().optional(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
});
const PhotoSize = z.object({
  file_id: z.string(),
  file_size: z.number().optional(),
  width: z.number(),
  height: z.number(),
});
const Contact = z.object({ phone_number: z.string(), user_id: z.int().optional() });

const Quoted = z.object({
  message_id: z.int(),
  from: User.extend({ username: z.string().optional() }).optional().catch(undefined),
});
export type Quoted = z.infer<typeof Quoted>;

// Loose, because the names of what we do not know tell what kind of message it is. An attachment that does not look as
// documented counts as absent: the message is then answered as something that cannot be read, instead of lost.
const Message = z.looseObject({
  message_id: z.int(),
  chat: Chat,
  from: User.optional(),
  /** In whose name it was written, where that is no person's. */
  sender_chat: Chat.optional().catch(undefined),
  text: z.string().optional(),
  caption: z.string().optional(),
  document: Attachment.optional().catch(undefined),
  video: Attachment.optional().catch(undefined),
  audio: Attachment.optional().catch(undefined),
  photo: z.array(PhotoSize).optional().catch(undefined),
  contact: Contact.optional().catch(undefined),
  voice: Attachment.optional().catch(undefined),
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  reply_to_message: Quoted.optional().catch(undefined),
  migrate_to_chat_id: z.int().optional(),
});
export type ReceivedMessage = z.infer<typeof Message>;

const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  data: z.string().optional(),
  // Of a message that is too old to be shown Telegram still says where it stands.
  message: z
    .object({
      ...{ message_id: z.int(), chat: Chat },
      ...{ message_thread_id: z.int().optional(), is_topic_message: z.boolean().optional() },
    })
    .optional(),
});

const Membership = z.object({ chat: Chat, new_chat_member: z.object({ status: z.string() }) });

/** What is read of Telegram's Update. A part that does not look as documented counts as an unknown kind. */
export const ReceivedUpdate = z.looseObject({
  update_id: z.int(),
  message: Message.optional().catch(undefined),
  edited_message: Message.optional().catch(undefined),
  callback_query: CallbackQuery.optional().catch(undefined),
  my_chat_member: Membership.optional().catch(undefined),
});
export type ReceivedUpdate = z.infer<typeof ReceivedUpdate>;

/** The kinds of updates that Telegram is asked for. */
export const wantedUpdates = ["message", "edited_message", "callback_query", "my_chat_member"] as const;
