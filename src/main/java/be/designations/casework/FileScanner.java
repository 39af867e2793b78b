package be.designations.casework;

/** Looks for viruses in what people send in; an installation may have one. */
public interface FileScanner {

    /**
     * @return whether nothing was found
     * @throws ScannerUnavailableException when it cannot be told
     */
    boolean isHarmless(byte[] content);

    /** No answer, or one that says that the file could not be looked into. */
    final class ScannerUnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public ScannerUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
