import { describe, expect, test } from "vitest";
import { typesWithDocument } from "../../api/records/request-types.ts";
import { aCommand } from "../command.ts";

describe.runIf(process.env.TEST_POSTGRES_URL)("npm run settings", () => {
  const command = aCommand("api/settings-command.ts");
  const { told: settings, refusal } = command;

  test("lists what is as usual, sets it, and takes it back", async () => {
    const usual = [
      "lms\thttps://lms.aiou.edu.pk\t(as usual)",
      "requests-with-document\tname-correction cnic-correction\t(as usual)",
      "broadcast-approval-above\t1000\t(as usual)",
    ].join("\n");
    expect(await settings("list")).toBe(usual);
    const address = "https://lms.university.example";
    expect(await settings("set", "lms", address)).toBe(`lms\t${address}`);
    const student = await command.university.logIn("23B-654321");
    expect(await student().tutors()).toMatchObject({ lms: address });
    expect(await settings("set", "broadcast-approval-above", "500")).toBe("broadcast-approval-above\t500");
    await settings("set", "requests-with-document", "general");
    const withDocument = () => typesWithDocument(command.university.database.client);
    expect(await withDocument()).toEqual(new Set(["general"]));
    expect(await settings("set", "requests-with-document", "none")).toBe("requests-with-document\tnone");
    expect(await withDocument()).toEqual(new Set());
    for (const key of ["lms", "requests-with-document", "broadcast-approval-above"])
      await settings("reset", key);
    expect(await settings("list")).toBe(usual);
    const { client } = command.university.database;
    const log = await client.auditEntry.findMany({ where: { subject: "setting", subjectId: "lms" } });
    expect(log.map(({ action, to }) => [action, to])).toEqual([
      ["setting-changed", address],
      ["setting-reset", null],
    ]);
  });

  test("says in one sentence what cannot be", async () => {
    expect(await refusal("set", "colour", "blue")).toEqual([
      1,
      "There is no setting colour; there are: lms, requests-with-document, broadcast-approval-above.",
    ]);
    expect(await refusal("set", "lms", "ftp://lms.example")).toEqual([
      1,
      "lms is an address, such as https://lms.university.example.",
    ]);
    expect(await refusal("set", "broadcast-approval-above", "many")).toEqual([
      1,
      "broadcast-approval-above is a whole number, such as 1000.",
    ]);
    for (const words of [["fees"], []])
      expect((await refusal("set", "requests-with-document", ...words))?.[1]).toContain("none, or some of");
    expect((await refusal("reset", "encryption-key-proof"))?.[1]).toContain("There is no setting");
    expect(await refusal("remove")).toEqual([1, "There is no remove: npm run -s settings -- help"]);
  });
});
