import { z } from "zod";
import { StartError } from "../../prisma/start-error.ts";
import { requestTypes } from "../contract/requests.ts";
import type { University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { ApprovalAbove, approvalSetting, usualApproval } from "./broadcast-approval.ts";
import { Lms, lmsSetting, usualLms } from "./lms.ts";
import { documentsSetting, usuallyWithDocument, WithDocument } from "./request-types.ts";

/** What a setting is for, what it is where nobody set it, and how it is read from words at the command line. */
type Setting = { says: string; usual: Value; wants: string; read: z.ZodType<Value, string[]> };
type Value = string | number | string[];

const one = z.tuple([z.string()]).transform(([word]) => word);

/** What an operator may set for the whole university, by its key. */
export const settings: Readonly<Record<string, Setting>> = {
  [lmsSetting]: {
    says: "the address of the learning management system, to which students are led",
    ...{ usual: usualLms, wants: "an address, such as https://lms.university.example", read: one.pipe(Lms) },
  },
  [documentsSetting]: {
    says: "the requests that need a document, or none",
    ...{ usual: usuallyWithDocument, wants: `none, or some of ${requestTypes.join(", ")}` },
    read: z.union([
      z.tuple([z.literal("none")]).transform(() => []),
      z.array(z.string()).min(1).pipe(WithDocument),
    ]),
  },
  [approvalSetting]: {
    says: "above so many recipients a broadcast needs a second person",
    ...{ usual: usualApproval, wants: "a whole number, such as 1000" },
    read: one
      .pipe(z.string().regex(/^\d{1,9}$/))
      .transform(Number)
      .pipe(ApprovalAbove),
  },
};

type Records = Pick<University, "database" | "now">;

/** All settings with what they are, and whether anybody set them. */
export async function listSettings({
  database,
}: Pick<Records, "database">): Promise<{ key: string; says: string; value: unknown; isUsual: boolean }[]> {
  const set = await database.client.setting.findMany({ where: { key: { in: Object.keys(settings) } } });
  return Object.entries(settings).map(([key, { says, usual }]) => {
    const found = set.find((row) => row.key === key);
    return { key, says, value: found ? found.value : usual, isUsual: !found };
  });
}

/**
 * Sets a setting; it holds from the next turn on.
 * @throws {StartError} where there is no such setting, or it cannot be that
 */
export async function changeSetting({ database, now }: Records, key: string, words: string[]): Promise<void> {
  const { wants, read } = settingOf(key);
  const { success, data: value } = read.safeParse(words);
  if (!success) throw new StartError(`${key} is ${wants}.`);
  await database.client.$transaction(async (tx) => {
    const before = await tx.setting.findUnique({ where: { key } });
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    await recordAudit(tx, now(), {
      ...{ actor: "system", action: "setting-changed", subject: "setting", subjectId: key },
      ...(before?.value != null && { from: before.value }),
      to: value,
    });
  });
}

/** Takes back what was set. @throws {StartError} where there is no such setting */
export async function resetSetting({ database, now }: Records, key: string): Promise<void> {
  settingOf(key);
  await database.client.$transaction(async (tx) => {
    const { count } = await tx.setting.deleteMany({ where: { key } });
    if (count > 0)
      await recordAudit(tx, now(), {
        ...{ actor: "system", action: "setting-reset", subject: "setting", subjectId: key },
      });
  });
}

function settingOf(key: string): Setting {
  const setting = Object.hasOwn(settings, key) ? settings[key] : undefined;
  if (setting) return setting;
  throw new StartError(`There is no setting ${key}; there are: ${Object.keys(settings).join(", ")}.`);
}
