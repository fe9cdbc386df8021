/** The program cannot start as configured. The message is one sentence for the operator: what is wrong, what is right. */
export class StartError extends Error {
  override readonly name = "StartError";
}
