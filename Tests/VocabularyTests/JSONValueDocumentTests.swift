import Testing
import Vocabulary

struct JSONValueDocumentTests {
    private struct Note: Decodable {
        var title: String
        var lines: [String]?
    }

    private func code(_ json: JSONValue) -> String? {
        do throws(Refusal) {
            let _: Note = try json.writtenDocument(named: "note.yaml", manual: "docs/notes.md")
            return nil
        } catch {
            #expect(error.sentence.hasPrefix("note.yaml") && error.remedy != nil)
            return error.code
        }
    }

    @Test func `a document is an object of known keys without invisible commands`() {
        #expect(code(["title": "Tea", "lines": ["one\ttwo"]]) == nil)
        #expect(code(["Tea"]) == "document-not-keyed")
        #expect(code(["title": "Tea", "colour": "red"]) == "value-invalid")
        #expect(code(["lines": []]) == "key-missing")
        #expect(code(["title": "Tea\u{202E}"]) == "control-character")
        #expect(code(["title": "Tea", "lines": ["a\u{7}"]]) == "control-character")
    }

    @Test func `the place of an invisible command is named`() {
        let json: JSONValue = ["title": "Tea", "lines": ["one", "two\u{200}", "three\u{1B}"]]
        let refusal = #expect(throws: Refusal.self) {
            let _: Note = try json.writtenDocument(named: "note.yaml", manual: "docs/notes.md")
        }
        #expect(refusal?.sentence == "note.yaml: lines[2] holds an invisible character.")
    }
}
