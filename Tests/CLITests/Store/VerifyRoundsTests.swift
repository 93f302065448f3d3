import Foundation
import GRDB
import Priorities
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// `remit verify` on a store with a round in it.
struct VerifyRoundsTests {
    private static let id = Slug("dental")!

    private func filled(_ folder: URL) throws -> Filled {
        let filled = Filled(store: try Store.inMemory(), folder: folder)
        try filled.perform(
            OpenRound(
                round: Self.id, title: "Dentistry", programme: Programme(title: "Dentistry"), benefit: .whole))
        let person = try filled.store.write { db in
            let person = try PersonalTexts.keep("Dr Quillfeather", db)
            let other = try PersonalTexts.keep("Mr Pennyworth", db)
            for (name, person) in [("m1", person), ("m2", other)] {
                try Store.perform(
                    SeatMember(
                        round: Self.id, member: Member(id: Slug(name)!, role: "Lay", kind: .lay, person: person)),
                    by: Filled.author, at: Filled.moment, in: db)
            }
            return person
        }
        try filled.perform(DisposeOfPersonalText(digests: [person.digest], reason: "Retention"))
        return filled
    }

    @Test func `a round is decided again, and texts that are gone are no fault`() throws {
        try Scratch.with { folder in
            let verified = try filled(folder).verified()
            #expect(verified.faults == [])
            #expect(verified.rounds == 1)
            #expect(verified.checks.contains { $0.hasPrefix("Every act of 1 round was decided again") })
        }
    }

    @Test(arguments: [
        "UPDATE round_act SET body = replace(body, 'Lay', 'Bay')",
        "DELETE FROM round_act WHERE sequence = 3",
        "UPDATE priority_round SET title = 'Other'",
        "UPDATE personal_text SET text = 'Another' WHERE text IS NOT NULL",
        "UPDATE personal_text SET text = NULL, salt = NULL, disposedBy = 2 WHERE text IS NOT NULL",
        "UPDATE personal_text SET text = 'Back', salt = zeroblob(16), disposedBy = NULL WHERE text IS NULL",
        "DELETE FROM personal_text WHERE text IS NULL",
        "INSERT INTO round_result VALUES ('dental', '\(String(repeating: "a", count: 64))', 1, '{}')",
        "INSERT INTO ballot_key VALUES ('dental', 'first', zeroblob(32))",
        "INSERT INTO sealed_vote VALUES (randomblob(16), 'dental', 'first', zeroblob(112))",
    ])
    func `what somebody changed by hand is found`(sql: String) throws {
        try Scratch.with { folder in
            let filled = try filled(folder)
            try filled.meddle(sql)
            #expect(try !filled.verified().holds, "not found: \(sql)")
        }
    }
}
