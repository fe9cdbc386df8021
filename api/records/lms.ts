import { z } from "zod";

/** The key of the setting in which the operator keeps the address of the learning management system. */
export const lmsSetting = "lms";

/** The LMS's address, as a statement finds it in the settings; the usual one where nobody set another. */
export const LmsAddress = z
  .url({ protocol: /^https?$/ })
  .nullable()
  .transform((address) => address ?? "https://lms.aiou.edu.pk");
