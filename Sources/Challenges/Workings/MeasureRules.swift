public import Vocabulary

/// How well rules found faults that are known.
public struct RuleMeasure: Sendable, Hashable {
    public let rule: String
    public let planted: Int
    public let raised: Int
    /// Both planted and raised.
    public let found: Int
    public let plantedPence: Int
    public let raisedPence: Int

    /// Of the planted, those that were raised; nil where none was planted.
    public var recall: Double? { planted == 0 ? nil : Double(found) / Double(planted) }
    /// Of the raised, those that were planted; nil where none was raised.
    public var precision: Double? { raised == 0 ? nil : Double(found) / Double(raised) }
}

/// Holds what rules raised against the faults that were put in.
public enum MeasureRules {
    /// - Parameters:
    ///   - rules: those that were asked, in the order wanted; faults planted for others are left out.
    ///   - names: the name of each file, by digest.
    /// - Returns: one for each rule, and how many faults stand in files that were not looked at.
    public static func measure(
        _ raised: [RaisedChallenge], against planted: [PlantedFaultsFile.Fault], rules: [String],
        names: [EvidenceID: String]
    ) -> (measures: [RuleMeasure], elsewhere: Int) {
        struct Place: Hashable {
            let file: String
            let row: Int
        }
        let known = Set(names.values)
        // A list without names is of the one file of rows.
        let only = names.values.sorted().first { $0.hasPrefix("plcm") } ?? names.values.sorted().first ?? ""
        let asked = Set(rules)
        let here = planted.filter { asked.contains($0.rule) && ($0.file.map { known.contains($0) } ?? true) }
        let elsewhere = planted.count { asked.contains($0.rule) && !($0.file.map { known.contains($0) } ?? true) }
        let plantedByRule = Dictionary(grouping: here, by: \.rule)
        let raisedByRule = Dictionary(grouping: raised, by: \.rule)
        let measures = rules.map { rule in
            let expected = plantedByRule[rule] ?? []
            let got = raisedByRule[rule] ?? []
            let places = Set(expected.map { Place(file: $0.file ?? only, row: $0.row) })
            let hit = Set(got.map { Place(file: names[$0.source] ?? "", row: $0.row) })
            return RuleMeasure(
                rule: rule, planted: places.count, raised: hit.count, found: places.intersection(hit).count,
                plantedPence: expected.reduce(0) { $0 + $1.pence }, raisedPence: got.reduce(0) { $0 + $1.amount.pence })
        }
        return (measures, elsewhere)
    }
}
