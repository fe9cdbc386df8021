/**
 * Every way the API can say no: one line each (stable code, HTTP status, title). The code is the last part of the
 * RFC 9457 `type`; every language has a sentence for it in conversations/words (`problem-<code>`).
 */
export const problems = {
  "validation-failed": { status: 400, title: "The request does not have the expected form" },
  "idempotency-key-required": { status: 400, title: "This write needs an Idempotency-Key header" },
  "service-key-required": { status: 401, title: "Only the university's own programs may call this" },
  "login-required": { status: 401, title: "A student must be logged in" },
  "login-expired": { status: 401, title: "The login is no longer valid" },
  "wrong-credentials": { status: 401, title: "Registration number and password do not belong together" },
  "password-required": { status: 403, title: "The password must be confirmed first" },
  "not-found": { status: 404, title: "There is nothing here" },
  "results-not-announced": { status: 404, title: "The results of this semester are not announced" },
  "date-sheet-not-announced": { status: 404, title: "No date sheet is announced to this student" },
  "slip-not-issued": { status: 404, title: "No roll number slip is issued for this examination" },
  "too-few-results": { status: 404, title: "A trend needs the results of two semesters" },
  "not-enrolled": { status: 404, title: "The student is not enrolled for this semester" },
  "enrolment-not-open": { status: 409, title: "Enrolment for this semester is not open" },
  "previous-semester-not-completed": { status: 409, title: "The semester before is not completed" },
  "results-not-approved": { status: 409, title: "The results of the semester before are not approved" },
  "on-hold": { status: 409, title: "The student's record is on hold" },
  "offering-full": { status: 409, title: "A course has no place left" },
  "tutor-not-assigned": { status: 404, title: "The course has no tutor yet" },
  "assignments-uploaded": { status: 409, title: "The programme's assignments are uploaded, not posted" },
  "request-open-already": { status: 409, title: "Such a request is open already" },
  "request-closed": { status: 409, title: "The request is not open any more" },
  "staff-login-required": { status: 401, title: "A member of staff must be logged in" },
  "staff-login-expired": { status: 401, title: "The login of this member of staff is no longer valid" },
  "wrong-staff-credentials": { status: 401, title: "E-mail and password do not belong together" },
  "not-your-office": { status: 403, title: "The request belongs to another office or department" },
  "not-allowed": { status: 403, title: "This is for supervisors, or for who wrote it" },
  "second-person-needed": { status: 403, title: "A large broadcast is approved by somebody else" },
  "unknown-field": { status: 422, title: "A broadcast's text has a field that does not exist" },
  "field-without-value": { status: 422, title: "A broadcast's text has a field that nobody gave a value" },
  "time-over": { status: 422, title: "The time at which it should go out is over" },
  "results-published": {
    status: 409,
    title: "Results are published already, or will be at a time that is set",
  },
  "nothing-to-publish": { status: 422, title: "A programme has no results of this semester" },
  "no-chat-of-yours": { status: 409, title: "This is no chat in which the member of staff or the desk is" },
  "no-such-colleague": { status: 422, title: "Nobody of that name or e-mail works at the desk" },
  "taken-by-another": { status: 409, title: "Somebody else works on this request" },
  "action-not-possible": { status: 409, title: "This cannot be done with the request as it is" },
  "file-unreadable": { status: 422, title: "The file is broken, or protected by a password" },
  "storage-unavailable": { status: 507, title: "Documents cannot be kept or read just now" },
  "file-gone": { status: 410, title: "An uploaded file is not there any more" },
  "document-required": { status: 422, title: "This request needs a document" },
  "contact-not-registered": { status: 403, title: "This is not the number on the student's record" },
  "wrong-code": { status: 401, title: "The code is not right" },
  "code-expired": { status: 410, title: "The code is used up, too old, or was never asked for" },
  "weak-password": { status: 422, title: "The password is too easily guessed" },
  "too-many-codes": { status: 429, title: "Three codes were asked for within an hour" },
  "links-not-available": { status: 409, title: "Login links need a public address" },
  "link-expired": { status: 410, title: "The login link was used or is too old" },
  "payload-too-large": { status: 413, title: "The request is too large" },
  "unsupported-media-type": { status: 415, title: "This kind of content is not understood" },
  "idempotency-key-reused": { status: 422, title: "The Idempotency-Key was used for a different request" },
  "course-not-offered": { status: 422, title: "A course is not offered to this student" },
  "credit-limit-exceeded": { status: 422, title: "More credit hours than a semester takes" },
  "prerequisite-missing": { status: 422, title: "A course must be passed before" },
  "alternatives-chosen": { status: 422, title: "Only one of these courses can be taken" },
  "too-many-attempts": { status: 429, title: "Too many failed attempts" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  "internal-error": { status: 500, title: "Something went wrong on the university's side" },
  unavailable: { status: 503, title: "The university's system cannot answer now" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** What may come with a problem. `retryAfter` is in seconds; `about` names what it is about, such as course codes. */
export type ProblemDetails = {
  detail?: string;
  retryAfter?: number;
  about?: string[];
  errors?: { path: string; message: string }[];
};

/** A "no" of the API, on both sides of the wire: thrown by a rule, sent as RFC 9457, thrown again by the client. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  /** @param code one of the catalogue above
   *  @param details what the caller needs besides, such as how long to wait */
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? problems[code].title);
    this.name = "Problem";
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** Tells whether a string is one of the API's problem codes. */
export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === "string" && Object.hasOwn(problems, code);

/** What a call answers; nothing where the API knows of none (`not-found`). */
export const ifThere = <T>(answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((error: unknown) => {
    if (error instanceof Problem && error.code === "not-found") return undefined;
    throw error;
  });
