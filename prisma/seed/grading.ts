/** A commonly published scale: 85 and above A+, 80 A, 70 B, 60 C, 50 D, below F. */
export const bands = [
  { minimum: 85, grade: "A+", gradePoint: 4 },
  { minimum: 80, grade: "A", gradePoint: 4 },
  { minimum: 70, grade: "B", gradePoint: 3 },
  { minimum: 60, grade: "C", gradePoint: 2 },
  { minimum: 50, grade: "D", gradePoint: 1 },
  { minimum: 0, grade: "F", gradePoint: 0 },
] as const;

/** What each part counts, in percent of the total. */
export const weights = { assignment: 30, exam: 70 };
/** The least total that passes, and the least in each of assignments and examination. */
export const passMark = 50;
export const componentPassMark = 40;

/** Marks out of 100 in assignments and examination. */
export type Marks = [assignments: number, exam: number];

/** The result of a course. Each part must be passed, and the whole; a failed part is an F whatever the total. */
export function graded([assignmentMarks, examMarks]: Marks) {
  const total = Math.round((assignmentMarks * weights.assignment + examMarks * weights.exam) / 100);
  const passed = assignmentMarks >= componentPassMark && examMarks >= componentPassMark && total >= passMark;
  const band = bands.find(({ minimum }) => (passed ? total : 0) >= minimum);
  return {
    assignmentMarks,
    examMarks,
    total,
    grade: band?.grade ?? "F",
    gradePoint: band?.gradePoint ?? 0,
    status: passed ? ("passed" as const) : ("failed" as const),
  };
}
