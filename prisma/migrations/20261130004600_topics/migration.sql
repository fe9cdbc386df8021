-- The topics are the program's own: whoever starts with an empty database needs them as much as the demo university does.
INSERT INTO "topics" ("id", "mandatory") VALUES
  ('admissions', false),
  ('exams', false),
  ('results', false),
  ('workshops', false),
  ('tutor', false),
  ('requests', false),
  ('emergency', true)
ON CONFLICT ("id") DO NOTHING;
