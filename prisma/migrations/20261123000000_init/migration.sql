-- CreateEnum
CREATE TYPE "assignment_submission" AS ENUM ('posted', 'uploaded');

-- CreateEnum
CREATE TYPE "course_role" AS ENUM ('compulsory', 'elective');

-- CreateEnum
CREATE TYPE "season" AS ENUM ('spring', 'autumn');

-- CreateEnum
CREATE TYPE "window_kind" AS ENUM ('admission', 'enrolment', 'books', 'study', 'examination', 'results');

-- CreateEnum
CREATE TYPE "enrolment_state" AS ENUM ('enrolled', 'completed', 'incomplete', 'withdrawn');

-- CreateEnum
CREATE TYPE "enrolment_course_state" AS ENUM ('enrolled', 'withdrawn');

-- CreateEnum
CREATE TYPE "result_status" AS ENUM ('awaited', 'passed', 'failed', 'absent');

-- CreateEnum
CREATE TYPE "request_state" AS ENUM ('pending', 'in_review', 'document_needed', 'approved', 'rejected', 'withdrawn', 'closed');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('student', 'staff', 'system');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('agent', 'supervisor', 'admin');

-- CreateEnum
CREATE TYPE "challenge_kind" AS ENUM ('link', 'otp', 'staff_link');

