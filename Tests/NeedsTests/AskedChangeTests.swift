import Testing
import Vocabulary

@testable import Needs

/// Changes of sites as people and addresses write them.
struct AskedChangeTests {
    private static func code(_ kind: AskedChange.Kind, _ text: String) -> String? {
        do throws(Refusal) {
            _ = try AskedChange(kind, text)
            return nil
        } catch { return error.code }
    }

    @Test func `each kind is read as the command line has it`() throws {
        #expect(try AskedChange(.close, " 114 ") == .close("114"))
        #expect(try AskedChange(.capacity, "114=20,000.5") == .capacity("114", 20_000.5))
        #expect(try AskedChange(.move, "114 QAA=52.1,-1.2") == .move("114 QAA", to: "52.1,-1.2"))
        #expect(try AskedChange(.add, "new=20@Town 001A") == .add("new", supply: 20, at: "Town 001A"))
    }

    @Test(arguments: [
        (AskedChange.Kind.close, " "), (.capacity, "114"), (.capacity, "114=many"), (.capacity, "=5"), (.move, "114="),
        (.add, "new=5"), (.add, "new=@E01"), (.add, "new=5@"), (.close, "a;b"), (.move, "114=a@b"),
    ])
    func `what lacks a part, or holds a mark between parts, is refused`(kind: AskedChange.Kind, text: String) {
        #expect(Self.code(kind, text) == "unreadable-change")
    }

    @Test func `several in one text come out as they went in`() throws {
        let changes: [AskedChange] = [
            .close("114"), .capacity("115", 1_250.5), .move("116", to: "52.1,-1.2"),
            .add("new", supply: 20_000, at: "E01000001"),
        ]
        let text = AskedChange.text(of: changes)
        #expect(text == "close:114;capacity:115=1250.5;move:116=52.1,-1.2;add:new=20000@E01000001")
        #expect(try AskedChange.list(text) == changes)
        #expect(try AskedChange.list(" ; ") == [])
        #expect(throws: Refusal.self) { try AskedChange.list("open:114") }
        #expect(throws: Refusal.self) { try AskedChange.list("114") }
        #expect(changes.map(\.inWords)[1] == "115 supplies 1,250.5")
        #expect(changes.map(\.inWords)[3] == "new comes to E01000001 with 20,000")
    }
}
