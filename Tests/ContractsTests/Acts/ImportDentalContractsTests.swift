import Tabular
import Testing
import Vocabulary

@testable import Contracts

struct ImportDentalContractsTests {
    private static func after(
        isHeld: Bool = false, rows: [Int] = [], problems: [Problem] = []
    ) throws -> ImportDentalContracts.After {
        let terms = ContractTerms(
            asOf: Month("202506")!, commissioner: OrganisationCode("QWX")!, commissionerName: "WEXBOURNE",
            contract: ContractNumber("0000000001")!, providerName: "SMILE LTD", isPrison: false, start: nil, end: nil,
            isRecurring: true, lines: [], total: .zero)
        let source = Source(
            digest: EvidenceID(String(repeating: "a", count: 64))!, name: "a.csv", publisher: "", licence: "", size: 1)
        let act = ImportDentalContracts(
            source: source, container: nil,
            reading: Reading(values: [.init(row: 2, value: terms)], problems: problems, rowsRead: 1))
        return try act.decide(
            .init(isHeld: isHeld, rows: rows), by: Author("A. Analyst")!,
            at: Moment(secondsSince1970: 1_740_000_000))
    }

    @Test func `another file of the month supersedes the earlier one whole`() throws {
        let after = try Self.after(rows: [7, 8])
        #expect(after.kept.count == 1 && after.superseded == [7, 8])
    }

    @Test func `the same bytes again keep and supersede nothing`() throws {
        let after = try Self.after(isHeld: true, rows: [7])
        #expect(after.isHeld && after.kept.isEmpty && after.superseded.isEmpty)
    }

    @Test func `a flagged row is unclear by its number, and a noted one is not`() throws {
        let after = try Self.after(problems: [
            Problem(row: 2, column: nil, code: "total-differs", "Odd.", effect: .flagged),
            Problem(row: 2, column: nil, code: "sum-differs", "Odd.", effect: .noted),
            Problem(row: nil, column: nil, code: "whole", "Odd.", effect: .flagged),
        ])
        #expect(after.flags == [2: ["total-differs"]])
    }
}
