// What the peers say: about as much as Rabta does.
import type { Login } from "../../../api/contract/auth.ts";
import type { SemesterResult } from "../../../api/contract/me.ts";

const button = (text: string) => ({ text, callback_data: text });
const rows = (...labels: string[]) => ({
  reply_markup: { inline_keyboard: labels.map((label) => [button(label)]) },
});

export const inside = rows(
  ...["Grades", "Examinations", "Course registration", "Tutors", "Service requests", "Profile"],
  ...["Courses", "Notifications", "Help", "Settings", "Log out"],
);
export const outside = rows("Log in", "Forgot password", "Help", "Language");
export const languages = rows("English", "اردو", "Roman Urdu");

export const welcome = "Welcome to the Rabta Open University.";
export const whichLanguage = "Please choose your language.";
export const whichNumber = "Your registration number, please. It looks like 22P-123456.";
export const whichPassword = (number: string) => `And the password for ${number}? I will delete it at once.`;
export const dashboard = ({ name, registrationNumber, programme }: Login["student"]) =>
  `${name} · ${registrationNumber}\n${programme.name}\n\nWhat would you like to do?`;
export const whichSemester = "Which semester?";
export const semesters = (all: SemesterResult[]) =>
  rows(
    ...all.map(
      ({ semester, gradePointAverage }) =>
        `${semester.season} ${semester.year} · GPA ${gradePointAverage?.toFixed(2)}`,
    ),
    ...["Back", "Menu"],
  );
