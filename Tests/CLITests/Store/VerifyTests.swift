import Contracts
import Exemplar
import Files
import Foundation
import GRDB
import Imports
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// `remit verify` on a store in which everything has been done, and on one that somebody meddled with.
struct VerifyTests {
    private static let mapping = """
        name: Wexbourne eDEN monthly
        layout: eden-monthly
        reviewedBy: A. Analyst
        reviewedOn: 2025-01-02
        validFrom: 2024-04-01
        columns:
          contract: No
          month: Month
          delivered: UDAs
        """

    /// Every kind of act: files alone, in a zip and corrected, local files, an extract, acts on contracts, workings.
    private static let everything = Result { try done() }

    private static func done() throws -> Filled {
        let data = Filled.exemplar
        return try Filled.with { filled in
            try filled.perform(SetUpInstallation(holder: "Wexbourne", isInvented: true))
            let late = data.months.suffix(3).compactMap { $0.first?.month }
            let archive = ZipFile.bytes(members: late.map { (Exemplar.monthFileName($0), data.monthFile($0)) })
            #expect(try filled.months([filled.file("late.zip", archive)], dropping: []).refused.isEmpty)
            #expect(
                try filled.months([
                    filled.file("again-" + Exemplar.monthFileName(data.correctedMonth), data.correctedMonthFile())
                ]).totals.rowsWithdrawn == 1)
            #expect(try filled.contracts().refused.isEmpty)
            let kinds: [ImportLocalFacts.Facts.Kind] = [.population, .contractTypes, .providerGroups, .patientCharges]
            for (kind, companion) in zip(kinds, data.companionFiles) {
                #expect(try filled.local(kind, filled.file(companion.name, companion.bytes)).refused.isEmpty)
            }
            let saved = try LocalIntake.mapping(at: filled.file("eden.yaml", Array(mapping.utf8)))
            let extract = try filled.file("eden.csv", Array("No,Month,UDAs\n1234567890,2024-05,10.5\n".utf8))
            let job = LocalIntake.job(
                by: saved, into: filled.store, by: Filled.author, at: Filled.moment, dropping: [])
            #expect(try job.run([extract]).refused.isEmpty)
            let directory = [
                ("pairs.csv", "old_code,new_code,date\nA,B,2020-04-01\nA,C,2020-04-01\n"),
                ("lookup.csv", "CCG Code,ICB Code,ICB NAME\n00C,QHM,A Board\n"),
                ("areas.csv", "lsoa11_code,lsoa21_code,change_code\nE01011949,E01011949,U\n"),
                ("shares.csv", "nhs_trust22_code,icb22_code,proportion_trust_came_from_icb\nR0A,E54000008,1\n"),
            ]
            let known = RecognisedImport(into: filled.store, by: Filled.author, at: Filled.moment, dropping: [])
            let paths = try directory.map { try filled.file($0.0, Array($0.1.utf8)) }
            #expect(try known.run(paths) { _ in }.refused.isEmpty)
            let terms = try filled.store.read { db in try TermsRows.newest(db) }
            let contract = try #require(terms.first { !$0.terms.lines.isEmpty }).terms
            try filled.perform(
                RuleOnContract(
                    ContractRuling(contract: contract.contract, type: .gds, term: .openEnded, reason: "Read")))
            try filled.perform(
                RecordRelease(
                    Release(
                        contract: contract.contract, line: contract.lines[0].service, kind: .handBack,
                        amount: Money(pence: 1), noticeDay: Day("2025-01-10")!, fromDay: Day("2025-04-01")!,
                        reason: "Agreed")))
            for question in WorkingQuestion.allCases {
                try WorkingRecord.make(
                    "Paper on \(question.rawValue)", question, in: filled.store, by: Filled.author, at: Filled.moment)
            }
            return filled
        }
    }

    @Test func `what nobody touched comes out the same, every working too`() throws {
        let filled = try Self.everything.get().copied()
        let verified = try filled.verified()
        #expect(verified.faults == [])
        #expect(verified.workings.count == WorkingQuestion.allCases.count)
        let rows = try filled.store.read { db in try Int.fetchOne(db, sql: "SELECT SUM(rowsRead) FROM intake")! }
        #expect(verified.rowsReadAgain == rows)
        #expect(try filled.verified(working: "Paper on position").workings == ["Paper on position"])
        #expect(refused { try filled.verified(working: "Paper 9") } == "no-such-working")
    }

    @Test(arguments: [
        "UPDATE dental_month SET delivered = delivered + 100 WHERE id = 40",
        "UPDATE dental_month SET value = 1 WHERE id = 40",
        "DELETE FROM dental_month_superseded",
        "DELETE FROM problem WHERE id = 1",
        "UPDATE problem SET effect = 'noted' WHERE effect = 'flagged'",
        "DELETE FROM dental_month_flag",
        "UPDATE intake SET account = '{}'",
        "UPDATE contract_line SET value = value + 1 WHERE termsId = 1",
        "UPDATE contract_terms SET isRecurring = 1 - isRecurring WHERE id = 2",
        "UPDATE holder SET provider = 'Somebody else' WHERE id = 3",
        "UPDATE population SET people = people * 2",
        "UPDATE extract_row SET delivered = 1",
        "UPDATE contract_ruling SET reason = 'Another'",
        "UPDATE listed_organisation SET name = 'Another Board'",
        "UPDATE listed_relationship SET target = 'QHX'",
        "UPDATE listed_succession SET day = '2021-04-01'",
        "UPDATE area_lookup SET change = 'S'",
        "UPDATE trust_share SET proportion = 0.5",
        "UPDATE directory_file SET statedOn = '2021-04-01' WHERE statedOn IS NOT NULL",
        "UPDATE money_release SET amount = 2",
        "UPDATE working SET result = '{}' WHERE id = 1",
        "UPDATE column_mapping SET content = '{}'",
        "UPDATE installation SET isInvented = 0",
        "UPDATE journal SET content = '{}' WHERE sequence = 3",
        "UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE sequence = 5",
        "DELETE FROM dental_month WHERE id = (SELECT MAX(id) FROM dental_month)",
        "UPDATE content SET bytes = x'1f8b' WHERE encoding = 'gzip'",
        "UPDATE content SET size = size + 1 WHERE encoding = 'identity'",
        "DELETE FROM content WHERE encoding = 'gzip'",
        "CREATE TABLE another (a INTEGER)",
    ])
    func `what somebody changed by hand is found`(sql: String) throws {
        let filled = try Self.everything.get().copied()
        try filled.meddle(sql)
        let verified = try filled.verified()
        #expect(!verified.holds, "not found: \(sql)")
        #expect(verified.faults.allSatisfy { $0.hasSuffix(".") })
    }

    @Test func `a line that was forged with all the digests after it is found by doing it again`() throws {
        try Filled.with(months: 2) { filled in
            try filled.perform(SetUpInstallation(holder: "Wexbourne", isInvented: true))
            let lines = try filled.store.read { db in try Journal.lines(db) }
            let last = try #require(lines.last)
            let content = lines[1].content.replacing("\"rowsRefused\":0", with: "\"rowsRefused\":1")
            #expect(content != lines[1].content)
            let second = Journal.digest(
                sequence: 2, at: lines[1].at, author: lines[1].author, act: lines[1].act, content: content,
                previous: lines[0].digest)
            let third = Journal.digest(
                sequence: 3, at: last.at, author: last.author, act: last.act, content: last.content, previous: second)
            try filled.meddle(
                """
                UPDATE journal SET content = '\(content)', digest = '\(second)' WHERE sequence = 2;
                UPDATE journal SET previous = '\(second)', digest = '\(third)' WHERE sequence = 3;
                """)
            let verified = try filled.verified()
            #expect(try filled.store.read { db in try Journal.verify(db) }.fault == nil)
            #expect(verified.faults.count == 1 && verified.faults[0].hasPrefix("Line 2 of the journal"))
        }
    }

    @Test func `the bytes of a source can be had again, alone or out of an archive`() throws {
        let filled = try Self.everything.get().copied()
        for source in try filled.store.read({ db in try SourceHeld.all(db) }) {
            #expect(try SourceRecord.bytes(of: source.digest, in: filled.store).count == source.size)
        }
        #expect(
            refused {
                try SourceRecord.bytes(of: EvidenceID(String(repeating: "0", count: 64))!, in: filled.store)
            } == "bytes-missing")
    }
}
