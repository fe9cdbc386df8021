import { describe, expect, test } from "vitest";
import { createReadMarks } from "../../bot/channels/whatsapp-cloud/read-marks.ts";

/** A Graph API that answers when a test lets it. */
function setup() {
  const asked: object[] = [];
  const logged: object[] = [];
  const { promise: answer, ...graph } = Promise.withResolvers<undefined>();
  const marks = createReadMarks(
    {
      messages(payload) {
        asked.push(payload);
        return answer;
      },
    },
    { debug: (details) => void logged.push(details) },
  );
  return { asked, logged, graph, marks };
}

describe("read marks", () => {
  test("are no more at once than Meta may leave unanswered", async () => {
    const { asked, graph, marks } = setup();
    for (let at = 0; at < 150; at++) marks.read(`wamid.${at}`);
    expect(asked).toHaveLength(100);
    graph.resolve(undefined);
    await marks.stop();
    marks.read("wamid.150");
    expect(asked.at(-1)).toEqual({ status: "read", message_id: "wamid.150" });
  });

  test("are waited for when the program stops, and not for long", async () => {
    const { graph, marks } = setup();
    const happened: string[] = [];
    marks.read("wamid.1");
    const stopped = marks.stop().then(() => happened.push("stopped"));
    setImmediate(() => {
      happened.push("marked");
      graph.resolve(undefined);
    });
    await stopped;
    expect(happened).toEqual(["marked", "stopped"]);
    const { marks: unanswered } = setup();
    unanswered.read("wamid.2");
    await unanswered.stop();
  });

  test("that fail are let be", async () => {
    const { logged, graph, marks } = setup();
    const working = marks.working("wamid.1");
    graph.reject(new Error("WhatsApp did not answer"));
    await working;
    expect(logged).toEqual([{ cause: "Error: WhatsApp did not answer" }]);
  });
});
