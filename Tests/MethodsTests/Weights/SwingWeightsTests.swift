import Methods
import TestSupport
import Testing
import Vocabulary

struct SwingWeightsTests {
    @Test func `weights are the swings' shares of their sum`() throws {
        #expect(try SwingWeights.weights(swings: [100, 60, 40]) == [0.5, 0.3, 0.2])
        #expect(try SwingWeights.weights(swings: [100]) == [1])
        #expect(try SwingWeights.weights(swings: [100, 0]) == [1, 0])
    }

    @Test(
        arguments: [
            ([], "There are no swings."),
            ([100, 120], "The swing of criterion 2 is 120.0; swings are 0 to 100."),
            ([100, -1], "The swing of criterion 2 is -1.0; swings are 0 to 100."),
            ([.nan], "The swing of criterion 1 is nan; swings are 0 to 100."),
            ([80, 60], "No swing is 100; the largest is 80.0."),
        ] as [([Double], String)])
    func `swings that are none are refused`(swings: [Double], sentence: String) {
        let refusal = #expect(throws: Refusal.self) { try SwingWeights.weights(swings: swings) }
        #expect(refusal?.sentence == sentence)
    }
}
