import Methods
import Needs
import TestSupport
import Testing
import Vocabulary

/// The method where nothing is said, as the Rulebook has it.
struct AccessMethodTests {
    @Test func `the usual method is that of the rules, its zones scaled to the reach`() throws {
        let rules = try Village.rules()
        let usual = try rules.usual()
        #expect(usual.steps == rules.steps && usual.reach == rules.reach && usual.detour == rules.detour)
        guard case .zones(let zones) = usual.decay else {
            Issue.record("the rules have zones")
            return
        }
        #expect(zones.last?.bound == usual.reach && zones.map(\.weight) == rules.zones.map(\.weight))
    }

    @Test func `a smooth decay has the weight of the edge at the end of reach`() throws {
        let rules = try Village.rules()
        for falling in [AccessMethod.Falling.gaussian, .exponential] {
            let decay = try falling.decay(reach: 20, by: rules)
            #expect(abs(decay.weight(at: 20) - rules.edgeWeight) < 1e-12)
        }
        #expect(try AccessMethod.Falling.none.decay(reach: 20, by: rules) == .none)
        #expect(throws: Refusal.self) { try AccessMethod.Falling.gaussian.decay(reach: 0, by: rules) }
    }

    @Test func `the sentences say the reach, the detour and the decay`() throws {
        var method = try Village.rules().usual()
        method.shorter = [2, 5]
        let said = method.sentences(unit: "km", isTable: false).joined(separator: " ")
        #expect(said.contains("10 km") && said.contains("1.4 times") && said.contains("0.68 up to 6.667 km"))
        #expect(said.contains("Where a site can be found within 2, 5 km"))
        #expect(method.sentences(unit: "minutes", isTable: true)[0].contains("by the table of travel"))
    }
}
