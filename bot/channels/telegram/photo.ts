import { failureOf } from "./failures.ts";

/**
 * Sends a picture as a photo, which is seen in the chat itself; one that Telegram takes for none (a page twenty times
 * longer than wide, more than 10 MB) as a file to be opened.
 * @throws what sending it as a file throws, or what is no fault of the picture's
 */
export async function photoOrFile<T>(asPhoto: () => Promise<T>, asFile: () => Promise<T>): Promise<T> {
  try {
    return await asPhoto();
  } catch (error) {
    if (failureOf(error)?.kind !== "refused") throw error;
    return asFile();
  }
}
