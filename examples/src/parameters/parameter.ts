/** One version of a parameter, as Parameter Store keeps it; a `SecureString` has no value here. */
export interface Version {
  readonly at: string;
  readonly principal: string;
  readonly value?: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: 'String' | 'StringList' | 'SecureString';
  /** Oldest first. */
  readonly versions: readonly Version[];
}
