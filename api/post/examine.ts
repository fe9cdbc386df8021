import { type Finding, right, wrong } from "../contract/finding.ts";
import { replyCode, transportTo } from "./email.ts";

/**
 * Whether the mail server of SMTP_URL lets its user in. Nothing is sent.
 * @param url SMTP_URL
 */
export async function examineEmail(url: string): Promise<Finding> {
  const { host } = new URL(url);
  const transport = transportTo(url);
  try {
    await transport.verify();
    return right(`One-time codes go out by e-mail: ${host} lets the user of SMTP_URL in.`);
  } catch (cause) {
    const code = replyCode(cause);
    if (code > 0)
      return wrong(`SMTP_URL ${host} refuses the user or its password (${code}): the server's log says why.`);
    const why = cause instanceof Error && "code" in cause ? cause.code : cause;
    return wrong(
      `SMTP_URL ${host} does not answer as a mail server (${why}): is it reached from this machine, and is it smtp: or smtps: there?`,
    );
  } finally {
    transport.close();
  }
}
