import Contracts
import Exemplar
import TestSupport
import Testing
import Vocabulary

@Suite struct ExemplarTests {
    /// FNV-1a over all bytes of all files.
    private func checksum(_ exemplar: Exemplar) -> UInt64 {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ bytes: [UInt8]) { for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 } }
        for rows in exemplar.months { add(exemplar.monthFile(rows[0].month)) }
        add(exemplar.contractsFile())
        add(exemplar.correctedMonthFile())
        for file in exemplar.companionFiles { add(file.bytes) }
        return sum
    }

    @Test func `the same seed gives the same bytes and another seed others`() {
        func made(_ seed: UInt64) -> Exemplar {
            Exemplar(seed: seed, contracts: 20, firstYear: 2022, dataTo: Month("202306")!)
        }
        #expect(checksum(made(5)) == checksum(made(5)))
        #expect(checksum(made(5)) != checksum(made(6)))
    }

    @Test func `data to an earlier month are the start of data to a later one`() {
        let short = Exemplar(contracts: 24, firstYear: 2021, dataTo: Month("202306")!)
        let long = Exemplar(contracts: 24, firstYear: 2021, dataTo: Month("202403")!)
        #expect(short.months == Array(long.months.prefix(short.months.count)))
        #expect(short.planted == long.planted.filter { $0.month <= Month("202306")! })
    }

    @Test func `the default has three commissioners, seven years and data to December 2024`() {
        let exemplar = whole
        let last = exemplar.rows(of: Month("202412")!)!
        #expect(exemplar.firstMonth == Month("201804")!)
        #expect(Exemplar.defaultDataTo == Month("202412")!)
        for (commissioner, count) in zip(Exemplar.commissioners, [96, 70, 54]) {
            #expect(abs(last.count { $0.commissioner == commissioner.code } - count) <= 4)
        }
    }

    @Test(arguments: [12, 13, 17, 30, 48])
    func `any number of contracts has every kind of oddity but is read without a fault`(contracts: Int) {
        let exemplar = Exemplar(
            seed: UInt64(contracts), contracts: contracts, firstYear: 2023, dataTo: Month("202503")!)
        #expect(
            Set(exemplar.planted.map(\.kind)).isSuperset(of: [.nominalTarget, .noTarget, .blankDelivered]))
        #expect(exemplar.terms.allSatisfy { $0.total == $0.lines.map(\.value).total() })
    }

    @Test func `a contract has one row a month, but for the one in two commissioners`() {
        let twins = Set(
            whole.planted.filter { $0.kind == .twoCommissioners }.map { "\($0.contract) \($0.month)" })
        for rows in whole.months {
            var seen: Set<ContractNumber> = []
            for row in rows where !seen.insert(row.contract).inserted {
                #expect(twins.contains("\(row.contract) \(row.month)"))
            }
        }
        #expect(twins.count == 1)
    }

    static let december = "data/nhsbsa_dental/uda_contractor_202312.csv"

    @Test(.enabled(if: SharedData.has(december), "the published files are not here"))
    func `no code, contract number, postcode or area of the exemplar is England's`() throws {
        let published = String(decoding: try SharedData.bytes(Self.december), as: UTF8.self)
        let fields = Set(published.split(whereSeparator: { $0 == "," || $0.isNewline }).map(String.init))
        let rows = whole.rows(of: Month("202312")!)!
        for row in rows {
            #expect(!fields.contains(row.commissioner.description))
            #expect(!fields.contains(row.contract.description))
            #expect(!fields.contains(row.postcode))
            #expect(!fields.contains(row.lsoa))
            #expect(!fields.contains(row.providerName))
        }
        #expect(!fields.contains { $0.hasPrefix("ZZ") })
    }
}
