import Testing
import Vocabulary

@testable import Files

struct YAMLFileTests {
    private func value(_ text: String) throws -> JSONValue { try YAMLFile.value(of: text, named: "mapping.yaml") }

    @Test func `words mean what they mean in JSON, and all else is text`() throws {
        let text = """
            file: eDEN extract # a comment
            columns: [Contract No, 'UDA "target"']
            flags: {a: true, b: no, c: "true"}
            numbers: [12, -3, 0.5, 1.50]
            words: [0012, 2024-04-01, 12:30, 1e3, .5, NO, 0x1F, "7", -, 1.]
            nothing: [~, null, ""]
            blank:
            """
        let expected: JSONValue = [
            "file": "eDEN extract", "columns": ["Contract No", "UDA \"target\""],
            "flags": ["a": true, "b": "no", "c": "true"], "numbers": [12, -3, .decimal(0.5), .decimal(1.5)],
            "words": ["0012", "2024-04-01", "12:30", "1e3", ".5", "NO", "0x1F", "7", "-", "1."],
            "nothing": [.null, .null, ""], "blank": .null,
        ]
        // A lone hyphen begins a list item; as a word it is quoted.
        #expect(try value(text.replacing(" -, 1.", with: " \"-\", 1.")) == expected)
    }

    @Test func `an anchor's value stands wherever it is named`() throws {
        #expect(try value("a: &x [1, 2]\nb: *x") == ["a": [1, 2], "b": [1, 2]])
        #expect(try value("") == .null)
    }

    @Test(arguments: [
        ("a: 1\n  b: 2", "line 2, column"), ("a: [1, 2", "line 2, column 1"),
        ("a: 1\nb: 2\na: 3", "\"a\" stands twice"),
        ("a: \"open", "line 1, column"), ("a: *none", "line 1, column"), ("? [a]\n: 1", "a key is not a text"),
        ("a: 1\n---\nb: 2", "line 2, column 1"), ("a: 99999999999999999999", "does not fit 64 bits"),
        ("base: &b {x: 1}\nc:\n  <<: *b", "merge keys"), ("a:\t- b\n\t c", "line"),
    ])
    func `a fault is refused with its place`(text: String, reason: String) {
        let found = refusal { _ = try value(text) }
        #expect(found?.kind == .input)
        #expect(found?.code == "yaml-unreadable")
        #expect(found?.sentence.contains(reason) == true, "\(found?.sentence ?? "read")")
        #expect(found?.sentence.hasPrefix("mapping.yaml") == true)
    }

    @Test func `what grows without bound, nests too deep or is not UTF-8 is refused`() {
        let lines = (1...9).map { level in
            "l\(level): &l\(level) [\(Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", "))]"
        }
        let bomb = "l0: &l0 x\n" + lines.joined(separator: "\n")
        #expect(refusal { _ = try value(bomb) }?.sentence.contains("more than 1000000 values") == true)
        let deep = String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
        #expect(refusal { _ = try value(deep) }?.sentence.contains("nest deeper than 64") == true)
        #expect(refusal { _ = try YAMLFile.value(of: [0x61, 0x3A, 0x20, 0xE9], named: "m.yaml") }?.kind == .input)
    }
}
