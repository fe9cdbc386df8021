import { hasOne, wordsIn, wordsOf } from "./word-sets.ts";

const resends = wordsOf("resend resnd");
const sends = wordsOf(
  "send sent give bhejo bhejein bhejen bhej bhejiye bhejdo bhejde do dein den " +
    "بھیجو بھیجیں بھیجیے بھیج بھیجئے دو دیں",
);
const again = wordsOf(
  "again dobara dubara dobarah phir fir new another naya doosra dusra دوبارہ پھر نیا دوسرا",
);
/** What may stand beside it where nothing says *send*: "new code please". */
const beside = wordsOf("a the one code otp please plz pls se ek aik chahiye کوڈ سے ایک چاہیے پلیز");
const nots = wordsOf("dont not never mat مت");
/** Another place than the one where the last was sent: that is another way. */
const places = wordsOf(
  "email mail gmail number phone mobile sms whatsapp sim ای میل ایمیل نمبر فون موبائل واٹس ایپ سم",
);
/** A longer sentence tells something else as well. */
const most = 12;

/** Whether somebody wants the code once more ("resend", "dobara bhejo", "نیا کوڈ بھیجیں"), where one is asked for. */
export function asksToResend(text: string): boolean {
  const words = wordsIn(text);
  if (words.length > most || /\p{Nd}/u.test(text) || hasOne(text, places)) return false;
  const isSending = (word = "") => sends.has(word) || resends.has(word);
  if (words.some((word, at) => nots.has(word) && isSending(words[at + 1]))) return false;
  if (hasOne(text, resends)) return true;
  if (!hasOne(text, again)) return false;
  return words.some((word) => isSending(word)) || words.every((word) => again.has(word) || beside.has(word));
}
