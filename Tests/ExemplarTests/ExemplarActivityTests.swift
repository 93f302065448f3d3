import Exemplar
import Tabular
import Testing
import Vocabulary

/// Invented contract monitoring: the same each time, of the size asked for, with its faults written down.
struct ExemplarActivityTests {
    private func made(rows: Int, seed: UInt64 = 7, months: Int = 6) -> [ExemplarActivity.File: [UInt8]] {
        var files: [ExemplarActivity.File: [UInt8]] = [:]
        ExemplarActivity(rows: rows, seed: seed, months: months).write { files[$0, default: []] += $1 }
        return files
    }

    private func rows(_ bytes: [UInt8]) throws -> (header: [String], rows: [[String]]) {
        var reader = try RowReader(bytes, named: "made.csv", delimiter: 44)
        var rows: [[String]] = []
        while reader.next() { rows.append(reader.cells.indices.map { reader.text(at: $0) }) }
        return (reader.header, rows)
    }

    @Test func `the same seed gives the same bytes, and another seed others`() {
        let (first, second, other) = (made(rows: 900), made(rows: 900), made(rows: 900, seed: 8))
        #expect(first == second)
        #expect(first[.patientLevel] != other[.patientLevel])
        #expect(first.count == ExemplarActivity.File.allCases.count)
    }

    @Test(arguments: [3, 4, 5, 1_000])
    func `the patient-level file has as many rows as were asked for`(count: Int) throws {
        #expect(try rows(made(rows: count)[.patientLevel]!).rows.count == count)
    }

    @Test func `every kind of fault is put in once in five hundred patients, at the rows that are told`() throws {
        let files = made(rows: 3_000)
        let (planted, bills) = (try rows(files[.planted]!), try rows(files[.patientLevel]!))
        #expect(planted.header == ["row", "rule", "amountPence", "file"])
        var counts: [String: Int] = [:]
        for row in planted.rows {
            let place = try #require(Int(row[0]))
            let file = try #require(ExemplarActivity.File(rawValue: row[3]))
            #expect(try (2...rows(files[file]!).rows.count + 1).contains(place))
            if file == .patientLevel || file == .sus { counts[row[1], default: 0] += 1 }
        }
        let kinds = Dictionary(grouping: PlantedFault.allCases, by: \.rule)
        for (rule, kinds) in kinds {
            // All three rows of a patient whose practice has closed; a private patient is billed to nobody who pays.
            let wanted = rule == "CC02" ? 12 : rule == "CC01" ? 12 : 2 * kinds.count
            #expect(counts[rule] == wanted, "\(rule)")
        }
        func bill(_ rule: String) -> [String] {
            bills.rows[Int(planted.rows.first { $0[1] == rule }![0])! - 2]
        }
        #expect(bill("import:unreadable-amount").last == "TBC")
        #expect(bill("import:unreadable-year")[1] == "215551")
        #expect(bill("CC12").contains("UZ01Z"))
        #expect(bill("import:ragged-row").count == bills.header.count - 1)
    }

    @Test func `nobody in the files could be anybody`() throws {
        let (header, bills) = try rows(made(rows: 3_000)[.patientLevel]!)
        let patient = try #require(header.firstIndex(of: "NHS NUMBER"))
        #expect(bills.allSatisfy { !$0[patient].contains(where: \.isNumber) })
        #expect(bills.allSatisfy { $0.allSatisfy { !PatientIdentifier.holdsNHSNumber($0) } })
    }

    @Test func `the aggregate file is the sum of bills, drugs and devices, and of what was put in without detail`()
        throws
    {
        let files = made(rows: 3_000)
        let aggregate = try rows(files[.aggregate]!)
        let price = try #require(aggregate.header.firstIndex(of: "CONTRACT MONITORING ACTUAL PRICE"))
        let tariff = try #require(aggregate.header.firstIndex(of: "TARIFF CODE"))
        let delivery = try #require(aggregate.header.firstIndex(of: "POINT OF DELIVERY CODE"))
        let sums = aggregate.rows.compactMap { FixedPoint.hundredths($0[price]) }
        #expect(sums.count == aggregate.rows.count)
        let extra = aggregate.rows.filter { $0[tariff] == "TOP-UP" }
        #expect(extra.count > 6 && Set(aggregate.rows.map { $0[delivery] }).isSuperset(of: ["DRUG", "DEVICE"]))
        let spoilt: Set = ["TBC"]
        var billed = extra.compactMap { FixedPoint.hundredths($0[price]) }.reduce(0, +)
        for row in try [.patientLevel, .drugs, .devices].flatMap({ try rows(files[$0]!).rows })
        where !spoilt.contains(row.last!) {
            // Money as it is typed, by a reader of its own: digits and a sign.
            let digits = row.last!.filter { $0.isNumber || $0 == "." }
            let parts = digits.split(separator: ".")
            let pence = Int(parts[0])! * 100 + (parts.count > 1 ? Int((parts[1] + "00").prefix(2))! : 0)
            billed += row.last!.contains("-") || row.last!.contains("(") ? -pence : pence
        }
        let unreadable = try rows(files[.planted]!).rows.filter { $0[1] == "import:unreadable-amount" }
            .reduce(0) { $0 + Int($1[2])! }
        #expect(sums.reduce(0, +) == billed + unreadable)
    }
}
