import type { Serve } from "../plugins/served.ts";
import { announcementsFor } from "../records/announcements.ts";
import { changeNotificationSettings, notificationSettingsOf, stopNews } from "../records/notifications.ts";
import type { University } from "../university.ts";

/** What a student is told, and what was announced. */
export function notificationRoutes(serve: Serve, university: University): void {
  const { database, now } = university;

  serve("notificationSettings", ({ student }) => notificationSettingsOf(database.client, student, now()));

  serve("updateNotificationSettings", ({ student, body, once }) =>
    once((tx) => changeNotificationSettings(tx, student, body, now())),
  );

  serve("stopNews", ({ body }) => database.client.$transaction((tx) => stopNews(tx, body, now())));

  serve("announcements", ({ student, query }) => announcementsFor(university, student.id, query));
}
