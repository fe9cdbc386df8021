/** A course: code, title, credit hours, and how its programme asks for it. */
export type SeedCourse = {
  code: string;
  title: string;
  creditHours: number;
  role: "compulsory" | "elective";
  /** The semester of the programme in which it is suggested. */
  semester?: number;
  /** One of those that share this name is enough. */
  either?: string;
};

const course = (
  code: string,
  title: string,
  creditHours: number,
  more: Partial<Omit<SeedCourse, "code" | "title" | "creditHours">> = {},
): SeedCourse => ({ code, title, creditHours, role: "elective", ...more });
const must = (semester: number, either?: string) => ({
  role: "compulsory" as const,
  semester,
  ...(either !== undefined && { either }),
});

/** The real courses of each programme, from the university's prospectuses. */
export const courses: Record<string, SeedCourse[]> = {
  FA: [
    course("316", "Islamiyat", 3, must(1, "islamiyat-or-ethics")),
    course("319", "Ethics (for non-Muslim students)", 3, must(1, "islamiyat-or-ethics")),
    course("317", "Pakistan Studies", 3, must(1)),
    course("363", "Urdu-I", 3, must(1)),
    course("386", "Compulsory English-I", 3, must(1)),
    course("364", "Urdu-II", 3, must(2)),
    course("387", "Compulsory English-II", 3, must(2)),
    course("312", "Education", 6),
    course("301", "Daftri Urdu", 3),
    course("303", "Iqbaliat", 6),
    course("305", "Rural Development", 3),
    course("308", "General Science", 6),
    course("309", "Arabic", 6),
    course("311", "Book-keeping and Accountancy", 6),
    course("315", "Economics", 6),
    course("321", "Muslim History of Sub-Continent", 6),
    course("322", "Secretarial Practice", 3),
    course("330", "Child Care & Development", 3),
    course("343", "Islamiyat (Elective)", 6),
    course("345", "Home Management and Home Furnishing", 3),
    course("346", "Principles of Commerce", 6),
    course("347", "Banking", 3),
    course("349", "Plant Protection", 3),
    course("356", "Food and Nutrition", 3),
  ],
  BA: [
    course("416", "Islamiyat", 3, must(1, "islamiyat-or-ethics")),
    course("418", "Ethics", 3, must(1, "islamiyat-or-ethics")),
    course("417", "Pakistan Studies", 3, must(1)),
    course("1423", "Compulsory English-I", 3, must(1)),
    course("1424", "Compulsory English-II", 3, must(2)),
    course("1429", "Business Mathematics", 3, must(2)),
    course("1431", "Basics of Information & Communication Technology", 3, must(2)),
    course("402", "Economics", 6),
    course("404", "Urdu", 6),
    course("405", "Iqbaliat", 6),
    course("406", "Economics of Pakistan", 6),
    course("407", "Modern Muslim World", 6),
    course("408", "Arabic", 6),
    course("409", "Commercial Geography", 6),
    course("411", "Sociology-I", 6),
    course("412", "Social & Cultural Anthropology", 6),
    course("413", "Sociology-II", 3),
    course("414", "Demography", 6),
    course("419", "Education", 6),
    course("422", "Organizing Library Resources", 6),
    course("423", "Library Services", 6),
  ],
  BED: [
    course("8601", "General Methods of Teaching", 3, must(1)),
    course("8602", "Educational Assessment and Evaluation", 3, must(1)),
    course("8603", "Curriculum Development", 3, must(1)),
    course("8604", "Research Methods in Education", 3, must(1)),
    course("8605", "Educational Leadership and Management", 3, must(1)),
    course("8606", "Citizenship Education and Community Engagement", 3, must(2)),
    course("8607", "Teaching Practice I", 3, must(2)),
    course("8608", "Teaching Practice II", 3, must(3)),
    course("8609", "Philosophy of Education", 3, must(2)),
    course("8610", "Human Development and Learning", 3, must(2)),
    course("8611", "Critical Thinking and Reflective Practices", 3, must(3)),
    course("8612", "Professionalism in Teaching", 3, must(3)),
    course("8613", "Research Project", 3, must(3)),
    course("8614", "Introduction to Educational Statistics", 3, must(3)),
  ],
};

/** Sociology-II is for those who passed Sociology-I, and so on: what must be passed before. */
export const prerequisites: [course: string, required: string][] = [
  ["1424", "1423"],
  ["413", "411"],
  ["387", "386"],
  ["8608", "8607"],
];
