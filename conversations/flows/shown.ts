/** Conversations that show something of one's own at once, where nothing is begun that would have to be finished. */
export const shown: readonly string[] = [
  ...["grades", "grade-trend", "date-sheet", "roll-number-slip", "tutors", "courses"],
  ...["service-requests", "profile", "announcements"],
];