-- CreateEnum
CREATE TYPE "broadcast_state" AS ENUM ('draft', 'awaiting_approval', 'scheduled', 'running', 'paused', 'cancelled', 'finished');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('queued', 'leased', 'sent', 'delivered', 'read', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "regional_offices" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_urdu" TEXT,
    "address" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,

    CONSTRAINT "regional_offices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "departments" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "departments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_hours" (
    "id" UUID NOT NULL,
    "regional_office_id" UUID,
    "weekday" SMALLINT NOT NULL,
    "opens_at" SMALLINT NOT NULL,
    "closes_at" SMALLINT NOT NULL,

    CONSTRAINT "working_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holidays" (
    "id" UUID NOT NULL,
    "regional_office_id" UUID,
    "on" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "holidays_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grading_scales" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "pass_mark" SMALLINT NOT NULL,
    "component_pass_mark" SMALLINT NOT NULL,

    CONSTRAINT "grading_scales_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_bands" (
    "scale_id" UUID NOT NULL,
    "minimum" SMALLINT NOT NULL,
    "grade" VARCHAR(4) NOT NULL,
    "grade_point" DECIMAL(3,2) NOT NULL,

    CONSTRAINT "grade_bands_pkey" PRIMARY KEY ("scale_id","minimum")
);

-- CreateTable
CREATE TABLE "programmes" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_urdu" TEXT,
    "semesters" SMALLINT NOT NULL,
    "credit_hours" SMALLINT NOT NULL,
    "max_credit_hours" SMALLINT NOT NULL,
    "assignment_submission" "assignment_submission" NOT NULL,
    "grading_scale_id" UUID NOT NULL,

    CONSTRAINT "programmes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "courses" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_urdu" TEXT,
    "credit_hours" SMALLINT NOT NULL,
    "assignment_weight" SMALLINT NOT NULL DEFAULT 30,
    "exam_weight" SMALLINT NOT NULL DEFAULT 70,

    CONSTRAINT "courses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_courses" (
    "programme_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "role" "course_role" NOT NULL,
    "semester_number" SMALLINT,
    "alternatives_group" TEXT,

    CONSTRAINT "programme_courses_pkey" PRIMARY KEY ("programme_id","course_id")
);

-- CreateTable
CREATE TABLE "prerequisites" (
    "course_id" UUID NOT NULL,
    "required_id" UUID NOT NULL,

    CONSTRAINT "prerequisites_pkey" PRIMARY KEY ("course_id","required_id")
);

-- CreateTable
CREATE TABLE "semesters" (
    "id" TEXT NOT NULL,
    "season" "season" NOT NULL,
    "year" SMALLINT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "study_from" DATE NOT NULL,
    "study_to" DATE NOT NULL,

    CONSTRAINT "semesters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "semester_windows" (
    "id" UUID NOT NULL,
    "semester_id" TEXT NOT NULL,
    "kind" "window_kind" NOT NULL,
    "level" TEXT,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "semester_windows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offerings" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "semester_id" TEXT NOT NULL,
    "capacity" INTEGER,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "offerings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshops" (
    "id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "regional_office_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "compulsory" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "workshops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "students" (
    "id" UUID NOT NULL,
    "registration_number" VARCHAR(16) NOT NULL,
    "name" TEXT NOT NULL,
    "name_urdu" TEXT,
    "father_name" TEXT NOT NULL,
    "father_name_urdu" TEXT,
    "cnic_sealed" TEXT,
    "cnic_index" TEXT,
    "phone_sealed" TEXT,
    "phone_index" TEXT,
    "email_sealed" TEXT,
    "email_index" TEXT,
    "address_sealed" TEXT,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3),
    "programme_id" UUID NOT NULL,
    "regional_office_id" UUID NOT NULL,
    "admitted_semester_id" TEXT NOT NULL,
    "language" VARCHAR(10),
    "quiet_from" SMALLINT,
    "quiet_to" SMALLINT,
    "preferred_chat_link_id" UUID,
    "erased_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "students_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "student_holds" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "placed_by_id" UUID,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "student_holds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolments" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "semester_id" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "semester_number" SMALLINT NOT NULL,
    "state" "enrolment_state" NOT NULL DEFAULT 'enrolled',
    "reference" TEXT NOT NULL,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrolments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment_courses" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "attempt" SMALLINT NOT NULL DEFAULT 1,
    "state" "enrolment_course_state" NOT NULL DEFAULT 'enrolled',

    CONSTRAINT "enrolment_courses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_marks" (
    "enrolment_course_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "marks" DECIMAL(5,2) NOT NULL,

    CONSTRAINT "assignment_marks_pkey" PRIMARY KEY ("enrolment_course_id","assignment_id")
);

-- CreateTable
CREATE TABLE "results" (
    "enrolment_course_id" UUID NOT NULL,
    "assignment_marks" DECIMAL(5,2),
    "exam_marks" DECIMAL(5,2),
    "total" DECIMAL(5,2),
    "grade" VARCHAR(4),
    "grade_point" DECIMAL(3,2),
    "status" "result_status" NOT NULL DEFAULT 'awaited',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "results_pkey" PRIMARY KEY ("enrolment_course_id")
);

-- CreateTable
CREATE TABLE "result_publications" (
    "semester_id" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "announced_at" TIMESTAMPTZ(3),

    CONSTRAINT "result_publications_pkey" PRIMARY KEY ("semester_id","programme_id")
);

-- CreateTable
CREATE TABLE "exam_sessions" (
    "id" UUID NOT NULL,
    "semester_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "announced_at" TIMESTAMPTZ(3),

    CONSTRAINT "exam_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_centres" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "latitude" DECIMAL(8,5),
    "longitude" DECIMAL(8,5),
    "regional_office_id" UUID NOT NULL,

    CONSTRAINT "exam_centres_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_sheet_papers" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "date_sheet_papers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roll_number_slips" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "centre_id" UUID NOT NULL,
    "roll_number" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "roll_number_slips_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tutors" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_urdu" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "address" TEXT,
    "regional_office_id" UUID NOT NULL,

    CONSTRAINT "tutors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tutor_assignments" (
    "student_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "tutor_id" UUID,
    "assigned_at" TIMESTAMPTZ(3),

    CONSTRAINT "tutor_assignments_pkey" PRIMARY KEY ("student_id","offering_id")
);

-- CreateTable
CREATE TABLE "reference_counters" (
    "series" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "last" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "reference_counters_pkey" PRIMARY KEY ("series","year")
);

-- CreateTable
CREATE TABLE "service_requests" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "student_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "state" "request_state" NOT NULL DEFAULT 'pending',
    "fields" JSONB NOT NULL,
    "department_id" UUID,
    "assignee_id" UUID,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT,
    "first_answer_due" TIMESTAMPTZ(3),
    "resolution_due" TIMESTAMPTZ(3),
    "first_answered_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "rating" SMALLINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_attachments" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "message_id" UUID,
    "file_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_messages" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "author" "actor_kind" NOT NULL,
    "staff_id" UUID,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "body_sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_copies" (
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "messenger_id" TEXT NOT NULL,
    "message_id" UUID NOT NULL,

    CONSTRAINT "message_copies_pkey" PRIMARY KEY ("channel","chat","messenger_id")
);

-- CreateTable
CREATE TABLE "request_events" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" "request_state",
    "to" "request_state",
    "actor" "actor_kind" NOT NULL,
    "staff_id" UUID,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_threads" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "thread" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_targets" (
    "type" TEXT NOT NULL,
    "department_id" UUID,
    "first_answer_minutes" INTEGER NOT NULL,
    "resolution_minutes" INTEGER NOT NULL,

    CONSTRAINT "service_targets_pkey" PRIMARY KEY ("type")
);

-- CreateTable
CREATE TABLE "saved_replies" (
    "key" TEXT NOT NULL,
    "language" VARCHAR(10) NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "saved_replies_pkey" PRIMARY KEY ("key","language")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "name" TEXT NOT NULL,
    "role" "staff_role" NOT NULL,
    "department_id" UUID,
    "regional_office_id" UUID,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_chats" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_chats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_links" (
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "ask_again" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "blocked_at" TIMESTAMPTZ(3),

    CONSTRAINT "chat_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_challenges" (
    "id" UUID NOT NULL,
    "kind" "challenge_kind" NOT NULL,
    "token_hash" TEXT,
    "code_hash" TEXT,
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "language" VARCHAR(10),
    "student_id" UUID,
    "staff_id" UUID,
    "tries_left" SMALLINT NOT NULL DEFAULT 5,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_challenges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lockouts" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lockouts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" SMALLINT,
    "response_sealed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" TEXT NOT NULL,
    "mandatory" BOOLEAN NOT NULL DEFAULT false,
    "by_default" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscriptions" (
    "student_id" UUID NOT NULL,
    "topic_id" TEXT NOT NULL,
    "subscribed" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("student_id","topic_id")
);

-- CreateTable
CREATE TABLE "announcements" (
    "id" UUID NOT NULL,
    "topic_id" TEXT NOT NULL,
    "programme_id" UUID,
    "semester_id" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_texts" (
    "announcement_id" UUID NOT NULL,
    "language" VARCHAR(10) NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "announcement_texts_pkey" PRIMARY KEY ("announcement_id","language")
);

-- CreateTable
CREATE TABLE "broadcasts" (
    "id" UUID NOT NULL,
    "topic_id" TEXT NOT NULL,
    "segment" JSONB NOT NULL,
    "state" "broadcast_state" NOT NULL DEFAULT 'draft',
    "file_id" UUID,
    "created_by_id" UUID,
    "approved_by_id" UUID,
    "cursor" UUID,
    "recipients" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "scheduled_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "expanded_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "broadcasts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcast_texts" (
    "broadcast_id" UUID NOT NULL,
    "language" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "buttons" JSONB,
    "template" TEXT,

    CONSTRAINT "broadcast_texts_pkey" PRIMARY KEY ("broadcast_id","language")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "student_id" UUID,
    "broadcast_id" UUID,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "priority" SMALLINT NOT NULL DEFAULT 10,
    "state" "delivery_state" NOT NULL DEFAULT 'queued',
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leased_until" TIMESTAMPTZ(3),
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "reason" TEXT,
    "messenger_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" UUID NOT NULL,
    "actor" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "misunderstood_phrases" (
    "week" DATE NOT NULL,
    "phrase" VARCHAR(200) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "offered" JSONB NOT NULL,
    "chosen" JSONB NOT NULL,

    CONSTRAINT "misunderstood_phrases_pkey" PRIMARY KEY ("week","phrase")
);

-- CreateIndex
CREATE UNIQUE INDEX "regional_offices_code_key" ON "regional_offices"("code");

-- CreateIndex
CREATE UNIQUE INDEX "departments_code_key" ON "departments"("code");

-- CreateIndex
CREATE INDEX "working_hours_regional_office_id_weekday_idx" ON "working_hours"("regional_office_id", "weekday");

-- CreateIndex
CREATE INDEX "holidays_on_idx" ON "holidays"("on");

-- CreateIndex
CREATE INDEX "holidays_regional_office_id_idx" ON "holidays"("regional_office_id");

-- CreateIndex
CREATE UNIQUE INDEX "grading_scales_name_key" ON "grading_scales"("name");

-- CreateIndex
CREATE UNIQUE INDEX "programmes_code_key" ON "programmes"("code");

-- CreateIndex
CREATE INDEX "programmes_level_idx" ON "programmes"("level");

-- CreateIndex
CREATE INDEX "programmes_grading_scale_id_idx" ON "programmes"("grading_scale_id");

-- CreateIndex
CREATE UNIQUE INDEX "courses_code_key" ON "courses"("code");

-- CreateIndex
CREATE INDEX "programme_courses_course_id_idx" ON "programme_courses"("course_id");

-- CreateIndex
CREATE INDEX "prerequisites_required_id_idx" ON "prerequisites"("required_id");

-- CreateIndex
CREATE UNIQUE INDEX "semesters_sequence_key" ON "semesters"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "semesters_year_season_key" ON "semesters"("year", "season");

-- CreateIndex
CREATE INDEX "semester_windows_semester_id_kind_idx" ON "semester_windows"("semester_id", "kind");

-- CreateIndex
CREATE INDEX "semester_windows_kind_opens_at_idx" ON "semester_windows"("kind", "opens_at");

-- CreateIndex
CREATE INDEX "offerings_course_id_idx" ON "offerings"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "offerings_semester_id_course_id_key" ON "offerings"("semester_id", "course_id");

-- CreateIndex
CREATE INDEX "assignments_due_on_idx" ON "assignments"("due_on");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_offering_id_number_key" ON "assignments"("offering_id", "number");

-- CreateIndex
CREATE INDEX "workshops_offering_id_starts_at_idx" ON "workshops"("offering_id", "starts_at");

-- CreateIndex
CREATE INDEX "workshops_starts_at_idx" ON "workshops"("starts_at");

-- CreateIndex
CREATE INDEX "workshops_regional_office_id_idx" ON "workshops"("regional_office_id");

-- CreateIndex
CREATE UNIQUE INDEX "students_registration_number_key" ON "students"("registration_number");

-- CreateIndex
CREATE UNIQUE INDEX "students_preferred_chat_link_id_key" ON "students"("preferred_chat_link_id");

-- CreateIndex
CREATE INDEX "students_cnic_index_idx" ON "students"("cnic_index");

-- CreateIndex
CREATE INDEX "students_phone_index_idx" ON "students"("phone_index");

-- CreateIndex
CREATE INDEX "students_email_index_idx" ON "students"("email_index");

-- CreateIndex
CREATE INDEX "students_programme_id_id_idx" ON "students"("programme_id", "id");

-- CreateIndex
CREATE INDEX "students_regional_office_id_id_idx" ON "students"("regional_office_id", "id");

-- CreateIndex
CREATE INDEX "students_admitted_semester_id_idx" ON "students"("admitted_semester_id");

-- CreateIndex
CREATE INDEX "student_holds_student_id_lifted_at_idx" ON "student_holds"("student_id", "lifted_at");

-- CreateIndex
CREATE INDEX "student_holds_placed_by_id_idx" ON "student_holds"("placed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_reference_key" ON "enrolments"("reference");

-- CreateIndex
CREATE INDEX "enrolments_semester_id_programme_id_state_idx" ON "enrolments"("semester_id", "programme_id", "state");

-- CreateIndex
CREATE INDEX "enrolments_programme_id_idx" ON "enrolments"("programme_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_student_id_semester_id_key" ON "enrolments"("student_id", "semester_id");

-- CreateIndex
CREATE INDEX "enrolment_courses_offering_id_idx" ON "enrolment_courses"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_courses_enrolment_id_offering_id_key" ON "enrolment_courses"("enrolment_id", "offering_id");

-- CreateIndex
CREATE INDEX "assignment_marks_assignment_id_idx" ON "assignment_marks"("assignment_id");

-- CreateIndex
CREATE INDEX "result_publications_programme_id_idx" ON "result_publications"("programme_id");

-- CreateIndex
CREATE INDEX "result_publications_announced_at_idx" ON "result_publications"("announced_at");

-- CreateIndex
CREATE UNIQUE INDEX "exam_sessions_semester_id_name_key" ON "exam_sessions"("semester_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "exam_centres_code_key" ON "exam_centres"("code");

-- CreateIndex
CREATE INDEX "exam_centres_regional_office_id_idx" ON "exam_centres"("regional_office_id");

-- CreateIndex
CREATE INDEX "date_sheet_papers_offering_id_idx" ON "date_sheet_papers"("offering_id");

-- CreateIndex
CREATE INDEX "date_sheet_papers_starts_at_idx" ON "date_sheet_papers"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "date_sheet_papers_session_id_offering_id_key" ON "date_sheet_papers"("session_id", "offering_id");

-- CreateIndex
CREATE INDEX "roll_number_slips_student_id_idx" ON "roll_number_slips"("student_id");

-- CreateIndex
CREATE INDEX "roll_number_slips_centre_id_idx" ON "roll_number_slips"("centre_id");

-- CreateIndex
CREATE UNIQUE INDEX "roll_number_slips_session_id_student_id_key" ON "roll_number_slips"("session_id", "student_id");

-- CreateIndex
CREATE UNIQUE INDEX "roll_number_slips_session_id_roll_number_key" ON "roll_number_slips"("session_id", "roll_number");

-- CreateIndex
CREATE UNIQUE INDEX "tutors_code_key" ON "tutors"("code");

-- CreateIndex
CREATE INDEX "tutors_regional_office_id_idx" ON "tutors"("regional_office_id");

-- CreateIndex
CREATE INDEX "tutor_assignments_offering_id_idx" ON "tutor_assignments"("offering_id");

-- CreateIndex
CREATE INDEX "tutor_assignments_tutor_id_idx" ON "tutor_assignments"("tutor_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_requests_reference_key" ON "service_requests"("reference");

-- CreateIndex
CREATE INDEX "service_requests_student_id_id_idx" ON "service_requests"("student_id", "id");

-- CreateIndex
CREATE INDEX "service_requests_state_id_idx" ON "service_requests"("state", "id");

-- CreateIndex
CREATE INDEX "service_requests_state_resolution_due_idx" ON "service_requests"("state", "resolution_due");

-- CreateIndex
CREATE INDEX "service_requests_state_first_answer_due_idx" ON "service_requests"("state", "first_answer_due");

-- CreateIndex
CREATE INDEX "service_requests_department_id_state_id_idx" ON "service_requests"("department_id", "state", "id");

-- CreateIndex
CREATE INDEX "service_requests_assignee_id_state_idx" ON "service_requests"("assignee_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_storage_key_key" ON "stored_files"("storage_key");

-- CreateIndex
CREATE INDEX "stored_files_created_at_idx" ON "stored_files"("created_at");

-- CreateIndex
CREATE INDEX "request_attachments_request_id_id_idx" ON "request_attachments"("request_id", "id");

-- CreateIndex
CREATE INDEX "request_attachments_message_id_idx" ON "request_attachments"("message_id");

-- CreateIndex
CREATE INDEX "request_attachments_file_id_idx" ON "request_attachments"("file_id");

-- CreateIndex
CREATE INDEX "request_messages_request_id_id_idx" ON "request_messages"("request_id", "id");

-- CreateIndex
CREATE INDEX "request_messages_staff_id_idx" ON "request_messages"("staff_id");

-- CreateIndex
CREATE INDEX "message_copies_message_id_idx" ON "message_copies"("message_id");

-- CreateIndex
CREATE INDEX "request_events_request_id_id_idx" ON "request_events"("request_id", "id");

-- CreateIndex
CREATE INDEX "request_events_staff_id_idx" ON "request_events"("staff_id");

-- CreateIndex
CREATE INDEX "desk_threads_request_id_idx" ON "desk_threads"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "desk_threads_channel_chat_thread_key" ON "desk_threads"("channel", "chat", "thread");

-- CreateIndex
CREATE INDEX "service_targets_department_id_idx" ON "service_targets"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE INDEX "staff_department_id_idx" ON "staff"("department_id");

-- CreateIndex
CREATE INDEX "staff_regional_office_id_idx" ON "staff"("regional_office_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_chats_token_hash_key" ON "staff_chats"("token_hash");

-- CreateIndex
CREATE INDEX "staff_chats_channel_chat_idx" ON "staff_chats"("channel", "chat");

-- CreateIndex
CREATE INDEX "staff_chats_staff_id_idx" ON "staff_chats"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_links_token_hash_key" ON "chat_links"("token_hash");

-- CreateIndex
CREATE INDEX "chat_links_channel_chat_idx" ON "chat_links"("channel", "chat");

-- CreateIndex
CREATE INDEX "chat_links_student_id_revoked_at_idx" ON "chat_links"("student_id", "revoked_at");

-- CreateIndex
CREATE INDEX "chat_links_expires_at_idx" ON "chat_links"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "login_challenges_token_hash_key" ON "login_challenges"("token_hash");

-- CreateIndex
CREATE INDEX "login_challenges_channel_chat_kind_idx" ON "login_challenges"("channel", "chat", "kind");

-- CreateIndex
CREATE INDEX "login_challenges_student_id_idx" ON "login_challenges"("student_id");

-- CreateIndex
CREATE INDEX "login_challenges_staff_id_idx" ON "login_challenges"("staff_id");

-- CreateIndex
CREATE INDEX "login_challenges_expires_at_idx" ON "login_challenges"("expires_at");

-- CreateIndex
CREATE INDEX "lockouts_updated_at_idx" ON "lockouts"("updated_at");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "subscriptions_topic_id_subscribed_student_id_idx" ON "subscriptions"("topic_id", "subscribed", "student_id");

-- CreateIndex
CREATE INDEX "announcements_published_at_id_idx" ON "announcements"("published_at", "id");

-- CreateIndex
CREATE INDEX "announcements_topic_id_published_at_idx" ON "announcements"("topic_id", "published_at");

-- CreateIndex
CREATE INDEX "announcements_programme_id_idx" ON "announcements"("programme_id");

-- CreateIndex
CREATE INDEX "announcements_semester_id_idx" ON "announcements"("semester_id");

-- CreateIndex
CREATE INDEX "broadcasts_state_scheduled_at_idx" ON "broadcasts"("state", "scheduled_at");

-- CreateIndex
CREATE INDEX "broadcasts_topic_id_idx" ON "broadcasts"("topic_id");

-- CreateIndex
CREATE INDEX "broadcasts_file_id_idx" ON "broadcasts"("file_id");

-- CreateIndex
CREATE INDEX "broadcasts_created_by_id_idx" ON "broadcasts"("created_by_id");

-- CreateIndex
CREATE INDEX "broadcasts_approved_by_id_idx" ON "broadcasts"("approved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_key_key" ON "deliveries"("key");

-- CreateIndex
CREATE INDEX "deliveries_state_channel_priority_due_at_idx" ON "deliveries"("state", "channel", "priority", "due_at");

-- CreateIndex
CREATE INDEX "deliveries_state_leased_until_idx" ON "deliveries"("state", "leased_until");

-- CreateIndex
CREATE INDEX "deliveries_state_due_at_idx" ON "deliveries"("state", "due_at");

-- CreateIndex
CREATE INDEX "deliveries_channel_messenger_id_idx" ON "deliveries"("channel", "messenger_id");

-- CreateIndex
CREATE INDEX "deliveries_student_id_id_idx" ON "deliveries"("student_id", "id");

-- CreateIndex
CREATE INDEX "deliveries_broadcast_id_state_idx" ON "deliveries"("broadcast_id", "state");

-- CreateIndex
CREATE INDEX "audit_log_subject_subject_id_id_idx" ON "audit_log"("subject", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_actor_actor_id_id_idx" ON "audit_log"("actor", "actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_at_idx" ON "audit_log"("at");

-- AddForeignKey
ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_regional_office_id_fkey" FOREIGN KEY ("regional_office_id") REFERENCES "regional_offices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_regional_office_id_fkey" FOREIGN KEY ("regional_office_id") REFERENCES "regional_offices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_bands" ADD CONSTRAINT "grade_bands_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "grading_scales"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_grading_scale_id_fkey" FOREIGN KEY ("grading_scale_id") REFERENCES "grading_scales"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_courses" ADD CONSTRAINT "programme_courses_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_courses" ADD CONSTRAINT "programme_courses_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prerequisites" ADD CONSTRAINT "prerequisites_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prerequisites" ADD CONSTRAINT "prerequisites_required_id_fkey" FOREIGN KEY ("required_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "semester_windows" ADD CONSTRAINT "semester_windows_semester_id_fkey" FOREIGN KEY ("semester_id") REFERENCES "semesters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_semester_id_fkey" FOREIGN KEY ("semester_id") REFERENCES "semesters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshops" ADD CONSTRAINT "workshops_regional_office_id_fkey" FOREIGN KEY ("regional_office_id") REFERENCES "regional_offices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_regional_office_id_fkey" FOREIGN KEY ("regional_office_id") REFERENCES "regional_offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_admitted_semester_id_fkey" FOREIGN KEY ("admitted_semester_id") REFERENCES "semesters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_preferred_chat_link_id_fkey" FOREIGN KEY ("preferred_chat_link_id") REFERENCES "chat_links"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_holds" ADD CONSTRAINT "student_holds_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_holds" ADD CONSTRAINT "student_holds_placed_by_id_fkey" FOREIGN KEY ("placed_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_semester_id_fkey" FOREIGN KEY ("semester_id") REFERENCES "semesters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_courses" ADD CONSTRAINT "enrolment_courses_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_courses" ADD CONSTRAINT "enrolment_courses_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_marks" ADD CONSTRAINT "assignment_marks_enrolment_course_id_fkey" FOREIGN KEY ("enrolment_course_id") REFERENCES "enrolment_courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_marks" ADD CONSTRAINT "assignment_marks_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "results" ADD CONSTRAINT "results_enrolment_course_id_fkey" FOREIGN KEY ("enrolment_course_id") REFERENCES "enrolment_courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_publications" ADD CONSTRAINT "result_publications_semester_id_fkey" FOREIGN KEY ("semester_id") REFERENCES "semesters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_publications" ADD CONSTRAINT "result_publications_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_sessions" ADD CONSTRAINT "exam_sessions_semester_id_fkey" FOREIGN KEY ("semester_id") REFERENCES "semesters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_centres" ADD CONSTRAINT "exam_centres_regional_office_id_fkey" FOREIGN KEY ("regional_office_id") REFERENCES "regional_offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_sheet_papers" ADD CONSTRAINT "date_sheet_papers_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "exam_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_sheet_papers" ADD CONSTRAINT "date_sheet_papers_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_number_slips" ADD CONSTRAINT "roll_number_slips_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "exam_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_number_slips" ADD CONSTRAINT "roll_number_slips_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roll_number_slips" ADD CONSTRAINT "roll_number_slips_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "exam_centres"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutors" ADD CONSTRAINT "tutors_regional_office_id_fkey" FOREIGN KEY ("regional_office_id") REFERENCES "regional_offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutor_assignments" ADD CONSTRAINT "tutor_assignments_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutor_assignments" ADD CONSTRAINT "tutor_assignments_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutor_assignments" ADD CONSTRAINT "tutor_assignments_tutor_id_fkey" FOREIGN KEY ("tutor_id") REFERENCES "tutors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_requests" ADD CONSTRAINT "service_requests_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_attachments" ADD CONSTRAINT "request_attachments_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "service_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_attachments" ADD CONSTRAINT "request_attachments_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "request_messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_attachments" ADD CONSTRAINT "request_attachments_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "service_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_copies" ADD CONSTRAINT "message_copies_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "request_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "service_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_threads" ADD CONSTRAINT "desk_threads_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "service_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_targets" ADD CONSTRAINT "service_targets_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_regional_office_id_fkey" FOREIGN KEY ("regional_office_id") REFERENCES "regional_offices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_chats" ADD CONSTRAINT "staff_chats_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_links" ADD CONSTRAINT "chat_links_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_challenges" ADD CONSTRAINT "login_challenges_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_challenges" ADD CONSTRAINT "login_challenges_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programmes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_semester_id_fkey" FOREIGN KEY ("semester_id") REFERENCES "semesters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_texts" ADD CONSTRAINT "announcement_texts_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcast_texts" ADD CONSTRAINT "broadcast_texts_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcasts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "students"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcasts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say: no seat is given twice, and marks are of 100.
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_seats_check" CHECK ("seats_taken" >= 0 AND "seats_taken" <= "capacity");
ALTER TABLE "courses" ADD CONSTRAINT "courses_weights_check" CHECK ("assignment_weight" + "exam_weight" = 100);
ALTER TABLE "assignment_marks" ADD CONSTRAINT "assignment_marks_marks_check" CHECK ("marks" BETWEEN 0 AND 100);
ALTER TABLE "results" ADD CONSTRAINT "results_marks_check" CHECK ("assignment_marks" BETWEEN 0 AND 100 AND "exam_marks" BETWEEN 0 AND 100 AND "total" BETWEEN 0 AND 100);
ALTER TABLE "login_challenges" ADD CONSTRAINT "login_challenges_tries_check" CHECK ("tries_left" >= 0);
