import { hasOne, wordsIn, wordsOf } from "./word-sets.ts";

const numbers = wordsOf(
  "number no nmbr nmber num id registration reg roll rollno card نمبر رجسٹریشن رول کارڈ",
);
const lacks = wordsOf(
  "dont not havent lost forgot forget forgotten remember nahi nahin nai nhi ni bhool bhul gum kho yaad pata maloom " +
    "نہیں بھول گم کھو یاد معلوم پتہ پتا",
);
/** A longer sentence tells something else as well. */
const most = 10;

const nots = wordsOf("dont not nahi nahin nai nhi ni na نہیں");
const knows = wordsOf("know remember idea yaad pata maloom ilm یاد معلوم پتہ پتا علم");
/** "Mujhe nahi pata" needs no more than that. */
const few = 5;

/**
 * Whether somebody says that they have no number, or do not know it ("mere paas number nahi hai", "نمبر یاد نہیں", and
 * alone "mujhe nahi pata"), where one is asked for.
 */
export function lacksNumber(text: string): boolean {
  const { length } = wordsIn(text);
  if (length > most || /\p{Nd}/u.test(text)) return false;
  const isNamed = hasOne(text, numbers) && hasOne(text, lacks);
  return isNamed || (length <= few && hasOne(text, nots) && hasOne(text, knows));
}
