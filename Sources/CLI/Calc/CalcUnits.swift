import Contracts
import Rulebook
import Vocabulary

/// UDAs from courses of treatment by band, at the values of a day.
enum CalcUnits: CalcMethod {
    static let name = "dental.units"
    static let title = "UDAs from courses of treatment by band, at the values in force on a day."
    static let working = "CheckUnits"

    static let input = Shape.object([
        .init("on", .day, "whose band values apply"),
        .init("band1", .count, "courses in band 1"),
        .init("band2", .count, "courses in band 2, where it is not split", isOptional: true),
        .init("band2a", .count, "courses in band 2a", isOptional: true),
        .init("band2b", .count, "courses in band 2b", isOptional: true),
        .init("band2c", .count, "courses in band 2c", isOptional: true),
        .init("band3", .count, "courses in band 3"),
        .init("urgent", .count, "urgent courses"),
    ])

    static let examples = [
        CalcExample(
            name: "one contract of December 2023",
            input: [
                "on": "2023-12-31", "band1": 391, "band2a": 169, "band2b": 55, "band2c": 1, "band3": 27,
                "urgent": 73,
            ],
            expected: ["units": .decimal(1_591.6)], tolerance: 0,
            source: "NHSBSA, English contractor monthly general dental activity, December 2023, contract 1000080000: "
                + "1,592.6 UDAs published with 2 other courses")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let parts = ["band2a", "band2b", "band2c"].map { input[$0] }
        let isSplit = parts.contains { !$0.isAbsent }
        guard isSplit != !input["band2"].isAbsent else {
            throw Refusal(
                .input, code: "wrong-shape", "Band 2 is given twice, or not at all.",
                remedy: "Give band2, or band2a, band2b and band2c.")
        }
        let counts = parts.map { $0.isAbsent ? 0 : $0.count }
        let bands = BandCounts(
            one: input["band1"].count,
            two: isSplit
                ? .parts(a: counts[0], b: counts[1], c: counts[2]) : .whole(input["band2"].count),
            three: input["band3"].count, urgent: input["urgent"].count, other: 0)
        let values = try BandValues(rulebook, on: input["on"].day)
        return CalcAnswer(["units": .units(CheckUnits.units(of: bands, by: values))])
    }
}
