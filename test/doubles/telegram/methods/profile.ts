import type { Fields } from "../fields.ts";
import type { Json } from "../message.ts";
import { checkedLanguage } from "../profile.ts";
import type { World } from "../world.ts";
import type { Method } from "./method.ts";

const scoped = ["scope", "language_code"];

export const getMe: Method = {
  name: "getMe",
  models: [],
  run: ({ world }) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
};

export const setMyCommands: Method = {
  name: "setMyCommands",
  models: ["commands", ...scoped],
  run({ world, fields }) {
    const language = checkedLanguage(fields);
    world.profile.setCommands(scopeOf(world, fields), language, fields.objects("commands"));
    return true;
  },
};

export const getMyCommands: Method = {
  name: "getMyCommands",
  models: scoped,
  run: ({ world, fields }) => world.profile.commands(scopeOf(world, fields), checkedLanguage(fields)),
};

export const deleteMyCommands: Method = {
  name: "deleteMyCommands",
  models: scoped,
  run({ world, fields }) {
    world.profile.deleteCommands(scopeOf(world, fields), checkedLanguage(fields));
    return true;
  },
};

export const setMyDescription = setText("setMyDescription", "description", 512);
export const setMyShortDescription = setText("setMyShortDescription", "short_description", 120);
export const getMyDescription = getText("getMyDescription", "description");
export const getMyShortDescription = getText("getMyShortDescription", "short_description");

export const setChatMenuButton: Method = {
  name: "setChatMenuButton",
  models: ["chat_id", "menu_button"],
  run({ world, fields }) {
    const button: Json = { ...(fields.object("menu_button")?.raw ?? { type: "default" }) };
    if (fields.has("chat_id")) world.chats.reachable(fields.raw.chat_id).menuButton.value = button;
    else world.profile.menuButton = button;
    return true;
  },
};

export const getChatMenuButton: Method = {
  name: "getChatMenuButton",
  models: ["chat_id"],
  run({ world, fields }) {
    const own = fields.has("chat_id") ? world.chats.find(fields.raw.chat_id).menuButton.value : undefined;
    return own ?? world.profile.menuButton;
  },
};

/** A scope that names a chat needs one that the bot knows. @throws Refusal 400 */
function scopeOf(world: World, fields: Fields): Json | undefined {
  const scope = fields.object("scope");
  if (scope?.has("chat_id")) world.chats.reachable(scope.raw.chat_id);
  return scope && { ...scope.raw };
}

function setText(name: string, field: string, limit: number): Method {
  return {
    name,
    models: [field, "language_code"],
    run({ world, fields }) {
      world.profile.setText(field, checkedLanguage(fields), fields.text(field) ?? "", limit);
      return true;
    },
  };
}

function getText(name: string, field: string): Method {
  return {
    name,
    models: ["language_code"],
    run: ({ world, fields }) => ({ [field]: world.profile.text(field, checkedLanguage(fields)) }),
  };
}
