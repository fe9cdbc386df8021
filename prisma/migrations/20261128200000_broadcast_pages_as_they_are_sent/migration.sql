-- Recipients are written as workers get them, so that nobody reads them in between; who they are, and who of them has
-- quiet hours, stands beside them.
ALTER TABLE "broadcast_pages" RENAME COLUMN "recipients" TO "former";
ALTER TABLE "broadcast_pages" ADD COLUMN "recipients" TEXT, ADD COLUMN "students" UUID[], ADD COLUMN "quiet" JSONB;
UPDATE "broadcast_pages" SET ("recipients", "students", "quiet") = (
  SELECT
    coalesce(json_agg(json_build_array(one ->> 1, one ->> 2, one ->> 3, coalesce(one ->> 6, '')) ORDER BY number), '[]')::text,
    coalesce(array_agg((one ->> 0)::uuid ORDER BY number), '{}'),
    CASE WHEN bool_or(one ->> 4 IS NOT NULL AND one ->> 5 IS NOT NULL)
      THEN jsonb_agg(jsonb_build_array((one ->> 4)::int, (one ->> 5)::int) ORDER BY number) END
  FROM jsonb_array_elements("former") WITH ORDINALITY AS each(one, number)
);
ALTER TABLE "broadcast_pages" DROP COLUMN "former", ALTER COLUMN "recipients" SET NOT NULL;
-- Written once and read once or twice: packing them would cost more than the disk that it saves.
ALTER TABLE "broadcast_pages" ALTER COLUMN "recipients" SET STORAGE EXTERNAL, ALTER COLUMN "students" SET STORAGE EXTERNAL;
