import type { Database } from "../prisma/database.ts";
import type { FieldCipher } from "../prisma/encryption.ts";
import type { Prisma } from "../prisma/generated/client.ts";
import type { Bell } from "./deliveries/bell.ts";
import type { Storage } from "./files/storage.ts";
import type { Post } from "./post/post.ts";

/** What every part of the API works with. */
export type University = {
  database: Database;
  cipher: FieldCipher;
  /** The clock; a test has its own. */
  now: () => Date;
  /** The university's name, as documents and pages show it. */
  name: string;
  /** The address under which students' browsers reach it, without a slash at its end. */
  publicUrl: string | undefined;
  bell: Bell;
  /** Where files are kept. */
  storage: Storage;
  /** E-mail and text messages. */
  post: Post;
  /** Aborted when the server closes: whoever waits stops waiting. */
  closing: AbortSignal;
};

/** A transaction, or the database itself. Inside a transaction nothing else may be asked: PGlite has one connection. */
export type Transaction = Prisma.TransactionClient;
