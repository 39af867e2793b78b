package be.designations.api;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something of a fixed list.
 *
 * @param code for programs; does not change with the language
 * @param text for people, in the language of the request
 */
@Schema(description = "A code for programs, with its words in the language that was asked for")
public record CodedText(String code, String text) {}
