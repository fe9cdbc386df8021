import type { Fields } from "../fields.ts";
import type { Upload } from "../request.ts";
import type { World } from "../world.ts";

/** A call whose fields have the types of the specification; the rules beyond types are the method's. */
export interface Request {
  readonly world: World;
  readonly fields: Fields;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Aborted when the client hung up. */
  readonly gone: AbortSignal;
}

/** A method of the Bot API that the double models. */
export interface Method {
  readonly name: string;
  /** The fields that mean something here; any other one of the specification is answered as unmodelled. */
  readonly models: readonly string[];
  /** Does it. @throws Refusal where Telegram refuses */
  run(request: Request): unknown;
}
