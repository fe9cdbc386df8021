// Every form of the contract by its name, for the API's description.
export * from "./auth.ts";
export * from "./broadcasts.ts";
export * from "./chats.ts";
export * from "./courses.ts";
export * from "./deliveries.ts";
export * from "./desk.ts";
export * from "./desk-threads.ts";
export * from "./enrolment.ts";
export * from "./exams.ts";
export * from "./me.ts";
export * from "./misunderstood.ts";
export * from "./notifications.ts";
export * from "./requests.ts";
export * from "./results.ts";
export * from "./shared.ts";
