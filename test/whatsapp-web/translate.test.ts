import { expect, test } from "vitest";
import { translate } from "../../bot/channels/whatsapp-web/translate.ts";

const told = (type: string, more = {}) =>
  translate({ id: "false_923001234567@c.us_3A1", from: "923001234567@c.us", type, body: "", ...more });

test.each([
  "sticker",
  "location",
  "vcard",
  "multi_vcard",
  "poll_creation",
  "scheduled_event_creation",
  "order",
  "product",
  "payment",
  "groups_v4_invite",
])("a %s is told as what cannot be read", (type) => {
  expect(told(type)).toMatchObject({ content: { kind: "unsupported", what: type } });
});

test("a picture that is shown once, on the phone alone, is told as what cannot be read", () => {
  expect(told("image")).toMatchObject({ content: { kind: "unsupported", what: "image" } });
  const file = { name: "image.jpg", type: "image/jpeg", bytes: 1 };
  expect(told("image", { file })).toMatchObject({ content: { kind: "file" } });
});

test.each(["album", "reaction", "revoked", "pinned_message", "poll_update", "e2e_notification", "call_log"])(
  "a %s is nobody's word",
  (type) => {
    expect(told(type)).toBeUndefined();
  },
);

test("what is not known is told by its name", () => {
  expect(told("hologram")).toEqual({ unknown: "hologram" });
});
