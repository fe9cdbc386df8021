import { type Topic, topics } from "../../api/contract/notifications.ts";
import { conceptOf } from "./concepts.ts";
import { bones } from "./sounds.ts";
import { wordsIn, wordsOf } from "./word-sets.ts";

/** Which topics somebody wants to hear no more of, or hear of again. */
export type TopicWish = { on: boolean; topics: Topic[] };

/** What the topics are called. */
const called: readonly (readonly [Topic, ReadonlySet<string>])[] = [
  ["exams", new Set(["exam", "datesheet"])],
  ["results", new Set(["result", "marks"])],
  ["admissions", new Set(["register"])],
  ["workshops", new Set(["workshop"])],
  ["tutor", new Set(["tutor", "assignment"])],
  ["requests", new Set(["request"])],
];
/** What ends or begins, and is said of messages before it is said of anything else. */
const ends = wordsOf("stop stp unsubscribe unsub mute turn off مت سٹاپ اسٹاپ آف");
const begins = wordsOf("start subscribe resume turn on سبسکرائب");
/** The same, said of anything: whoever asks whether admissions are closed says *band* as well. */
const endsAll = wordsOf("band bnd rok roko rokein roken rokain بند روک روکو روکیں mat mut");
const beginsAll = wordsOf("shuru shru chalu chaloo again dobara dubara phir شروع چالو دوبارہ پھر");
const denies = wordsOf("no not dont na nahi nahin nai nhi نہ نہیں");
const sends = wordsOf(
  "more want need send chahiye chahye chahiyein chaiye chahie bhejo bhejein bhejen bhejna bhejain bhejiye " +
    "چاہیے چاہئے چاہییں چاہئیں بھیجو بھیجیں بھیجنا بھیجیے",
);
/** Somebody is told to do it. */
const asks = wordsOf(
  "karo kro karein kren karen karain kar kr krdo kardo krdein kardein krden do dein den dain dijiye karna krna karni karwao " +
    "کرو کریں کر دو دیں کیجیے دیجیے کرنا کرنی کروا",
);
/** What is said of it besides. */
const about = wordsOf(
  "the my me i and aur or اور to for from of about all any please plz pls kindly sending getting receiving topic topics " +
    "mujhe mujhy mujh ko ka ki ke k kay se sy wali wala wale walay ab yeh ye sab saari hai h he hain sir ji " +
    "مجھے مجھ کو کا کی کے سے والی والا والے اب یہ سب ساری ہے ہیں جی پلیز موضوع",
);
const messages = new Set(["notification", "message", "announcement", "news", "notify"]);
const messageWords = wordsOf(
  "updates update ittila ittilaat khabar khabrein mauzu اطلاع اطلاعات خبر خبریں پیغام پیغامات",
);

/** Of these something else may be ended: an enrolment, a request. */
const alsoElse: readonly Topic[] = ["admissions", "requests"];
/** A longer sentence says more. */
const most = 10;

/**
 * Hears "stop exams", "imtihan ki ittilaat band karo", "نتائج کی اطلاعات بند کریں", "start results again".
 * @param words its own, for who has taken it apart already
 * @returns nothing for a sentence in which any word says something else
 */
export function topicWish(text: string, words: readonly string[] = wordsIn(text)): TopicWish | undefined {
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  const isOff = has(ends) || has(endsAll) || (has(denies) && has(sends));
  if (words.length > most || /[?؟]/u.test(text) || !(isOff || has(begins) || has(beginsAll)))
    return undefined;
  const named = new Set<Topic>();
  let isOfMessages = false;
  for (const [at, word] of words.entries()) {
    const concept = conceptIn(words, at);
    const topic = called.find(([, concepts]) => concepts.has(concept ?? ""))?.[0];
    if (topic) named.add(topic);
    else if (messageWords.has(word) || messages.has(concept ?? "")) isOfMessages = true;
    else if (![ends, begins, endsAll, beginsAll, denies, sends, asks, about].some((set) => set.has(word)))
      return undefined;
  }
  const of = topics.filter((topic) => named.has(topic));
  const isMeant = isOfMessages || (isOff ? isEnded(words, of) : isBegun(words, of));
  return of.length > 0 && isMeant ? { on: !isOff, topics: of } : undefined;
}

/** What a word stands for, by itself or with a neighbour ("date sheet"). */
const conceptIn = (words: readonly string[], at: number): string | undefined =>
  [[at, at + 1] as const, [at, at + 2] as const, [Math.max(0, at - 1), at + 1] as const]
    .map(([from, to]) => words.slice(from, to))
    .map((part) => conceptOf(part.join(" "), part.map(bones).join(" ")))
    .find(
      (concept) => called.some(([, concepts]) => concepts.has(concept ?? "")) || messages.has(concept ?? ""),
    );

/** Where no message is spoken of, somebody is told to end it, and nothing else can be ended. */
const isEnded = (words: readonly string[], of: readonly Topic[]): boolean =>
  !of.some((topic) => alsoElse.includes(topic)) &&
  (ends.has(words[0] ?? "") || words.some((word) => asks.has(word) || sends.has(word) || word === "mat"));

/** "Exams start" asks when; "start exams" wants to hear of them. */
const isBegun = (words: readonly string[], of: readonly Topic[]): boolean =>
  !of.some((topic) => alsoElse.includes(topic)) && begins.has(words[0] ?? "");
