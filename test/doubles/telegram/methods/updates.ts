import { conflict } from "../refusal.ts";
import type { Method } from "./method.ts";

export const getUpdates: Method = {
  name: "getUpdates",
  models: ["offset", "limit", "timeout", "allowed_updates"],
  run({ world, fields, gone }) {
    if (world.webhook.isSet)
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    if (fields.has("allowed_updates")) world.updates.allowed = fields.list("allowed_updates").map(String);
    const limit = Math.min(Math.max(fields.number("limit") ?? 100, 1), 100);
    const timeout = Math.min(Math.max(fields.number("timeout") ?? 0, 0), 50);
    return world.updates.poll(fields.number("offset") ?? 0, limit, timeout, gone);
  },
};

export const setWebhook: Method = {
  name: "setWebhook",
  models: ["url", "max_connections", "allowed_updates", "drop_pending_updates", "secret_token"],
  run({ world, fields }) {
    world.webhook.set(fields);
    return true;
  },
};

export const deleteWebhook: Method = {
  name: "deleteWebhook",
  models: ["drop_pending_updates"],
  run({ world, fields }) {
    world.webhook.remove(fields.flag("drop_pending_updates"));
    return true;
  },
};

export const getWebhookInfo: Method = {
  name: "getWebhookInfo",
  models: [],
  run: ({ world }) => world.webhook.info,
};
