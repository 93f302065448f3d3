import Methods
import TestSupport
import Testing
import Vocabulary

struct ValueFunctionTests {
    private static func rising() throws -> ValueFunction {
        try ValueFunction(cutoffs: [-2, 0, 4], values: [0, 0.5, 1])
    }

    @Test(.enabled(if: PublishedCase.has("PVF-01"), "the published cases are not here"))
    func `PVF-01: rising and falling straight lines of rsmaa`() throws {
        let published = try PublishedCase("PVF-01")
        for name in ["f1", "f2"] {
            let function = try ValueFunction(
                cutoffs: published.numbers("input.\(name).cutoffs"),
                values: published.numbers("input.\(name).values"))
            let found = try published.numbers("input.\(name).x").map { try function.value(at: $0) }
            #expect(
                agree(found, published.numbers("expected.\(name)"), within: published.number("tolerance.abs"))
            )
        }
    }

    @Test(.enabled(if: PublishedCase.has("PVF-02"), "the published cases are not here"))
    func `PVF-02: pieces of rsmaa, exact at the cut-offs`() throws {
        let published = try PublishedCase("PVF-02")
        let function = try ValueFunction(
            cutoffs: published.numbers("input.cutoffs"), values: published.numbers("input.values"))
        let found = try published.numbers("input.x").map { try function.value(at: $0) }
        #expect(agree(found, published.numbers("expected"), within: published.number("tolerance.abs")))
        #expect(function.cutoffs.compactMap { try? function.value(at: $0) } == function.values)
    }

    @Test(
        .enabled(
            if: PublishedCase.has("PVF-04") && PublishedCase.has("PVF-06"), "the published cases are not here"
        ),
        arguments: [("PVF-04", ValueFunction.Beyond.extend), ("PVF-06", .clip)])
    func `PVF-04 and PVF-06: beyond the scale of rsmaa`(id: String, beyond: ValueFunction.Beyond) throws {
        let published = try PublishedCase(id)
        let function = try ValueFunction(
            cutoffs: published.numbers("input.cutoffs"), values: published.numbers("input.values"))
        let found = try published.numbers("input.x").map { try function.value(at: $0, beyond: beyond) }
        #expect(agree(found, published.numbers("expected"), within: published.number("tolerance.abs")))
    }

    @Test func `a measurement beyond the scale is refused with the scale`() {
        let refusal = #expect(throws: Refusal.self) { try Self.rising().value(at: 4.5) }
        #expect(refusal?.code == "value-function-beyond-scale")
        #expect(refusal?.sentence == "4.5 is outside the scale from -2.0 to 4.0.")
        #expect(throws: Refusal.self) { try Self.rising().value(at: .nan, beyond: .clip) }
    }

    @Test(
        arguments: [
            ([1, 2], [0], "There are 2 cut-offs and 1 values; each cut-off needs one."),
            ([1], [0], "A value function needs at least two points."),
            ([1, .infinity], [0, 1], "A cut-off or a value is not a finite number."),
            ([1, 1], [0, 1], "The cut-off 1.0 follows 1.0; cut-offs must increase."),
            ([1, 2, 3], [0, 1, 0.5], "The values both rise and fall; a value function does one of them."),
            ([1, 2], [3, 3], "The values are all 3.0; such a criterion cannot tell options apart."),
        ] as [([Double], [Double], String)])
    func `what is no value function is refused with its reason`(
        cutoffs: [Double], values: [Double], sentence: String
    ) {
        let refusal = #expect(throws: Refusal.self) { try ValueFunction(cutoffs: cutoffs, values: values) }
        #expect(refusal?.sentence == sentence)
    }

    @Test(arguments: [UInt64(11), 12, 13]) func `a larger measurement never turns a value round`(seed: UInt64)
        throws
    {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<200 {
            var cutoffs = [Double.random(in: -5...5, using: &numbers)]
            var values = [Double.random(in: 0...1, using: &numbers)]
            for _ in 0..<Int.random(in: 1...5, using: &numbers) {
                cutoffs.append(cutoffs[cutoffs.count - 1] + .random(in: 0.1...3, using: &numbers))
                values.append(values[values.count - 1] + .random(in: 0.001...1, using: &numbers))
            }
            let isRising = Bool.random(using: &numbers)
            let function = try ValueFunction(cutoffs: cutoffs, values: isRising ? values : values.map { -$0 })
            #expect(function.isRising == isRising)
            for beyond in [ValueFunction.Beyond.clip, .extend] {
                let (low, high) = (
                    Double.random(in: -9...9, using: &numbers), Double.random(in: 9...20, using: &numbers)
                )
                let (before, after) = try (
                    function.value(at: low, beyond: beyond), function.value(at: high, beyond: beyond)
                )
                #expect(isRising ? before <= after : before >= after, "seed \(seed)")
            }
        }
    }
}
