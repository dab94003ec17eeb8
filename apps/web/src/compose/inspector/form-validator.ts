import { pointerSegments } from '@karma/core';
import type { ValidatorType } from '@rjsf/utils';
import { ErrorSchemaBuilder } from '@rjsf/utils';
import type { ConfigSchema } from './config-schema';
import { schemaProblems } from './schema-problems';

/** Says to the form what of a config its type does not take. The library's own compiles code, which the page forbids. */
export function formValidator(strict: ConfigSchema): ValidatorType {
  return {
    isValid: () => true,
    rawValidation: () => ({ errors: [] }),
    validateFormData: (config) => {
      const errors = new ErrorSchemaBuilder();
      const problems = schemaProblems(strict, config);
      for (const { pointer, message } of problems) errors.addErrors([message], [...pointerSegments(pointer)]);
      return {
        errors: problems.map(({ pointer, message }) => ({ property: pointer, message, stack: message })),
        errorSchema: errors.ErrorSchema,
      };
    },
  };
}
