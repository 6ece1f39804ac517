package org.tandemrec.milvus;

import java.time.Instant;

/**
 * A collection as it lies on the server.
 *
 * @param complete whether it was loaded to its end, counted and checked
 */
record StoredCollection(CollectionCard card, boolean complete, Instant created) {}
