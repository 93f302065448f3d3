import Governance
import Testing
import Vocabulary

struct GovernanceActsTests {
    @Test func `no two acts of governance have one name`() {
        let names = GovernanceActs.all.map { $0.name }
        #expect(Set(names).count == names.count)
    }
}
