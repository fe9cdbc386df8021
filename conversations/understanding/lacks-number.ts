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

/** Whether somebody says that they have no number, or do not know it ("mere paas number nahi hai", "نمبر یاد نہیں"). */
export const lacksNumber = (text: string): boolean =>
  wordsIn(text).length <= most && !/\p{Nd}/u.test(text) && hasOne(text, numbers) && hasOne(text, lacks);
