package descent.shared.blob;

import java.util.Set;

/** Somebody whose rows refer to blobs: rooms offer beans of this type. */
public interface BlobHolder {
    /** The hashes that are referred to. Called inside a transaction. */
    Set<String> held();
}
