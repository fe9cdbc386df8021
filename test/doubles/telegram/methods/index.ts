import * as attachments from "./attachments.ts";
import * as deletions from "./deletions.ts";
import * as edits from "./edits.ts";
import * as messages from "./messages.ts";
import type { Method } from "./method.ts";
import * as presence from "./presence.ts";
import * as profile from "./profile.ts";
import * as topics from "./topics.ts";
import * as updates from "./updates.ts";

const modelled: readonly Method[] = [
  updates.getUpdates,
  updates.setWebhook,
  updates.deleteWebhook,
  updates.getWebhookInfo,
  messages.sendMessage,
  messages.forwardMessage,
  messages.copyMessage,
  attachments.sendDocument,
  attachments.sendPhoto,
  attachments.sendVoice,
  attachments.sendMediaGroup,
  attachments.getFile,
  edits.editMessageText,
  edits.editMessageCaption,
  edits.editMessageReplyMarkup,
  deletions.deleteMessage,
  deletions.deleteMessages,
  presence.sendChatAction,
  presence.answerCallbackQuery,
  presence.setMessageReaction,
  presence.pinChatMessage,
  presence.unpinChatMessage,
  topics.getForumTopicIconStickers,
  topics.createForumTopic,
  topics.editForumTopic,
  topics.closeForumTopic,
  topics.reopenForumTopic,
  topics.deleteForumTopic,
  profile.getMe,
  profile.setMyCommands,
  profile.getMyCommands,
  profile.deleteMyCommands,
  profile.setMyDescription,
  profile.setMyShortDescription,
  profile.getMyDescription,
  profile.getMyShortDescription,
  profile.setChatMenuButton,
  profile.getChatMenuButton,
];

/** The methods that the double models, by name. */
export const methods: ReadonlyMap<string, Method> = new Map(modelled.map((one) => [one.name, one]));
