import { z } from "zod";
import { WrittenName } from "../../api/contract/written.ts";
import { answerIn, isOtherwiseMeant } from "./answer-in.ts";
import { hasOne, wordsOf } from "./word-sets.ts";

const nouns = wordsOf("name naam nam نام");
const parents = wordsOf("father fathers walid abbu baap mother mothers walida والد والدہ باپ");
/** Words of a sentence that are in nobody's name. */
const sentences = wordsOf(
  "name naam nam is my mera should wrong incorrect mistake spelling correct correction change want birth date of " +
    "ghalat galat ghalti galti theek durust karwana paidaish tareekh " +
    "نام میرا ہے غلط غلطی درست ٹھیک کروانا تاریخ پیدائش",
);

/** Reads a person's name, also where it stands in a sentence ("mera naam Ayesha Siddiqua hai"). */
export const WrittenOwnName = z
  .string()
  .max(100)
  .refine((text) => !isOtherwiseMeant(text), "This says something else")
  .transform((text) => answerIn(text, nouns).replace(/[,،۔!]+$|(?<=\p{L}{3})\.+$/u, ""))
  .refine((name) => !hasOne(name, sentences), "A name is no sentence")
  .pipe(WrittenName);

/** Whether a sentence is about the name of a parent. *Walid Khan* is somebody's own. */
export const isParentsName = (text: string): boolean => hasOne(text, parents) && hasOne(text, nouns);
