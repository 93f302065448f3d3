import Challenges
import Digests
import GRDB
import Testing
import Vocabulary

@testable import Store

/// Bundles of challenges as they are kept.
struct ChallengesStoredTests {
    static let file = EvidenceID(bytes: Array(repeating: 1, count: 32))
    static let moment = Moment(secondsSince1970: Day("2025-12-31")!.number * 86_400 + 43_200)
    static let board = OrganisationCode("QXX")!

    static func run(rows: ClosedRange<Int> = 2...6, digest: UInt8 = 9) -> ChallengeRun {
        ChallengeRun(
            digest: EvidenceID(bytes: Array(repeating: digest, count: 32)),
            words: ["CC01", "CC05"].map {
                ChallengeWords(rule: $0, title: "T \($0)", letter: "L \($0)", source: "S", isVerified: $0 == "CC05")
            },
            challenges: rows.map { row in
                RaisedChallenge(
                    rule: row.isMultiple(of: 2) ? "CC05" : "CC01", source: file, row: row,
                    relatedRow: row == 4 ? 3 : nil, provider: row.isMultiple(of: 50) ? "RX2" : "RX1",
                    year: FinancialYear(startingIn: 2025), month: 1 + row % 6, amount: Money(pence: row * 100),
                    atRisk: Money(pence: row * 100), counted: Money(pence: row * 100), isDataOnly: false)
            })
    }

    private func day(_ text: String) -> Day { Day(text)! }

    private func raise(
        _ desk: ChallengeDesk, _ run: ChallengeRun = run(), named name: Slug? = nil
    ) throws -> ChallengeDesk.Raised {
        try desk.raise(
            run, with: "RX1", commissioner: Self.board, named: name, on: day("2025-11-03"), by: Example.author,
            at: Self.moment)
    }

    @discardableResult
    private func perform<A: StoredAct & ChallengeAct>(_ act: A, _ desk: ChallengeDesk) throws -> ChallengeBundle {
        try desk.perform(act, by: Example.author, at: Self.moment)
    }

