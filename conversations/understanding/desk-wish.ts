import type { StaffAction } from "../../api/contract/desk.ts";
import { normalise } from "./normalise.ts";
import { wordsIn, wordsOf } from "./word-sets.ts";

/** What staff do with a request that is open before them: an action, see what is masked, or go on to another. */
export type DeskWish = StaffAction | "reveal" | "other";

/** What each is asked for by. */
const called: readonly (readonly [DeskWish, ReadonlySet<string>])[] = [
  [
    "take",
    wordsOf(
      "claim claimed claiming take taking mine dekhta dekhti dekhun dekhunga dekhungi dekhoonga dekhoongi leta leti lunga " +
        "lungi loonga loongi sambhalta sambhalti zimme zimmay zimma دیکھتا دیکھتی دیکھوں لیتا لیتی لوں سنبھالتا سنبھالتی ذمے ذمہ",
    ),
  ],
  ["answer", wordsOf("answer reply respond jawab jawaab جواب")],
  ["note", wordsOf("note notes نوٹ")],
  ["approve", wordsOf("approve approved approving accept manzoor manzur manzoori منظور منظوری")],
  ["reject", wordsOf("reject rejected rejecting refuse decline mustarad namanzoor namanzur مسترد نامنظور")],
  ["close", wordsOf("close closed closing resolve resolved solved band bnd بند")],
  ["reopen", wordsOf("reopen kholo kholein kholen khol کھولو کھولیں کھول")],
  ["assign", wordsOf("assign reassign handover transfer forward supurd سپرد")],
  [
    "ask-for-document",
    wordsOf("document documents dastavez dastavaiz dastawez dastawaiz kaghaz kagaz دستاویز دستاویزات کاغذ"),
  ],
  ["hand-back", wordsOf("bot بوٹ")],
  ["reveal", wordsOf("reveal full unmask poora pura پورا")],
  ["other", wordsOf("next other others another agla agli doosri dusri اگلی اگلا دوسری")],
];

/** The same in words that say something else alone. */
const phrases: ReadonlyMap<string, DeskWish> = new Map(
  (
    [
      ["take", "on it|i am on it|im on it|i got it|i have it|leave it to me|i will do it|i will handle it"],
      [
        "take",
        "assign to me|assign it to me|mujhe de do|mujhe dein|مجھے دے دیں|main karta hoon|main karti hoon",
      ],
      [
        "take",
        "main kar leta hoon|main kar leti hoon|میں کرتا ہوں|میں کرتی ہوں|میں دیکھ رہا ہوں|میں دیکھ رہی ہوں",
      ],
      ["reject", "na manzoor|manzoor nahi|manzoor nahin|not approved|do not approve|dont approve|منظور نہیں"],
      ["assign", "hand over|hand it over|kisi aur ko do|kisi aur ko de do|کسی اور کو دے دیں"],
      ["reopen", "open again|open it again"],
    ] as const
  ).flatMap(([wish, all]) => all.split("|").map((phrase) => [normalise(phrase), wish] as const)),
);

/** What is said around it. */
const around = wordsOf(
  "i ill will am the it this that one to for a an and as please plz pls kindly ok okay sir ji request ticket show ask back again " +
    "need needed in me main mein mai mn men yeh ye is ise isay ko ka ki ke kar karo karein karen kr kro krdo kardo kardein do dein " +
    "den deta deti de raha rahi lo hoon hun hu hoo ho hai khud apne lein len dekh dikhao dikhayein mango mangein mangwao mangwayein " +
    "hawale dobara darkhwast liye staff میں یہ اس اسے کو کا کی کے کر کرو کریں دو دیں دیتا دیتی دے رہا رہی لو ہوں ہے خود اپنے لیں دیکھ " +
    "دکھائیں دکھاؤ مانگیں مانگو منگوائیں حوالے دوبارہ درخواست جی لیے عملے",
);
/** A longer sentence says more. */
const most = 8;

/** What a sentence asks to be done with the request, if it says nothing else. */
function wishIn(text: string): DeskWish | undefined {
  const words = wordsIn(text);
  const phrase = phrases.get(words.join(" "));
  if (phrase || words.length > most) return phrase;
  const wishes = called.filter(([, set]) => words.some((word) => set.has(word)));
  const [wish, ...others] = wishes;
  const isAll = words.every((word) => around.has(word) || wish?.[1].has(word));
  return wish && others.length === 0 && isAll ? wish[0] : undefined;
}

/** What is not for the student's eyes may follow without a sign: "note she called", "assign to Kamran". */
const amongStaff: readonly DeskWish[] = ["note", "assign"];

/**
 * Hears what staff want done with the request before them: "claim", "main dekhta hoon", "بند کر دیں". What follows a colon
 * is what the action needs ("reject: the photo is blurred").
 */
export function deskWish(text: string): { wish: DeskWish; words?: string } | undefined {
  const wish = wishIn(text);
  if (wish) return { wish };
  const [, head = "", words = ""] = /^\s*([^:：]{1,60})[:：]\s*(\S[\s\S]*)$/u.exec(text) ?? [];
  const headed = wishIn(head);
  if (headed) return { wish: headed, words: words.trim() };
  const [, first = "", rest = ""] = /^\s*(\S+)\s+(?:(?:to|ko)\s+)?(\S[\s\S]*)$/iu.exec(text) ?? [];
  const led = wishIn(first);
  return led && amongStaff.includes(led) ? { wish: led, words: rest.trim() } : undefined;
}
