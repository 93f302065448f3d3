import Exemplar
import Testing

/// The exemplar's faults, found again by rules that were read out from their words and share nothing with what planted them.
struct PlantedFaultsTests {
    private func made(rows: Int, seed: UInt64, months: Int = 6) -> [ExemplarActivity.File: [UInt8]] {
        var files: [ExemplarActivity.File: [UInt8]] = [:]
        ExemplarActivity(rows: rows, seed: seed, months: months).write { files[$0, default: []] += $1 }
        return files
    }

    private func planted(_ files: [ExemplarActivity.File: [UInt8]]) -> [Finding] {
        String(decoding: files[.planted]!, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",").map(String.init)
            return Finding(file: cells[3], row: Int(cells[0])!, rule: cells[1], amount: Int(cells[2])!)
        }.filter { !$0.rule.hasPrefix("import:") }
    }

    static let rules =
        (1...25).map { $0 < 10 ? "CC0\($0)" : "CC\($0)" } + (1...4).map { "DD0\($0)" }

    @Test(arguments: [7, 20_250_401, 99] as [UInt64])
    func `the rules find every fault that was planted, to the penny, and nothing else`(seed: UInt64) throws {
        let files = made(rows: 6_000, seed: seed)
        let (wanted, found) = (planted(files), try BillChecker(files).findings)
        for rule in PlantedFaultsTests.rules {
            let (due, raised) = (wanted.filter { $0.rule == rule }, found.filter { $0.rule == rule })
            #expect(!due.isEmpty, "seed \(seed): no fault of \(rule) was planted")
            let missed = Set(due).subtracting(raised).sorted()
            let extra = Set(raised).subtracting(due).sorted()
            #expect(missed.isEmpty, "seed \(seed), \(rule): planted and not found: \(missed.prefix(5))")
            #expect(extra.isEmpty, "seed \(seed), \(rule): found and not planted: \(extra.prefix(5))")
            #expect(due.count == raised.count)
        }
    }

    @Test(arguments: [(3, 1), (40, 12), (1_500, 12), (2_000, 1)])
    func `that holds at any size and for any number of months`(rows: Int, months: Int) throws {
        let files = made(rows: rows, seed: 5, months: months)
        #expect(try BillChecker(files).findings.sorted() == planted(files).sorted())
    }

    @Test func `rows that are right go every way of finding who pays`() throws {
        let checker = try BillChecker(made(rows: 6_000, seed: 7))
        let paid = checker.bills.filter { $0.commissioner != "VPP00" }
        #expect(paid.contains { $0.commissioner.hasPrefix("QH") } && paid.contains { $0.commissioner == "13Q" })
        #expect(paid.contains { $0.commissioner.hasPrefix("QR") } && paid.contains { checker.payer($0) == nil })
        #expect(paid.contains { $0.residence.isEmpty && $0.practice == "V81999" })
        #expect(paid.contains { !$0.residence.isEmpty && $0.practice == "V81999" })
        for category in ["12", "21", "31", "32", "41", "51", "55", "61", "71", "75", "81", "85"] {
            #expect(paid.contains { $0.category == category }, "nothing of category \(category)")
        }
    }
}
