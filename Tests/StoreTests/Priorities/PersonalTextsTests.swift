import Foundation
import GRDB
import Priorities
import Testing
import Vocabulary

@testable import Store

/// Texts about persons: kept apart, named by digest, disposed of for good.
struct PersonalTextsTests {
    private static let name = "Dr Philippa Quillfeather"

    private func kept(in example: RoundExample) throws -> Personal {
        try example.store.write { db in
            let person = try PersonalTexts.keep(Self.name, db)
            try Store.perform(
                SeatMember(
                    round: RoundExample.id,
                    member: Member(id: Slug("m1")!, role: "Dentist", kind: .provider, person: person)),
                by: Example.author, at: RoundExample.later(10), in: db)
            return person
        }
    }

    @Test func `a text is read back by its digest, and the record holds the digest only`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder, acts: RoundExample.opening)
            let person = try kept(in: example)
            #expect(try example.store.read { db in try PersonalTexts.text(of: person, db) } == Self.name)
            #expect(try example.round().members.first?.person == person)
            let journal = try example.store.read { db in try Journal.lines(db) }.map(\.content).joined()
            #expect(journal.contains(person.digest.description) && !journal.contains("Quillfeather"))
        }
    }

    @Test func `the same text kept twice has two digests`() throws {
        let store = try Store.inMemory()
        let (one, other) = try store.write { db in (try PersonalTexts.keep("A", db), try PersonalTexts.keep("A", db)) }
        #expect(one != other)
    }

    @Test func `a text that was disposed of is in no file, and the journal still verifies`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder, acts: RoundExample.opening)
            let person = try kept(in: example)
            #expect(try example.files().values.contains { $0.range(of: Data(Self.name.utf8)) != nil })
            try example.perform(DisposeOfPersonalText(digests: [person.digest], reason: "Kept for two years"))
            for (name, bytes) in try example.files() {
                #expect(bytes.range(of: Data("Quillfeather".utf8)) == nil, "found in \(name)")
            }
            let text = try example.store.read { db in try PersonalTexts.text(of: person, db) }
            #expect(text == nil)
            let fault = try example.store.read { db in try Journal.verify(db) }.fault
            #expect(fault == nil)
            #expect(try example.store.read { db in try RoundChecks(db) }.faults == [])
            let salts = try example.store.read { db in
                try Int.fetchOne(db, sql: "SELECT COUNT(salt) FROM personal_text")!
            }
            #expect(salts == 0, "a salt that stayed would let a guess be confirmed")
        }
    }

    @Test func `a disposal names texts that are there, once, with a reason`() throws {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder, acts: RoundExample.opening)
            let digest = try kept(in: example).digest
            func code(_ digests: [EvidenceID], _ reason: String = "Asked for") -> String? {
                refused { try example.perform(DisposeOfPersonalText(digests: digests, reason: reason)) }
            }
            #expect(code([]) == "nothing-named")
            #expect(code([digest], " ") == "reason-missing")
            #expect(code([EvidenceID(String(repeating: "0", count: 64))!]) == "no-such-text")
            #expect(code([digest, digest]) == nil)
            #expect(code([digest]) == "text-disposed-of")
        }
    }

    @Test(arguments: [
        "UPDATE personal_text SET text = 'Another'", "DELETE FROM personal_text",
        "UPDATE personal_text SET text = NULL, salt = NULL",
    ])
    func `a text is neither changed nor lost without an act`(sql: String) throws {
        let store = try Store.inMemory()
        _ = try store.write { db in try PersonalTexts.keep("A", db) }
        #expect(throws: DatabaseError.self) { try store.write { db in try db.execute(sql: sql) } }
    }
}
