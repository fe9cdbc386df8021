import { expect, test } from "vitest";
import { whatsappMarkup } from "../../bot/channels/whatsapp-markup.ts";

test("a masked number is not bold, where its own stars would end that", () => {
  expect(whatsappMarkup("CNIC: <b>35202-*****-1</b>, <b>now</b>")).toBe(
    `CNIC: 35202-${"*\u2060".repeat(5)}-1, *now*`,
  );
  expect(whatsappMarkup("<b><i>a_b</i></b>")).toBe("*a_\u2060b*");
});

test.each([
  "https://cms.example/login#a_b-c__d_",
  "HTTP://cms.example/~a*b",
  "www.aiou.edu.pk/_b_",
  "tutor_of.405_b@aiou.edu.pk",
])("%s is opened and copied as it is written", (address) => {
  for (const text of [address, `Log in: ${address}`, `${address}\nthanks`, `<b>Here</b> ${address}`])
    expect(whatsappMarkup(text)).toBe(text.replace("<b>Here</b>", "*Here*"));
});

test("what is masked of an address is no look", () => {
  expect(whatsappMarkup("a***@x.pk b***@x.pk")).toBe(["a", "@x.pk b", "@x.pk"].join("*\u2060".repeat(3)));
});

test("what stands there to be copied is copied as it is", () => {
  expect(whatsappMarkup("Like <code>exam_news:en *_~</code>_")).toBe("Like `exam_news:en *_~`_\u2060");
  expect(whatsappMarkup("<code>a`b</code>")).toBe("a`\u2060b");
});
