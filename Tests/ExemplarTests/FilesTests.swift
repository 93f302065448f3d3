import Contracts
import Exemplar
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite struct FilesTests {
    private static let span = Month("201604")!...Month("202703")!
    /// As the Rulebook has them; here only so that oddities are found.
    private static let limits = DentalFlagLimits(
        unitValue: PlausibleUnitValue(low: Money(pence: 1_000), high: Money(pence: 8_000)),
        nominalTarget: Units(3),
        nominalValue: Money(pence: 300))

    private static func read(_ bytes: [UInt8], _ month: Month) throws -> DentalMonthFile.Outcome {
        try DentalMonthFile.read(bytes, named: Exemplar.monthFileName(month), months: span) { _ in limits }
    }

    /// One month of each header, each encoding and each oddity.
    static let months =
        ["201804", "202004", "202303", "202304", "202309", "202310", "202311", "202402"]
        + ["202408", "202409", "202411", "202412"]

    @Test(arguments: months)
    func `the importer reads a month's file back to the same rows`(text: String) throws {
        let month = Month(text)!
        let outcome = try Self.read(whole.monthFile(month), month)
        #expect(outcome.reading.values.map(\.value) == whole.rows(of: month)!)
        #expect(outcome.account.balances)
        #expect(!outcome.reading.problems.contains { $0.effect == .refused })
    }

    @Test(arguments: months)
    func `the importer flags what was planted and nothing else`(text: String) throws {
        let month = Month(text)!
        let outcome = try Self.read(whole.monthFile(month), month)
        var found: Set<String> = []
        for problem in outcome.reading.problems {
            let row = outcome.reading.values.first { $0.row == problem.row }!.value
            found.insert(
                "\(row.contract) \(row.commissioner) \(Self.kinds[problem.code]?.rawValue ?? problem.code)")
        }
        let flagging = Set(Self.kinds.values)
        let planted = whole.planted.filter { $0.month == month && flagging.contains($0.kind) }
        #expect(found == Set(planted.map { "\($0.contract) \($0.commissioner) \($0.kind.rawValue)" }))
    }

    @Test(arguments: 1...6)
    func `another seed's file has no oddity but those planted`(seed: Int) throws {
        let month = Month("202412")!
        let exemplar = Exemplar(seed: UInt64(seed), contracts: 30, firstYear: 2024, dataTo: month)
        let outcome = try Self.read(exemplar.monthFile(month), month)
        let nominal = Set(exemplar.planted.filter { $0.kind == .nominalTarget }.map(\.contract))
        for problem in outcome.reading.problems {
            #expect(["nominal-target", "nominal-value"].contains(problem.code), "\(problem.explanation)")
            #expect(nominal.contains(outcome.reading.values.first { $0.row == problem.row }!.value.contract))
        }
    }

    @Test func `companion files are read without a problem`() throws {
        func sheet(_ bytes: [UInt8]) throws -> Sheet { try Sheet(csv: bytes, named: "companion.csv") }
        let people = try PopulationFile.read(sheet(whole.populationFile()))
        let types = try ContractTypesFile.read(sheet(whole.contractTypesFile()))
        let groups = try ProviderGroupsFile.read(sheet(whole.providerGroupsFile()))
        let charges = try ChargesFile.read(sheet(whole.chargesFile()))
        #expect(people.problems + types.problems + groups.problems + charges.problems == [])
        #expect(people.values.count == 3 * 7)
        #expect(groups.values.count == 8)
        let standing = Set(whole.terms.map(\.contract))
        #expect(Set(types.values.map(\.value.contract)).isStrictSubset(of: standing))
        #expect(charges.values.count > 11 * 200)
    }

    private static let kinds: [String: PlantedOddity.Kind] = [
        "pence-as-units": .targetInPence, "nominal-target": .nominalTarget, "nominal-value": .nominalTarget,
        "negative-delivery": .negativeDelivery, "two-commissioners": .twoCommissioners,
    ]

    @Test func `every kind of oddity is in the months read here`() {
        let months = Set(Self.months.map { Month($0)! })
        let kinds = Set(whole.planted.filter { months.contains($0.month) }.map(\.kind))
        #expect(kinds.isSuperset(of: Set(Self.kinds.values)))
        #expect(whole.planted.contains { $0.kind == .changedCommissioner })
    }

    @Test func `the importer reads the annual file back to the same terms`() throws {
        let reading = try DentalContractsFile.read(
            whole.contractsFile(), named: whole.contractsFileName, months: Self.span)
        #expect(reading.values.map(\.value) == whole.terms)
        #expect(Set(reading.problems.map(\.code)).isSubset(of: ["end-date-past"]))
    }

    @Test func `several contracts have two rows and ends lie within and after the year`() {
        let byContract = Dictionary(grouping: whole.terms, by: \.contract)
        #expect(byContract.values.count { $0.count == 2 } >= 10)
        let ends = whole.terms.compactMap(\.end)
        let year = whole.dataTo.financialYear
        #expect(
            ends.contains { $0 < year.lastDay } && ends.contains(year.lastDay)
                && ends.contains { $0 > year.lastDay })
    }

    @Test func `the corrected month changes three rows and withdraws one`() throws {
        let month = whole.correctedMonth
        let again = try Self.read(whole.correctedMonthFile(), month).reading.values.map(\.value)
        let before = whole.rows(of: month)!
        #expect(again.count == before.count - 1)
        #expect(again.count { !before.contains($0) } == 3)
        #expect(whole.corrections.count { $0.after == nil } == 1)
    }

    static let december = "data/nhsbsa_dental/uda_contractor_202312.csv"
    static let annual = "data/nhsbsa_dental/contract_annual_202506.csv"

    @Test(
        .enabled(if: SharedData.has(december) && SharedData.has(annual), "the published files are not here"))
    func `headers are the published ones byte for byte`() throws {
        func header(_ bytes: [UInt8]) -> ArraySlice<UInt8> { bytes.prefix { $0 != 0x0A } }
        #expect(header(whole.monthFile(Month("202312")!)) == header(try SharedData.bytes(Self.december)))
        #expect(header(whole.contractsFile()) == header(try SharedData.bytes(Self.annual)))
    }

    @Test func `a file of October 2023 has an accented letter in one byte`() {
        #expect(whole.monthFile(Month("202310")!).contains(0xE9))
        #expect(!whole.monthFile(Month("202311")!).contains(0xE9))
    }
}
