import { Prisma } from "../../prisma/generated/client.ts";

/**
 * A name as its reader's language writes it: in Urdu where that is known, else in Latin letters. What is told once is put
 * into words when it is owed; what the API answers has both (`nameIn` of the contract).
 * @param language a column that holds a language or null
 * @param latin the column of the name, beside which stands its Urdu one (`title`, `title_urdu`)
 */
export const inLanguage = (language: string, latin: string): Prisma.Sql =>
  Prisma.raw(`CASE WHEN ${language} = 'ur' THEN coalesce(${latin}_urdu, ${latin}) ELSE ${latin} END`);
