/** Types for a part of the driver that `@types/gremlin` leaves out. */
declare module 'gremlin/lib/structure/io/graph-serializer.js' {
  class GraphSON3Writer {
    writeRequest(request: {
      readonly requestId: string;
      readonly op: string;
      readonly processor: string;
      readonly args: Readonly<Record<string, unknown>>;
    }): Buffer;
  }
  class GraphSON3Reader {
    readResponse(message: Buffer): unknown;
  }
  const serializers: {
    readonly GraphSON3Reader: typeof GraphSON3Reader;
    readonly GraphSON3Writer: typeof GraphSON3Writer;
  };
  export default serializers;
}
