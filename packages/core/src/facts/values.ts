/** What kind of value a text is, as far as rule 5 cares. */
export type ValueKind =
  /** ARN or AWS id: unique in the world, may cross environments. */
  | 'portable'
  /** URL or AWS endpoint: unique in the world. */
  | 'endpoint'
  /** May be a name: counts where the key says so. */
  | 'name';

const ARN = /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12}|aws)?:\S+$/;
const AWS_ID =
  /^(?:(?:vpc|subnet|sg|i|vol|snap|rtb|igw|nat|eni|eipalloc|acl|vpce|tgw|tgw-attach|tgw-rtb|pcx|lt|fs|fsap|fsmt|dopt|vgw|cgw|vpn|ami|pl|eigw|rtbassoc|cr|src|r)-[0-9a-f]{8,17}|Z[0-9A-Z]{9,31}|E[0-9A-Z]{12,13}|[a-z]{2}-[a-z]+-\d_[A-Za-z0-9]{9})$/;
const URL_TEXT = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;
const AWS_HOST =
  /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.(?:amazonaws\.com(?:\.cn)?|cloudfront\.net|elasticbeanstalk\.com|on\.aws|awsapprunner\.com)\.?(?::\d+)?$/i;
const DNS_NAME = /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?$/i;

/** Shapes that many components share by chance: none of them says where a value comes from. */
const COMMON = [
  /\s/,
  /^.{0,2}$/,
  /^[\d.,:+-]+$/,
  /^(?:true|false|null|none|yes|no|on|off|enabled|disabled|default)$/i,
  /^v?\d+(?:\.(?:\d+|x))*(?:[-+][\w.]+)?$/i,
  /^[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d[a-z]?$/,
  /^[\d.]+\/\d+$/,
  /^[0-9a-f:]*::[0-9a-f:]*(?:\/\d+)?$/i,
  /^[a-z_+-]+\d+(?:\.\d+)+(?:\.x)?$/i,
  /^nodejs\d+\.x$/,
  /@/,
  /^\d{4}-\d{2}-\d{2}/,
  /^[/.~$]/,
  /[{}()<>|]/,
];

/**
 * @param mayBeName whether the key allows for a plain name.
 * @returns `null` for what cannot be a reference by value.
 */
export function valueKind(text: string, mayBeName: boolean): ValueKind | null {
  if (text.length > 2048 || text.includes(' ')) return null;
  if (ARN.test(text) || AWS_ID.test(text)) return 'portable';
  if (text.includes('.') && (URL_TEXT.test(text) || AWS_HOST.test(text))) return 'endpoint';
  return mayBeName && !COMMON.some((shape) => shape.test(text)) ? 'name' : null;
}

/** One spelling a value: DNS names without case and final dot, URLs without trailing slash. */
export function normaliseValue(text: string): string {
  if (DNS_NAME.test(text)) return text.toLowerCase().replace(/\.$/, '');
  return URL_TEXT.test(text) ? text.replace(/\/+$/, '') : text;
}
