import { describe, expect, test } from "vitest";
import { savedRepliesOf } from "../../api/records/saved-replies.ts";
import { targetsOf } from "../../api/records/targets.ts";
import { demoNow } from "../database.ts";
import { openForImport } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

const targets = "Request type,Department,First answer hours,Resolution hours";
const replies = "Reply,Language,Title,Text,State";

/** Files into the demo university, each with good lines and bad ones, and what is told of them. */
const files: [kind: string, lines: string[], told: [line: number, column: string, reason: string][]][] = [
  [
    "departments",
    [
      "Department code,Department name",
      "EXAMS,Examinations",
      "exams,Controller of Examinations",
      "BOOKS,student services",
      "POST,examinations",
      "!,",
    ],
    [
      [3, "Department code", "says the same again as line 2"],
      [
        4,
        "Department name",
        "another department has this name, and files may call departments by their names",
      ],
      [
        5,
        "Department name",
        "another department has this name, and files may call departments by their names",
      ],
      [6, "Department code", "is not a code or a name"],
      [6, "Department name", "is empty"],
    ],
  ],
  [
    "service-targets",
    [
      targets,
      "general,services,4,16",
      "General query,services,4,16",
      "address-change,Nobody,8,24",
      "mobile-change,,0,24",
      "course-change,,8,7.5",
      "fee-refund,,soon,",
    ],
    [
      [3, "Request type", "says the same again as line 2"],
      [4, "Department", "there is no such department; import the departments first"],
      [5, "First answer hours", "is no time at all"],
      [6, "Resolution hours", "is less than the first answer has"],
      [7, "First answer hours", "is not a number from 0 to 999 with at most two decimals"],
      [7, "Resolution hours", "is empty"],
      [
        7,
        "Request type",
        "is none of name-correction, cnic-correction, address-change, mobile-change, course-change, general",
      ],
    ],
  ],
  [
    "saved-replies",
    [
      replies,
      "fees,English,Fees,Dear {name},",
      "FEES,english,Fees,Dear {name},",
      "فیس,Urdu,فیس,محترم {name},",
      "fees,Punjabi,Fees,Dear {nmae},",
      "fees,Urdu,,Dear { name },gone",
    ],
    [
      [3, "Language", "says the same again as line 2"],
      [4, "Reply", "is not up to 30 Latin letters, digits and hyphens; one looks like books-posted"],
      [
        5,
        "Text",
        "has a field that nothing is known for; there are {name}, {reference}, {programme}, {office}, {staff}",
      ],
      [5, "Language", "is none of en, ur, ur-Latn"],
      [
        6,
        "Text",
        "has a field that nothing is known for; there are {name}, {reference}, {programme}, {office}, {staff}",
      ],
      [6, "State", "is none of kept, withdrawn"],
      [6, "Title", "is empty"],
    ],
  ],
];

describe.each(engines)("on %s", (engine) => {
  test("bad lines of the desk's files are told, and nothing of them is imported", async () => {
    const { bring } = await openForImport(engine);
    for (const [kind, lines, told] of files) {
      const { kind: found, written, complaints } = await bring(kind, lines);
      expect({ kind: found.name, written }).toEqual({ kind, written: undefined });
      expect(complaints, kind).toEqual(told.map(([line, column, reason]) => ({ line, column, reason })));
    }
  });

  test("a request goes to the department of its type, and is due by its working hours", async () => {
    const { bring, database } = await openForImport(engine);
    const { id } = await database.client.student.findUniqueOrThrow({
      where: { registrationNumber: "22P-123456" },
    });
    const due = async () => {
      const found = await targetsOf(database.client, id, "address-change", demoNow);
      const { departmentId, firstAnswerDue, resolutionDue } = found;
      const department = await database.client.department.findUnique({ where: { id: departmentId ?? "" } });
      return [department?.code, firstAnswerDue?.toISOString(), resolutionDue?.toISOString()];
    };
    // Two in the afternoon of a Monday in Pakistan.
    expect(demoNow.toISOString()).toBe("2026-11-23T09:00:00.000Z");
    await bring("departments", ["Department code,Department name", "Post,Mailing"]);
    expect((await bring("targets", [targets, "پتے کی تبدیلی,mailing,۰٫۵,۳"])).written).toEqual({
      ...{ added: 0, changed: 1 },
    });
    expect(await due()).toEqual(["POST", "2026-11-23T09:30:00.000Z", "2026-11-23T12:00:00.000Z"]);
    // A file without a department leaves it.
    const hours = "Request type,First answer hours,Resolution hours";
    expect((await bring("targets", [hours, "address change,1,3"])).written).toEqual({ added: 0, changed: 1 });
    expect(await due()).toEqual(["POST", "2026-11-23T10:00:00.000Z", "2026-11-23T12:00:00.000Z"]);
  });

  test("a department that exists keeps its code as it is written, and takes a new name", async () => {
    const { bring, rows } = await openForImport(engine);
    const lines = ["Department code,Department name", "Services,Student Affairs"];
    expect((await bring("departments", lines)).written).toEqual({ added: 0, changed: 1 });
    expect(await rows("SELECT code, name FROM departments")).toEqual([
      { code: "services", name: "Student Affairs" },
    ]);
  });

  test("a saved reply is offered filled in, and no more once it is withdrawn", async () => {
    const { bring, database } = await openForImport(engine);
    const { client } = database;
    const { reference } = await client.serviceRequest.findFirstOrThrow({
      where: { student: { registrationNumber: "22P-123456" } },
    });
    await client.student.update({
      where: { registrationNumber: "22P-123456" },
      data: { language: "ur" },
    });
    const member = await client.staff.findFirstOrThrow({ where: { role: "admin" } });
    const offered = async () => {
      const { replies: all } = await savedRepliesOf(client, { ...member, chatId: "" }, reference);
      return all.find(({ key }) => key === "visit");
    };
    const urdu = "visit,Urdu,دفتر,محترم {name}، دفتر {office} آئیں۔";
    const english = "Visit,English,Office,Please visit {office}.";
    expect((await bring("replies", [replies, `${english},`, `${urdu},`])).written?.added).toBe(2);
    expect(await offered()).toMatchObject({
      title: "دفتر",
      body: expect.stringMatching(/^محترم عائشہ صدیقہ، دفتر [\u0600-\u06FF ]+ آئیں۔$/),
    });
    const withdrawn = [replies, `${urdu},withdrawn`];
    expect((await bring("replies", withdrawn)).written).toEqual({ added: 0, changed: 1 });
    expect((await bring("replies", withdrawn)).written).toEqual({ added: 0, changed: 0 });
    expect(await offered()).toMatchObject({ title: "Office" });
  });
});