    /// From raised to closed, through a dispute; each state is read back as it was decided.
    @discardableResult
    private func live(_ desk: ChallengeDesk) throws -> Slug {
        let id = try raise(desk).bundle.id
        func same(_ decided: ChallengeBundle) throws { #expect(try desk.bundle(id) == decided) }
        try same(
            try perform(
                SendChallenges(
                    bundle: id, on: day("2025-11-03"), contact: "Team", accountReceivedOn: day("2025-10-20"),
                    papers: [.init(name: "letter.docx", digest: Self.file)]), desk))
        try same(
            try desk.answer(
                id,
                with: [
                    .init(number: 1, kind: .accepted),
                    .init(number: 3, kind: .part, amount: Money(pence: 50), reason: "Half.", evidence: "Letter 7"),
                    .init(number: 4, kind: .rejected, reason: "No."),
                ], from: EvidenceID(bytes: Array(repeating: 4, count: 32)), named: "answers.xlsx",
                on: day("2025-11-10"), by: Example.author, at: Self.moment))
        try same(
            try desk.conclude(
                id,
                [
                    .init(number: 1, outcome: .upheld, reason: "Accepted."),
                    .init(number: 2, outcome: .upheld, reason: "Silence."),
                    .init(number: 3, outcome: .part, amount: Money(pence: 100), reason: "Met."),
                    .init(number: 4, outcome: .withdrawn, reason: "They are right."),
                    .init(number: 5, outcome: .upheld, reason: "Silence."),
                ], on: day("2025-11-20"), by: Example.author, at: Self.moment))
        try same(
            try perform(
                DisputeBundle(bundle: id, step: .negotiation, on: day("2025-11-21"), words: "Row 6."), desk))
        try same(
            try perform(DisputeBundle(bundle: id, step: .mediation, on: day("2025-11-24"), words: "Still."), desk))
        try same(
            try desk.conclude(
                id, [.init(number: 5, outcome: .part, amount: Money(pence: 300), reason: "Mediated.")],
                on: day("2025-11-25"), by: Example.author, at: Self.moment))
        try same(try perform(SettleDispute(bundle: id, on: day("2025-11-25"), words: "£3."), desk))
        let agreed = try desk.bundle(id).agreed
        #expect(agreed == Money(pence: 200 + 300 + 100 + 300))
        try same(
            try perform(
                RecordCredit(bundle: id, number: "CN1", on: day("2025-12-01"), amount: Money(pence: 500)), desk))
        try same(
            try perform(
                RecordCredit(
                    bundle: id, number: "CN1", on: day("2025-12-02"), amount: agreed, isCorrection: true,
                    reason: "Misread."), desk))
        try same(try perform(CloseBundle(bundle: id, on: day("2025-12-03")), desk))
        #expect(try desk.bundle(id).state == .closed)
        return id
    }

    @Test func `a letter names the provider as files list it, and not by what was taken in after it was sent`() throws {
        let desk = ChallengeDesk(try Store.inMemory())
        let id = try raise(desk).bundle.id
        func take(_ name: String, _ statedOn: String) throws {
            try desk.store.write { db in
                let line = try Int.fetchOne(db, sql: "SELECT MAX(sequence) FROM journal")!
                try db.execute(
                    sql: """
                        INSERT INTO source (digest, name, layout, publisher, licence, size, sequence)
                        VALUES (?, 'etr.csv', 'etr', 'P', 'L', 1, ?)
                        """, arguments: [String(repeating: name.count > 3 ? "b" : "c", count: 64), line])
                let source = db.lastInsertedRowID
                try db.execute(
                    sql: "INSERT INTO directory_file (sourceId, kind, statedOn) VALUES (?, 'etr', ?)",
                    arguments: [source, statedOn])
                try db.execute(
                    sql: """
                        INSERT INTO listed_organisation (sourceId, rowNumber, code, name, role)
                        VALUES (?, 1, 'RX1', ?, 'NHS trust')
                        """, arguments: [source, name])
            }
        }
        #expect(try desk.names(for: desk.bundle(id), sending: nil).provider == nil)
        try take("Millrace Trust", "2025-10-01")
        #expect(try desk.names(for: desk.bundle(id), sending: nil).provider == "Millrace Trust (RX1)")
        try perform(SendChallenges(bundle: id, on: day("2025-11-03"), contact: "Team"), desk)
        try perform(
            SendChallenges(bundle: id, on: day("2025-11-04"), contact: "Team", reason: "Lost."), desk)
        try take("New", "2025-11-02")
        let bundle = try desk.bundle(id)
        #expect(try desk.names(for: bundle, sending: bundle.sendings[0]).provider == "Millrace Trust (RX1)")
        #expect(try desk.names(for: bundle, sending: nil).commissioner == "QXX")
    }

    @Test func `costs that were withdrawn stay with their reason, count no more, and are never changed`() throws {
        let desk = ChallengeDesk(try Store.inMemory())
        let cost = ContractingCost(on: day("2025-11-03"), minutes: 30, amount: Money(pence: 500), what: "Letters")
        try desk.store.perform(RecordContractingCosts([cost, cost]), by: Example.author, at: Self.moment)
        let withdraw = WithdrawContractingCosts([2], reason: "Entered twice.")
        try desk.store.perform(withdraw, by: Example.author, at: Self.moment)
        #expect(throws: Refusal.self) {
            try desk.store.perform(withdraw, by: Example.author, at: Self.moment)
        }
        #expect(try desk.costs() == [cost])
        let all = try desk.recordedCosts()
        #expect(all.map(\.number) == [1, 2] && all.map(\.stands) == [true, false])
        #expect(all[1].withdrawal == .init(on: Self.moment.inLondon.day, reason: "Entered twice."))
        for sql in [
            "UPDATE contracting_cost SET amountPence = 1", "DELETE FROM contracting_cost",
            "DELETE FROM contracting_cost_withdrawal", "UPDATE contracting_cost_withdrawal SET reason = 'x'",
        ] {
            #expect(throws: DatabaseError.self) { try desk.store.write { db in try db.execute(sql: sql) } }
        }
    }

    @Test func `a bundle's whole life is read back as it was decided`() throws {
        let desk = ChallengeDesk(try Store.inMemory())
        let id = try live(desk)
        #expect(id.description == "rx1-2025-26-m06")
        #expect(try desk.bundles().map(\.id) == [id] && desk.bundles(of: "RX9").isEmpty)
        let bundle = try desk.bundle(id)
        #expect(bundle.words == Self.run().words && bundle.challenges[2].raised.relatedRow == 3)
        #expect(ChallengeSums(of: bundle).total.balances)
        #expect(try desk.revision(of: id) == 11 && desk.revision(of: Slug("none")!) == 0)
    }

