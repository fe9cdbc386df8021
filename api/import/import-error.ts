import { StartError } from "../../prisma/start-error.ts";

/** A file cannot be imported, or an option is wrong. The message is one sentence for the operator. */
export class ImportError extends StartError {}
