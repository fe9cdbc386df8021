import { describe, expect, test } from "vitest";
import type { StaffAction } from "../../api/contract/desk.ts";
import { actionsFor, isAnothers, isOurs, type Rights, type Workable } from "../../api/rules/desk-rights.ts";

const member: Rights = { id: "me", role: "agent", regionalOfficeId: null, departmentId: null };
const request: Workable = {
  ...{ state: "pending", type: "correction", assigneeId: null, departmentId: "exams" },
  student: { regionalOfficeId: "lahore" },
};

describe("a request belongs", () => {
  test.each<[string, Partial<Rights>, Partial<Workable>, boolean]>([
    ["to who is of every office and department", {}, {}, true],
    ["to its student's office", { regionalOfficeId: "lahore" }, {}, true],
    ["to no other office", { regionalOfficeId: "multan" }, {}, false],
    ["to its department", { departmentId: "exams" }, {}, true],
    ["to no other department", { departmentId: "admissions" }, {}, false],
    ["to every department, where it is of none", { departmentId: "exams" }, { departmentId: null }, true],
    [
      "to nobody elsewhere, whose department it is",
      { regionalOfficeId: "multan", departmentId: "exams" },
      {},
      false,
    ],
    ["to an admin, of whatever office", { role: "admin", regionalOfficeId: "multan" }, {}, true],
    ["to no supervisor of another office", { role: "supervisor", regionalOfficeId: "multan" }, {}, false],
  ])("%s", (_, rights, own, belongs) => {
    expect(isOurs({ ...member, ...rights }, { ...request, ...own })).toBe(belongs);
    if (!belongs) expect(actionsFor({ ...member, ...rights }, { ...request, ...own })).toEqual([]);
  });
});

test.each<[Rights["role"], string | null, boolean]>([
  ["agent", null, false],
  ["agent", "me", false],
  ["agent", "another", true],
  ["supervisor", "another", false],
  ["admin", "another", false],
])("for an %s what %s has taken is another's: %s", (role, assigneeId, is) => {
  expect(isAnothers({ ...member, role }, { assigneeId })).toBe(is);
});

describe("what can be done", () => {
  const byTheWay: StaffAction[] = ["answer", "ask-for-document", "reject", "close"];
  const onTheSide: StaffAction[] = ["note", "assign", "hand-back"];
  test.each<[string, Partial<Workable>, StaffAction[]]>([
    ["with a new one: all but approving it unseen", {}, ["take", ...byTheWay, ...onTheSide]],
    ["with one in review", { state: "in_review" }, ["approve", ...byTheWay, ...onTheSide]],
    [
      "with a query, which has nothing to approve",
      { state: "in_review", type: "general" },
      [...byTheWay, ...onTheSide],
    ],
    ["while a document is awaited", { state: "document_needed" }, ["answer", "reject", ...onTheSide]],
    ["once it is rejected", { state: "rejected" }, ["reopen", "note"]],
    ["once it is closed", { state: "closed" }, ["reopen", "note"]],
    ["once it is approved", { state: "approved" }, ["note"]],
    ["with another's", { state: "in_review", assigneeId: "another" }, ["note"]],
  ])("%s", (_, own, actions) => {
    expect(actionsFor(member, { ...request, ...own }).toSorted()).toEqual(actions.toSorted());
  });
});