    @Test func `what a later file states again is the same challenge, unless it was withdrawn`() throws {
        func run(_ file: UInt8, row: Int, month: Int = 1, _ records: [String?]) -> ChallengeRun {
            ChallengeRun(
                digest: EvidenceID(bytes: Array(repeating: file, count: 32)), words: Self.run().words,
                challenges: records.enumerated().map { place, record in
                    RaisedChallenge(
                        rule: "CC05", source: EvidenceID(bytes: Array(repeating: file, count: 32)), row: row + place,
                        relatedRow: nil, provider: "RX1", year: FinancialYear(startingIn: 2025), month: month,
                        amount: Money(pence: 100), atRisk: Money(pence: 100), counted: Money(pence: 100),
                        isDataOnly: false, record: record)
                })
        }
        let desk = ChallengeDesk(try Store.inMemory())
        let first = try raise(desk, run(1, row: 2, ["A EL", "B EL", nil]))
        #expect(try desk.bundle(first.bundle.id).challenges.map(\.raised.record) == ["A EL", "B EL", nil])
        // The same month in the next file, at other places and with one row more; a row without a record is another.
        let again = try raise(desk, run(2, row: 40, ["B EL", "C EL", nil, "A EL"]))
        #expect(again.bundle.challenges.map(\.raised.record) == ["C EL", nil])
        #expect(Set(again.standing.values.map(\.bundle)) == [first.bundle.id] && again.standing.count == 2)
        #expect(try raise(desk, run(3, row: 2, month: 2, ["A EL"])).standing.isEmpty, "another month")
        #expect(throws: Refusal.self) { try raise(desk, run(4, row: 9, ["A EL", "B EL"])) }
        try desk.conclude(
            first.bundle.id, [.init(number: 1, outcome: .withdrawn, reason: "Not now.")], on: day("2025-11-04"),
            by: Example.author, at: Self.moment)
        #expect(
            try raise(desk, run(5, row: 9, ["A EL", "B EL"])).bundle.challenges.map(\.raised.record) == ["A EL"])
    }

    @Test func `the journal holds the digest of the rows, and the acts are done again from it and the documents`()
        throws
    {
        let store = try Store.inMemory()
        try live(ChallengeDesk(store))
        let lines = try store.read { db in try Journal.lines(db) }
        #expect(lines.allSatisfy { !$0.content.contains("Silence.") && !$0.content.contains("Letter 7") })
        let made = try Store.inMemory()
        for line in lines {
            let content = try JSONValue(parsing: Array(line.content.utf8), named: "a line")
            let said = try #require(content["act"])
            let again: any StoredAct
            if let type = DocumentedActs.all.first(where: { $0.name == line.act }) {
                let named = type.document(of: said)
                let document = try #require(named)
                let kept = try #require(try store.read { db in try KeptBytes.of(document, db) })
                #expect(Digest.of(kept.bytes) == document)
                again = try type.init(journalled: said, document: kept.bytes)
            } else {
                let type = try #require(ReplayedActs.all.first { $0.name == line.act })
                let done = type.init(journalled: said)
                again = try #require(done)
            }
            func perform(_ act: some StoredAct) throws {
                try made.perform(act, by: Example.author, at: Self.moment)
            }
            try perform(again)
        }
        let differences = try store.read { held in
            try made.read { made in try TableComparison.differences(of: held, from: made).map(\.sentence) }
        }
        #expect(differences == [])
    }

    @Test func `what stands in another bundle is left out, and what was withdrawn may be raised again`() throws {
        let desk = ChallengeDesk(try Store.inMemory())
        let first = try raise(desk).bundle.id
        #expect(throws: Refusal.self) { try raise(desk) }
        let more = try raise(desk, Self.run(rows: 5...8, digest: 10))
        #expect(more.bundle.id.description == "rx1-2025-26-m03")
        #expect(more.bundle.challenges.map(\.raised.row) == [7, 8] && more.standing.count == 2)
        try desk.conclude(
            first, [.init(number: 1, outcome: .withdrawn, reason: "Mistaken.")], on: day("2025-11-03"),
            by: Example.author, at: Self.moment)
        let again = try raise(desk, named: Slug("again")!)
        #expect(again.bundle.challenges.map(\.raised.row) == [2] && again.standing.count == 4)
    }

    @Test func `a refused act leaves nothing behind`() throws {
        let store = try Store.inMemory()
        let desk = ChallengeDesk(store)
        let id = try raise(desk).bundle.id
        let before = try store.read { db in try Journal.head(db).digest }
        #expect(throws: Refusal.self) {
            try desk.conclude(
                id, [.init(number: 1, outcome: .upheld, reason: "Yes.")], on: day("2025-11-03"), by: Example.author,
                at: Self.moment)
        }
        #expect(throws: Refusal.self) { try perform(CloseBundle(bundle: Slug("none")!, on: day("2025-11-03")), desk) }
        #expect(try store.read { db in try Journal.head(db).digest } == before)
        #expect(try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM challenge_conclusion") } == 0)
    }

    @Test func `a document that is not what its act says is refused`() throws {
        let desk = ChallengeDesk(try Store.inMemory())
        #expect(throws: Refusal.self) {
            try perform(
                RaiseChallenges(
                    bundle: Slug("b")!, provider: "RX1", commissioner: Self.board, run: Self.run(),
                    on: day("2025-11-03"), document: Self.file), desk)
        }
    }

    @Test func `thirty thousand challenges are raised, answered and read within seconds`() throws {
        let desk = ChallengeDesk(try Store.inMemory())
        let clock = ContinuousClock()
        var id = Slug("x")!
        let taken = try clock.measure {
            id = try raise(desk, Self.run(rows: 2...30_601)).bundle.id
            try perform(SendChallenges(bundle: id, on: day("2025-11-03"), contact: "Team"), desk)
            let count = try desk.bundle(id).challenges.count
            #expect(count > 29_900)
            try desk.answer(
                id, with: (1...count).map { .init(number: $0, kind: .accepted) }, from: Self.file, named: "a.xlsx",
                on: day("2025-11-04"), by: Example.author, at: Self.moment)
        }
        let reading = try clock.measure { _ = try desk.bundle(id) }
        print("30,000 challenges: raised, sent and answered in \(taken), read in \(reading)")
        #expect(taken < .seconds(60) && reading < .seconds(10))
    }
}
