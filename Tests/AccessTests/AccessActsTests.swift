import Access
import Testing
import Vocabulary

struct AccessActsTests {
    @Test func `no two acts of access have one name`() {
        let names = AccessActs.all.map { $0.name }
        #expect(Set(names).count == names.count)
    }
}
