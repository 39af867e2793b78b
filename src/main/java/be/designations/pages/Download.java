package be.designations.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file to keep: browsers do not show it. */
public final class Download {

    private Download() {}

    public static ResponseEntity<byte[]> of(String fileName, String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName))
                .body(content);
    }

    public static ResponseEntity<byte[]> pdf(String fileName, byte[] content) {
        return of(fileName, MediaType.APPLICATION_PDF_VALUE, content);
    }

    /** Begins one that the caller writes. */
    public static void begin(HttpServletResponse response, String fileName, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName));
    }

    /** Begins a table; its first character tells a spreadsheet that it is UTF-8. */
    public static PrintWriter csv(HttpServletResponse response, String fileName) throws IOException {
        begin(response, fileName, "text/csv;charset=UTF-8");
        PrintWriter writer = response.getWriter();
        writer.write('\ufeff');
        return writer;
    }

    private static String disposition(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
