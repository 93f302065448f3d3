import Tabular
import Testing
import Vocabulary

/// Files known by their columns.
struct LayoutTests {
    private let layout = Layout(
        name: "a list of dogs", required: ["NAME", "BREED"], alternatives: [["AGE"], ["BORN_YEAR", "BORN_MONTH"]],
        optional: ["OWNER"])

    @Test(arguments: [
        ["name", "breed", "age"], [" NAME", "BREED ", "\u{A0}Age\u{A0}"], ["\"Name\"", "\u{FEFF}BREED", "AGE"],
        ["AGE", "OWNER", "BREED", "NAME"],
    ])
    func `order, case, blanks and quotation marks do not matter`(header: [String]) throws {
        let match = try layout.match(header, in: "dogs.csv")
        #expect(TrimmedText.headerKey(header[match.place(of: "BREED")]) == "BREED")
        #expect(match.alternative == ["AGE"])
    }

    @Test func `missing columns are listed together, and a known other file is named`() {
        let cats = Layout(name: "a list of cats", required: ["WHISKERS"])
        let refusal = #expect(throws: Refusal.self) {
            try layout.match(["WHISKERS", "AGE"], in: "x.csv", known: [cats])
        }
        #expect(refusal?.code == "not-this-layout")
        #expect(refusal?.sentence == "x.csv is not a list of dogs: it has no NAME, BREED.")
        #expect(refusal?.remedy == "It seems to be a list of cats.")
    }

    @Test(arguments: [
        (["NAME", "BREED", "AGE", "age "], "column-twice"), (["NAME", "BREED"], "not-this-layout"),
        (["NAME", "BREED", "AGE", "BORN_YEAR", "BORN_MONTH"], "not-this-layout"),
        (["NAME", "BREED", "BORN_YEAR"], "not-this-layout"), (["NAME", "943 476 5919", "AGE"], "patient-identifying"),
    ])
    func `a header that does not fit is refused`(header: [String], code: String) {
        let refusal = #expect(throws: Refusal.self) { try layout.match(header, in: "x.csv") }
        #expect(refusal?.code == code)
        #expect(refusal?.description.contains("943") == false)
    }

    @Test func `other columns are noted, dropped ones too, and a needed one cannot be dropped`() throws {
        let header = ["NAME", "BREED", "AGE", "COLOUR", "OWNER"]
        let match = try layout.match(header, in: "x.csv", dropping: ["owner"])
        #expect(match.notes.map(\.code) == ["column-not-known", "column-dropped"])
        #expect(match["OWNER"] == nil)
        let needed = #expect(throws: Refusal.self) { try layout.match(header, in: "x.csv", dropping: ["NAME"]) }
        #expect(needed?.code == "required-column")
        let unknown = #expect(throws: Refusal.self) { try layout.match(header, in: "x.csv", dropping: ["TAIL"]) }
        #expect(unknown?.code == "unknown-column")
    }
}
