import { type ComponentId, isObject, type JsonObject, pointerSegments } from '@karma/core';
import { setConfig } from '@karma/editor';
import { withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/mantine';
import { useMemo } from 'react';
import { tellWhyNot } from '../canvas/tell';
import { drafts } from '../draft-store';
import { useEditPlace } from '../edit-place';
import { fitted } from './config-schema';
import classes from './Edit.module.css';
import { EditedConfigProvider } from './edited-context';
import { uiSchemaOf } from './form-fields';
import { formValidator } from './form-validator';
import { JsonField } from './JsonField';
import { KeyField } from './KeyField';
import type { EditedConfig } from './use-config';

const Form = withTheme(Theme);
const FIELDS = { json: JsonField };
const TEMPLATES = { FieldTemplate: KeyField };
/** The config is what is written, and nothing that the schema would add to it. */
const AS_WRITTEN = { emptyObjectFields: 'skipDefaults', arrayMinItems: { populate: 'never' } } as const;

/** The effective config as a form: what the type knows, and every other key that is there. */
export function ConfigForm({ edited }: { edited: EditedConfig }) {
  const { id, config, keys, schema } = edited;
  const shown = useMemo(() => fitted(schema, config), [schema, config]);
  const uiSchema = useMemo(() => uiSchemaOf(id, shown, config, keys), [id, shown, config, keys]);
  const validator = useMemo(() => formValidator(schema), [schema]);
  useEditPlace(id, (pointer) => {
    showField(id, pointerSegments(pointer));
    return true;
  });
  const change = (after: JsonObject) => {
    drafts
      .run([id], (surroundings) => setConfig(id, config, withoutHoles(after), surroundings))
      .catch(tellWhyNot);
  };
  return (
    <EditedConfigProvider value={edited}>
      <div className={classes.form}>
        <Form
          key={id}
          idPrefix={id}
          schema={shown}
          uiSchema={uiSchema}
          formData={config}
          validator={validator}
          fields={FIELDS}
          templates={TEMPLATES}
          liveValidate="onChange"
          showErrorList={false}
          noHtml5Validate
          experimental_defaultFormStateBehavior={AS_WRITTEN}
          onChange={({ formData }) => isObject(formData) && change(formData)}
        />
      </div>
    </EditedConfigProvider>
  );
}

/** Focuses the field of a place, or of the nearest around it that has one. */
function showField(id: ComponentId, segments: readonly string[]): void {
  const nearest = segments.map((_, index) => segments.slice(0, segments.length - index));
  const fields = nearest.map((path) => document.getElementById([id, ...path].join('_')));
  const field = fields.find((found) => found !== null);
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}

/** Fields that were left empty are no keys. */
function withoutHoles(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      if (item === undefined) return [];
      return [[key, isObject(item) ? withoutHoles(item) : item]];
    }),
  );
}
