import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

/** Reads strictly: whatever the parser complains about is an error. */
export function readXml(text: string): Document {
  const onError = (level: string, message: string) => {
    // Where a text cannot be held, this is what we put.
    if (message.startsWith('Unicode replacement character')) return;
    throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(text, 'text/xml');
}

export function elements(parent: Document | Element, name: string): Element[] {
  return [...parent.getElementsByTagName(name)];
}
