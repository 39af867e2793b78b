package be.designations.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file: browsers keep it, they do not show it. */
public final class Download {

    private Download() {}

    public static ResponseEntity<byte[]> of(String fileName, String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(fileName))
                .body(content);
    }

    /**
     * Begins a file of lines for a spreadsheet.
     *
     * @param name without its ending
     * @return to which the lines are written
     */
    public static PrintWriter csv(HttpServletResponse response, String name) throws IOException {
        begin(response, "text/csv;charset=UTF-8", name + ".csv");
        PrintWriter writer = response.getWriter();
        // Tells a spreadsheet that the file is UTF-8.
        writer.write('\ufeff');
        return writer;
    }

    /** Says what file follows. */
    public static void begin(HttpServletResponse response, String mediaType, String fileName) {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(fileName));
    }

    private static String attachment(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
