import Testing
import Vocabulary

@testable import Files

struct JSONFileTests {
    private func value(_ text: String) throws -> JSONValue {
        try JSONFile.value(of: Array(text.utf8), named: "in.json")
    }

    @Test func `a document comes back in its own order, with whole numbers exact`() throws {
        let text = """
            {"b": [1, -0.5, 1e3, 1.0, true, false, null], "a": {"largest": 9223372036854775807, "least": \
            -9223372036854775808}, "": "é\\u00e9\\ud83d\\ude00\\n\\/\\\\\\""}
            """
        let expected: JSONValue = .object([
            .init("b", [1, .decimal(-0.5), .decimal(1_000), .decimal(1), true, false, .null]),
            .init("a", .object([.init("largest", .integer(.max)), .init("least", .integer(.min))])),
            .init("", "éé😀\n/\\\""),
        ])
        #expect(try value(text) == expected)
        #expect(try value("\u{FEFF} 7 ") == 7)
    }

    @Test func `what is written canonically reads as itself`() throws {
        let document: JSONValue = [
            "z": [1, 2, ["q": .null]], "a": "tab\tnew\nline \u{1} \"quoted\"", "n": .decimal(0.1),
        ]
        let canonical = document.canonical
        #expect(try value(canonical).canonical == canonical)
        #expect(try value(document.pretty) == document)
    }

    @Test(arguments: [
        ("{\"a\": 1,\n \"é\": 2, \"a\": 3}", "line 2, column 10: the key \"a\" stands twice in one object"),
        ("{\"a\" 1}", "line 1, column 6: a colon was expected after \"a\""), ("[1 2]", "column 4: a comma or ] was"),
        ("{\"a\":1 \"b\":2}", "a comma or } was expected"), ("{a: 1}", "a key in quotation marks was expected"),
        ("[1,]", "column 4: a value was expected"), ("[1", "a comma or ] was expected"), ("{\"a\":", "ends too early"),
        ("\"open", "line 1, column 1: a text that begins here has no end"), ("01", "this is no number"),
        ("-", "this is no number"), ("1.", "digits were expected after the point"), ("1e", "in the exponent"),
        ("9223372036854775808", "does not fit 64 bits"), ("1e999", "is too large"), ("nul", "a value was expected"),
        ("\"\\x\"", "there is no such escape"), ("\"\\ud800\"", "half a character"), ("\"\\ud800\\u0041\"", "half a"),
        ("\"\\u12\"", "four hexadecimal digits"), ("\"a\tb\"", "control character"), ("1 2", "follows the end"),
        ("NaN", "a value was expected"),
    ])
    func `a fault is refused with its place`(text: String, reason: String) {
        let found = refusal { _ = try value(text) }
        #expect(found?.kind == .input)
        #expect(found?.sentence.contains(reason) == true, "\(found?.sentence ?? "read")")
    }

    @Test func `nothing, bytes that are not UTF-8, and values nested too deep are refused`() {
        #expect(refusal { _ = try value(" \n") }?.code == "file-empty")
        #expect(
            refusal { _ = try JSONFile.value(of: [0x22, 0xE9, 0x22], named: "in.json") }?.code == "json-unreadable")
        let deep = String(repeating: "[", count: 100_000)
        #expect(refusal { _ = try value(deep) }?.sentence.contains("nest deeper than 128") == true)
        let allowed = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        #expect(refusal { _ = try value(allowed) } == nil)
    }
}
