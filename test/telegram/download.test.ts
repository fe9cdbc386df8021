import { describe, expect, test } from "vitest";
import type { ReceivedFile, Update } from "../../conversations/engine/update.ts";
import { channelOfATest, failureOf, receiver } from "./channel-of-a-test.ts";
import { png } from "./pictures.ts";

const fileOf = ({ content }: Update): ReceivedFile => {
  if (content.kind !== "file") throw new Error(`a ${content.kind} is no file`);
  return content.file;
};

async function withFile(
  send: Parameters<ReturnType<Awaited<ReturnType<typeof channelOfATest>>["telegram"]["user"]>["sends"]>[0],
) {
  const all = await channelOfATest();
  const { received, receive } = receiver();
  await all.channel.start(receive);
  const amina = all.telegram.user({ id: 42, firstName: "Amina" });
  amina.sends(send);
  await all.telegram.until(() => received.length > 0, 5_000);
  return { ...all, file: fileOf(received[0]!) };
}

describe("a file on Telegram", () => {
  test("is fetched as it was sent", async () => {
    const document = Buffer.from("%PDF-1.7 my certificate");
    const { channel, file } = await withFile({ document, name: "certificate.pdf" });
    expect(file).toMatchObject({ name: "certificate.pdf", bytes: document.length });
    expect(Buffer.from(await channel.fetchFile(file)).equals(document)).toBe(true);
  });

  test("that is a photo is fetched in its largest size", async () => {
    const { channel, file } = await withFile({ photo: png(300, 200) });
    expect(file.type).toBe("image/jpeg");
    expect((await channel.fetchFile(file)).length).toBe(png(300, 200).length);
  });

  test("larger than a bot may fetch is not asked for", async () => {
    const document = Buffer.alloc(21 * 1024 * 1024);
    const { channel, file, telegram } = await withFile({ document, name: "film.pdf" });
    const calls = telegram.callsOf("getFile").length;
    expect((await failureOf(channel.fetchFile(file))).kind).toBe("refused");
    expect(telegram.callsOf("getFile").length).toBe(calls);
  });

  test("that Telegram does not know, or cannot give now, is a failure that names no token", async () => {
    const { channel, file, telegram } = await withFile({ document: Buffer.from("x"), name: "x.pdf" });
    const unknown = await failureOf(channel.fetchFile({ ...file, handle: "nothing" }));
    expect(unknown.kind).toBe("refused");
    await telegram.close();
    const away = await failureOf(channel.fetchFile(file));
    expect(away.kind).toBe("unreachable");
    expect(`${unknown.message} ${away.message} ${String(away.cause)}`).not.toContain(telegram.token);
  });
});
