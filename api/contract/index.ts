import { auth } from "./auth.ts";
import { broadcasts } from "./broadcasts.ts";
import { chats } from "./chats.ts";
import { courses } from "./courses.ts";
import { deliveries } from "./deliveries.ts";
import { desk } from "./desk.ts";
import { deskThreads } from "./desk-threads.ts";
import { enrolment } from "./enrolment.ts";
import { exams } from "./exams.ts";
import { me } from "./me.ts";
import { misunderstood } from "./misunderstood.ts";
import { notifications } from "./notifications.ts";
import { offices } from "./offices.ts";
import { requests } from "./requests.ts";
import { results } from "./results.ts";

/** The whole API, by operation id. A new resource is one file beside this one and one line here. */
export const contract = {
  ...auth,
  ...me,
  ...chats,
  ...courses,
  ...enrolment,
  ...exams,
  ...requests,
  ...notifications,
  ...offices,
  ...misunderstood,
  ...deliveries,
  ...desk,
  ...deskThreads,
  ...broadcasts,
  ...results,
};

export type Contract = typeof contract;
export type Operation = keyof Contract;
