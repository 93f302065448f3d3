import Tabular
import Testing
import Vocabulary

@testable import Performance

struct MatterDiagramTests {
    @Test func `every act stands in a diagram, and every state of a route can be reached`() {
        for act in MatterActs.all { #expect(MatterDiagram.page.contains(act.name), "\(act.name)") }
        for route in ContractMatter.Route.allCases {
            let table = ContractMatter.transitions.filter { $0.route == route }
            var reached: Set<ContractMatter.State> = []
            for _ in ContractMatter.State.allCases {
                for one in table where one.from.map({ reached.contains($0) }) ?? true { reached.insert(one.to) }
            }
            #expect(table.allSatisfy { reached.contains($0.to) })
            #expect(reached.contains(.closed))
        }
    }
}
