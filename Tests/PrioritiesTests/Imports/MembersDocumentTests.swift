import Testing
import Vocabulary

@testable import Priorities

struct MembersDocumentTests {
    private let json = object(
        ("members", [object(("id", "lay"), ("role", "lay member"), ("kind", "lay"), ("name", "Ada Example"))]),
        (
            "interests",
            [
                object(
                    ("id", "shares"), ("member", "lay"), ("kind", "financial"), ("options", ["clinic"]),
                    ("nature", "Owns shares."), ("declaration", "I own 40 shares. Ada Example"))
            ]
        ),
        (
            "rulings",
            [object(("interest", "shares"), ("isExcluded", true), ("reason", "It is direct."), ("chair", "chair"))]
        ))

    @Test func `names and declarations are handed out to be kept apart and stand in no act`() throws {
        let document = try MembersDocument.read(json, named: "members.yaml")
        var kept: [String] = []
        let acts = try document.acts(in: slug("teeth")) { text throws(Refusal) in
            kept.append(text)
            return keptAside(text)
        }
        #expect(kept == ["Ada Example", "I own 40 shares. Ada Example"])
        #expect(acts.map { type(of: $0).name } == ["seatMember", "declareInterest", "ruleOnInterest"])
        #expect(acts.allSatisfy { !$0.journalled.canonical.contains("Ada") })
    }

    @Test func `what cannot be kept apart stops the reading`() throws {
        let document = try MembersDocument.read(json, named: "members.yaml")
        #expect(throws: Refusal.self) {
            try document.seats(in: slug("teeth")) { _ throws(Refusal) in
                throw Refusal(.engine, code: "disk-full", "No room.")
            }
        }
    }

    @Test func `a late interest comes without the panel, which is seated already`() throws {
        let interest = object(
            ("id", "late"), ("member", "lay"), ("kind", "financial"), ("options", ["clinic"]),
            ("nature", "Owns shares."))
        let late = try MembersDocument.read(object(("interests", [interest])), named: "late.yaml")
        let acts = try late.acts(in: slug("teeth")) { text throws(Refusal) in keptAside(text) }
        #expect(acts.map { type(of: $0).name } == ["declareInterest"])
    }

    @Test func `two members do not have one short name`() throws {
        let seat = object(("id", "lay"), ("role", "lay member"), ("kind", "lay"))
        let refused = #expect(throws: Refusal.self) {
            try MembersDocument.read(object(("members", [seat, seat])), named: "members.yaml")
        }
        #expect(refused?.code == "member-twice")
    }
}
