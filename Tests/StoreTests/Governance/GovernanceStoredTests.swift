import Foundation
import GRDB
import Governance
import Testing
import Vocabulary

@testable import Store

/// Acts of governance as they are kept: decided again in order, with texts about persons apart.
struct GovernanceStoredTests {
    private static let name = "Dr Philippa Quillfeather"
    private static let entered = Moment(text: "2019-06-03T09:00:00Z")!
    private static let person = Slug("p1")!

    private func desk(in folder: URL) throws -> GovernanceDesk {
        GovernanceDesk(try Store.create(at: folder.appending(path: "remit.sqlite").path))
    }

    /// One person with one interest, which ended on 30 June 2019.
    private func enter(_ desk: GovernanceDesk) throws {
        try desk.perform(by: Example.author, at: Self.entered) { texts, _ in
            [
                EnterPerson(person: Self.person, name: try texts.keep(Self.name), knownFrom: Day("2019-01-01")!),
                EnterDeclaration(
                    person: Self.person,
                    declaration: Declaration(
                        id: Slug("partner")!, kind: .financial, situation: .ownership,
                        description: try texts.keep("Partner in the practice at Quill Street"),
                        arose: Day("2019-01-01")!, ended: Day("2019-06-30")!, declaredOn: Day("2019-01-02")!)),
            ]
        }
    }

    @Test func `every act of governance can be kept and done again`() {
        let replayed = Set(ReplayedActs.all.map { $0.name })
        #expect(GovernanceActs.all.map { $0.name }.filter { !replayed.contains($0) } == [])
        #expect(replayed.count == ReplayedActs.all.count, "two acts with one name")
    }

    @Test func `the book read back is what its acts made of it, also from nothing and by another door`() throws {
        try Scratch.with { folder in
            let desk = try desk(in: folder)
            try enter(desk)
            let lines = try desk.acts()
            let again = try GovernanceBook.replaying(
                lines.map { (try $0.value(), $0.author, $0.moment) }, rulebook: desk.rules.rulebook)
            #expect(try desk.book() == again)
            let anew = try desk.store.read { db in try GovernanceRows.foldedAnew(under: desk.rules, db) }
            #expect(anew == again)
            #expect(try lines.map { try $0.value().journalled.canonical } == lines.map(\.body))
            #expect(lines.map(\.record) == ["person/p1", "person/p1"])
            #expect(try desk.book(at: 1).people[Self.person]?.declarations.isEmpty == true)
            let other = GovernanceDesk(try Store.open(at: folder.appending(path: "remit.sqlite").path))
            #expect(try other.book() == again)
        }
    }

    @Test func `a refused act leaves nothing behind, and what was remembered of it is not found`() throws {
        try Scratch.with { folder in
            let desk = try desk(in: folder)
            try enter(desk)
            let before = try desk.book()
            let refusal = #expect(throws: Refusal.self) {
                try desk.perform(by: Example.author, at: Self.entered) { texts, _ in
                    [
                        EnterPerson(person: Slug("p2")!, name: try texts.keep("Bo"), knownFrom: Day("2019-01-01")!),
                        EnterPerson(person: Self.person, name: try texts.keep("Cy"), knownFrom: Day("2019-01-01")!),
                    ]
                }
            }
            #expect(refusal?.code == "person-exists")
            #expect(try desk.book() == before)
            #expect(Set(try desk.texts().values) == [Self.name, "Partner in the practice at Quill Street"])
            #expect(try desk.acts().count == 2)
        }
    }

    @Test(arguments: ["UPDATE governance_act SET body = '{}'", "DELETE FROM governance_act"])
    func `acts of governance are append-only`(sql: String) throws {
        try Scratch.with { folder in
            let desk = try desk(in: folder)
            try enter(desk)
            #expect(throws: DatabaseError.self) { try desk.store.write { db in try db.execute(sql: sql) } }
        }
    }

    @Test func `texts whose retention is over leave every file, and the journal still verifies`() throws {
        try Scratch.with { folder in
            let desk = try desk(in: folder)
            try enter(desk)
            let early = Moment(text: "2025-06-30T09:00:00Z")!
            let late = Moment(text: "2025-07-01T09:00:00Z")!
            func dispose(at moment: Moment) throws {
                try desk.perform(by: Example.author, at: moment) { _, book in
                    let description = book.people[Self.person]!.declarations[0].description
                    return [DisposeOfRegisterTexts(person: Self.person, texts: [description])]
                }
            }
            #expect(refused { try dispose(at: early) } == "retention-runs")
            try dispose(at: late)
            #expect(try desk.texts().values.sorted() == [Self.name])
            for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
                let bytes = try Data(contentsOf: file)
                #expect(bytes.range(of: Data("Quill Street".utf8)) == nil, "found in \(file.lastPathComponent)")
            }
            let (fault, faults) = try desk.store.read { db in
                (try Journal.verify(db).fault, try PersonalTexts.faults(db))
            }
            #expect(fault == nil)
            #expect(faults == [])
        }
    }
}
