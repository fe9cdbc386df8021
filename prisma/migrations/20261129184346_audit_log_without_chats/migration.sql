-- On WhatsApp a chat is a phone number. Logins keep their link; what failed in one chat is still found together, by a name made
-- with a salt that nobody keeps; of who is erased the chat goes.
WITH once AS MATERIALIZED (SELECT gen_random_uuid()::text || gen_random_uuid()::text AS salt)
UPDATE "audit_log" SET "to" = CASE
  WHEN "action" <> 'login-failed' OR "subject" = 'account' AND EXISTS (
    SELECT FROM "students" WHERE "registration_number" = "subject_id" AND "erased_at" IS NOT NULL
  ) THEN "to" - 'chat'
  ELSE jsonb_set("to", '{chat}', to_jsonb(
    encode(sha256(convert_to(once.salt || ("to" ->> 'channel') || ':' || ("to" ->> 'chat'), 'UTF8')), 'hex')))
  END
FROM once
WHERE "action" IN ('login', 'login-failed', 'login-link-completed', 'password-set', 'chat.linked') AND "to" ? 'chat';
