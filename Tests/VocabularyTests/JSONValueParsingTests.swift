import Testing
import Vocabulary

/// Documents read from their bytes.
struct JSONValueParsingTests {
    private func parsed(_ text: String) throws(Refusal) -> JSONValue {
        try JSONValue(parsing: Array(text.utf8), named: "a.json")
    }

    @Test(arguments: ["null", "[1,-2,0.5,true,\"é\\n\"]", "{\"a\":{\"b\":[]},\"z\":9007199254740993}"])
    func `what was written canonically comes back the same`(text: String) throws {
        #expect(try parsed(text).canonical == text)
    }

    @Test(arguments: ["", "{", "{\"a\":1,\"a\":2}", "01", "9223372036854775808", "1e999", "[1] 2", "\"\u{1}\""])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: Refusal.self) { try parsed(text) }
    }

    @Test func `a fault is named by line and column`() {
        let refusal = #expect(throws: Refusal.self) { try parsed("{\n  \"a\": x}") }
        #expect(refusal?.sentence == "a.json, line 2, column 8: a value was expected.")
    }

    @Test func `what could deceive the eye is not printed`() {
        #expect("a\u{202E}b\nc".printable == "a?b?c")
        #expect(String(repeating: "x", count: 300).printable.count == 200)
    }
}
