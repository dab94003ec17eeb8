// What a database does by itself: find elements by this property without looking at all of them.
graph.createIndex('collection', Vertex)
graph.createIndex('collection', Edge)
// Names the traversal source, which the server has no other way to do; and ends with whoever started it.
def globals = [g: traversal().withEmbedded(graph)]
Thread.startDaemon { while (System.in.read() >= 0) {}; System.exit(0) }
globals
