import { hasOne, wordsOf } from "./word-sets.ts";

/** What ends messages in so many words, as broadcasts say that it does: "write STOP". */
const words = wordsOf("stop stp unsubscribe band bnd rok roko بند سٹاپ اسٹاپ روک روکو روکیں");

/** Whether a sentence asks for no more messages. *Enough*, *wait* and *that's it* are said of what is open. */
export const asksToStop = (text: string): boolean => hasOne(text, words);
