import Contracts
import Tabular
import TestSupport
import Testing
import Vocabulary

/// Rows of contractor files, read plainly for tests that must not rest on the importer.
enum PublishedMonth {
    static let path = "data/nhsbsa_dental/uda_contractor_202312.csv"

    static func rows() throws -> [DentalMonth] {
        let text = String(decoding: try SharedData.bytes(path), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).map(fields)
        let header = lines[0].map { $0.filter { !$0.isWhitespace } }
        func place(_ name: String) -> Int { header.firstIndex(of: name)! }
        let places = (
            code: place("COMMISSIONER_CODE"), name: place("COMMISSIONER_NAME"), contract: place("CONTRACT_NUMBER"),
            provider: place("PROVIDER_NAME"), target: place("UDA_PERF_TARGET"), value: place("UDA_FIN_VAL"),
            delivered: place("UDA_DELIVERED"), one: place("BAND_1_DELIVERED"), a: place("BAND_2A_DELIVERED"),
            b: place("BAND_2B_DELIVERED"), c: place("BAND_2C_DELIVERED"), three: place("BAND_3_DELIVERED"),
            urgent: place("BAND_URGENT_DELIVERED"), other: place("BAND_OTHER_DELIVERED")
        )
        return lines.dropFirst().map { cells in
            func count(_ place: Int) -> Int { Int(cells[place]) ?? 0 }
            let bands = BandCounts(
                one: count(places.one), two: .parts(a: count(places.a), b: count(places.b), c: count(places.c)),
                three: count(places.three), urgent: count(places.urgent), other: count(places.other))
            let delivered = hundredths(cells[places.delivered])
            return DentalMonth(
                month: Month("2023-12")!, commissioner: OrganisationCode(cells[places.code])!,
                commissionerName: cells[places.name], contract: ContractNumber(cells[places.contract])!,
                providerName: cells[places.provider], postcode: "", lsoa: "",
                target: Units(hundredths: hundredths(cells[places.target])!),
                value: Money(pence: hundredths(cells[places.value])!),
                activity: delivered.map {
                    DentalActivity(
                        delivered: Units(hundredths: $0), lateClaims: 0, foundation: .zero, bands: bands)
                }, children: nil, adults: nil, generalValue: .zero)
        }
    }

    static func fields(_ line: some StringProtocol) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    static func hundredths(_ text: String) -> Int? {
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? parts[1] : ""
        return Int(parts[0] + decimals + String(repeating: "0", count: 2 - decimals.count))
    }
}

struct CheckUnitsTests {
    static let values2022 = BandValues(
        one: Units(1), two: Units(3), twoParts: .init(a: Units(3), b: Units(5), c: Units(7)), three: Units(12),
        urgent: Units(hundredths: 120), otherLow: Units(hundredths: 60), otherHigh: Units(hundredths: 120))

    static func row(published: Int?, bands: BandCounts) -> DentalMonth {
        DentalMonth(
            month: Month("2023-12")!, commissioner: TestYears.code, commissionerName: "", contract: TestYears.number,
            providerName: "", postcode: "", lsoa: "", target: .zero, value: .zero,
            activity: published.map {
                DentalActivity(delivered: Units(hundredths: $0), lateClaims: 0, foundation: .zero, bands: bands)
            }, children: nil, adults: nil, generalValue: .zero)
    }

    @Test func `each course is worth its band`() {
        let bands = BandCounts(one: 391, two: .parts(a: 169, b: 55, c: 1), three: 27, urgent: 73, other: 2)
        #expect(CheckUnits.units(of: bands, by: Self.values2022) == Units(hundredths: 159_160))
    }

    @Test func `an undivided band 2 counts three`() {
        let bands = BandCounts(one: 0, two: .whole(10), three: 0, urgent: 0, other: 0)
        #expect(CheckUnits.units(of: bands, by: Self.values2022) == Units(30))
    }

    @Test(arguments: [(160, 1), (220, 1), (159, 0), (221, 0)])
    func `other courses are allowed no less and no more than their range`(published: Int, allowed: Int) throws {
        let bands = BandCounts(one: 1, two: .whole(0), three: 0, urgent: 0, other: 1)
        let check = try CheckUnits.check([Self.row(published: published, bands: bands)], by: Self.values2022)
        #expect(check.exactWithOther == allowed)
        #expect(check.rows == 1)
    }

    @Test func `a blank row is counted and compared with nothing`() throws {
        let none = BandCounts(one: 0, two: .whole(0), three: 0, urgent: 0, other: 0)
        let check = try CheckUnits.check([Self.row(published: nil, bands: none)], by: Self.values2022)
        #expect(check.blank == 1)
        #expect(check.published == .zero)
    }

    @Test func `no rows are refused`() {
        #expect(throws: Refusal.self) { try CheckUnits.check([], by: Self.values2022) }
    }

    @Test(.enabled(if: SharedData.has(PublishedMonth.path), "the real data are not here"))
    func `December 2023 comes out as published`() throws {
        let check = try CheckUnits.check(PublishedMonth.rows(), by: Self.values2022)
        #expect(check.counted == Units(hundredths: 486_504_800))
        #expect(check.published == Units(hundredths: 487_639_940))
        #expect(check.exact == 3_749)
        #expect(check.exactWithOther == 1_374)
        #expect(check.differences.count == 1_383)
        #expect(check.blank == 261)
        #expect(check.rows == 6_767)
    }
}
