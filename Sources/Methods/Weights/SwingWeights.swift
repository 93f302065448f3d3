public import Vocabulary

/// Weights from swings: how much it is worth to go from worst to best on each criterion.
///
/// - Reference: von Winterfeldt and Edwards, Decision Analysis and Behavioral Research (1986), section 8.2.
public enum SwingWeights {
    /// The value of the largest swing, by which the others are judged.
    public static let largest = 100.0

    /// Each swing's share of their sum.
    ///
    /// - Parameter swings: one for each criterion, 0 to 100; at least one is 100.
    /// - Throws: `Refusal` that names the criterion by its place, from 1.
    public static func weights(swings: [Double]) throws(Refusal) -> [Double] {
        guard !swings.isEmpty else { throw refusal("There are no swings.") }
        if let place = swings.firstIndex(where: { !(0...largest).contains($0) }) {
            throw refusal("The swing of criterion \(place + 1) is \(swings[place]); swings are 0 to 100.")
        }
        guard swings.contains(largest) else {
            throw Refusal(
                .input, code: "swing-weights", "No swing is 100; the largest is \(swings.max() ?? 0).",
                remedy: "Give 100 to the criterion whose swing matters most, and judge the others beside it.")
        }
        let sum = swings.reduce(0, +)
        return swings.map { $0 / sum }
    }

    private static func refusal(_ sentence: String) -> Refusal {
        Refusal(.input, code: "swing-weights", sentence)
    }
}
