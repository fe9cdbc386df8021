import { describe, expect, test } from "vitest";
import { aCommand } from "../command.ts";

describe.runIf(process.env.TEST_POSTGRES_URL)("npm run staff", () => {
  const command = aCommand("api/staff-command.ts");
  const { told: staff, refusal } = command;
  const passwordIn = (told: string) => told.split("password: ")[1] ?? "";
  const login = (email: string, password: string) =>
    command.university.api.for({ idempotencyKey: crypto.randomUUID() }).staffLogin({
      body: { channel: "web", chat: crypto.randomUUID(), email, password },
    });

  test("lets somebody in with a password that is told once, who then is what the command says", async () => {
    const told = await staff("add", "Hina@University.example", "--name", "Hina Malik", "--role", "agent");
    expect(told).toMatch(/ · password: [a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const { token, staff: who } = await login("hina@university.example", passwordIn(told));
    expect(who).toEqual({ name: "Hina Malik", role: "agent" });
    const here = command.university.api.for({ token });

    const office = await command.university.database.client.regionalOffice.findFirstOrThrow();
    const place = ["--office", office.code.toLowerCase(), "--department", "services"];
    await staff("change", "hina@university.example", "--role", "supervisor", ...place);
    expect(await here.staffMe()).toEqual({ name: "Hina Malik", role: "supervisor" });
    expect(await staff("list")).toMatch(
      new RegExp(`^Hina Malik\thina@university.example\tsupervisor\t${office.code}\tservices\tseen`, "m"),
    );
    await staff("change", "hina@university.example", "--office", "all");
    expect(await staff("list")).toMatch(/^Hina Malik\t.*\tsupervisor\tall offices\tservices\t/m);
  });

  test("another password ends every login, also of who tried too often", async () => {
    const email = "desk@rabta.example";
    const { token } = await login(email, "demo-desk-1");
    for (let at = 0; at < 6; at++) await login(email, "wrong").catch(() => {});
    const password = passwordIn(await staff("password", email));
    await expect(command.university.api.for({ token }).staffMe()).rejects.toMatchObject({
      code: "staff-login-expired",
    });
    await expect(login(email, "demo-desk-1")).rejects.toMatchObject({ code: "wrong-staff-credentials" });
    expect((await login(email, password)).staff.name).toBe("Sadia Noreen");
  });

  test("who is disabled is out at once, and their requests are named; enabled, they are in again", async () => {
    const email = "supervisor@rabta.example";
    const { client } = command.university.database;
    const { token } = await login(email, "demo-desk-2");
    const { id } = await client.staff.findUniqueOrThrow({ where: { email } });
    const reference = "SR-2026-000007";
    await client.serviceRequest.update({ where: { reference }, data: { assigneeId: id } });
    expect(await staff("disable", email)).toContain(reference);
    await expect(command.university.api.for({ token }).staffMe()).rejects.toMatchObject({
      code: "staff-login-expired",
    });
    await expect(login(email, "demo-desk-2")).rejects.toMatchObject({ code: "wrong-staff-credentials" });
    expect(await staff("list")).toMatch(/^Kamran Yousaf\t.*\tdisabled$/m);
    await staff("enable", email);
    expect((await login(email, "demo-desk-2")).staff.role).toBe("supervisor");
    const acts = await client.auditEntry.findMany({ where: { subjectId: id, actor: "system" } });
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["staff-disabled", "staff-enabled"]),
    );
  });

  test.each([
    [["add", "hina", "--name", "Hina", "--role", "agent"], "hina is no e-mail address"],
    [["add", "new@university.example", "--name", "Hina"], "Who is it?"],
    [["add", "desk@rabta.example", "--name", "Hina", "--role", "agent"], "works here already"],
    [["change", "nobody@university.example", "--role", "agent"], "Nobody works here"],
    [["change", "desk@rabta.example", "--role", "king"], "--role is agent, supervisor or admin"],
    [["change", "desk@rabta.example", "--office", "MOON"], "There is no regional office MOON; there are: "],
    [["change", "desk@rabta.example", "--rank", "1"], "Unknown option '--rank'"],
    [["password"], "Whom?"],
    [["promote", "desk@rabta.example"], "There is no promote"],
  ])("%j is refused in one sentence", async (words, sentence) => {
    const [code, said] = (await refusal(...words)) ?? [];
    expect(code).toBe(1);
    expect(said).toContain(sentence);
    expect(String(said).split("\n")).toHaveLength(1);
  });
});
