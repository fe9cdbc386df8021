/** A course: code, its title in English and in Urdu, credit hours, and how its programme asks for it. */
export type SeedCourse = {
  code: string;
  title: string;
  titleUrdu: string;
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
  titleUrdu: string,
  creditHours: number,
  more: Partial<Pick<SeedCourse, "role" | "semester" | "either">> = {},
): SeedCourse => ({ code, title, titleUrdu, creditHours, role: "elective", ...more });
const must = (semester: number, either?: string) => ({
  role: "compulsory" as const,
  semester,
  ...(either !== undefined && { either }),
});

/** The real courses of each programme, from the university's prospectuses. */
export const courses: Record<string, SeedCourse[]> = {
  FA: [
    course("316", "Islamiyat", "اسلامیات", 3, must(1, "islamiyat-or-ethics")),
    course(
      "319",
      "Ethics (for non-Muslim students)",
      "اخلاقیات (برائے غیر مسلم طلبہ)",
      3,
      must(1, "islamiyat-or-ethics"),
    ),
    course("317", "Pakistan Studies", "مطالعۂ پاکستان", 3, must(1)),
    course("363", "Urdu-I", "اردو اول", 3, must(1)),
    course("386", "Compulsory English-I", "لازمی انگریزی اول", 3, must(1)),
    course("364", "Urdu-II", "اردو دوم", 3, must(2)),
    course("387", "Compulsory English-II", "لازمی انگریزی دوم", 3, must(2)),
    course("312", "Education", "تعلیم", 6),
    course("301", "Daftri Urdu", "دفتری اردو", 3),
    course("303", "Iqbaliat", "اقبالیات", 6),
    course("305", "Rural Development", "دیہی ترقی", 3),
    course("308", "General Science", "جنرل سائنس", 6),
    course("309", "Arabic", "عربی", 6),
    course("311", "Book-keeping and Accountancy", "بک کیپنگ و اکاؤنٹنسی", 6),
    course("315", "Economics", "معاشیات", 6),
    course("321", "Muslim History of Sub-Continent", "تاریخِ مسلمانانِ برصغیر", 6),
    course("322", "Secretarial Practice", "سیکرٹریل پریکٹس", 3),
    course("330", "Child Care & Development", "بچوں کی نگہداشت و نشوونما", 3),
    course("343", "Islamiyat (Elective)", "اسلامیات (اختیاری)", 6),
    course("345", "Home Management and Home Furnishing", "انتظامِ خانہ و آرائشِ خانہ", 3),
    course("346", "Principles of Commerce", "اصولِ تجارت", 6),
    course("347", "Banking", "بینکاری", 3),
    course("349", "Plant Protection", "تحفظِ نباتات", 3),
    course("356", "Food and Nutrition", "غذا و غذائیت", 3),
  ],
  BA: [
    course("416", "Islamiyat", "اسلامیات", 3, must(1, "islamiyat-or-ethics")),
    course("418", "Ethics", "اخلاقیات", 3, must(1, "islamiyat-or-ethics")),
    course("417", "Pakistan Studies", "مطالعۂ پاکستان", 3, must(1)),
    course("1423", "Compulsory English-I", "لازمی انگریزی اول", 3, must(1)),
    course("1424", "Compulsory English-II", "لازمی انگریزی دوم", 3, must(2)),
    course("1429", "Business Mathematics", "کاروباری ریاضی", 3, must(2)),
    course(
      "1431",
      "Basics of Information & Communication Technology",
      "مبادیاتِ انفارمیشن و کمیونیکیشن ٹیکنالوجی",
      3,
      must(2),
    ),
    course("402", "Economics", "معاشیات", 6),
    course("404", "Urdu", "اردو", 6),
    course("405", "Iqbaliat", "اقبالیات", 6),
    course("406", "Economics of Pakistan", "معاشیاتِ پاکستان", 6),
    course("407", "Modern Muslim World", "جدید دنیائے اسلام", 6),
    course("408", "Arabic", "عربی", 6),
    course("409", "Commercial Geography", "تجارتی جغرافیہ", 6),
    course("411", "Sociology-I", "عمرانیات اول", 6),
    course("412", "Social & Cultural Anthropology", "سماجی و ثقافتی بشریات", 6),
    course("413", "Sociology-II", "عمرانیات دوم", 3),
    course("414", "Demography", "آبادیات", 6),
    course("419", "Education", "تعلیم", 6),
    course("422", "Organizing Library Resources", "لائبریری وسائل کی تنظیم", 6),
    course("423", "Library Services", "لائبریری خدمات", 6),
  ],
  BED: [
    course("8601", "General Methods of Teaching", "عمومی طریقہ ہائے تدریس", 3, must(1)),
    course("8602", "Educational Assessment and Evaluation", "تعلیمی جانچ اور جائزہ", 3, must(1)),
    course("8603", "Curriculum Development", "نصاب سازی", 3, must(1)),
    course("8604", "Research Methods in Education", "تعلیمی تحقیق کے طریقے", 3, must(1)),
    course("8605", "Educational Leadership and Management", "تعلیمی قیادت و انتظام", 3, must(1)),
    course(
      "8606",
      "Citizenship Education and Community Engagement",
      "تعلیمِ شہریت اور سماجی شمولیت",
      3,
      must(2),
    ),
    course("8607", "Teaching Practice I", "تدریسی مشق اول", 3, must(2)),
    course("8608", "Teaching Practice II", "تدریسی مشق دوم", 3, must(3)),
    course("8609", "Philosophy of Education", "فلسفۂ تعلیم", 3, must(2)),
    course("8610", "Human Development and Learning", "انسانی نشوونما اور آموزش", 3, must(2)),
    course("8611", "Critical Thinking and Reflective Practices", "تنقیدی سوچ اور تفکری عمل", 3, must(3)),
    course("8612", "Professionalism in Teaching", "تدریس میں پیشہ وریت", 3, must(3)),
    course("8613", "Research Project", "تحقیقی منصوبہ", 3, must(3)),
    course("8614", "Introduction to Educational Statistics", "تعلیمی شماریات کا تعارف", 3, must(3)),
  ],
};

/** Sociology-II is for those who passed Sociology-I, and so on: what must be passed before. */
export const prerequisites: [course: string, required: string][] = [
  ["1424", "1423"],
  ["413", "411"],
  ["387", "386"],
  ["8608", "8607"],
];
