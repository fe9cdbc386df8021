/**
 * Who has every result of a semester has completed it, and may enrol for the next once they are approved. A statement over
 * the enrolments that `resolved` is about.
 */
export const completed = `
  UPDATE enrolments enrolment SET state = 'completed', updated_at = now()
  WHERE enrolment.state = 'enrolled' AND enrolment.id IN (SELECT enrolment_id FROM resolved) AND NOT EXISTS (
    SELECT FROM enrolment_courses taken LEFT JOIN results result ON result.enrolment_course_id = taken.id
    WHERE taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
      AND coalesce(result.status, 'awaited') = 'awaited')`;
