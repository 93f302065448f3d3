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
        /// The rows of one rule, and their money.
        struct Sums {
            var (planted, raised): (Set<Int>, Set<Int>) = ([], [])
            var (plantedPence, raisedPence) = (0, 0)
        }
        // Several submissions of a name are one file here.
        var (files, places): ([String: Int], [EvidenceID: Int]) = ([:], [:])
        for (digest, name) in names {
            let number = files[name] ?? files.count
            (files[name], places[digest]) = (number, number)
        }
        // A list without names is of the one file of rows.
        let only = files.keys.sorted().first { $0.hasPrefix("plcm") } ?? files.keys.sorted().first
        var sums = Dictionary(uniqueKeysWithValues: rules.map { ($0, Sums()) })
        var elsewhere = 0
        for fault in planted where sums[fault.rule] != nil {
            guard let file = (fault.file ?? only).flatMap({ files[$0] }) else {
                elsewhere += 1
                continue
            }
            sums[fault.rule]?.planted.insert(RowNumbers.number(file, fault.row))
            sums[fault.rule]?.plantedPence += fault.pence
        }
        for challenge in raised {
            let number = RowNumbers.number(places[challenge.source] ?? files.count, challenge.row)
            sums[challenge.rule]?.raised.insert(number)
            sums[challenge.rule]?.raisedPence += challenge.amount.pence
        }
        let measures = rules.map { rule in
            let sum = sums[rule] ?? Sums()
            return RuleMeasure(
                rule: rule, planted: sum.planted.count, raised: sum.raised.count,
                found: sum.planted.count(where: sum.raised.contains), plantedPence: sum.plantedPence,
                raisedPence: sum.raisedPence)
        }
        return (measures, elsewhere)
    }
}
